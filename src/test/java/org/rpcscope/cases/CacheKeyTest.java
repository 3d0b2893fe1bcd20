package org.rpcscope.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheKeyTest {

    @TempDir
    private Path folder;

    private CacheKey key() {
        return new CacheKey(folder.resolve("state").resolve("cache.key"));
    }

    @Test
    void itIsMadeOnceAndStays() throws IOException {
        assertNull(key().read());
        byte[] made = key().readOrMake();
        assertEquals(32, made.length);
        assertArrayEquals(made, key().readOrMake());
        assertArrayEquals(made, key().read());
        byte[] other = new CacheKey(folder.resolve("other.key")).readOrMake();
        assertFalse(Arrays.equals(made, other));
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        key().readOrMake();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key().file())));
    }

    @Test
    void oneThatCannotBeReadStays() throws IOException {
        Files.createDirectories(key().file());
        assertThrows(IOException.class, () -> key().readOrMake());
        assertTrue(Files.isDirectory(key().file()));
    }

    @Test
    void oneThatIsCutShortIsMadeAnew() throws IOException {
        Files.createDirectories(key().file().getParent());
        Files.write(key().file(), new byte[7]);
        assertNull(key().read());
        assertArrayEquals(key().readOrMake(), key().read());
        try (Stream<Path> files = Files.list(key().file().getParent())) {
            assertEquals(List.of(key().file()), files.toList(), "nothing else is left there");
        }
    }
}
