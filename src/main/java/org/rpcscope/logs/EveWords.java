package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What the words of EVE records mean. There are few different ones, and each is looked at once: of a record type and a
 * transport its number, of flags in hexadecimal their bits, of all others the number of the text in the lower half and in the
 * upper half which word it is, if it is one that counts. One thread.
 */
final class EveWords {

    static final long DCERPC = 1L << 32;
    static final long FAILED = 1L << 33;
    static final long ESTABLISHED = 1L << 34;
    static final long BLOCKED = 1L << 35;
    static final long DROP = 1L << 36;
    static final long TO_SERVER = 1L << 37;
    static final long TO_CLIENT = 1L << 38;

    private static final int CACHE_BITS = 9;
    private static final EveField[] FIELDS = EveField.values();
    private static final int[] KINDS = kinds();

    private final Connection connection;
    private final FieldCache known = new FieldCache(CACHE_BITS);

    /** @param connection through which texts get their numbers */
    EveWords(Connection connection) {
        this.connection = connection;
    }

    /** What the value of a field means, by its ordinal. */
    long meaning(int field, byte[] bytes, int from, int to) {
        long meaning = known.get(KINDS[field], bytes, from, to - from);
        return meaning != FieldCache.MISS ? meaning : newWord(field, bytes, from, to);
    }

    private long newWord(int field, byte[] bytes, int from, int to) {
        long meaning = switch (FIELDS[field]) {
            case TYPE -> EveType.of(text(bytes, from, to)).ordinal();
            case TRANSPORT -> transport(bytes, from, to);
            case FLAGS_THERE, FLAGS_BACK -> flags(bytes, from, to);
            case DIRECTION -> bit(bytes, from, to);
            default -> bit(bytes, from, to) | connection.text(bytes, from, to);
        };
        known.put(KINDS[field], bytes, from, to - from, meaning);
        return meaning;
    }

    private long transport(byte[] bytes, int from, int to) {
        connection.transport(bytes, from, to);
        return connection.transport;
    }

    private static long flags(byte[] bytes, int from, int to) {
        long flags = 0;
        for (int i = from; i < to; i++) {
            flags = (flags << 4 | Math.max(0, Character.digit(bytes[i], 16))) & 0xFFFF_FFFFL;
        }
        return flags;
    }

    private static long bit(byte[] bytes, int from, int to) {
        if (to - from > FieldCache.LONGEST) {
            return 0; // such as the name of a host, which the cache does not keep
        }
        return switch (text(bytes, from, to).toLowerCase(Locale.ROOT)) {
            case "dcerpc" -> DCERPC;
            case "failed" -> FAILED;
            case "established" -> ESTABLISHED;
            case "blocked" -> BLOCKED;
            case "drop" -> DROP;
            case "to_server" -> TO_SERVER;
            case "to_client" -> TO_CLIENT;
            default -> 0;
        };
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Fields of one kind share what is known. */
    private static int[] kinds() {
        int[] kinds = new int[FIELDS.length];
        kinds[EveField.TYPE.ordinal()] = 1;
        kinds[EveField.TRANSPORT.ordinal()] = 2;
        kinds[EveField.FLAGS_THERE.ordinal()] = 3;
        kinds[EveField.FLAGS_BACK.ordinal()] = 3;
        kinds[EveField.DIRECTION.ordinal()] = 4;
        return kinds;
    }
}
