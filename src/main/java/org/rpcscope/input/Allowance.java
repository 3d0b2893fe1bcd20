package org.rpcscope.input;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * How much may come out of an archive, with all that is packed in its members: far more than any log or capture unpacks
 * to, and far less than an archive that was made to never end. One thread.
 */
final class Allowance {

    /** Logs are a tenth to a hundredth of their size when packed; deflate reaches 1,032. */
    static final int MOST_TIMES = 200;

    /** So much may always come out: short inputs are allowed any ratio. */
    static final long ALWAYS = 64L << 20;

    /** Two terabytes: no machine that this runs on keeps what is in more. */
    static final long MOST = 1L << 41;

    private final LongSupplier packed;
    private long unpacked;

    /** @param packed how many bytes of the archive were used so far */
    Allowance(LongSupplier packed) {
        this.packed = packed;
    }

    /** Counts bytes that came out of a member. */
    void take(long count) throws IOException {
        unpacked += count;
        check();
    }

    /** Throws once there was too much. */
    void check() throws IOException {
        if (unpacked > ALWAYS && unpacked / MOST_TIMES > packed.getAsLong()) {
            throw new IOException(
                    "the archive unpacks to more than " + MOST_TIMES + " times its size: it is read no further");
        }
        if (unpacked > MOST) {
            throw new IOException("the archive unpacks to more than 2 TiB: it is read no further");
        }
    }
}
