package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.List;

/** What a client repeats at the end of a request's stub, so that nobody can have changed it on the way (MS-RPCE 2.2.2.13). */
final class VerificationTrailer {

    private static final int[] SIGNATURE = {0x8A, 0xE3, 0x13, 0x71, 0x02, 0xF4, 0x36, 0x71};
    private static final int LONGEST = 256;
    private static final int COMMAND = 0x3FFF;
    private static final int END = 0x4000;

    private VerificationTrailer() {}

    /** The names of what is repeated; empty where there is no trailer. */
    static List<String> read(Pdu pdu) {
        int end = pdu.stub() + pdu.stubLength();
        for (int at = end - SIGNATURE.length; at >= Math.max(pdu.stub(), end - LONGEST); at--) {
            if (begins(pdu, at)) {
                return commands(pdu, at + SIGNATURE.length, end);
            }
        }
        return List.of();
    }

    private static boolean begins(Pdu pdu, int at) {
        for (int i = 0; i < SIGNATURE.length; i++) {
            if (pdu.u8(at + i) != SIGNATURE[i]) {
                return false;
            }
        }
        return true;
    }

    private static List<String> commands(Pdu pdu, int from, int end) {
        List<String> names = new ArrayList<>();
        int at = from;
        while (at + 4 <= end) {
            int command = pdu.u16(at);
            names.add(
                    switch (command & COMMAND) {
                        case 1 -> "features";
                        case 2 -> "context";
                        case 3 -> "header";
                        default -> "command " + (command & COMMAND);
                    });
            at += 4 + pdu.u16(at + 2);
            if ((command & END) != 0) {
                break;
            }
        }
        return names;
    }
}
