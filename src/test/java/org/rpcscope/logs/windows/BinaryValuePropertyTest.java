package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Values of binary XML and their texts, held against what the platform makes of the same numbers. */
class BinaryValuePropertyTest {

    private static final long TICKS_TO_1970 = 116_444_736_000_000_000L;

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Object of(byte[] bytes, int type) {
        Object value = BinaryValue.of(bytes, 0, bytes.length, type);
        assertNotNull(value);
        return value;
    }

    @Property
    void numbersAreWhatThePlatformSays(@ForAll long number) {
        byte[] bytes = little(8).putLong(number).array();
        assertEquals(Long.toString(number), of(bytes, ValueType.INT64));
        assertEquals(Long.toUnsignedString(number), of(bytes, ValueType.UINT64));
        assertEquals("0x" + Long.toHexString(number), of(bytes, ValueType.HEX_INT64));
        byte[] half = little(4).putInt((int) number).array();
        assertEquals(Integer.toString((int) number), of(half, ValueType.INT32));
        assertEquals(Integer.toUnsignedString((int) number), of(half, ValueType.UINT32));
    }

    @Property
    void fileTimesAreInstants(
            @ForAll @LongRange(min = 0, max = 9_000_000_000L) long second,
            @ForAll @IntRange(max = 9_999_999) int tick) {
        long ticks = TICKS_TO_1970 + second * 10_000_000 + tick;
        String text = (String) of(little(8).putLong(ticks).array(), ValueType.FILETIME);
        assertEquals(Instant.ofEpochSecond(second, tick * 100L), Instant.parse(text));
        assertEquals(second * 1_000_000_000L + tick * 100L, FileTime.nanos(ticks));
    }

    @Property
    void guidsAreUuids(@ForAll long high, @ForAll long low) {
        ByteBuffer bytes = little(16)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high);
        byte[] guid = bytes.order(ByteOrder.BIG_ENDIAN).putLong(low).array();
        String text = (String) of(guid, ValueType.GUID);
        assertEquals(new UUID(high, low), UUID.fromString(text.substring(1, 37)));
    }

    @Property
    void securityIdentifiersNameTheirAuthorities(@ForAll @Size(max = 15) List<Integer> parts) {
        ByteBuffer bytes = little(8 + 4 * parts.size()).put((byte) 1).put((byte) parts.size());
        bytes.put(new byte[] {0, 0, 0, 0, 0, 5});
        StringBuilder expected = new StringBuilder("S-1-5");
        for (int part : parts) {
            bytes.putInt(part);
            expected.append('-').append(Integer.toUnsignedString(part));
        }
        assertEquals(expected.toString(), of(bytes.array(), ValueType.SID));
    }

    @Property
    void listsGiveEachOfTheirTexts(
            @ForAll @Size(min = 1, max = 20) List<@StringLength(min = 1, max = 9) String> texts) {
        List<String> clean = texts.stream()
                .map(text -> text.replaceAll("[\0\uD800-\uDFFF]", "x"))
                .toList();
        byte[] bytes = (String.join("\0", clean) + "\0").getBytes(StandardCharsets.UTF_16LE);
        assertEquals(clean, of(bytes, ValueType.STRING | ValueType.ARRAY));
    }

    /** Whatever the bytes are, all types have a text, and a size that does not fit loses no digit. */
    @Property
    void noBytesAreTooStrange(@ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(max = 255) int type) {
        Object value = BinaryValue.of(bytes, 0, bytes.length, type);
        int size = ValueType.size(type);
        if (type != 0 && size > 0 && size != bytes.length) {
            assertEquals(HexFormat.of().withUpperCase().formatHex(bytes), value);
        }
    }
}
