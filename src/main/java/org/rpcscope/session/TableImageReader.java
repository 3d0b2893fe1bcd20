package org.rpcscope.session;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/** Reads a table as {@link TableImage} says. Once; one thread. */
final class TableImageReader {

    private static final int MOST_ADDRESSES = 1 << 28;

    private final ObservationTable table;
    private final BlockFile file;
    private int[] addresses = new int[0];
    private int[] texts = new int[0];
    private int[] eventTexts = new int[0];

    TableImageReader(ObservationTable table, BlockFile file) {
        this.table = table;
        this.file = file;
    }

    void read() throws IOException {
        ByteBuffer head = file.read(TableImage.HEAD);
        int rows = count(head.getInt(), Integer.MAX_VALUE);
        int events = count(head.getInt(), Integer.MAX_VALUE);
        long packets = head.getLong();
        int addressCount = count(head.getInt(), MOST_ADDRESSES);
        int textCount = count(head.getInt(), TextPool.MOST + 1);
        int eventTextCount = count(head.getInt(), TextPool.MOST + 1);
        addresses = addresses(addressCount);
        texts = texts(table.pools().texts(), textCount);
        eventTexts = texts(table.pools().eventTexts(), eventTextCount);
        for (int from = 0; from < rows; from += ObservationTable.CHUNK) {
            rows(from, Math.min(ObservationTable.CHUNK, rows - from));
        }
        list(TableImage.SAID, in -> {
            int row = in.readInt();
            table.converse(checked(row, rows), ConversationImage.read(in));
        });
        list(TableImage.NAMES, in -> {
            String name = ConversationImage.text(in);
            table.events().names().add(name == null ? "" : name, new IpAddress(in.readLong(), in.readLong()));
        });
        events(events);
        file.read(TableImage.END);
        table.packets(packets);
        table.end();
    }

    private int[] addresses(int count) throws IOException {
        AddressPool pool = table.pools().addresses();
        int[] numbers = new int[0];
        for (int at = 0; at < count; ) {
            ByteBuffer from = file.read(TableImage.ADDRESSES);
            int there = from.remaining() / 16;
            if (there == 0 || there > count - at) {
                throw new IOException("an impossible number of addresses");
            }
            numbers = Arrays.copyOf(numbers, Math.max(numbers.length, at + there));
            for (int i = 0; i < there; i++) {
                numbers[at++] = pool.intern(from.getLong(), from.getLong());
            }
        }
        return numbers;
    }

    private int[] texts(TextPool pool, int count) throws IOException {
        int[] numbers = new int[count];
        int[] at = {1}; // the absent text is not written
        list(TableImage.TEXTS, in -> {
            String text = ConversationImage.text(in);
            numbers[at[0]++] = pool.intern(text == null ? "" : text);
        });
        if (at[0] != count) {
            throw new IOException("texts are missing");
        }
        return numbers;
    }

    private void rows(int first, int count) throws IOException {
        ByteBuffer from = file.read(TableImage.ROWS);
        int flags = from.getInt();
        int words = Integer.bitCount(flags & 3) * 4;
        if (from.remaining() != count * (64 + 4 * words)) {
            throw new IOException("rows of an impossible size");
        }
        table.reserve(count);
        ObservationChunk chunk = table.chunk(first);
        mapped(from, chunk.source, addresses, count);
        mapped(from, chunk.destination, addresses, count);
        for (int[] column : List.of(chunk.ports, chunk.evidence, chunk.sourcePackets, chunk.destinationPackets)) {
            from.asIntBuffer().get(column, 0, count);
            from.position(from.position() + 4 * count);
        }
        for (long[] column : List.of(chunk.start, chunk.end, chunk.origin, chunk.sourceBytes, chunk.destinationBytes)) {
            from.asLongBuffer().get(column, 0, count);
            from.position(from.position() + 8 * count);
        }
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= chunk.evidence[i];
        }
        chunk.anyTurned = (all & Evidence.TURNED) != 0;
        if ((flags & 1) != 0) {
            chunk.texts();
        }
        if ((flags & 2) != 0) {
            chunk.names();
        }
        for (int[] column : TableImageWriter.words(chunk)) {
            mapped(from, column, texts, count);
        }
    }

    private static void mapped(ByteBuffer from, int[] column, int[] numbers, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            column[i] = numbers[checked(from.getInt(), numbers.length)];
        }
    }

    private static int checked(int number, int most) throws IOException {
        if (number < 0 || number >= most) {
            throw new IOException("a number that stands for nothing");
        }
        return number;
    }

    private static int count(int number, int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("an impossible number of things");
        }
        return number;
    }

    private void events(int count) throws IOException {
        EventTable events = table.events();
        List<Integer> kinds = new ArrayList<>();
        list(TableImage.KINDS, in -> {
            @Nullable String category = ConversationImage.text(in);
            @Nullable String product = ConversationImage.text(in);
            @Nullable String service = ConversationImage.text(in);
            String code = String.valueOf(ConversationImage.text(in));
            EventKind kind =
                    new EventKind(category, product, service, code, String.valueOf(ConversationImage.text(in)));
            kinds.add(kind.equals(EventKind.OTHER) ? 0 : events.kinds().intern(kind));
        });
        for (int first = 0; first < count; first += EventTable.CHUNK) {
            events(Math.min(EventTable.CHUNK, count - first), kinds);
        }
    }

    private void events(int count, List<Integer> kinds) throws IOException {
        ByteBuffer from = file.read(TableImage.EVENTS);
        if (from.remaining() != count * 40) {
            throw new IOException("events of an impossible size");
        }
        int at = from.position();
        for (int i = 0; i < count; i++) {
            int ints = at + 16 * count + 4 * i;
            int step = 4 * count;
            table.events()
                    .write(new EventBatch.Cells(
                            from.getLong(at + 8 * i),
                            from.getLong(at + 8 * count + 8 * i),
                            eventTexts[checked(from.getInt(ints), eventTexts.length)],
                            address(from.getInt(ints + 3 * step)),
                            address(from.getInt(ints + 4 * step)),
                            eventTexts[checked(from.getInt(ints + step), eventTexts.length)],
                            kinds.get(checked(from.getInt(ints + 5 * step), kinds.size())),
                            eventTexts[checked(from.getInt(ints + 2 * step), eventTexts.length)],
                            null));
        }
    }

    private int address(int number) throws IOException {
        return number == EventTable.NO_ADDRESS ? number : addresses[checked(number, addresses.length)];
    }

    private interface Part {
        void read(DataInputStream in) throws IOException;
    }

    /** Reads the blocks of a list, up to the empty one. */
    private void list(int tag, Part part) throws IOException {
        while (true) {
            ByteBuffer from = file.read(tag);
            if (!from.hasRemaining()) {
                return;
            }
            byte[] bytes = new byte[from.remaining()];
            from.get(bytes);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            while (in.available() > 0) {
                part.read(in);
            }
        }
    }
}
