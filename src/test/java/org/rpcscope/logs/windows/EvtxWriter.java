package org.rpcscope.logs.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes log files of Windows as its log service does: a template for the system's part, a second one within it for the
 * data of each kind of event, both defined where they are first used in a chunk, and names as references.
 */
final class EvtxWriter {

    private static final int CHUNK = 1 << 16;
    private static final int ROOM = 1 << 12; // a chunk with less left is closed
    private static final long TO_1970 = 11_644_473_600L * 10_000_000;
    private static final int DATA = 8; // the value of the outer template that is XML itself

    private final List<byte[]> chunks = new ArrayList<>();
    private ByteBuffer chunk = begin();
    private Map<String, Integer> names = new HashMap<>();
    private Map<String, Integer> templates = new HashMap<>();
    private final Deque<Integer> sizes = new ArrayDeque<>(); // where the content of open elements begins
    private final Deque<Integer> lists = new ArrayDeque<>(); // and their attributes; 0 for those without
    private long record = 1;
    private long first = 1;

    /** A value with the code of its type. */
    record Value(int type, byte[] bytes) {

        static Value text(String text) {
            return new Value(0x01, text.getBytes(StandardCharsets.UTF_16LE));
        }

        static Value u8(int value) {
            return new Value(0x04, new byte[] {(byte) value});
        }

        static Value u16(int value) {
            return new Value(0x06, little(2).putShort((short) value).array());
        }

        static Value u32(long value) {
            return new Value(0x08, little(4).putInt((int) value).array());
        }

        static Value hex64(long value) {
            return new Value(0x15, little(8).putLong(value).array());
        }

        /** @param nanos since 1970 */
        static Value time(long nanos) {
            return new Value(0x11, little(8).putLong(nanos / 100 + TO_1970).array());
        }

