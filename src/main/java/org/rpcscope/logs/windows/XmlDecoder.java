package org.rpcscope.logs.windows;

/** Finds the events in blocks of exported XML and decodes them. What stands between events is passed over. One thread. */
final class XmlDecoder implements BlockReading.Decoder {

    private static final byte[] EVENT = XmlText.ascii("<Event");

    private final RecordMapping mapping;
    private final XmlEvents events = new XmlEvents();
    private final XmlRecord record = new XmlRecord();

    XmlDecoder(RecordMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void decode(Block block) {
        int at = begin(block.bytes, 0, block.length);
        while (at < block.length) {
            int end = XmlText.find(block.bytes, at, block.length, XmlFeed.EVENT_END);
            if (end < 0 || end - at > XmlFeed.LONGEST_EVENT) {
                block.problem(at, end < 0 ? "the event does not end" : "an event of more than 1 MiB is skipped");
            } else {
                event(block, at, end + XmlFeed.EVENT_END.length);
            }
            at = end < 0 ? block.length : begin(block.bytes, end + XmlFeed.EVENT_END.length, block.length);
        }
    }

    private void event(Block block, int from, int to) {
        record.begin(block.bytes, block.offset + from);
        String wrong = events.read(block.bytes, from, to, record);
        if (wrong == null && record.eventId() < 0) {
            wrong = "the event has no id";
        }
        if (wrong != null) {
            block.problem(from, wrong);
        } else {
            mapping.take(record, block.rows, block.events);
        }
    }

    /** Where an event begins, or {@code to}. Its name goes on with a blank or ends, unlike that of the whole. */
    static int begin(byte[] bytes, int from, int to) {
        int at = XmlText.find(bytes, from, to, EVENT);
        while (at >= 0) {
            byte next = at + EVENT.length < to ? bytes[at + EVENT.length] : 0;
            if (next == '>' || next == ' ' || next == '\t' || next == '\r' || next == '\n') {
                return at;
            }
            at = XmlText.find(bytes, at + 1, to, EVENT);
        }
        return to;
    }
}
