package org.rpcscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnInterfacesTest {

    private static final UUID OWN = UUID.fromString("11111111-2222-3333-4444-555555555555");

    @TempDir
    Path folder;

    private Path file(byte... content) throws IOException {
        return Files.write(folder.resolve("own.tsv"), content);
    }

    private static void assertUnused(OwnInterfaces own, String... faults) {
        assertEquals(List.of(faults), own.faults());
        assertSame(Interfaces.bundled(), own.interfaces().get());
    }

    @Test
    void namesGoBeforeWhatIsKnown() throws IOException {
        String line = OWN + "\t7\tourapp\tDoIt\t-\t-\t-\t-\n";
        OwnInterfaces own = OwnInterfaces.read(file(line.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), own.faults());
        assertEquals("ourapp", own.interfaces().get().name(OWN));
        assertEquals("DoIt", own.interfaces().get().operation(OWN, 7));
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsUsed() throws IOException {
        Path file = file((byte) 'x');
        assertUnused(OwnInterfaces.read(file), file + ": line 1: 8 cells are wanted, separated by tabs, not 1");
        file((byte) 0xFF, (byte) 0xFE);
        assertUnused(OwnInterfaces.read(file), file + " is not UTF-8 text");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(Interfaces.LONGEST + 1L);
        }
        assertUnused(OwnInterfaces.read(file), file + " is larger than 8 MB");
        Path missing = folder.resolve("missing.tsv");
        assertUnused(OwnInterfaces.read(missing), missing + " cannot be read: " + missing);
        assertUnused(OwnInterfaces.NONE);
    }
}
