package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.LittleEndian.i32;
import static org.rpcscope.logs.windows.LittleEndian.i64;
import static org.rpcscope.logs.windows.LittleEndian.u16;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Templates that were compiled in earlier chunks. Each chunk brings the definitions of its records along, and they are the
 * same ones again and again, but for the offsets at which they refer to the names of the chunk. A definition is known again
 * by comparing its bytes and these names, never by the identifier that it claims to have. One thread.
 */
final class TemplateCache {

    /** A log has some hundreds of templates; a hostile one could make each another. */
    private static final int MOST = 1 << 10;

    private static final int VARIANTS = 4;

    private final Map<Key, List<Known>> known = new HashMap<>();
    private int count;

    private record Key(long first, long second, int size, Place place) {}

    /**
     * A definition as it stood in a chunk.
     *
     * @param bytes of its tokens
     * @param references where in them the offsets of names are, ascending
     * @param names what stands at those offsets from the hash on; null for a name that stands behind its reference
     */
    private record Known(Template template, byte[] bytes, int[] references, byte[] @Nullable [] names) {

        boolean isAt(EvtxChunk chunk, int from) {
            int at = 0;
            for (int i = 0; i < references.length; i++) {
                int reference = references[i];
                if (!same(chunk.bytes, from, at, reference)) {
                    return false;
                }
                int offset = i32(chunk.bytes, from + reference);
                boolean inline = offset == from + reference + 4;
                byte[] name = names[i];
                if (inline != (name == null) || name != null && !isName(chunk, offset, name)) {
                    return false;
                }
                at = reference + (inline ? 8 : 4); // the offset, and of a name that stands there the one of the next
            }
            return same(chunk.bytes, from, at, bytes.length);
        }

        private boolean same(byte[] other, int from, int at, int to) {
            return at >= to || Arrays.equals(bytes, at, to, other, from + at, from + to);
        }

        private static boolean isName(EvtxChunk chunk, int offset, byte[] name) {
            return chunk.isNameAt(offset)
                    && Arrays.equals(name, 0, name.length, chunk.bytes, offset + 6, offset + 6 + name.length);
        }
    }

    /** The template whose definition's tokens are there, or null where none is known. */
    @Nullable
    Template find(EvtxChunk chunk, int head, int from, int to, Place place) {
        for (Known each : known.getOrDefault(key(chunk, head, from, to, place), List.of())) {
            if (each.isAt(chunk, from)) {
                return each.template;
            }
        }
        return null;
    }

    /** Keeps a template; {@code references} are where its tokens refer to names, by positions of the chunk, ascending. */
    void keep(EvtxChunk chunk, int head, int from, int to, Place place, Template template, int[] references) {
        if (count == MOST) {
            known.clear();
            count = 0;
        }
        List<Known> variants = known.computeIfAbsent(key(chunk, head, from, to, place), _ -> new ArrayList<>(VARIANTS));
        if (variants.size() == VARIANTS) {
            variants.removeFirst();
            count--;
        }
        int[] relative = new int[references.length];
        byte[][] names = new byte[references.length][];
        for (int i = 0; i < references.length; i++) {
            int offset = i32(chunk.bytes, references[i]);
            relative[i] = references[i] - from;
            if (offset != references[i] + 4) {
                names[i] = Arrays.copyOfRange(chunk.bytes, offset + 6, offset + 8 + 2 * u16(chunk.bytes, offset + 6));
            }
        }
        variants.add(new Known(template, Arrays.copyOfRange(chunk.bytes, from, to), relative, names));
        count++;
    }

    private static Key key(EvtxChunk chunk, int head, int from, int to, Place place) {
        return new Key(i64(chunk.bytes, head + 4), i64(chunk.bytes, head + 12), to - from, place);
    }
}
