package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Binding.Result;
import org.rpcscope.rpc.InterfaceId;

/**
 * The contexts that a bind or alter_context asks for, until they are answered (C706 12.6.4.3 and 12.6.4.1).
 *
 * @param type of the PDU
 */
record Offer(int type, int callId, List<Item> items) {

    /** A context asked for, and the one whose number it takes if it is granted. */
    record Item(Context context, @Nullable Context former) {}

    /** Where the list of contexts begins. */
    private static final int COUNT = 24;

    private static final int SYNTAX = 20;

    /**
     * Reads what a bind or alter_context asks for, as far as it is there.
     *
     * @param known the contexts so far
     * @param summary what is asked for goes there
     */
    static Offer read(Pdu pdu, Contexts known, ConversationBuilder summary) {
        List<Item> items = new ArrayList<>();
        int at = COUNT + 4;
        for (int left = pdu.u8(COUNT); left > 0 && at + 4 + SYNTAX <= pdu.trailer(); left--) {
            int id = pdu.u16(at);
            int transfers = pdu.u8(at + 2);
            boolean ndr64 = transfers == 1 && pdu.uuid(at + 4 + SYNTAX).equals(Context.NDR64);
            InterfaceId asked = summary.binding(pdu.syntax(at + 4), Result.UNANSWERED);
            items.add(new Item(new Context(id, asked, ndr64), known.find(id)));
            at += 4 + SYNTAX + transfers * SYNTAX;
        }
        return new Offer(pdu.type(), pdu.callId(), items);
    }

    /** What an answer says of its contexts, in the order of the offer (C706 12.6.3.1, MS-RPCE 2.2.2.4). */
    record Answer(@Nullable Result result, int code, int reason, boolean ndr64) {

        /** Reads the results of a bind_ack or alter_context_resp, as far as they are there. */
        static List<Answer> read(Pdu pdu) {
            int address = COUNT + 2 + pdu.u16(COUNT);
            int count = address + 3 & ~3;
            List<Answer> answers = new ArrayList<>();
            int at = count + 4;
            for (int left = pdu.u8(count); left > 0 && at + 4 + SYNTAX <= pdu.trailer(); left--) {
                boolean ndr64 = pdu.uuid(at + 4).equals(Context.NDR64);
                answers.add(new Answer(result(pdu.u16(at)), pdu.u16(at), pdu.u16(at + 2), ndr64));
                at += 4 + SYNTAX;
            }
            return answers;
        }

        private static @Nullable Result result(int code) {
            return switch (code) {
                case 0 -> Result.ACCEPTED;
                case 1, 2 -> Result.REJECTED;
                case 3 -> Result.NEGOTIATED;
                default -> null;
            };
        }
    }
}
