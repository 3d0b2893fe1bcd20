package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

/** Tables of all kinds, written and read again, and files that are none. */
class TableImageTest {

    /** Bytes before the content of a block: what it is, its length, its seal. */
    private static final int HEAD = 8 + Seal.LENGTH;

    private static final Input INPUT = new Input("a.log", "test", 7);

    /** Matches some events, with equal verdicts as one object as a rule. */
    private static final EventJudge JUDGE = event -> event.origin() % 3 != 0
            ? null
            : new EventJudge.Verdict(List.of((int) event.origin() % 5, 2), Map.of("user", "u" + event.origin() % 4));

    private static ObservationTable table(Random random) {
        Pools pools = new Pools();
        for (int i = random.nextInt(20); i > 0; i--) { // of other inputs
            pools.addresses().intern(address(random));
            pools.texts().intern("other" + i);
            pools.eventTexts().intern("another" + i);
        }
        ObservationTable table = new ObservationTable(INPUT, pools, () -> JUDGE);
        int rows = random.nextInt(4) == 0 ? random.nextInt(10_000) : random.nextInt(50);
        int first = table.reserve(rows);
        for (int row = first; row < rows; row++) {
            row(table, row, random);
        }
        for (int i = random.nextInt(4) == 0 ? random.nextInt(9000) : random.nextInt(30); i > 0; i--) {
            table.events().add(event(random));
        }
        table.packets(random.nextLong());
        table.end();
        return table;
    }

    private static void row(ObservationTable table, int row, Random random) {
        AddressPool addresses = table.pools().addresses();
        table.open(
                row,
                addresses.intern(address(random)),
                addresses.intern(address(random)),
                random.nextInt(),
                random.nextLong(),
                random.nextLong());
        table.count(row, random.nextLong(), -1, random.nextInt(), -1);
        table.see(row, random.nextLong(), random.nextInt());
        boolean sparse = row >= 4096; // whole blocks without words
        if (!sparse && random.nextBoolean()) {
            table.describe(row, text(table, random), text(table, random), 0, text(table, random));
        }
        if (!sparse && random.nextInt(5) == 0) {
            new Actors(table).name(row, text(table, random), 0, text(table, random), text(table, random));
        }
        if (!sparse && random.nextInt(9) == 0) {
            table.converse(row, conversation(random));
        }
    }

    private static IpAddress address(Random random) {
        return random.nextBoolean()
                ? IpAddress.v4(0x0A000000 + random.nextInt(100))
                : new IpAddress(random.nextLong(), random.nextLong());
    }

    private static int text(ObservationTable table, Random random) {
        return table.pools().texts().intern(word(random));
    }

    private static String word(Random random) {
        return List.of("", "SF", "ünïcode \uD83D\uDE00", "x".repeat(2000), "a\u0000b", "w" + random.nextInt(9))
                .get(random.nextInt(6));
    }

    private static LogEvent event(Random random) {
        EventKind kind = new EventKind(
                random.nextBoolean() ? null : "process_creation", "windows", null, "" + random.nextInt(4), "Kind");
        return new LogEvent(
                random.nextLong(),
                random.nextBoolean() ? null : "WS-" + random.nextInt(5),
                random.nextBoolean() ? null : address(random),
                random.nextBoolean() ? null : address(random),
                random.nextBoolean() ? null : word(random),
                kind,
                word(random),
                random.nextInt(1000),
                Map.of());
    }

    private static Conversation conversation(Random random) {
        InterfaceId id = new InterfaceId(new UUID(random.nextLong(), random.nextLong()), random.nextInt(), 1);
        EnumSet<Omission> omissions = EnumSet.allOf(Omission.class);
        omissions.removeIf(_ -> random.nextBoolean());
        return new Conversation(
                List.of(new Binding(id, null), new Binding(id, Binding.Result.values()[random.nextInt(4)])),
                List.of(Calls.captured(null, 3, random.nextLong(), 1), Calls.logged("svcctl", null, 2)),
                List.of(new Authentication("ntlm", null, "D", "u", null, word(random), Authentication.Outcome.DENIED)),
                List.of(
                        new Announcement(Announcement.Kind.ENDPOINT_MAPPER, id, address(random), null, 49_152),
                        new Announcement(Announcement.Kind.OBJECT_EXPORTER, null, null, "host", 1)),
                List.of("svcctl", word(random)),
                omissions);
    }

    private static Seal seal() {
        return new Seal(new Workers(1), new byte[Seal.SECRET], new byte[] {1});
    }

