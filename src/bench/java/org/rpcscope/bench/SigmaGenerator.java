package org.rpcscope.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.LogSource;

/**
 * Rules and events like those of the large public collection: its log sources, fields, modifiers, shapes of conditions
 * and numbers of values, each about as often as there. The same seed gives the same text.
 */
final class SigmaGenerator {

    private static final String[] PROGRAMS = {
        "powershell",
        "cmd",
        "rundll32",
        "regsvr32",
        "mshta",
        "wscript",
        "cscript",
        "certutil",
        "bitsadmin",
        "wmic",
        "schtasks",
        "reg",
        "net",
        "net1",
        "sc",
        "svchost",
        "explorer",
        "msbuild",
        "installutil",
        "python",
        "curl"
    };
    private static final String[] FOLDERS = {
        "C:\\Windows\\System32\\",
        "C:\\Windows\\SysWOW64\\",
        "C:\\Users\\Public\\",
        "C:\\ProgramData\\",
        "C:\\Users\\alice\\AppData\\Local\\Temp\\",
        "C:\\Program Files\\Common Files\\"
    };
    private static final String[] COMMON = {"download", "encoded", "hidden", "bypass", "update", "service", "policy"};
    private static final Kind[] KINDS = {
        new Kind(
                "process_creation",
                55,
                "Image",
                "CommandLine",
                "ParentImage",
                "CommandLine",
                "OriginalFileName",
                "CommandLine",
                "Hashes"),
        new Kind("registry_set", 9, "TargetObject", "Details", "Image"),
        new Kind("file_event", 9, "TargetFilename", "Image"),
        new Kind("ps_script", 7, "ScriptBlockText"),
        new Kind("image_load", 6, "Image", "ImageLoaded"),
        new Kind("network_connection", 5, "Image", "DestinationIp", "DestinationHostname"),
        new Kind("pipe_created", 4, "PipeName", "Image"),
        new Kind("dns_query", 5, "QueryName", "Image")
    };

    private final SplittableRandom random;

    SigmaGenerator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A kind of log with the fields that its rules use, and how many of a hundred rules are about it. */
    private record Kind(String category, int share, String... fields) {}

    /** An event with where it comes from. */
    record Labelled(LogSource source, Event event) {}

