package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules that come with the program and are about records that are no sessions, and its correlations. */
class BundledEventRulesTest {

    private static final LogSource SYSTEM = new LogSource(null, "windows", "system");
    private static final LogSource SECURITY = new LogSource(null, "windows", "security");
    private static final LogSource PROCESS = new LogSource("process_creation", "windows", "sysmon");

    private final List<Rule> all =
            BundledRules.load().stream().map(BundledRule::rule).toList();
    private final List<Rule> rules = all.stream()
            .filter(rule -> !SessionRouting.answers(rule.logSource()))
            .toList();
    private final EventMatcher matcher = new EventMatcher(new RuleIndex(all));

    @Test
    void elevenAreAboutEventsAndAllOfThemAreOn() {
        assertEquals(11, rules.size());
        Set<Rule> off = BundledRules.load().stream()
                .filter(bundled -> !bundled.enabledByDefault())
                .map(BundledRule::rule)
                .filter(rule -> !SessionRouting.answers(rule.logSource()))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), off);
    }

    @Test
    void eachIsSaidWhole() {
        Set<String> ids = new HashSet<>();
        for (RuleInfo info : infos()) {
            assertEquals(4, UUID.fromString(info.id()).version(), info.id());
            assertTrue(ids.add(info.id()), info.id());
            assertEquals("RPC Scope", info.author());
            assertTrue(info.tags().stream().anyMatch(tag -> tag.startsWith("attack.t1")), info.title());
            assertTrue(info.references().stream().allMatch(each -> each.startsWith("https://")), info.title());
            assertTrue(!info.description().isBlank() && !info.falsePositives().isEmpty(), info.title());
        }
        assertEquals(15, ids.size());
    }

    private List<RuleInfo> infos() {
        List<RuleInfo> infos = rules.stream().map(Rule::info).collect(Collectors.toList());
        BundledRules.correlations(all)
                .forEach(correlation -> infos.add(correlation.rule().info()));
        return infos;
    }

    @Test
    void servicesAreFoundAndThoseForOneCommandByARuleOfTheirOwn() {
        String installed = "Service Installed";
        String shell = "Service Installed That Starts a Shell or a File of a Share";
        assertEquals(List.of(installed), service("C:\\Program Files\\Vendor\\agent.exe"));
        assertEquals(List.of(installed, shell), service("%COMSPEC% /Q /c echo cd ^> \\\\127.0.0.1\\C$\\__output"));
        assertEquals(List.of(installed, shell), service("\\\\WS-042\\ADMIN$\\x.exe"));
        assertEquals(List.of(installed, shell), service("%systemroot%\\QxZpLmTe.exe"));
        assertEquals(List.of(installed), service("%systemroot%\\System32\\svchost.exe -k netsvcs"));
        assertEquals(List.of(), matching(SYSTEM, Map.of("EventID", 7036, "Provider_Name", "Service Control Manager")));
        assertEquals(
                List.of(), matching(SECURITY, Map.of("EventID", 7045, "Provider_Name", "Service Control Manager")));
    }

    private List<String> service(String path) {
        return matching(SYSTEM, Map.of("EventID", 7045, "Provider_Name", "Service Control Manager", "ImagePath", path));
    }

    @Test
    void tasksAreFoundAndThoseThatStartAShellByARuleOfTheirOwn() {
        String created = "Scheduled Task Created";
        String quiet = "<Exec><Command>C:\\Program Files\\Vendor\\update.exe</Command></Exec>";
        String loud = "<Exec><Command>cmd.exe</Command><Arguments>/C whoami &gt; C:\\x.tmp</Arguments></Exec>";
        assertEquals(List.of(created), matching(SECURITY, Map.of("EventID", 4698, "TaskContent", quiet)));
        assertEquals(
                List.of(created, "Scheduled Task Created That Starts a Shell"),
                matching(SECURITY, Map.of("EventID", 4698, "TaskContent", loud)));
        assertEquals(List.of(), matching(SECURITY, Map.of("EventID", 4699, "TaskContent", loud)));
    }

    @Test
    void networkLogonsArePeoplesAndThoseFromOutsideHaveARuleOfTheirOwn() {
        String logon = "Network Logon";
        String outside = "Network Logon From an External Address";
        assertEquals(List.of(logon), logon(3, "alice", "10.1.2.3"));
        assertEquals(List.of(logon, outside), logon(3, "alice", "203.0.113.9"));
        assertEquals(List.of(logon, outside), logon(3, "alice", "2001:db8::9"));
        assertEquals(List.of(outside), logon(10, "alice", "198.51.100.7"));
        assertEquals(List.of(outside), logon(3, "WS-042$", "198.51.100.7"));
        assertEquals(List.of(), logon(3, "WS-042$", "10.1.2.3"));
        assertEquals(List.of(), logon(2, "alice", "10.1.2.3"));
        assertEquals(List.of(), logon(3, "alice", "-"));
        assertEquals(List.of(), logon(3, "alice", "::1"));
        assertEquals(List.of(logon), logon(3, "alice", "fe80::5"));
    }

    private List<String> logon(int type, String user, String from) {
        return matching(
                SECURITY, Map.of("EventID", 4624, "LogonType", type, "TargetUserName", user, "IpAddress", from));
    }

    @Test
    void processesThatWorkForAnotherHostAreFound() {
        assertEquals(List.of("Process Started by WMI"), process("wbem\\WmiPrvSE.exe", "", "cmd.exe", ""));
        assertEquals(List.of(), process("wbem\\WmiPrvSE.exe", "", "WerFault.exe", ""));
        assertEquals(
                List.of("Shell Started by a DCOM Server"),
                process("mmc.exe", "C:\\Windows\\system32\\mmc.exe -Embedding", "cmd.exe", "cmd"));
        assertEquals(List.of(), process("mmc.exe", "mmc.exe compmgmt.msc", "cmd.exe", "cmd"));
        assertEquals(
                List.of("Shell Started by a DCOM Server"),
                process("svchost.exe", "svchost.exe -k DcomLaunch", "mshta.exe", "mshta.exe -Embedding"));
        assertEquals(
                List.of("Shell Started by the Service Manager"), process("services.exe", "", "powershell.exe", ""));
        assertEquals(List.of(), process("services.exe", "", "svchost.exe", ""));
    }

    private List<String> process(String parent, String parentLine, String image, String line) {
        return matching(
                PROCESS,
                Map.of(
                        "EventID",
                        1,
                        "ParentImage",
                        "C:\\Windows\\System32\\" + parent,
                        "ParentCommandLine",
                        parentLine,
                        "Image",
                        "C:\\Windows\\System32\\" + image,
                        "CommandLine",
                        line));
    }

    @Test
    void clearedLogsAreFound() {
        String provider = "Microsoft-Windows-Eventlog";
        assertEquals(
                List.of("Security Log Cleared"),
                matching(SECURITY, Map.of("EventID", 1102, "Provider_Name", provider)));
        assertEquals(List.of("Event Log Cleared"), matching(SYSTEM, Map.of("EventID", 104, "Provider_Name", provider)));
        assertEquals(List.of(), matching(SYSTEM, Map.of("EventID", 104, "Provider_Name", "Other")));
    }

    @Test
    void correlationsNameTheVeryRulesAndFallAwayWithThem() {
        List<Correlation> correlations = BundledRules.correlations(all);
        assertEquals(
                List.of(
                        "Host With Outbound RPC",
                        "Outbound RPC, Then a Service Installed on the Same Host",
                        "Outbound RPC, Then a Scheduled Task Created on the Same Host",
                        "Outbound RPC, Then a Network Logon on the Same Host"),
                titles(correlations));
        for (Correlation correlation : correlations) {
            for (Correlation.Source source : correlation.sources()) {
                if (source instanceof Correlation.Matches matches) {
                    assertTrue(all.stream().anyMatch(rule -> rule == matches.rule()), "the same object");
                }
            }
        }
        List<Rule> without = all.stream()
                .filter(rule -> !rule.info().title().equals("Service Installed"))
                .toList();
        assertEquals(
                List.of(
                        "Host With Outbound RPC",
                        "Outbound RPC, Then a Scheduled Task Created on the Same Host",
                        "Outbound RPC, Then a Network Logon on the Same Host"),
                titles(BundledRules.correlations(without)));
        assertEquals(List.of(), BundledRules.correlations(List.of()));
    }

    private static List<String> titles(List<Correlation> correlations) {
        return correlations.stream()
                .map(correlation -> correlation.rule().info().title())
                .toList();
    }

    private List<String> matching(LogSource source, Map<String, Object> event) {
        return matcher.matches(source, Event.of(event)).stream()
                .map(rule -> rule.info().title())
                .toList();
    }
}
