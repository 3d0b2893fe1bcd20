package org.rpcscope.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    private static final byte[] TEXT = text(300_000);

    @TempDir
    Path folder;

    @Test
    void aPlainFileIsReadAtAnyPosition() throws IOException {
        try (ByteSource source = Sources.open(file(TEXT))) {
            assertTrue(source.positional());
            assertEquals(TEXT.length, source.size());
            assertEquals(TEXT.length, source.packedSize());
            ByteBuffer tail = ByteBuffer.allocate(100);
            assertEquals(40, source.read(TEXT.length - 40, tail));
            assertArrayEquals(
                    Arrays.copyOfRange(TEXT, TEXT.length - 40, TEXT.length),
                    Arrays.copyOf(tail.array(), tail.position()));
            assertEquals(TEXT.length, source.consumed());
            assertEquals(0, source.read(TEXT.length + 5, ByteBuffer.allocate(8)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "two gzip members", "zstd", "two zstd frames"})
    void whatIsPackedIsUnpackedAndItsHeadIsKept(String packing) throws IOException {
        byte[] packed = switch (packing) {
            case "gzip" -> gzip(TEXT);
            case "two gzip members" -> join(gzip(part(0, 7)), gzip(part(7, TEXT.length)), new byte[512]);
            case "zstd" -> Zstd.compress(TEXT);
            default -> join(Zstd.compress(part(0, 7)), Zstd.compress(part(7, TEXT.length)));
        };
        try (ByteSource source = Sources.open(file(packed))) {
            assertFalse(source.positional());
            assertEquals(-1, source.size());
            assertArrayEquals(part(0, Sources.HEAD), Sources.head(source).bytes());
            assertArrayEquals(part(0, Sources.HEAD), Sources.head(source).bytes());
            assertArrayEquals(TEXT, rest(source, 0, 4096));
            assertEquals(packed.length, source.consumed());
            assertEquals(packed.length, source.packedSize());
        }
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(packed))) {
            assertArrayEquals(TEXT, rest(source, 0, 1 << 20));
            assertEquals("-", source.name());
        }
    }

    @Test
    void aStreamMayBePlainShortOrEmpty() throws IOException {
        for (int length : new int[] {0, 1, 3, Sources.HEAD, Sources.HEAD + 1, TEXT.length}) {
            try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(part(0, length)))) {
                assertEquals(
                        Math.min(length, Sources.HEAD), Sources.head(source).bytes().length);
                assertArrayEquals(part(0, length), rest(source, 0, 1000));
                assertEquals(length, source.consumed());
                assertEquals(-1, source.packedSize());
            }
        }
    }

    @Test
    void theBytesBeforeTheCutAreDeliveredAndThenTheCutIsNamed() throws IOException {
        byte[] gzip = gzip(TEXT);
        assertCut(Arrays.copyOf(gzip, gzip.length - 4), TEXT.length, "the gzip data is cut off");
        assertCut(Arrays.copyOf(gzip, gzip.length / 2), 100_000, "the gzip data is cut off");
        assertCut(Arrays.copyOf(gzip, 11), 0, "the gzip data is cut off");
        byte[] zstd = Zstd.compress(TEXT);
        assertCut(Arrays.copyOf(zstd, zstd.length / 2), 100_000, "the zstd data is damaged or cut off: ");
    }

    @Test
    void damageIsFoundByTheChecksum() throws IOException {
        byte[] gzip = gzip(TEXT);
        gzip[gzip.length - 8] ^= 1;
        assertCut(gzip, TEXT.length, "the gzip data is damaged: its checksum differs");
        byte[] length = gzip(TEXT);
        length[length.length - 1] ^= 1;
        assertCut(length, TEXT.length, "the gzip data is damaged: its length differs");
        assertCut(
                join(gzip(TEXT), new byte[] {1, 2, 3}),
                TEXT.length,
                "after the gzip data come bytes that are not gzip");
    }

    @Test
    void aWindowAbove128MebibytesIsRefused() throws IOException {
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) (18 << 3), 1, 0, 0}; // window log 28
        assertCut(frame, 0, "the zstd data is damaged or cut off: ");
    }

    @Test
    void anyByteOfAPackedInputMayBeWrong() throws IOException {
        Random random = new Random(20);
        byte[] plain = part(0, 5000);
        for (byte[] packed : new byte[][] {gzip(plain), Zstd.compress(plain)}) {
            for (int i = 0; i < 2000; i++) {
                byte[] bad = packed.clone();
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                bad = Arrays.copyOf(bad, random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length);
                try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bad))) {
                    assertTrue(rest(source, 0, 999).length < 1 << 22);
                } catch (IOException e) {
                    assertFalse(e.getMessage().isEmpty());
                }
            }
        }
    }

    @Test
    void whatCannotBeOpenedSaysWhy() {
        assertEquals(
                "is a folder",
                assertThrows(IOException.class, () -> Sources.open(folder)).getMessage());
        Path missing = folder.resolve("missing");
        assertEquals(
                "no such file",
                assertThrows(IOException.class, () -> Sources.open(missing)).getMessage());
        assertEquals(
                "no such file",
                assertThrows(IOException.class, () -> Sources.open(missing.resolve("below")))
                        .getMessage());
    }

    @Test
    void aFileThatBecomesShorterIsAFailureAndOneThatGrowsIsNot() throws IOException {
        Path path = file(TEXT);
        try (ByteSource source = Sources.open(path)) {
            Files.write(path, join(TEXT, TEXT));
            assertArrayEquals(TEXT, rest(source, 0, 1 << 16));
            Files.write(path, part(0, 10));
            IOException failure = assertThrows(IOException.class, () -> rest(source, 0, 1 << 16));
            assertEquals("the file became shorter while it was read", failure.getMessage());
        }
    }

    private void assertCut(byte[] packed, int atLeast, String reason) throws IOException {
        try (ByteSource source = Sources.open(file(packed))) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            IOException failure = assertThrows(IOException.class, () -> copy(source, 0, 1 << 12, seen));
            assertTrue(failure.getMessage().startsWith(reason), failure.getMessage());
            assertTrue(seen.size() >= atLeast, "only " + seen.size() + " bytes");
            assertArrayEquals(part(0, seen.size()), seen.toByteArray());
        }
    }

    private static byte[] rest(ByteSource source, long from, int step) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        copy(source, from, step, bytes);
        return bytes.toByteArray();
    }

    private static void copy(ByteSource source, long from, int step, ByteArrayOutputStream into) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(step);
        for (int count = source.read(from, buffer); count > 0; count = source.read(from + into.size(), buffer)) {
            into.write(buffer.array(), 0, count);
            buffer.clear();
        }
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("any.name"), bytes);
    }

    private static byte[] part(int from, int to) {
        return Arrays.copyOfRange(TEXT, from, to);
    }

    private static byte[] text(int length) {
        Random random = new Random(7);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 100 == 99 ? '\n' : 'a' + random.nextInt(20));
        }
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
