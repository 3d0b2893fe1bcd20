package org.rpcscope.logs.flow;

import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Verdict;

/** What the flags of all packets of a flow, put together, tell of it. */
final class TcpFlags {

    private static final int SYN = 2;
    private static final int RST = 4;
    private static final int ACK = 16;

    private TcpFlags() {}

    /**
     * Sets who opened it, and whether it was refused: a SYN alone is of the client, one with an ACK may be of either, and a
     * single packet with RST and ACK refuses a SYN.
     *
     * @param flags by their bits, or -1
     */
    static void tell(Connection record, long flags, boolean acknowledgesAlone) {
        if (flags < 0 || record.transport != 6) {
            return;
        }
        if ((flags & (SYN | ACK)) == SYN) {
            record.directionKnown = true;
        } else if (acknowledgesAlone && (flags & (SYN | ACK)) == (SYN | ACK)) {
            record.turn();
            record.directionKnown = true;
        } else if ((flags & (SYN | RST | ACK)) == (RST | ACK) && record.sourcePackets == 1) {
            record.turn();
            record.directionKnown = true;
            record.verdict = record.verdict == Verdict.DENIED ? Verdict.DENIED : Verdict.REFUSED;
        }
    }
}
