package org.rpcscope.input;

/** How the bytes of a medium are packed. */
enum Packing {
    NONE,
    GZIP,
    ZSTD;

    /** Tells the packing by its signature: RFC 1952 section 2.3.1; RFC 8878 sections 3.1.1 and 3.1.2. */
    static Packing of(byte[] first, int length) {
        if (length >= 3 && first[0] == 0x1F && first[1] == (byte) 0x8B && first[2] == 8) {
            return GZIP;
        }
        if (length < 4) {
            return NONE;
        }
        boolean frame = first[0] == 0x28 && first[1] == (byte) 0xB5 && first[2] == 0x2F && first[3] == (byte) 0xFD;
        boolean skippable = (first[0] & 0xF0) == 0x50 && first[1] == 0x2A && first[2] == 0x4D && first[3] == 0x18;
        return frame || skippable ? ZSTD : NONE;
    }
}
