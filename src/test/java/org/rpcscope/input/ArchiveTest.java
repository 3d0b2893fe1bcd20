package org.rpcscope.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String LONG = "a-folder-of-a-long-name/".repeat(6) + "conn.log";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"zip", "stored zip", "tar", "tar.gz", "tar.zst"})
    void eachMemberIsASourceOfItsOwn(String kind) throws IOException {
        byte[] conn = bytes("conn ".repeat(50_000));
        byte[] packed = gzip(bytes("packed once more"));
        byte[] archive = switch (kind) {
            case "zip" -> zip(ZipEntry.DEFLATED, LONG, conn, "empty", new byte[0], "b.gz", packed);
            case "stored zip" -> zip(ZipEntry.STORED, LONG, conn, "empty", new byte[0], "b.gz", packed);
            default -> tar(LONG, conn, "empty", new byte[0], "b.gz", packed);
        };
        byte[] file = kind.endsWith("gz") ? gzip(archive) : kind.endsWith("zst") ? Zstd.compress(archive) : archive;
        List<String> expected =
                List.of("-/" + LONG + " " + "conn ".repeat(50_000), "-/empty ", "-/b.gz packed once more");
        assertEquals(expected, members(file, true));
        List<String> names = expected.stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertEquals(names, members(file, false), "what is not read of a member is passed over");
    }

    /** What stands between members falls on every place in the buffer through which an archive is read, also its edge. */
    @ParameterizedTest
    @ValueSource(strings = {"zip", "stored zip", "tar", "gzip"})
    void largeArchivesAreReadAcrossTheEdgesOfTheBuffer(String kind) throws IOException {
        Random random = new Random(20261124);
        for (int round = 0; round < 20; round++) {
            List<Object> parts = new ArrayList<>();
            StringBuilder all = new StringBuilder();
            while (all.length() < 1 << 20) {
                String content = letters(random, random.nextInt(20_000));
                parts.addAll(List.of("m" + all.length(), bytes(content)));
                all.append(content);
            }
            byte[] archive = switch (kind) {
                case "zip" -> zip(ZipEntry.DEFLATED, parts.toArray());
                case "stored zip" -> zip(ZipEntry.STORED, parts.toArray());
                case "tar" -> tar(parts.toArray());
                default -> gzips(parts);
            };
            String read = assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> kind.equals("gzip") ? utf8(archive) : contents(archive));
            assertEquals(all.toString(), read);
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder(length);
        random.ints(length, 'A', '{').forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static byte[] gzips(List<Object> namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 1; i < namesAndBytes.size(); i += 2) {
            out.write(gzip((byte[]) namesAndBytes.get(i)));
        }
        return out.toByteArray();
    }

    private static String contents(byte[] archive) throws IOException {
        return members(archive, true).stream()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .collect(Collectors.joining());
    }

    @Test
    void aMemberIsFoundAgainByItsName() throws IOException {
        byte[] inner = zip(ZipEntry.DEFLATED, "deep/x.log", bytes("found"));
        Path file = Files.write(folder.resolve("all.tar.gz"), gzip(tar("first", bytes("1"), "inner.zip", inner)));
        for (String name : List.of("/first 1", "/inner.zip/deep/x.log found")) {
            String[] words = name.split(" ");
            try (ByteSource source = Sources.open(Path.of(file + words[0]))) {
                assertEquals(file + words[0], source.name());
                assertEquals(words[1], text(source));
            }
        }
        assertEquals("the archive has no such member", refusal(Path.of(file + "/second")));
        assertEquals("no such file", refusal(folder.resolve("no/such")));
        Path plain = Files.write(folder.resolve("plain.txt"), bytes("no archive at all"));
        assertEquals("no such file", refusal(plain.resolve("x")));
    }

    @Test
    void namesLeadNowhere() throws IOException {
        byte[] archive = zip(
                ZipEntry.DEFLATED,
                "../../etc/passwd",
                bytes("1"),
                "/absolute",
                bytes("2"),
                "C:\\Windows\\..\\x",
                bytes("3"),
                "..",
                bytes("4"),
                "bell\u0007 and \u001B[31mred",
                bytes("5"));
        assertEquals(
                List.of("-/etc/passwd 1", "-/absolute 2", "-/C:/Windows/x 3", "-/unnamed 4", "-/bell_ and _[31mred 5"),
                members(archive, true));
        assertEquals(List.of("-/etc/passwd 1"), members(tar("/../etc/passwd", bytes("1")), true));
    }

    @Test
    void encryptedMembersAreSaidToBeSo() throws IOException {
        byte[] archive = zip(ZipEntry.STORED, "secret", bytes("xxxx"), "open", bytes("hello"));
        archive[6] |= 1;
        assertEquals(List.of("-/secret refused: is encrypted", "-/open hello"), members(archive, true));
        archive[6] = 0;
        archive[8] = 14;
        assertEquals(
                List.of("-/secret refused: is packed by method 14, which is not known here", "-/open hello"),
                members(archive, true));
    }

    @Test
    void aBombIsReadNoFurther() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] zeros = new byte[1 << 20];
        CRC32 checksum = new CRC32();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            for (int i = 0; i < 100; i++) {
                deflater.write(zeros);
                checksum.update(zeros);
            }
        }
        byte[] bomb = stored(localHeader("bomb", 8, packed.size(), 100 << 20, (int) checksum.getValue()), packed);
        String refusal = "the archive unpacks to more than 200 times its size: it is read no further";
        assertEquals(List.of("-/bomb broken: " + refusal, "broken: " + refusal), members(bomb, true));
        byte[] nested = tar("inner.zip", bomb);
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(gzip(nested)));
                Archive outer = Archive.of(source, Sources.head(source))) {
            ByteSource inner = outer.next().source();
            assertEquals(List.of("-/inner.zip/bomb broken: " + refusal, "broken: " + refusal), members(inner, true));
        }
    }

    @Test
    void whatIsCutOffIsGivenUpToThere() throws IOException {
        byte[] log = new byte[20_000];
        new Random(4).nextBytes(log);
        byte[] tar = tar("a", bytes("1"), "b", log);
        List<String> cut = members(Arrays.copyOf(tar, 10_000), true);
        assertEquals("-/a 1", cut.getFirst());
        assertTrue(cut.getLast().endsWith("broken: the tar archive is cut off"), cut.getLast());
        byte[] zip = zip(ZipEntry.DEFLATED, "a", bytes("1"), "b", log);
        assertEquals("-/a 1", members(Arrays.copyOf(zip, 10_000), true).getFirst());
        assertTrue(members(Arrays.copyOf(zip, 10_000), true).get(1).endsWith("broken: the zip data is cut off"));
    }

    @Test
    void mutatedArchivesNeitherFailNorHang() throws IOException {
        byte[] zip = zip(ZipEntry.DEFLATED, "a.log", bytes("line\n".repeat(100)), "b", bytes("2"), "c/", new byte[0]);
        byte[] stored = zip(ZipEntry.STORED, "a.log", bytes("line\n".repeat(100)), "b", bytes("2"));
        byte[] tar = tar(LONG, bytes("line\n".repeat(100)), "b", bytes("2"));
        Random random = new Random(20261124);
        int read = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] bytes = (i % 3 == 0 ? zip : i % 3 == 1 ? stored : tar).clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            read += members(cut, i % 2 == 0).size();
        }
        assertTrue(read > 5000, "most mutations leave something to read: " + read);
    }

    @Test
    void otherFilesAreNoArchives() {
        assertFalse(Archive.begins(new InputFormat.Head(new byte[0])));
        assertFalse(Archive.begins(new InputFormat.Head(new byte[1024])));
        assertFalse(Archive.begins(new InputFormat.Head(bytes("#separator \\x09\n".repeat(100)))));
    }

    @Test
    void textOfUtf16IsReadAsUtf8() throws IOException {
        String text = "time,source\r\n2026-11-24,\u00FC\u20AC\uD83D\uDE00\n".repeat(5000);
        for (String name : List.of("UTF-16LE", "UTF-16BE")) {
            byte[] plain = text.getBytes(name);
            byte[] marked = ("\uFEFF" + text).getBytes(name);
            for (byte[] bytes : List.of(plain, marked, gzip(plain), gzip(marked))) {
                assertEquals(text, utf8(bytes));
                Path file = Files.write(folder.resolve("text"), bytes);
                try (ByteSource source = Sources.open(file)) {
                    assertFalse(source.positional());
                }
            }
        }
        byte[] broken = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8, 'b', 0, 0, (byte) 0xDC, 0, (byte) 0xD8, 'x'};
        assertEquals("a\uFFFDb\uFFFD\uFFFD", utf8(broken));
        assertEquals("", utf8(new byte[] {(byte) 0xFF, (byte) 0xFE}));
    }

    // ---- reading

    private static List<String> members(byte[] file, boolean whole) throws IOException {
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(file))) {
            return members(source, whole);
        }
    }

    private static List<String> members(ByteSource source, boolean whole) throws IOException {
        List<String> members = new ArrayList<>();
        try (Archive archive = Archive.of(source, Sources.head(source))) {
            if (archive == null) {
                return members;
            }
            for (Archive.Member member = archive.next(); member != null; member = archive.next()) {
                String name = member.source().name();
                members.add(member.refusal() != null ? name + " refused: " + member.refusal() : name);
                if (whole && member.refusal() == null) {
                    members.set(members.size() - 1, name + " " + text(member.source()));
                }
            }
        } catch (IOException e) {
            members.add("broken: " + e.getMessage());
        }
        return members;
    }

    private static String text(ByteSource source) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[5000];
        String failure = "";
        try {
            int count = source.read(0, ByteBuffer.wrap(buffer));
            for (long at = 0; count > 0; count = source.read(at, ByteBuffer.wrap(buffer))) {
                all.write(buffer, 0, all.size() > 1 << 20 ? 0 : count);
                at += count;
            }
        } catch (IOException e) {
            failure = "broken: " + e.getMessage();
        }
        boolean much = all.size() > 1 << 19;
        return (much ? "" : all.toString(StandardCharsets.ISO_8859_1)) + failure;
    }

    private static String refusal(Path path) {
        try (ByteSource source = Sources.open(path)) {
            return source.name() + " was opened";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    // ---- making

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zip(int method, Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(method);
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                byte[] bytes = (byte[]) namesAndBytes[i + 1];
                ZipEntry entry = new ZipEntry((String) namesAndBytes[i]);
                CRC32 checksum = new CRC32();
                checksum.update(bytes);
                entry.setCrc(checksum.getValue());
                entry.setSize(bytes.length);
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }

    private static byte[] stored(byte[] header, ByteArrayOutputStream data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(header);
        data.writeTo(out);
        return out.toByteArray();
    }

    private static byte[] localHeader(String name, int method, int packed, int size, int checksum) {
        ByteBuffer header = ByteBuffer.allocate(30 + name.length()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034B50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) method)
                .putInt(0);
        header.putInt(checksum)
                .putInt(packed)
                .putInt(size)
                .putShort((short) name.length())
                .putShort((short) 0);
        return header.put(bytes(name)).array();
    }

    /** As GNU tar does: a name of more than 100 bytes has a header of its own. */
    private static byte[] tar(Object... namesAndBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < namesAndBytes.length; i += 2) {
            byte[] name = bytes((String) namesAndBytes[i]);
            if (name.length > 100) {
                block(out, bytes("././@LongLink"), 'L', name);
            }
            block(out, Arrays.copyOf(name, Math.min(100, name.length)), '0', (byte[]) namesAndBytes[i + 1]);
        }
        out.write(new byte[1024]);
        return out.toByteArray();
    }

    private static void block(ByteArrayOutputStream out, byte[] name, char type, byte[] data) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(512);
        header.put(name).position(124);
        header.put(bytes("%011o".formatted(data.length))).position(148);
        header.put(bytes("        ")).put((byte) type).position(257);
        header.put(bytes("ustar  "));
        int sum = 0;
        for (byte each : header.array()) {
            sum += each & 0xFF;
        }
        header.position(148);
        header.put(bytes("%06o".formatted(sum))).put((byte) 0);
        out.write(header.array());
        out.write(data);
        out.write(new byte[(512 - data.length % 512) % 512]);
    }

    private static String utf8(byte[] bytes) throws IOException {
        try (ByteSource source = Sources.standardInput(new ByteArrayInputStream(bytes))) {
            try (InputStream stream = new SourceStream(source)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
