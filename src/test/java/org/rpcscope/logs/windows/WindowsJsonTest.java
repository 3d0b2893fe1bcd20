package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** Lines of JSON in the shapes of the usual shippers. */
class WindowsJsonTest {

    private static final String WINLOGBEAT = """
        {"@timestamp":"2026-03-02T08:00:00.250Z","event":{"code":3,"provider":"Microsoft-Windows-Sysmon"},\
        "host":{"name":"ws31"},"winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","computer_name":"WS31",\
        "event_id":3,"event_data":{"SourceIp":"10.20.4.31","SourcePort":"57714","DestinationIp":"45.148.10.77",\
        "DestinationPort":"135","Protocol":"tcp","Initiated":"true","Image":"C:\\\\a.exe","User":"LAB\\\\ann"}}}\
        """;
    private static final String ECS = """
        {"@timestamp":"2026-03-02T08:00:00.250Z","event":{"code":"3","provider":"Microsoft-Windows-Sysmon"},\
        "source":{"ip":"10.20.4.31","port":57714},"destination":{"ip":"45.148.10.77","port":135},\
        "network":{"transport":"tcp"},"process":{"executable":"C:\\\\a.exe"},"winlog":{"computer_name":"WS31",\
        "channel":"Microsoft-Windows-Sysmon/Operational","event_id":3,"event_data":{"User":"LAB\\\\ann"}}}\
        """;
    private static final String NXLOG = """
        {"EventTime":"2026-03-02 09:00:01","Hostname":"WS31","EventID":3,"SourceName":"Microsoft-Windows-Sysmon",\
        "Channel":"Microsoft-Windows-Sysmon/Operational","UtcTime":"2026-03-02 08:00:00.250","Protocol":"tcp",\
        "SourceIp":"10.20.4.31","SourcePort":57714,"DestinationIp":"45.148.10.77","DestinationPort":135,\
        "Image":"C:\\\\a.exe","User":"LAB\\\\ann"}\
        """;
    private static final String SPLUNK = """
        {"preview":false,"result":{"_time":"2026-03-02T08:00:00.250+00:00","EventCode":"3","ComputerName":"WS31",\
        "LogName":"Microsoft-Windows-Sysmon/Operational","SourceIp":"10.20.4.31","SourcePort":"57714",\
        "DestinationIp":"45.148.10.77","DestinationPort":"135","Protocol":"tcp","Image":"C:\\\\a.exe",\
        "User":"LAB\\\\ann"}}\
        """;
    private static final String ELASTIC_EXPORT = "{\"_index\":\"w\",\"_source\":" + WINLOGBEAT + "}";
    private static final String EVTX_DUMP = """
        {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon"}},\
        "EventID":{"#attributes":{"Qualifiers":""},"#text":3},"TimeCreated":{"#attributes":{"SystemTime":\
        "2026-03-02T08:00:00.250Z"}},"Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"WS31"},\
        "EventData":{"SourceIp":"10.20.4.31","SourcePort":57714,"DestinationIp":"45.148.10.77","DestinationPort":135,\
        "Protocol":"tcp","Image":"C:\\\\a.exe","User":"LAB\\\\ann"}}}\
        """;

