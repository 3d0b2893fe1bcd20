package org.rpcscope.session;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rpcscope.rpc.Conversation;

/** Writes a table as {@link TableImage} says. Once; one thread. */
final class TableImageWriter {

    private final ObservationTable table;
    private final EventTable events;
    private final BlockFile file;
    private final BitSet addresses = new BitSet();
    private final BitSet texts = new BitSet();
    private final BitSet eventTexts = new BitSet();
    private int[] addressNumbers = new int[0];
    private int[] textNumbers = new int[0];
    private int[] eventTextNumbers = new int[0];

    TableImageWriter(ObservationTable table, BlockFile file) {
        this.table = table;
        this.events = table.events();
        this.file = file;
    }

    void write() throws IOException {
        use();
        file.begin(32)
                .putInt(table.rows())
                .putInt(events.count())
                .putLong(table.packets())
                .putInt(addresses.cardinality())
                .putInt(texts.cardinality())
                .putInt(eventTexts.cardinality());
        file.write(TableImage.HEAD);
        addresses();
        texts(table.pools().texts(), texts);
        texts(table.pools().eventTexts(), eventTexts);
        for (int from = 0; from < table.rows(); from += ObservationTable.CHUNK) {
            rows(from, Math.min(ObservationTable.CHUNK, table.rows() - from));
        }
        new Lists(TableImage.SAID).conversations();
        new Lists(TableImage.NAMES).names();
        events();
        file.begin(0);
        file.write(TableImage.END);
    }

    private void use() {
        for (int row = 0; row < table.rows(); row++) {
            ObservationChunk chunk = table.chunk(row);
            int i = row & (ObservationTable.CHUNK - 1);
            addresses.set(chunk.source[i]);
            addresses.set(chunk.destination[i]);
            for (int[] column : words(chunk)) {
                texts.set(column[i]);
            }
        }
        for (int event = 0; event < events.count(); event++) {
            EventChunk chunk = events.chunk(event);
            int i = event & (EventTable.CHUNK - 1);
            eventTexts.set(chunk.host[i]);
            eventTexts.set(chunk.user[i]);
            eventTexts.set(chunk.subject[i]);
            if (chunk.address[i] >= 0) {
                addresses.set(chunk.address[i]);
            }
            if (chunk.peer[i] >= 0) {
                addresses.set(chunk.peer[i]);
            }
        }
        texts.set(TextPool.ABSENT); // so that it has number 0 here, too
        eventTexts.set(TextPool.ABSENT);
        addressNumbers = TableImage.numbered(addresses, addresses.length());
        textNumbers = TableImage.numbered(texts, texts.length());
        eventTextNumbers = TableImage.numbered(eventTexts, eventTexts.length());
    }

    /** The columns of texts that a chunk has; none where it has none. */
    static List<int[]> words(ObservationChunk chunk) {
        List<int[]> columns = new ArrayList<>();
        if (chunk.described()) {
            ObservationChunk.Texts words = chunk.words();
            columns.addAll(List.of(words.action, words.state, words.history, words.service));
        }
        if (chunk.isNamed()) {
            ObservationChunk.Names names = chunk.named();
            columns.addAll(List.of(names.user, names.host, names.process, names.policy));
        }
        return columns;
    }

    private void addresses() throws IOException {
        AddressPool pool = table.pools().addresses();
        int left = addresses.cardinality();
        int id = -1;
        while (left > 0) {
            int count = Math.min(left, TableImage.LISTED / 16);
            ByteBuffer into = file.begin(count * 16);
            for (int i = 0; i < count; i++) {
                id = addresses.nextSetBit(id + 1);
                into.putLong(pool.high(id)).putLong(pool.low(id));
            }
            file.write(TableImage.ADDRESSES);
            left -= count;
        }
    }

    private void texts(TextPool pool, BitSet used) throws IOException {
        Lists list = new Lists(TableImage.TEXTS);
        for (int id = used.nextSetBit(1); id >= 0; id = used.nextSetBit(id + 1)) {
            ConversationImage.write(pool.text(id), list.out);
            list.next();
        }
        list.end();
    }

