package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.rpcscope.session.Pools;

/**
 * Decodes the lines of a {@code conn.log} as Zeek writes it by default: fields between separators, named by a header. A
 * line's separators are gathered eight bytes at a time and without a branch for each; then only the wanted fields are
 * looked at.
 */
final class ConnTsv implements LineDecoder<TsvHeader> {

    private static final long LINE_END = Words.repeat((byte) '\n');
    private static final int SPARE = 16; // more separators than a line should have, so that one too many is noticed

    private final ConnFields fields;
    private TsvHeader header = TsvHeader.NONE;
    private int width; // how many columns; 0 where lines cannot be read
    private int[] wanted = new int[0]; // the fields that have a column, as ordinals
    private int[] columns = new int[0]; // and their columns
    private int words; // how many of them are words; they come first
    private int counts; // how many are words or counts
    private int[] separators = new int[SPARE]; // those of the current line, after the position before it
    private byte[] bytes = new byte[0];

    ConnTsv(Pools pools) {
        fields = new ConnFields(pools);
        use(TsvHeader.NONE);
    }

    @Override
    public TsvHeader decode(LineChunk chunk, TsvHeader before) {
        if (!header.equals(before)) {
            use(before);
        }
        bytes = chunk.bytes;
        int from = chunk.offset == 0 && Words.beginsWithMark(chunk.bytes, chunk.length) ? 3 : 0;
        while (from < chunk.length) {
            from = lines(chunk, from);
        }
        return header;
    }

    /** Reads lines up to one that changes the header, or all. Returns where the next line begins. */
    private int lines(LineChunk chunk, int from) {
        byte[] bytes = chunk.bytes;
        int length = chunk.length;
        long pattern = Words.repeat(header.separator());
        int line = from;
        int count = 1;
        for (int i = from; i < length; i += 8) {
            long word = Words.at(bytes, i);
            long ends = Words.equal(word, LINE_END);
            long marks = Words.equal(word, pattern);
            int before = count;
            count = gather(marks, i, count);
            while (ends != 0) {
                int end = i + Words.first(ends);
                if (end >= length) {
                    return length;
                }
                int of = before + Long.bitCount(marks & (ends & -ends) - 1);
                chunk.rows.line();
                if (bytes[line] == '#') {
                    comment(chunk, line, end);
                    return end + 1;
                }
                int nextLines =
                        separators[of]; // if the next line begins in this word; its place is needed for this line
                line(chunk, line, end, of);
                separators[of] = nextLines;
                count = moveToFront(of, count);
                before = 1;
                marks &= -(ends & -ends); // those after this line end
                line = end + 1;
                ends &= ends - 1;
            }
            count = Math.min(count, separators.length - 8);
        }
        return length;
    }

    /** Writes down where the marked bytes are. There are rarely more than three in a word: those take no branch. */
    private int gather(long marks, int at, int count) {
        int[] into = separators;
        long rest = marks;
        into[count] = at + Words.first(rest);
        rest &= rest - 1;
        into[count + 1] = at + Words.first(rest);
        rest &= rest - 1;
        into[count + 2] = at + Words.first(rest);
        rest &= rest - 1;
        for (int k = count + 3; rest != 0; k++) {
            into[k] = at + Words.first(rest);
            rest &= rest - 1;
        }
        return count + Long.bitCount(marks);
    }

    /** Separators that belong to the next line, up to seven, come first. */
    private int moveToFront(int from, int to) {
        for (int k = from; k < to; k++) {
            separators[k - from + 1] = separators[k];
        }
        return to - from + 1;
    }

    private void comment(LineChunk chunk, int from, int end) {
        int to = withoutReturn(from, end);
        if (to - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        TsvHeader next = header.after(text);
        if (next.equals(header)) {
            return;
        }
        use(next);
        if (!text.startsWith("#fields")) {
            return;
        }
        if (!next.isConn()) {
            String kind = next.path().isEmpty() ? "an unknown log" : next.path();
            chunk.rows.problem(chunk.offset + from, "the lines that follow are of " + kind + ", not of conn");
        } else if (width == 0) {
            chunk.rows.problem(chunk.offset + from, "the header lacks " + String.join(", ", next.missing()));
        }
    }

    private void use(TsvHeader next) {
        header = next;
        boolean readable = next.isConn() && next.missing().isEmpty();
        width = readable ? next.fields().size() : 0;
        ConnField[] all = Stream.of(ConnField.values())
                .filter(field -> next.column(field) >= 0)
                .toArray(ConnField[]::new);
        wanted = Stream.of(all).mapToInt(ConnField::ordinal).toArray();
        columns = Stream.of(all).mapToInt(next::column).toArray();
        words = (int) Stream.of(all).filter(ConnField::isWord).count();
        counts = words + (int) Stream.of(all).filter(ConnField::isCount).count();
        fields.absent(
                next.unsetField().getBytes(StandardCharsets.UTF_8),
                next.emptyField().getBytes(StandardCharsets.UTF_8),
                next.setSeparator());
        separators = new int[next.fields().size() + 2 * SPARE];
    }

    private void line(LineChunk chunk, int from, int end, int count) {
        int to = withoutReturn(from, end);
        if (from == to || width == 0 && !header.fields().isEmpty()) {
            return; // empty, or of another log, as the header said
        }
        if (to - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(chunk.offset + from, LineFeed.TOO_LONG);
            return;
        }
        if (count != width) {
            String reason = width == 0
                    ? "a line before any #fields"
                    : (count < width ? count + " of " : "more than ") + width + " columns";
            chunk.rows.problem(chunk.offset + from, reason);
            return;
        }
        separators[0] = from - 1;
        separators[count] = to;
        read();
        if (fields.isOfOtherTransport()) {
            return;
        }
        String fault = fields.fault();
        String wrong = fault != null ? fault : fields.flaw();
        if (wrong != null) {
            chunk.rows.problem(chunk.offset + from, wrong);
        }
        if (fault == null) {
            chunk.rows.add(fields, chunk.offset + from);
        }
    }

    /** Reads the wanted fields of the line whose separators are gathered: a loop a kind, which is quickly compiled. */
    private void read() {
        fields.clear();
        int k = 0;
        for (; k < words; k++) {
            int column = columns[k];
            fields.word(wanted[k], bytes, separators[column] + 1, separators[column + 1]);
        }
        for (; k < counts; k++) {
            int column = columns[k];
            fields.count(wanted[k], bytes, separators[column] + 1, separators[column + 1]);
        }
        for (; k < wanted.length; k++) {
            int column = columns[k];
            fields.time(wanted[k], bytes, separators[column] + 1, separators[column + 1]);
        }
    }

    private int withoutReturn(int from, int end) {
        return end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    }
}