        static Value texts(String... texts) {
            return new Value(0x81, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_16LE));
        }
    }

    /**
     * One record.
     *
     * @param nanos since 1970
     * @param data by name; an empty name is an item without one
     */
    record Event(String provider, int id, String channel, String computer, long nanos, Map<String, Value> data) {

        /** With data that is text. */
        static Event of(String provider, int id, String channel, String computer, long nanos, String... namesAndTexts) {
            Map<String, Value> data = new LinkedHashMap<>();
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                data.put(namesAndTexts[i], Value.text(namesAndTexts[i + 1]));
            }
            return new Event(provider, id, channel, computer, nanos, data);
        }
    }

    static byte[] file(List<Event> events) {
        EvtxWriter writer = new EvtxWriter();
        events.forEach(writer::add);
        return writer.file();
    }

    void add(Event event) {
        if (chunk.remaining() < ROOM) {
            closeChunk();
        }
        int start = chunk.position();
        chunk.putInt(0x2A2A).putInt(0).putLong(record++).putLong(event.nanos() / 100 + TO_1970);
        List<Value> values = new ArrayList<>(List.of(
                Value.u16(event.id()),
                Value.u8(0),
                Value.u8(4),
                Value.hex64(0x8000000000000000L),
                Value.time(event.nanos()),
                Value.u32(record - 1),
                Value.text(event.channel()),
                Value.text(event.computer())));
        chunk.put(new byte[] {0x0F, 1, 1, 0});
        boolean isNew = head("system " + event.provider());
        if (isNew) {
            define(() -> system(event.provider()));
        }
        int sizes = chunk.position();
        values.add(new Value(0x21, new byte[0]));
        values(values);
        int data = chunk.position();
        chunk.put(new byte[] {0x0F, 1, 1, 0});
        if (head("data " + event.data().keySet())) {
            define(() -> data(List.copyOf(event.data().keySet())));
        }
        values(List.copyOf(event.data().values()));
        chunk.put((byte) 0);
        chunk.putShort(sizes + 4 + 4 * DATA, (short) (chunk.position() - data));
        chunk.put((byte) 0);
        while ((chunk.position() - start + 4) % 8 != 0) {
            chunk.put((byte) 0);
        }
        int size = chunk.position() - start + 4;
        chunk.putInt(size).putInt(start + 4, size);
        chunk.putInt(44, start);
    }

    /** The file: a header and the chunks. */
    byte[] file() {
        closeChunk();
        ByteBuffer file = little(4096 + chunks.size() * CHUNK);
        file.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
        file.putLong(8, 0).putLong(16, chunks.size() - 1L).putLong(24, record).putInt(32, 128);
        file.putShort(36, (short) 1).putShort(38, (short) 3).putShort(40, (short) 4096);
        file.putShort(42, (short) chunks.size());
        CRC32 sum = new CRC32();
        sum.update(file.array(), 0, 120);
        file.putInt(124, (int) sum.getValue()).position(4096);
        chunks.forEach(file::put);
        return file.array();
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer begin() {
        return little(CHUNK)
                .put("ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1))
                .position(512);
    }

    private void closeChunk() {
        if (record == first) {
            return;
        }
        int end = chunk.position();
        chunk.putLong(8, first).putLong(16, record - 1).putLong(24, first).putLong(32, record - 1);
        chunk.putInt(40, 128).putInt(48, end);
        CRC32 records = new CRC32();
        records.update(chunk.array(), 512, end - 512);
        chunk.putInt(52, (int) records.getValue());
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 0, 120);
        sum.update(chunk.array(), 128, 384);
        chunks.add(chunk.putInt(124, (int) sum.getValue()).array());
        chunk = begin();
        names = new HashMap<>();
        templates = new HashMap<>();
        first = record;
    }

    /** Begins an instance of a template; true where it has to be defined now. */
    private boolean head(String template) {
        chunk.put((byte) 0x0C).put((byte) 1).putInt(template.hashCode());
        Integer known = templates.putIfAbsent(template, chunk.position() + 4);
        chunk.putInt(known == null ? chunk.position() + 4 : known);
        return known == null;
    }

    private void define(Runnable content) {
        chunk.putInt(0).put(new byte[16]).putInt(0);
        int start = chunk.position();
        chunk.put(new byte[] {0x0F, 1, 1, 0});
        content.run();
        chunk.put((byte) 0);
        chunk.putInt(start - 4, chunk.position() - start);
    }

    private void values(List<Value> values) {
        chunk.putInt(values.size());
        for (Value value : values) {
            chunk.putShort((short) value.bytes().length)
                    .put((byte) value.type())
                    .put((byte) 0);
        }
        values.forEach(value -> chunk.put(value.bytes()));
    }

    private void system(String provider) {
        open("Event", true);
        attribute("xmlns", "http://schemas.microsoft.com/win/2004/08/events/event");
        endAttributes(0x02);
        open("System", false);
        endAttributes(0x02);
        open("Provider", true);
        attribute("Name", provider);
        endAttributes(0x03);
        element("EventID", 0, 0x06);
        element("Version", 1, 0x04);
        element("Level", 2, 0x04);
        element("Keywords", 3, 0x15);
        open("TimeCreated", true);
        chunk.put((byte) 0x06);
        name("SystemTime");
        substitute(4, 0x11);
        endAttributes(0x03);
        element("EventRecordID", 5, 0x08);
        element("Channel", 6, 0x01);
        element("Computer", 7, 0x01);
        close();
        substitute(DATA, 0x21);
        close();
    }

    private void data(List<String> keys) {
        open("EventData", false);
        endAttributes(0x02);
        for (int i = 0; i < keys.size(); i++) {
            open("Data", !keys.get(i).isEmpty());
            if (!keys.get(i).isEmpty()) {
                attribute("Name", keys.get(i));
            }
            endAttributes(0x02);
            substitute(i, 0x01);
            close();
        }
        close();
    }

    private void open(String element, boolean attributes) {
        chunk.put((byte) (attributes ? 0x41 : 0x01)).putShort((short) 0xFFFF).putInt(0);
        sizes.push(chunk.position());
        name(element);
        if (attributes) {
            chunk.putInt(0);
            lists.push(chunk.position());
        } else {
            lists.push(0);
        }
    }

    /** Ends the attributes of an element, with the token that says how it goes on. */
    private void endAttributes(int token) {
        int list = lists.pop();
        if (list > 0) {
            chunk.putInt(list - 4, chunk.position() - list);
        }
        chunk.put((byte) token);
        if (token == 0x03) {
            size();
        }
    }

    private void close() {
        chunk.put((byte) 0x04);
        size();
    }

    private void size() {
        int from = sizes.pop();
        chunk.putInt(from - 4, chunk.position() - from);
    }

    private void element(String name, int value, int type) {
        open(name, false);
        endAttributes(0x02);
        substitute(value, type);
        close();
    }

    private void attribute(String name, String text) {
        chunk.put((byte) 0x06);
        name(name);
        chunk.put((byte) 0x05).put((byte) 0x01).putShort((short) text.length());
        chunk.put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private void substitute(int value, int type) {
        chunk.put((byte) 0x0E).putShort((short) value).put((byte) type);
    }

    private void name(String name) {
        Integer known = names.putIfAbsent(name, chunk.position() + 4);
        chunk.putInt(known == null ? chunk.position() + 4 : known);
        if (known == null) {
            chunk.putInt(0).putShort((short) 0).putShort((short) name.length());
            chunk.put(name.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
        }
    }
}