    private static byte[] image(ObservationTable table) throws IOException {
        Path file = Files.createTempFile("table", ".image");
        try {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                TableImage.write(table, channel, seal(), new Progress());
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    private static ObservationTable read(byte[] image, Pools pools) throws IOException {
        return read(image, seal(), pools);
    }

    private static ObservationTable read(byte[] image, Seal seal, Pools pools) throws IOException {
        Path file = Files.createTempFile("table", ".image");
        try {
            Files.write(file, image);
            ObservationTable table = new ObservationTable(INPUT, pools);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                TableImage.read(table, channel, seal, new Progress());
            }
            return table;
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 60)
    void whatIsReadIsEqualInEveryColumnAndEventWhateverThePoolsHold(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        ObservationTable table = table(random);
        Pools pools = new Pools();
        if (random.nextBoolean()) {
            table(random).pools();
            for (int i = 0; i < 40; i++) {
                pools.addresses().intern(address(random));
                pools.texts().intern(word(random));
                pools.eventTexts().intern("WS-" + random.nextInt(5));
            }
        }
        ObservationTable again = read(image(table), pools);
        assertEquals(TableWords.of(table), TableWords.of(again), "seed " + seed);
        assertEquals(0, again.events().matched(), "nobody has asked rules about them again");
    }

    @Test
    void aSealIsTheSameForAnyNumberOfThreadsAndAnotherForAnyOtherByte() {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        byte[] one = sealed(bytes, 1);
        assertArrayEquals(one, sealed(bytes, 3));
        for (int at : new int[] {0, 262_143, 262_144, 2_999_999}) {
            bytes[at]++;
            assertFalse(Seal.same(one, sealed(bytes, 3)), "byte " + at);
            bytes[at]--;
        }
        assertFalse(Seal.same(one, sealed(Arrays.copyOf(bytes, 2_999_999), 1)));
    }

    private static byte[] sealed(byte[] bytes, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new Seal(workers, new byte[Seal.SECRET], new byte[0])
                    .next(ByteBuffer.wrap(bytes, 0, 8), ByteBuffer.wrap(bytes, 8, bytes.length - 8));
        }
    }

    @Test
    void whatWasSealedWithAnotherSecretOrForAnotherFileOrInAnotherOrderIsRefused() throws IOException {
        byte[] image = image(table(new Random(3)));
        byte[] secret = new byte[Seal.SECRET];
        assertThrows(
                IOException.class, () -> read(image, new Seal(new Workers(1), secret, new byte[] {2}), new Pools()));
        Seal used = seal();
        used.next(ByteBuffer.allocate(1), ByteBuffer.allocate(1));
        assertThrows(IOException.class, () -> read(image, used, new Pools()));
        secret[31] = 1;
        assertThrows(
                IOException.class, () -> read(image, new Seal(new Workers(1), secret, new byte[] {1}), new Pools()));
        assertEquals(TableWords.of(read(image, new Pools())), TableWords.of(read(image, seal(), new Pools())));
    }

    @Property(tries = 150)
    void aDamagedFileIsRefused(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] image = image(table(random));
        byte[] damaged = random.nextBoolean() ? Arrays.copyOf(image, random.nextInt(image.length)) : image.clone();
        if (damaged.length == image.length) {
            damaged[random.nextInt(image.length)] ^= (byte) (1 + random.nextInt(255));
        }
        assertThrows(IOException.class, () -> read(damaged, new Pools()), "seed " + seed);
    }

    /** With seals that are right: made by somebody who wishes no good and has the secret. */
    @Property(tries = 400)
    void aForgedFileIsReadOrRefusedAndNothingElse(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] image = image(table(random));
        List<Integer> blocks = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < image.length; at += HEAD + bytes.getInt(at + 4)) {
            blocks.add(at);
        }
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int block = random.nextInt(3) == 0 ? 0 : blocks.get(random.nextInt(blocks.size()));
            int length = bytes.getInt(block + 4);
            if (length >= 4) {
                int at = block + HEAD + random.nextInt(length / 4) * 4;
                int[] telling = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 20, 0, 1, random.nextInt()};
                bytes.putInt(at, telling[random.nextInt(telling.length)]);
            }
        }
        Seal seal = seal();
        for (int block : blocks) {
            byte[] right = seal.next(bytes.slice(block, 8), bytes.slice(block + HEAD, bytes.getInt(block + 4)));
            bytes.put(block + 8, right);
        }
        try {
            TableWords.of(read(image, new Pools()));
        } catch (IOException refused) {
            assertNotNull(refused.getMessage());
        }
    }
}
