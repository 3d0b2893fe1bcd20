package org.rpcscope.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are written over several lines are read as one each, and stay on the line of the file. */
class SeveralLinesTest {

    @Test
    void objectsOverSeveralLinesAreJoined() throws IOException {
        String text = """
            {
              "a": 1,
              "b": {"c": "x } \\" {"}
            }
            {
              "a": 2
            }
            """;
        String expected = """
            { "a": 1, "b": {"c": "x } \\" {"} }



            { "a": 2 }


            """;
        assertEquals(expected, read(text));
    }

    @Test
    void arraysAreTakenApart() throws IOException {
        assertEquals(
                "\n{ \"type\": \"FLOW\" }\n\n\n\n{ \"type\": \"FLOW\", \"l\": [1, {\"m\":2}] }\n\n\n\n\n\n\n",
                read("""
                    [
                    {
                    \t"type": "FLOW"
                    }
                    ,
                    {
                    \t"type": "FLOW",
                    \t"l": [1,
                    \t  {"m":2}]
                    }

                    ]
                    """));
        assertEquals("{\"a\":[[1]]}\n{\"b\":{}}\n{\"c\":3}\n", read("[{\"a\":[[1]]},{\"b\":{}}, {\"c\":3}]"));
        assertEquals("{ \"a\" : 1 }\n\n{ \"a\" : 2 }\n\n\n", read("[ {\n  \"a\" : 1\n}, {\n  \"a\" : 2\n} ]\n"));
        assertEquals("\n{\"time\":1}\n{\"time\":2}\n\n", read("{\"records\": [\n{\"time\":1},\n{\"time\":2}\n]}\n"));
    }

    /** A record that breaks off, within a text or between members, takes no other with it. */
    @Test
    void aBrokenRecordEndsWhereTheNextBegins() throws IOException {
        assertEquals(
                "{ \"a\": 1, \"b\": \"brok \n\n\n{ \"a\": 2 }\n\n\n",
                read("{\n  \"a\": 1,\n  \"b\": \"brok\n{\n  \"a\": 2\n}\n"));
        assertEquals("{ \"a\": 1, \n\n{ \"a\": 2 }\n\n\n", read("{\n\"a\": 1,\n{\n\"a\": 2\n}\n"));
        assertEquals("{ \"a\": 1 }\n\n\nnonsense\n\n{ \"a\": \n", read("{\n \"a\": 1\n}\nnonsense\n]\n{\n \"a\":\n"));
    }

    @Test
    void cellsInQuotesMayHoldLineEnds() throws IOException {
        assertEquals(
                "time,src,dst,note\n1,a,b,\"two  lines, \"\"so\"\"\"\r\n\n2,a,b,c\n",
                read("time,src,dst,note\n1,a,b,\"two\r\nlines, \"\"so\"\"\"\r\n2,a,b,c\n"));
        assertEquals(
                "\uFEFF\"ti me\";src;dst\n\n1;\" x  \";b\n\n\n\n", read("\uFEFF\"ti\nme\";src;dst\n1;\"\nx\n\n\";b\n"));
    }

    /** A quote that is not closed as it should be takes no other row with it. */
    @Test
    void aQuoteThatNothingClosesWasNone() throws IOException {
        String sound = "a,b,c\n1,\"x\ny\",3\n";
        String joined = "a,b,c\n1,\"x y\",3\n\n";
        assertEquals(joined + "2,\"open,3\n4,\"x\",5\n6,7,8\n", read(sound + "2,\"open,3\n4,\"x\",5\n6,7,8\n"));
        String many = "2,2,2\n".repeat(QuotedLines.LONGEST_CELL);
        assertEquals(joined + "2,\"open,3\n" + many, read(sound + "2,\"open,3\n" + many));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\n{\"a\":1}\n",
                "{\"a\":1,\n{\"a\":1}\n",
                "{\"a\":\"{\\\\\"}\n{\"a\":1}\n",
                "{\"a\":1}\n{\n\"a\":1}\n",
                "[Nov 24] a\n",
                "a,\"b\nc\n",
                "a,b,c\n1,\"2,3\n\"4\",5,6\n",
                "a,b,c\n1,\"2\",3\n",
                "type=\"x\",a,b\n\u0000,\"x\ny\",\n"
            })
    void otherTextStaysAsItIs(String text) throws IOException {
        assertEquals(text, read(text));
    }

    @Test
    void mutatedRecordsNeitherFailNorHang() throws IOException {
        String json = "[\n {\n  \"a\": [1, {\"b\": \"c\\\"\"}],\n  \"d\": null\n },\n {\n  \"a\": 2\n }\n]\n";
        String csv = "a,b,c\n1,\"x\ny\",3\n4,\"\"\"\n,\n\",6\n7,8,9\n";
        Random random = new Random(20261124);
        String pieces = "{}[]\",;\n\\: \u0000\u00ff";
        int joined = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? json : csv);
            for (int k = random.nextInt(5); k >= 0; k--) {
                int at = random.nextInt(text.length() - 1);
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                }
            }
            String read = read(text.toString());
            joined += read.contentEquals(text) ? 0 : 1;
            assertTrue(read.length() <= text.length() * 2 + 4);
        }
        assertTrue(joined > 5_000, "joined: " + joined);
    }

    /** The state is kept between the pieces in which a long input comes, and what is held comes out whole. */
    @Test
    void longRecordsAreJoinedAcrossPieces() throws IOException {
        String member = "  \"m\": \"" + "x".repeat(50) + "\",\n";
        String text = "[\n{\n" + member.repeat(10_000) + "  \"z\": 1\n}\n]\n";
        String read = read(text);
        assertEquals(text.lines().count(), read.lines().count());
        assertEquals(2, read.lines().filter(line -> !line.isEmpty()).count() + 1);
        String cells = "a,b,c\n1,\"x\ny\",3\n" + ("1,\"" + "\n".repeat(40_000) + "\",3\n").repeat(3);
        assertEquals(cells.lines().count(), read(cells).lines().count());
        assertEquals(5, read(cells).lines().filter(line -> !line.isEmpty()).count());
    }

    private static String read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes));
                InputStream stream = new SourceStream(source)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
