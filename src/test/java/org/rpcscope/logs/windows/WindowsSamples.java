package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.WindowsLogs.SECURITY;
import static org.rpcscope.logs.windows.WindowsLogs.SYSMON;
import static org.rpcscope.logs.windows.WindowsLogs.SYSMON_LOG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.logs.windows.EvtxWriter.Event;
import org.rpcscope.logs.windows.EvtxWriter.Value;

/**
 * Writes the Windows logs of the sample data: what the hosts of the captures would have written of the same connections, and
 * what happened on them beside. No Windows was involved.
 */
final class WindowsSamples {

    static final String EVTX = "ws31-security.evtx";
    static final String XML = "ws31-sysmon.xml";
    static final String JSON = "dc1-winlogbeat.json";

    private static final String WS31 = "WS31.lab.example";
    private static final String DC1 = "DC1.lab.example";
    private static final String SCM = "Service Control Manager";
    private static final String SCHEMA = "http://schemas.microsoft.com/win/2004/08/events/event";

    private WindowsSamples() {}

    /** Argument: the folder of the sample data. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.write(folder.resolve(EVTX), evtx());
        Files.writeString(folder.resolve(XML), xml());
        Files.writeString(folder.resolve(JSON), json());
    }

    private static long nanos(long second, long nano) {
        return second * 1_000_000_000L + nano;
    }

    /** Security and system log of WS31, as a collector keeps them in one file. */
    static byte[] evtx() {
        long t = 1_795_511_700L;
        return EvtxWriter.file(List.of(
                passed(5156, WS31, nanos(t, 119_000_000), true, "10.20.4.31", 57714, "45.148.10.77", 135),
                passed(5156, WS31, nanos(t, 307_100_000), true, "10.20.4.31", 57716, "45.148.10.77", 135),
                passed(5156, WS31, nanos(t, 358_900_000), true, "10.20.4.31", 57720, "45.148.10.77", 135),
                Event.of(
                        SECURITY,
                        4624,
                        "Security",
                        WS31,
                        nanos(t + 2, 0),
                        "SubjectUserName",
                        "-",
                        "SubjectDomainName",
                        "-",
                        "TargetUserName",
                        "ann",
                        "TargetDomainName",
                        "LAB",
                        "LogonType",
                        "3",
                        "WorkstationName",
                        "KALI",
                        "IpAddress",
                        "45.148.10.77",
                        "IpPort",
                        "50312"),
                Event.of(
                        SCM,
                        7045,
                        "System",
                        WS31,
                        nanos(t + 3, 0),
                        "ServiceName",
                        "WinUpdateHelper",
                        "ImagePath",
                        "%COMSPEC% /c start C:\\Windows\\Temp\\u.exe",
                        "ServiceType",
                        "user mode service",
                        "StartType",
                        "demand start",
                        "AccountName",
                        "LocalSystem"),
                Event.of(
                        SECURITY,
                        4688,
                        "Security",
                        WS31,
                        nanos(t + 4, 0),
                        "SubjectUserName",
                        "WS31$",
                        "SubjectDomainName",
                        "LAB",
                        "NewProcessName",
                        "C:\\Windows\\System32\\cmd.exe",
                        "CommandLine",
                        "cmd.exe /c start C:\\Windows\\Temp\\u.exe",
                        "ParentProcessName",
                        "C:\\Windows\\System32\\services.exe"),
                passed(5157, WS31, nanos(t + 916, 439_100_000), true, "10.20.4.31", 64192, "45.148.10.78", 135),
                passed(5156, WS31, nanos(t + 2700, 118_300_000), true, "10.20.4.31", 64112, "10.20.100.10", 135),
                new Event(
                        "Microsoft-Windows-Eventlog",
                        1102,
                        "Security",
                        WS31,
                        nanos(t + 3000, 0),
                        Map.of("SubjectUserName", Value.text("ann")))));
    }

    /** Sysmon's log of WS31, as the event viewer saves it. */
    static String xml() {
        long t = 1_795_511_700L;
        List<Event> events = List.of(
                connected(WS31, nanos(t, 118_500_000), "10.20.4.31", 57714, "45.148.10.77", 135),
                connected(WS31, nanos(t, 312_000_000), "10.20.4.31", 64474, "45.148.10.77", 49154),
                connected(
                        WS31,
                        nanos(t + 300, 119_000_000),
                        "fd12:9a:0:0:0:0:1f:44",
                        56584,
                        "2a0e:97c0:0:0:0:0:0:77",
                        135),
                connected(WS31, nanos(t + 3060, 119_000_000), "10.20.4.31", 64102, "146.70.81.78", 443),
                Event.of(
                        SYSMON,
                        1,
                        SYSMON_LOG,
                        WS31,
                        nanos(t + 4, 0),
                        "UtcTime",
                        utc(nanos(t + 4, 0)),
                        "ProcessId",
                        "5124",
                        "Image",
                        "C:\\Windows\\System32\\cmd.exe",
                        "CommandLine",
                        "cmd.exe /c start C:\\Windows\\Temp\\u.exe",
                        "User",
                        "NT AUTHORITY\\SYSTEM",
                        "ParentImage",
                        "C:\\Windows\\System32\\services.exe"),
                Event.of(
                        SYSMON,
                        22,
                        SYSMON_LOG,
                        WS31,
                        nanos(t - 1, 0),
                        "UtcTime",
                        utc(nanos(t - 1, 0)),
                        "QueryName",
                        "dc.updates.example",
                        "QueryResults",
                        "45.148.10.77;",
                        "Image",
                        "C:\\Users\\ann\\r&d.exe"));
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Events>\n");
        for (int i = 0; i < events.size(); i++) {
            text.append(xml(events.get(i), i + 1)).append('\n');
        }
        return text.append("</Events>\n").toString();
    }

