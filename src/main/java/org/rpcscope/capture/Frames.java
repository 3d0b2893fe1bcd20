package org.rpcscope.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the records of a chunk lie, for who lists packets: not noted where nobody asks. */
final class Frames {

    /**
     * One record.
     *
     * @param origin where it begins in the input
     * @param data where its packet begins in the input
     * @param captured how many bytes of the packet are there
     * @param length how many it had on the wire
     */
    record Frame(long origin, long data, int captured, int length, int linkType) {}

    private final List<Frame> all = new ArrayList<>();

    void clear() {
        all.clear();
    }

    void add(Frame frame) {
        all.add(frame);
    }

    /** The record at an origin; null where none begins there. */
    @Nullable
    Frame at(long origin) {
        int low = 0;
        int high = all.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Frame frame = all.get(middle);
            if (frame.origin() == origin) {
                return frame;
            }
            if (frame.origin() < origin) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }
}