    private void rows(int from, int count) throws IOException {
        ObservationChunk chunk = table.chunk(from);
        List<int[]> words = words(chunk);
        ByteBuffer into = file.begin(4 + count * (64 + 4 * words.size()));
        into.putInt((chunk.described() ? 1 : 0) | (chunk.isNamed() ? 2 : 0));
        for (int[] column : List.of(chunk.source, chunk.destination)) {
            mapped(into, column, addressNumbers, count);
        }
        for (int[] column : List.of(chunk.ports, chunk.evidence, chunk.sourcePackets, chunk.destinationPackets)) {
            into.asIntBuffer().put(column, 0, count);
            into.position(into.position() + 4 * count);
        }
        for (long[] column : List.of(chunk.start, chunk.end, chunk.origin, chunk.sourceBytes, chunk.destinationBytes)) {
            into.asLongBuffer().put(column, 0, count);
            into.position(into.position() + 8 * count);
        }
        for (int[] column : words) {
            mapped(into, column, textNumbers, count);
        }
        file.write(TableImage.ROWS);
    }

    private static void mapped(ByteBuffer into, int[] column, int[] numbers, int count) {
        for (int i = 0; i < count; i++) {
            into.putInt(column[i] < 0 ? column[i] : numbers[column[i]]);
        }
    }

    private void events() throws IOException {
        Lists kinds = new Lists(TableImage.KINDS);
        for (EventKind kind : events.kinds().all()) {
            ConversationImage.write(kind.category(), kinds.out);
            ConversationImage.write(kind.product(), kinds.out);
            ConversationImage.write(kind.service(), kinds.out);
            ConversationImage.write(kind.code(), kinds.out);
            ConversationImage.write(kind.label(), kinds.out);
            kinds.next();
        }
        kinds.end();
        for (int from = 0; from < events.count(); from += EventTable.CHUNK) {
            int count = Math.min(EventTable.CHUNK, events.count() - from);
            EventChunk chunk = events.chunk(from);
            ByteBuffer into = file.begin(count * 40);
            into.asLongBuffer().put(chunk.time, 0, count).put(chunk.origin, 0, count);
            into.position(into.position() + 16 * count);
            mapped(into, chunk.host, eventTextNumbers, count);
            mapped(into, chunk.user, eventTextNumbers, count);
            mapped(into, chunk.subject, eventTextNumbers, count);
            mapped(into, chunk.address, addressNumbers, count);
            mapped(into, chunk.peer, addressNumbers, count);
            into.asIntBuffer().put(chunk.kind, 0, count);
            into.position(into.position() + 4 * count);
            file.write(TableImage.EVENTS);
        }
    }

    /** Things of any length, one behind the other in as many blocks as they need; an empty block is the end. */
    private final class Lists {
        private final int tag;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Lists(int tag) {
            this.tag = tag;
        }

        void next() throws IOException {
            if (bytes.size() >= TableImage.LISTED) {
                flush();
            }
        }

        private void flush() throws IOException {
            file.begin(bytes.size()).put(bytes.toByteArray());
            file.write(tag);
            bytes.reset();
        }

        void end() throws IOException {
            if (bytes.size() > 0) {
                flush();
            }
            flush();
        }

        void conversations() throws IOException {
            for (int row = 0; row < table.rows(); row++) {
                if (!table.conversed(row >>> ObservationTable.SHIFT)) {
                    row |= ObservationTable.CHUNK - 1;
                    continue;
                }
                Conversation said = table.conversation(row);
                if (said != Conversation.NONE) {
                    out.writeInt(row);
                    ConversationImage.write(said, out);
                    next();
                }
            }
            end();
        }

        void names() throws IOException {
            for (HostNames.Pair pair : events.names().pairs()) {
                ConversationImage.write(pair.name(), out);
                out.writeLong(pair.address().high());
                out.writeLong(pair.address().low());
                next();
            }
            end();
        }
    }
}