    /** The security log of DC1, as Winlogbeat sends it; the second record has the local end first, as some writers do. */
    static String json() {
        long t = 1_795_514_400L;
        List<Event> events = List.of(
                passed(5156, DC1, nanos(t, 118_400_000), false, "10.20.4.31", 64112, "10.20.100.10", 135),
                passed(5156, DC1, nanos(t, 444_300_000), false, "10.20.100.10", 135, "10.20.4.31", 64126),
                passed(5156, DC1, nanos(t + 1, 0), true, "10.20.100.10", 50123, "194.26.29.90", 135),
                passed(5156, DC1, nanos(t + 10_800, 118_400_000), false, "91.92.2.88", 64178, "10.20.100.10", 135),
                Event.of(
                        SECURITY,
                        4624,
                        "Security",
                        DC1,
                        nanos(t + 10_801, 0),
                        "TargetUserName",
                        "administrator",
                        "TargetDomainName",
                        "LAB",
                        "LogonType",
                        "3",
                        "IpAddress",
                        "91.92.2.88",
                        "IpPort",
                        "64210"));
        StringBuilder text = new StringBuilder();
        events.forEach(event -> text.append(json(event)).append('\n'));
        return text.toString();
    }

    private static Event passed(
            int id, String host, long time, boolean out, String source, int from, String destination, int to) {
        return Event.of(
                SECURITY,
                id,
                "Security",
                host,
                time,
                "ProcessID",
                "820",
                "Application",
                "\\device\\harddiskvolume2\\windows\\system32\\svchost.exe",
                "Direction",
                out ? "%%14593" : "%%14592",
                "SourceAddress",
                source,
                "SourcePort",
                "" + from,
                "DestAddress",
                destination,
                "DestPort",
                "" + to,
                "Protocol",
                "6",
                "FilterRTID",
                "69424");
    }

    private static Event connected(String host, long time, String source, int from, String destination, int to) {
        return Event.of(
                SYSMON,
                3,
                SYSMON_LOG,
                host,
                time + 900_000_000L,
                "UtcTime",
                utc(time),
                "ProcessId",
                "4880",
                "Image",
                "C:\\Users\\ann\\r&d.exe",
                "User",
                "LAB\\ann",
                "Protocol",
                "tcp",
                "Initiated",
                "true",
                "SourceIp",
                source,
                "SourcePort",
                "" + from,
                "DestinationIp",
                destination,
                "DestinationPort",
                "" + to,
                "DestinationPortName",
                to == 135 ? "epmap" : "-");
    }

    private static String iso(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000L, nanos % 1_000_000_000L)
                .toString();
    }

    private static String utc(long nanos) {
        return FileTime.text(nanos / 100 + 116_444_736_000_000_000L)
                .replace('T', ' ')
                .substring(0, 23);
    }

    private static String xml(Event event, int record) {
        StringBuilder text =
                new StringBuilder("<Event xmlns='" + SCHEMA + "'><System><Provider Name='" + event.provider());
        text.append("'/><EventID>").append(event.id()).append("</EventID><TimeCreated SystemTime='");
        text.append(iso(event.nanos()))
                .append("'/><EventRecordID>")
                .append(record)
                .append("</EventRecordID><Channel>");
        text.append(event.channel()).append("</Channel><Computer>").append(event.computer());
        text.append("</Computer></System><EventData>");
        texts(event)
                .forEach((name, value) -> text.append("<Data Name='")
                        .append(name)
                        .append("'>")
                        .append(value.replace("&", "&amp;"))
                        .append("</Data>"));
        return text.append("</EventData></Event>").toString();
    }

    private static String json(Event event) {
        List<String> data = new ArrayList<>();
        texts(event).forEach((name, value) -> data.add(quoted(name) + ':' + quoted(value)));
        return "{\"@timestamp\":" + quoted(iso(event.nanos())) + ",\"event\":{\"code\":\"" + event.id()
                + "\",\"kind\":\"event\"},\"host\":{\"name\":\"dc1\"},\"winlog\":{\"api\":\"wineventlog\",\"channel\":"
                + quoted(event.channel()) + ",\"computer_name\":" + quoted(event.computer()) + ",\"event_id\":\""
                + event.id() + "\",\"provider_name\":" + quoted(event.provider()) + ",\"event_data\":{"
                + String.join(",", data) + "}}}";
    }

    private static Map<String, String> texts(Event event) {
        Map<String, String> texts = new LinkedHashMap<>();
        event.data().forEach((name, value) -> texts.put(name, new String(value.bytes(), StandardCharsets.UTF_16LE)));
        return texts;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }
}
