package org.rpcscope.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnwrapperTest {

    private static final String ELASTIC = """
        {"took":3,"hits":{"total":2,"hits":[
          {"_index":"logs","_id":"a","_source":{"source":{"ip":"10.0.0.1"},
             "message":"a \\"_source\\": { brace"},"sort":[1]},
          {"_index":"logs","_id":"b","_source" : {"source.ip":"10.0.0.2"}}]}}
        """;

    @Test
    void hitsOfElasticsearchGiveTheirSources() throws IOException {
        String expected = """
            {"source":{"ip":"10.0.0.1"},     "message":"a \\"_source\\": { brace"}
            {"source.ip":"10.0.0.2"}
            """;
        assertEquals(expected.replaceAll(" {2,}", " "), read(ELASTIC).replaceAll(" {2,}", " "));
        String lines = "{\"_index\":\"a\",\"_source\":{\"x\":1}}\n{\"_index\":\"a\",\"_source\":{\"x\":{\"y\":2}}}\n";
        assertEquals("{\"x\":1}\n{\"x\":{\"y\":2}}\n", read(lines));
    }

    @Test
    void bulkLinesLoseWhatIsToBeDoneWithThem() throws IOException {
        String line = "{\"message\":\"" + "x".repeat(3000) + "\"}\n";
        String action = "{\"index\":{\"_index\":\"logs\"}}\n";
        assertEquals(line + "{\"x\":1}\n", read(action + line + "{ \"create\" : {} }\n{\"x\":1}\n"));
    }

    @Test
    void splunkGivesRawRecords() throws IOException {
        String json =
                "{\"preview\":false,\"offset\":0,\"result\":{\"_time\":\"2026\",\"_raw\":\"{\\\"a\\\":\\\"\\u00fc\\ud83d\\ude00\\\"}\\r"
                    + "\\n"
                    + "\"}}\n"
                    + "{\"preview\":false,\"result\":{\"_raw\":\"Nov 24 host %ASA-6-302013:\\tBuilt \\\\"
                    + " C:\\\\x\"}}\n";
        assertEquals("{\"a\":\"\u00FC\uD83D\uDE00\"}  \nNov 24 host %ASA-6-302013:\tBuilt \\ C:\\x\n", read(json));
        String csv = "\"_time\",\"_raw\",host\r\n"
                + "2026,\"<Event>\n"
                + "  \"\"x\"\"</Event>\",a\r\n"
                + "2027,plain,\"b\n"
                + "c\"\r\n"
                + "2028,,x\n";
        assertEquals("<Event>   \"x\"</Event>\nplain\n", read(csv));
    }

    @Test
    void otherTextStaysAsItIs() throws IOException {
        for (String text :
                new String[] {"", "{\"_raw\":1}\n", "a,b\n1,2\n", "{\"message\":\"\\\"_source\\\":{\",\"_index\":1}\n"
                }) {
            assertEquals(text, read(text));
        }
    }

    @Test
    void mutatedExportsNeitherFailNorHang() throws IOException {
        byte[] all = (ELASTIC + "{\"result\":{\"_raw\":\"\\u00fc\\n\"}}\n").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261124);
        long length = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = all.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            length += read(new String(bytes, StandardCharsets.ISO_8859_1)).length();
        }
        assertTrue(length > 100_000);
    }

    private static String read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes));
                InputStream stream = new SourceStream(source)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
