package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** The steps by which JSON is read eight bytes at a time, against the same steps byte by byte. */
class JsonStepsTest {

    @Property(tries = 3000)
    void anObjectEndsWhereItsBracketsSay(
            @ForAll @Chars({'{', '}', '[', ']', '"', '\\', 'x', ';', '\u00db'}) @StringLength(max = 60) String text,
            @ForAll @IntRange(max = 9) int before) {
        byte[] bytes = padded(".".repeat(before) + "{" + text);
        int end = bytes.length - Words.PAD;
        JsonCursor cursor = new JsonCursor();
        cursor.line(bytes, end);
        assertEquals(nestedEnd(bytes, before, end), cursor.nestedEnd(before));
    }

    private static int nestedEnd(byte[] bytes, int from, int end) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < end; i++) {
            if (quoted && bytes[i] == '\\') {
                i++;
            } else if (quoted) {
                quoted = bytes[i] != '"';
            } else if (bytes[i] == '"') {
                quoted = true;
            } else if (bytes[i] == '{' || bytes[i] == '[') {
                depth++;
            } else if (bytes[i] == '}' || bytes[i] == ']') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return JsonCursor.NONE;
    }

    /** Names of all lengths, in any order, in several objects, more of them than are kept. */
    @Property(tries = 200)
    void namesMeanWhatTheyMeant(
            @ForAll @Size(max = 400) List<@IntRange(max = 900) Integer> order,
            @ForAll @IntRange(min = 1, max = 3) int scopes) {
        MemberNames names = new MemberNames();
        Map<String, Integer> meant = new HashMap<>();
        int before = MemberNames.TOP;
        for (int number : order) {
            int scope = number % scopes;
            String name = "n" + "ab".repeat(number % 30) + number;
            byte[] bytes = padded(name + "\":1");
            int known = names.expected(bytes, 0, scope, before);
            known = known == MemberNames.NONE ? names.find(bytes, 0, name.length(), scope, before) : known;
            if (known == MemberNames.NONE) {
                known = names.add(bytes, 0, name.length(), scope, before, number);
                meant.put(scope + name, number);
            }
            assertEquals(name.length() <= 47, known != MemberNames.NONE);
            if (known != MemberNames.NONE) {
                assertEquals(meant.get(scope + name), names.meaning(known));
                assertEquals(name.length(), names.length(known));
                before = number % 5 == 0 ? MemberNames.inside(known) : known;
            }
        }
    }

    @Test
    void theNameThatCameLastIsExpected() {
        MemberNames names = new MemberNames();
        byte[] bytes = padded("src_ip\":1,\"src_ip_x\":2");
        int first = names.add(bytes, 0, 6, 0, MemberNames.TOP, 1);
        int second = names.add(bytes, 11, 19, 0, first, 2);
        assertEquals(first, names.expected(bytes, 0, 0, MemberNames.TOP));
        assertEquals(second, names.expected(bytes, 11, 0, first));
        assertEquals(MemberNames.NONE, names.expected(bytes, 11, 0, MemberNames.TOP));
        assertEquals(MemberNames.NONE, names.expected(bytes, 0, 1, MemberNames.TOP));
        assertEquals(MemberNames.NONE, names.find(bytes, 0, 6, 1, MemberNames.TOP));
    }

    @Property(tries = 2000)
    void isoTimesAreThoseOfTimes(
            @ForAll @LongRange(min = 1_772_438_400, max = 1_772_438_600) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @Chars({'Z', '+', '-', '0', '2', ':', ' ', 'z', '.'}) @StringLength(max = 6) String zone,
            @ForAll @IntRange(max = 12) int digits) {
        String fraction = digits == 0 ? "" : "." + "%09d123".formatted(nanos).substring(0, digits);
        String minute = Instant.ofEpochSecond(second).toString().substring(0, 19);
        IsoTimes times = new IsoTimes();
        for (String end : new String[] {"Z", zone, "+0000", zone}) {
            byte[] bytes = padded(minute + fraction + end);
            int to = bytes.length - Words.PAD;
            assertEquals(Times.iso(bytes, 0, to), times.parse(bytes, 0, to));
        }
    }

    @Property(tries = 500)
    void digitsAreCountedToTheFirstOtherByte(
            @ForAll @CharRange(from = '\0', to = '\u00ff') @StringLength(max = 12) String rest,
            @ForAll @IntRange(max = 9) int digits) {
        byte[] bytes = padded("0123456789".substring(0, digits) + rest);
        int expected = 0;
        while (expected < 8 && bytes[expected] >= '0' && bytes[expected] <= '9') {
            expected++;
        }
        assertEquals(expected, Words.digits(bytes, 0));
    }

    @Test
    void marksHaveAllKeysAndFewOthers() {
        List<Long> keys = LongStream.range(0, 1000).map(i -> i * i * i).boxed().toList();
        KeyMarks marks = new KeyMarks(keys);
        assertTrue(keys.stream().allMatch(marks::mayHave));
        long others = LongStream.range(2_000_000_000L, 2_000_100_000L)
                .filter(marks::mayHave)
                .count();
        assertTrue(others < 20_000, others + " of 100000");
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Arrays.copyOf(bytes, bytes.length + Words.PAD);
    }
}
