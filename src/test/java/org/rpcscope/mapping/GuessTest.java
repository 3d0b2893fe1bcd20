package org.rpcscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessTest {

    private static final String NAMED = """
        # exported by somebody
        Date;Time;Source address;Src Port;Dest IP;DPort;Protocol;Action;Comment
        24.11.2026;10:15:00;10.20.4.31;57714;45.148.10.77;135;TCP;Allow;"a; ""b\"\""
        24.11.2026;10:16:00;10.20.4.31;57716;45.148.10.78;135;TCP;Deny;
        """;

    @Test
    void columnsAreKnownByTheirNames() {
        Guess guess = guess(NAMED);
        assertEquals(new Mapping.Shape(false, ';', true), guess.mapping().shape());
        assertEquals(
                "Date=DATE Time=CLOCK Source address=SOURCE Src Port=SOURCE_PORT Dest IP=DESTINATION"
                        + " DPort=DESTINATION_PORT Protocol=TRANSPORT Action=ACTION Comment=NONE",
                columns(guess));
        assertEquals("a; \"b\"", guess.rows().getFirst().get(8));
        assertEquals(EnumSet.noneOf(Mapping.Fault.class), guess.mapping().faults());
    }

    @Test
    void withoutNamesColumnsAreKnownByTheirContent() {
        Guess guess = guess("1795514400\t10.0.0.1\t50000\t45.1.2.3\t135\ttcp\tallow\t77\n"
                + "1795514401\t10.0.0.1\t50001\tfd12::1\t135\tudp\tdeny\t78\n");
        assertEquals(new Mapping.Shape(false, '\t', false), guess.mapping().shape());
        assertEquals(
                "1=TIME 2=SOURCE 3=SOURCE_PORT 4=DESTINATION 5=DESTINATION_PORT 6=TRANSPORT 7=ACTION 8=NONE",
                columns(guess));
    }

    @Test
    void aNameThatItsValuesContradictIsNotBelieved() {
        Guess guess = guess("time,source,destination,dst ip,src ip,port\n"
                + "2026-11-24 10:00:00,zone-a,zone-b,45.1.2.3,10.0.0.1,135\n");
        assertEquals(
                "time=TIME source=NONE destination=NONE dst ip=DESTINATION src ip=SOURCE port=DESTINATION_PORT",
                columns(guess));
    }

    @Test
    void membersOfJsonAreColumnsByTheirPaths() {
        Guess guess =
                guess("{\"when\":\"2026-11-24T10:00:00Z\",\"src\":{\"ip\":[\"10.0.0.1\"]},\"dst.ip\":\"45.1.2.3\"}\n"
                        + "{\"when\":\"2026-11-24T10:00:01Z\",\"dport\":135,\"sport\":5}\n");
        assertEquals(
                "when=TIME src.ip=SOURCE dst.ip=DESTINATION dport=DESTINATION_PORT sport=SOURCE_PORT", columns(guess));
    }

    @Test
    void whatIsNoTableIsNone() {
        for (String text :
                List.of("", "hello\n", "a,b\n1,2\n", "Nov 24 10:00:00 host kernel: IN=eth0\n", "{\"a\n", "{}\n")) {
            assertNull(Guess.of(bytes(text)), text);
        }
    }

    @Test
    void faultsSayWhatIsMissing() {
        Mapping mapping = guess(NAMED).mapping();
        assertEquals(
                EnumSet.of(Mapping.Fault.NO_TIME), mapping.with(0, Meaning.NONE).faults());
        assertEquals(
                EnumSet.of(Mapping.Fault.NO_SOURCE, Mapping.Fault.TWICE),
                mapping.with(2, Meaning.DESTINATION).faults());
        assertEquals(
                EnumSet.of(Mapping.Fault.NO_PORT), mapping.with(5, Meaning.NONE).faults());
    }

    @Test
    void aMappingIsTheSameAfterItWasAFile(@TempDir Path folder) throws IOException, MappingFile.BadMapping {
        Mapping mapping = guess(NAMED).mapping().with(8, Meaning.USER).withDayFirst(true);
        assertEquals(mapping, MappingFile.read(MappingFile.write(mapping)));
        Path file = folder.resolve("new/mappings.json");
        SavedMappings saved = SavedMappings.load(file);
        saved.put(mapping);
        saved.save();
        SavedMappings loaded = SavedMappings.load(file);
        assertEquals(mapping, loaded.choose(bytes(NAMED)).mapping());
        assertTrue(loaded.knows(mapping));
        Files.writeString(file, "[{\"version\":9}, 7, {\"version\":1}]");
        assertEquals(
                guess(NAMED).mapping(),
                SavedMappings.load(file).choose(bytes(NAMED)).mapping());
        Files.writeString(file, "no json");
        assertEquals(
                guess(NAMED).mapping(),
                SavedMappings.load(file).choose(bytes(NAMED)).mapping());
    }

    @Test
    void badFilesSayWhy() {
        for (String text : List.of(
                "is no JSON",
                "is no mapping of version 1 [1]",
                "has no columns {\"version\":1}",
                "separator: one letter is needed {\"version\":1,\"separator\":\"\",\"columns\":[]}",
                "a column cannot mean \"x\" {\"version\":1,\"columns\":[{\"name\":\"a\",\"meaning\":\"x\"}]}")) {
            int at = Math.max(text.indexOf(" {"), text.indexOf(" ["));
            String json = at < 0 ? "{" : text.substring(at + 1);
            String reason = at < 0 ? text : text.substring(0, at);
            Exception thrown = assertThrows(MappingFile.BadMapping.class, () -> MappingFile.read(json));
            assertTrue(thrown.getMessage().startsWith(reason), thrown.getMessage());
        }
    }

    private static String columns(Guess guess) {
        return guess.mapping().columns().stream()
                .map(column -> column.name() + "=" + column.meaning())
                .collect(Collectors.joining(" "));
    }

    private static Guess guess(String text) {
        Guess guess = Guess.of(bytes(text));
        assertNotNull(guess);
        return guess;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