    List<String> rules(int count) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(rule(i));
        }
        return rules;
    }

    private String rule(int number) {
        Kind kind = kind();
        StringBuilder yaml = new StringBuilder("title: Generated rule " + number + "\nid: "
                + "%08x-0000-4000-8000-000000000000%n".formatted(number)
                + "status: test\nauthor: nobody\nlogsource:\n  category: " + kind.category
                + "\n  product: windows\ndetection:\n");
        int shape = random.nextInt(100);
        int selections = shape < 60 ? 1 : 2;
        for (int i = 0; i < selections; i++) {
            search(yaml, "selection_" + i, kind, i == 0 && shape >= 60 && shape < 85);
        }
        boolean filtered = shape % 4 == 0;
        if (filtered) {
            search(yaml, "filter_main_a", kind, false);
        }
        String condition = selections == 1 ? "selection_0" : shape < 85 ? "all of selection_*" : "1 of selection_*";
        return yaml + "  condition: " + condition + (filtered ? " and not 1 of filter_main_*" : "")
                + "\nlevel: medium\n";
    }

    private void search(StringBuilder yaml, String name, Kind kind, boolean program) {
        yaml.append("  ").append(name).append(":\n");
        if (program) {
            yaml.append("    - Image|endswith: '\\")
                    .append(program())
                    .append(".exe'\n    - OriginalFileName: '")
                    .append(program().toUpperCase(Locale.ROOT))
                    .append(".EXE'\n");
            return;
        }
        int first = random.nextInt(kind.fields.length);
        boolean common = kind.fields[first].endsWith("Image") || kind.fields[first].equals("OriginalFileName");
        for (int i = 0; i < (common ? 2 : 1); i++) {
            item(yaml, kind.fields[(first + i) % kind.fields.length]);
        }
    }

    private void item(StringBuilder yaml, String field) {
        int kind = random.nextInt(100);
        String modifier =
                kind < 60 ? "|contains" : kind < 80 ? "|endswith" : kind < 84 ? "|startswith" : kind < 87 ? "|re" : "";
        String all = kind < 10 ? "|all" : "";
        int values = (all.isEmpty() ? 1 : 2) + random.nextInt(modifier.equals("|contains") ? 8 : 4);
        boolean regex = modifier.equals("|re");
        yaml.append("    ").append(field).append(modifier).append(all).append(":\n");
        for (int i = 0; i < values; i++) {
            yaml.append("      - '")
                    .append(regex ? "\\s" + word() + "\\d{2,4}" : value(field, modifier))
                    .append("'\n");
        }
    }

    private String value(String field, String modifier) {
        return switch (modifier) {
            case "|endswith" -> field.endsWith("Image") ? "\\" + program() + ".exe" : "\\" + word() + ".dll";
            case "|startswith" -> FOLDERS[random.nextInt(FOLDERS.length)] + word();
            case "|contains" -> field.equals("Hashes") ? "IMPHASH=" + hex(32) : phrase();
            default -> field.endsWith("Image") ? FOLDERS[0] + program() + ".exe" : word() + "." + word();
        };
    }

    private String phrase() {
        return switch (random.nextInt(4)) {
            case 0 -> " -" + word() + " ";
            case 1 -> "\\" + word() + "\\";
            case 2 -> word() + "-" + word();
            default -> word() + random.nextInt(100);
        };
    }

    /** Events of a host that mostly does nothing that rules are about. */
    List<Labelled> events(int count) {
        List<Labelled> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return events;
    }

    private Labelled event() {
        Kind kind = kind();
        Map<String, Object> fields = new HashMap<>(Map.of(
                "Provider_Name",
                "Microsoft-Windows-Sysmon",
                "EventID",
                1 + random.nextInt(25),
                "Channel",
                "Microsoft-Windows-Sysmon/Operational",
                "Computer",
                "host" + random.nextInt(50) + ".example.com",
                "EventRecordID",
                random.nextInt(1 << 30),
                "Execution_ProcessID",
                random.nextInt(9999),
                "UtcTime",
                "2026-11-24 10:15:59.123",
                "ProcessGuid",
                hex(32),
                "ProcessId",
                random.nextInt(20_000),
                "User",
                "EXAMPLE\\alice"));
        fields.put("Image", path());
        for (String field : kind.fields) {
            fields.put(field, content(field));
        }
        return new Labelled(new LogSource(kind.category, "windows", null), Event.of(fields));
    }

    private Object content(String field) {
        return switch (field) {
            case "Image", "ParentImage", "ImageLoaded", "TargetFilename" -> path();
            case "Hashes" -> "SHA1=" + hex(40) + ",MD5=" + hex(32) + ",SHA256=" + hex(64) + ",IMPHASH=" + hex(32);
            case "ScriptBlockText" -> text(120);
            case "CommandLine" -> '"' + path() + "\" -" + text(8);
            case "DestinationIp" -> "203.0.113." + random.nextInt(256);
            case "OriginalFileName" -> program() + ".exe";
            default -> "HKLM\\Software\\" + text(3);
        };
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(word()).append(i % 3 == 0 ? " -" : " ");
        }
        return text.toString();
    }

    private String path() {
        return FOLDERS[random.nextInt(FOLDERS.length)] + (random.nextInt(4) == 0 ? program() : word()) + ".exe";
    }

    private Kind kind() {
        int share = random.nextInt(100);
        int kind = 0;
        while (share >= KINDS[kind].share) {
            share -= KINDS[kind++].share;
        }
        return KINDS[kind];
    }

    private String program() {
        return PROGRAMS[random.nextInt(PROGRAMS.length)];
    }

    private String word() {
        if (random.nextInt(40) == 0) {
            return COMMON[random.nextInt(COMMON.length)];
        }
        StringBuilder word = new StringBuilder();
        for (int i = 4 + random.nextInt(7); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    private String hex(int digits) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