    private static Result read(String text) {
        return WindowsLogs.read(new WindowsJson(WindowsLogs.clock()), text.getBytes(StandardCharsets.UTF_8), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {WINLOGBEAT, ECS, NXLOG, SPLUNK, ELASTIC_EXPORT, EVTX_DUMP})
    void everyShapeIsTheSameSession(String line) {
        assertEquals(
                new Result(
                        List.of("1772438400250000000 tcp 10.20.4.31:57714 > 45.148.10.77:135 established success 3"
                                + " WS31 LAB\\ann C:\\a.exe at 0"),
                        List.of(),
                        List.of(),
                        List.of()),
                read(line));
        assertEquals(88, new WindowsJson(() -> 0).likelihood(new Head(line.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void everythingElseIsAnEventWithTheNamesOfRules() {
        Result result = read("""
            {"@timestamp":"2026-03-02T08:00:00Z","winlog":{"channel":"Security","computer_name":"DC1","event_id":4624,\
            "provider_name":"Microsoft-Windows-Security-Auditing","keywords":["Audit Success"],"event_data":\
            {"TargetUserName":"ann","TargetDomainName":"LAB","LogonType":"3","IpAddress":"91.92.2.88"}}}
            """);
        assertEquals(
                List.of("1772438400000000000 null windows security 4624 DC1 91.92.2.88 LAB\\ann [3] at 0"),
                result.events());
        assertEquals(
                List.of("{@timestamp=2026-03-02T08:00:00Z, Channel=Security, Computer=DC1, EventID=4624,"
                        + " IpAddress=91.92.2.88, Keywords=[Audit Success], LogonType=3,"
                        + " Provider_Name=Microsoft-Windows-Security-Auditing, TargetDomainName=LAB,"
                        + " TargetUserName=ann, winlog.channel=Security, winlog.computer_name=DC1,"
                        + " winlog.event_id=4624, winlog.keywords=[Audit Success],"
                        + " winlog.provider_name=Microsoft-Windows-Security-Auditing}"),
                result.fields());
    }

    @Test
    void aLocalTimeIsPutRightByASecondOneThatIsNotLocal() {
        String blocked = """
            {"EventTime":"2026-03-02 04:00:00","EventReceivedTime":"2026-03-02 04:00:02",\
            "@timestamp":"2026-03-02T08:00:02.672Z","Hostname":"WS31","EventID":5157,"Channel":"Security",\
            "SourceAddress":"10.20.4.31","SourcePort":"57715","DestAddress":"45.148.10.77","DestPort":"135",\
            "Direction":"%%14593","Protocol":"6"}
            """;
        assertEquals(
                List.of("1772438400000000000 tcp 10.20.4.31:57715 > 45.148.10.77:135 blocked failure 5157 WS31 null"
                        + " null at 0"),
                read(blocked).rows());
        String without = blocked.replace("\"@timestamp\":\"2026-03-02T08:00:02.672Z\",", "");
        assertTrue(read(without).rows().getFirst().startsWith("1772424000000000000 "), "taken as UTC");
    }

    @Test
    void aDamagedLineIsAProblemAndTheOthersAreRead() {
        String deep = "{\"winlog\":" + "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000) + "}";
        String array = "{\"winlog\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        Result result = read(String.join(
                "\n",
                WINLOGBEAT,
                "",
                "{\"winlog\":",
                deep,
                array,
                "[1]",
                "{\"a\":1}",
                "{\"EventID\":1,\"b\":[1,\"x}",
                NXLOG));
        assertEquals(2, result.rows().size());
        int at = WINLOGBEAT.length() + 2;
        assertEquals(
                List.of(
                        "offset " + at + ": line 3: its JSON is damaged",
                        "offset " + (at + 11) + ": line 4: its JSON is nested too deeply",
                        "offset " + (at + 12 + deep.length()) + ": line 5: its JSON is nested too deeply",
                        "offset " + (at + 13 + deep.length() + array.length()) + ": line 6: this is no JSON object",
                        "offset " + (at + 17 + deep.length() + array.length())
                                + ": line 7: this is no record of an event log of Windows",
                        "offset " + (at + 25 + deep.length() + array.length()) + ": line 8: its JSON is damaged"),
                result.problems());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"_path\":\"conn\",\"id.orig_h\":\"10.0.0.1\"}",
                "{\"event_type\":\"alert\",\"src_ip\":\"10.0.0.1\"}",
                "{\"EventID\":1}",
                "[]",
                ""
            })
    void otherJsonIsNotTaken(String line) {
        assertEquals(0, new WindowsJson(() -> 0).likelihood(new Head(line.getBytes(StandardCharsets.UTF_8))));
    }
}
