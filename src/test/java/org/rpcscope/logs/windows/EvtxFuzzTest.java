package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rpcscope.logs.windows.EvtxWriter.Event;
import org.rpcscope.logs.windows.EvtxWriter.Value;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** Log files that were damaged at random: whatever they are, they are read to their end. */
class EvtxFuzzTest {

    private static final int MUTATIONS = 10_000;

    private static byte[] sound() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(EvtxFormatTest.filtered(5156, "WS31", "%%14592", "10.0.0.1", 50_000 + i, "10.0.0.2", 135));
            events.add(new Event("P" + i, 4688, "Security", "H", i, Map.of("A", Value.texts("a", "b"))));
        }
        byte[] file = EvtxWriter.file(events);
        file[120] = 1; // no checksums, which would all be wrong
        return file;
    }

    private static void damage(byte[] file, Random random, int end) {
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            int at = 4096 + (random.nextInt(8) == 0 ? random.nextInt(512) : random.nextInt(512, end));
            switch (random.nextInt(4)) {
                case 0 -> file[at] = (byte) random.nextInt();
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(file, at, at + 4, (byte) random.nextInt());
                default -> System.arraycopy(file, 4096 + random.nextInt(512, end), file, at, 16);
            }
        }
    }

    @Test
    void noDamageThrowsOrHangs() {
        byte[] sound = sound();
        EvtxFormat format = new EvtxFormat(WindowsLogs.clock());
        int whole = WindowsLogs.read(format, sound, 1).rows().size();
        assertEquals(4, whole);
        Random random = new Random(20_261_124);
        int[] kept = new int[2];
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] file = sound.clone();
                damage(file, random, 5000);
                Result result = WindowsLogs.read(format, file, 1);
                kept[0] += result.rows().size();
                kept[1] += result.problems().isEmpty() ? 0 : 1;
            }
        });
        assertTrue(kept[0] > MUTATIONS && kept[0] < 4 * MUTATIONS, "rows: " + kept[0]);
        assertTrue(kept[1] > MUTATIONS / 4, "with problems: " + kept[1]);
    }

    /**
     * What was learnt in one chunk says nothing of another, damaged or with its names elsewhere: chunks of one file give what
     * each of them gives alone.
     */
    @Test
    void chunksOfOneFileGiveWhatEachGivesAlone() {
        byte[] sound = sound();
        byte[] other = soundInOtherOrder();
        EvtxFormat format = new EvtxFormat(WindowsLogs.clock());
        Random random = new Random(20_261_125);
        int chunk = 1 << 16;
        for (int i = 0; i < MUTATIONS / 8; i++) {
            byte[] file = Arrays.copyOf(sound, 4096 + 3 * chunk);
            byte[] damaged = (i % 2 == 0 ? sound : other).clone();
            damage(damaged, random, 5000);
            byte[][] chunks = i % 3 == 0
                    ? new byte[][] {sound, damaged, other}
                    : new byte[][] {damaged, other, i % 3 == 1 ? sound : damaged};
            Result expected = new Result(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int c = 0; c < chunks.length; c++) {
                byte[] alone = Arrays.copyOf(Arrays.copyOf(sound, 4096), file.length);
                System.arraycopy(chunks[c], 4096, alone, 4096 + c * chunk, chunk);
                System.arraycopy(chunks[c], 4096, file, 4096 + c * chunk, chunk);
                Result one = WindowsLogs.read(format, alone, 1);
                expected.rows().addAll(one.rows());
                expected.events().addAll(one.events());
                expected.fields().addAll(one.fields());
                expected.problems().addAll(one.problems());
            }
            assertEquals(expected, WindowsLogs.read(format, file, 1), "mutation " + i);
        }
    }

    /** The same templates as in {@link #sound}, at other offsets of the chunk, with their names at others. */
    private static byte[] soundInOtherOrder() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            events.add(new Event("P" + i, 4688, "Security", "H", i, Map.of("A", Value.texts("c"))));
            events.add(EvtxFormatTest.filtered(5156, "WS32", "%%14592", "10.0.0.3", 50_000 + i, "10.0.0.4", 135));
        }
        byte[] file = EvtxWriter.file(events);
        file[120] = 1;
        return file;
    }

    /** Elements within elements, deeper than any log has. */
    @Test
    void xmlThatIsTooDeepIsRefused() {
        Result result = WindowsLogs.read(new EvtxFormat(WindowsLogs.clock()), deep(), 1);
        assertEquals(List.of("offset 4608: its XML is damaged"), result.problems());
    }

    private static byte[] deep() {
        byte[] file = new byte[4096 + (1 << 16)];
        byte[] sound = sound();
        System.arraycopy(sound, 0, file, 0, 4096 + 512);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(4096 + 512);
        bytes.putInt(0x2A2A).putInt(30_000).putLong(1).putLong(0);
        int name = 512 + 24 + 1 + 4 + 4;
        for (int i = 0; i < 1000; i++) {
            bytes.put((byte) 0x01).putInt(0).putInt(name);
            if (i == 0) {
                bytes.putInt(0)
                        .putShort((short) 0)
                        .putShort((short) 1)
                        .putShort((short) 'a')
                        .putShort((short) 0);
            }
            bytes.put((byte) 0x02);
        }
        bytes.putInt(4096 + 512 + 30_000 - 4, 30_000).putInt(4096 + 48, 512 + 30_000);
        return file;
    }
}
