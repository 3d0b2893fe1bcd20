package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.logs.windows.WindowsLogs.Result;
import org.rpcscope.session.ObservationTable;

/** XML and JSON that were damaged at random: whatever they are, they are read to their end. */
class TextFuzzTest {

    private static final int MUTATIONS = 10_000;
    private static final String JSON = """
        {"EventTime":"2026-03-02 09:00:01","Hostname":"WS31","EventID":3,"SourceName":"Microsoft-Windows-Sysmon",\
        "Channel":"Microsoft-Windows-Sysmon/Operational","UtcTime":"2026-03-02 08:00:00.250","Protocol":"tcp",\
        "SourceIp":"10.20.4.31","SourcePort":57714,"DestinationIp":"45.148.10.77","DestinationPort":135,\
        "tags":["a",{"b":[1,2]}],"Image":"C:\\\\a\\u0041.exe","User":"LAB\\\\ann"}
        {"winlog":{"event_id":"5156","channel":"Security","event_data":{"SourceAddress":"10.0.0.1","SourcePort":"1",\
        "DestAddress":"10.0.0.2","DestPort":"135","Protocol":"6","Direction":"%%14592"}},"@timestamp":1772438400}
        {"event":{"code":4624},"winlog":{"channel":"Security","keywords":["x"],"event_data":{"LogonType":"3"}}}
        """;
    private static final String XML = """
        <?xml version="1.0"?><!-- x --><Events><Event xmlns='x'><System><Provider Name='Microsoft-Windows-Sysmon'/>\
        <EventID>3</EventID><TimeCreated SystemTime='2026-03-02T08:00:01Z'/><Channel>S</Channel></System><EventData>\
        <Data Name='SourceIp'>10.20.4.31</Data><Data Name='SourcePort'>57714</Data><Data Name='Protocol'>tcp</Data>\
        <Data Name='DestinationIp'>45.148.10.77</Data><Data Name='DestinationPort'>135</Data></EventData></Event>
        <Event><System><EventID>7</EventID></System><EventData><Data>a&amp;&#65;</Data><Data><![CDATA[x]]></Data>\
        </EventData></Event></Events>
        """;
    private static final String PIECES = "{}[]\",:\\<>/='&;!-\n\0 \u00ff0";

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml"})
    void noDamageThrowsOrHangs(String kind) {
        boolean json = kind.equals("json");
        byte[] sound = (json ? JSON : XML).getBytes(StandardCharsets.UTF_8);
        InputFormat<ObservationTable> format =
                json ? new WindowsJson(WindowsLogs.clock()) : new WindowsXml(WindowsLogs.clock());
        Random random = new Random(20_261_124);
        int[] seen = new int[2];
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] text = sound.clone();
                for (int n = random.nextInt(1, 6); n > 0; n--) {
                    damage(text, random);
                }
                Result result = WindowsLogs.read(format, text, 1);
                format.likelihood(new InputFormat.Head(text));
                seen[0] += result.rows().size() + result.events().size();
                seen[1] += result.problems().size();
            }
        });
        assertTrue(seen[0] > MUTATIONS / 2 && seen[1] > MUTATIONS / 4, "records " + seen[0] + ", problems " + seen[1]);
    }

    private static void damage(byte[] text, Random random) {
        int at = random.nextInt(text.length - 16);
        switch (random.nextInt(4)) {
            case 0 -> text[at] = (byte) random.nextInt();
            case 1 -> text[at] = (byte) PIECES.charAt(random.nextInt(PIECES.length()));
            case 2 -> System.arraycopy(text, random.nextInt(text.length - 16), text, at, 16);
            default -> text[at] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
