package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.dcerpc.Recordings.Heard;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Interfaces;

/**
 * What Zeek's own tests expect of Zeek's captures: what it says of a connection is what is understood here. Skipped where the
 * shared data is absent.
 */
class ZeekBaselineTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    private final Interfaces names = Interfaces.bundled();

    private static Path there(Path path) {
        Assumptions.assumeTrue(Files.exists(path), "the shared data is not here");
        return path;
    }

    private static List<Heard> heard(String capture) throws IOException {
        return Recordings.of(there(DATA.resolve("pcap").resolve(capture)));
    }

    /** The values of the columns named, of each record of one of Zeek's logs. */
    private static List<List<String>> log(String capture, String name, String... columns) throws IOException {
        Path file = there(DATA.resolve("truth/zeek-baseline").resolve(capture).resolve(name));
        List<String> lines = Files.readAllLines(file);
        List<String> fields = lines.stream()
                .filter(line -> line.startsWith("#fields"))
                .map(line -> Arrays.asList(line.substring("#fields\t".length()).split("\t")))
                .findFirst()
                .orElseThrow();
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .map(values -> Arrays.stream(columns)
                        .map(column -> values[fields.indexOf(column)])
                        .toList())
                .toList();
    }

    private Map<List<String>, Long> calls(Heard heard) {
        Map<List<String>, Long> calls = new HashMap<>();
        for (Calls call : heard.conversation().calls()) {
            List<String> operation = List.of(
                    Integer.toString(heard.sourcePort()),
                    Integer.toString(heard.destinationPort()),
                    Objects.requireNonNull(names.name(Objects.requireNonNull(call.uuid()))),
                    Objects.requireNonNull(names.operation(call.uuid(), call.opnum())));
            calls.merge(operation, call.count(), Long::sum);
        }
        return calls;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeek_dce_rpc_netlogon.pcapng",
                "zeek_dssetup_DsRoleGetPrimaryDomainInformation_standalone_workstation.cap",
                "zeek_mapi.pcap"
            })
    void operationsAreThoseOfItsLog(String capture) throws IOException {
        Map<List<String>, Long> expected = new HashMap<>();
        for (List<String> line : log(capture, "dce_rpc.log", "id.orig_p", "id.resp_p", "endpoint", "operation")) {
            expected.merge(line, 1L, Long::sum);
        }
        // Of two calls under way Zeek names both answers by the second, for it does not look at call ids.
        List<String> first = List.of("1073", "1032", "exchange_mapi", "EcDoRpc");
        List<String> second = List.of("1073", "1032", "exchange_mapi", "EcRRegisterPushNotification");
        if (expected.containsKey(second)) {
            expected.merge(first, 1L, Long::sum);
            expected.merge(second, -1L, Long::sum);
        }
        List<List<String>> ends =
                expected.keySet().stream().map(line -> line.subList(0, 2)).toList();
        Map<List<String>, Long> understood = new HashMap<>();
        for (Heard each : heard(capture)) {
            List<String> ports = List.of("" + each.sourcePort(), "" + each.destinationPort());
            if (ends.contains(ports)) {
                understood.putAll(calls(each));
            }
        }

        assertEquals(expected, understood);
    }

    /** The two files stand under each other's name: Zeek discards pipes only where none is closed. */
    @ParameterizedTest
    @CsvSource({"zeek_20-fids.pcap, zeek_20-fids-no-close.pcap", "zeek_20-fids-no-close.pcap, zeek_20-fids.pcap"})
    void requestsInPipesAreAsManyAsItSays(String capture, String baseline) throws IOException {
        List<String> requests;
        Path file = there(DATA.resolve("truth/zeek-baseline").resolve(baseline).resolve("out"));
        try (var lines = Files.lines(file)) {
            requests = lines.filter(line -> line.startsWith("dce_rpc_request,")).toList();
        }
        long understood = heard(capture).stream()
                .flatMap(each -> each.conversation().calls().stream())
                .mapToLong(Calls::count)
                .sum();

        assertEquals(requests.size(), understood);
    }

    /** Names that it has are ours; the workstation and the domain of a first message, which it leaves out, we have too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"zeek_mapi.pcap", "zeek_ntlm-unterminated-av-sequence.pcap", "zeek_ntlm-empty-av-sequence.pcap"})
    void signInsAreThoseOfItsLog(String capture) throws IOException {
        String[] columns = {"id.orig_p", "username", "hostname", "domainname", "server_nb_computer_name"};
        Map<String, List<String>> expected = log(capture, "ntlm.log", columns).stream()
                .collect(Collectors.toMap(List::getFirst, line -> line.subList(1, 5), (a, _) -> a, TreeMap::new));
        Map<String, List<String>> understood = new TreeMap<>();
        for (Heard each : heard(capture)) {
            String port = Integer.toString(each.sourcePort());
            List<String> known = expected.get(port);
            if (known != null) {
                understood.put(port, signIn(each.conversation().authentications(), known));
            }
        }

        assertEquals(expected, understood);
    }

    /** Who signed in, where Zeek knows it. */
    private static List<String> signIn(List<Authentication> authentications, List<String> known) {
        Authentication only = authentications.getFirst();
        assertEquals(
                List.of("ntlm"),
                authentications.stream().map(Authentication::type).toList());
        List<String> names = new ArrayList<>();
        names.add(String.valueOf(only.user()));
        names.add(String.valueOf(only.workstation()));
        names.add(String.valueOf(only.domain()));
        names.add(String.valueOf(only.service()));
        for (int i = 0; i < names.size(); i++) {
            names.set(i, known.get(i).equals("-") ? "-" : names.get(i));
        }
        return names;
    }

    @Test
    void ticketsAreThoseOfItsLog() throws IOException {
        String capture = "zeek_kerberos135_auth.pcapng";
        List<String> expected = log(capture, "kerberos.log.135", "id.orig_p", "client", "service")
                .getFirst();
        List<List<String>> understood = heard(capture).stream()
                .filter(each -> Integer.toString(each.sourcePort()).equals(expected.getFirst()))
                .flatMap(each -> each.conversation().authentications().stream()
                        .map(one -> List.of(
                                Integer.toString(each.sourcePort()),
                                "/" + one.domain(),
                                String.valueOf(one.service()))))
                .toList();

        assertEquals(List.of(expected), understood);
    }
}
