package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Step;

/** Tells of every message of an association, in words, for whoever follows it. Sees whole PDUs. */
final class Narrator {

    private static final int MOST_NAMED = 8;

    private final ConversationBuilder summary;
    private final Security security;
    private final Reasons reasons = Reasons.bundled();
    private long time;
    private long origin;

    Narrator(ConversationBuilder summary, Security security) {
        this.summary = summary;
        this.security = security;
    }

    /** The packet that completes what is told from now on: its time, and where its record stands. */
    void packet(long packetTime, long packetOrigin) {
        time = packetTime;
        origin = packetOrigin;
    }

    /** A fragment of a request; the last one makes the message whole. */
    void request(Channel channel, Pdu pdu, @Nullable Call call) {
        gather(channel, pdu, call, false);
        if (!pdu.has(Pdu.LAST)) {
            return;
        }
        List<String> words = new ArrayList<>();
        if (pdu.has(Pdu.OBJECT)) {
            words.add("object " + pdu.uuid(24));
        }
        List<String> repeated = VerificationTrailer.read(pdu);
        if (!repeated.isEmpty()) {
            words.add("verification trailer: " + String.join(", ", repeated));
        }
        if (pdu.has(Pdu.MAYBE)) {
            words.add("no answer wanted");
        }
        message(channel, pdu, call, pdu.opnum(), words, false);
    }

    /** A fragment of a response; the last one makes the message whole. */
    void response(Channel channel, Pdu pdu, @Nullable Call call, List<Announcement> announced) {
        gather(channel, pdu, call, true);
        if (pdu.has(Pdu.LAST)) {
            message(channel, pdu, call, opnum(call), List.of(words(announced)), false);
        }
    }

    /** The ports that an answer announces, the first few of them. */
    static String words(List<Announcement> announced) {
        return announced.stream()
                .map(each -> (each.address() == null ? each.host() : each.address()) + " port " + each.port())
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining("; "));
    }

    void fault(Channel channel, Pdu pdu, @Nullable Call call) {
        gather(channel, pdu, call, true);
        message(channel, pdu, call, opnum(call), List.of(reasons.fault(pdu.i32(24))), true);
    }

    /** A bind, an alter_context, an answer to one, or an auth3. */
    void agreement(Channel channel, Pdu pdu, @Nullable Offer offer, List<Offer.Answer> answers) {
        int type = pdu.type();
        boolean asks = type == PduType.BIND || type == PduType.ALTER_CONTEXT;
        boolean answersIt = type == PduType.BIND_ACK || type == PduType.ALTER_CONTEXT_RESPONSE;
        List<String> words = new ArrayList<>();
        if (asks && offer != null) {
            offer.items().stream().limit(MOST_NAMED).map(Narrator::asked).forEach(words::add);
        }
        for (int i = 0; i < Math.min(answers.size(), MOST_NAMED); i++) {
            words.add(answered(answers.get(i), offer, i));
        }
        if (type == PduType.BIND_NAK) {
            words.add(reasons.nak(pdu.u16(16)));
        }
        if ((asks || answersIt) && pdu.i32(20) != 0) {
            words.add("association group 0x%08x".formatted(pdu.i32(20)));
        }
        if (pdu.authLength() > 0) {
            words.add(security.words());
        }
        boolean failed = type == PduType.BIND_NAK
                || (answersIt
                        && !answers.isEmpty()
                        && answers.stream().allMatch(each -> each.result() == Binding.Result.REJECTED));
        Context first = offer == null || offer.items().isEmpty()
                ? null
                : offer.items().getFirst().context();
        int id = first == null ? -1 : first.id;
        tell(pdu, id, first == null ? null : first.interfaceId, -1, words, failed, 0, channel.firstOrigin());
    }

    /** A message about a call, or about the association. */
    void other(Channel channel, Pdu pdu, @Nullable Call call) {
        Context context = call == null ? null : call.context;
        InterfaceId interfaceId = context == null ? null : context.interfaceId;
        int id = context == null ? -1 : context.id;
        tell(pdu, id, interfaceId, opnum(call), List.of(), false, 0, channel.firstOrigin());
    }

    private static String asked(Offer.Item item) {
        Context context = item.context();
        return "context %d: %s v%s%s"
                .formatted(
                        context.id,
                        context.interfaceId.uuid(),
                        context.interfaceId.version(),
                        context.ndr64 ? " (NDR64)" : "");
    }

    private String answered(Offer.Answer answer, @Nullable Offer offer, int index) {
        String name = offer != null && index < offer.items().size()
                ? "context " + offer.items().get(index).context().id
                : "result " + (index + 1);
        Binding.Result result = answer.result();
        if (result == null) {
            return name + ": code " + answer.code();
        }
        String reason = result == Binding.Result.REJECTED ? " (" + reasons.provider(answer.reason()) + ")" : "";
        return name + " " + result.label() + reason + (answer.ndr64() ? " (NDR64)" : "");
    }

    /** Adds a fragment to its message. */
    private static void gather(Channel channel, Pdu pdu, @Nullable Call call, boolean answering) {
        if (call == null) {
            return;
        }
        Call.Message message = call.message;
        if (message == null || pdu.has(Pdu.FIRST) || message.answering != answering) {
            message = new Call.Message(answering, channel.firstOrigin());
            call.message = message;
        }
        message.stub += pdu.stubLength();
    }

    private void message(Channel channel, Pdu pdu, @Nullable Call call, int opnum, List<String> words, boolean failed) {
        InterfaceId interfaceId = call == null || call.context == null ? null : call.context.interfaceId;
        Call.Message told = call == null ? null : call.message;
        long stub = told == null ? pdu.stubLength() : told.stub;
        long first = told == null ? channel.firstOrigin() : told.firstOrigin;
        tell(pdu, pdu.contextId(), interfaceId, opnum, words, failed, stub, first);
    }

    private static int opnum(@Nullable Call call) {
        return call == null || call.operation == null ? -1 : call.operation.opnum;
    }

    private void tell(
            Pdu pdu,
            int contextId,
            @Nullable InterfaceId interfaceId,
            int opnum,
            List<String> words,
            boolean failed,
            long stub,
            long first) {
        int type = pdu.type();
        summary.step(new Step(
                time,
                PduType.fromClient(type),
                PduType.label(type),
                pdu.callId(),
                contextId,
                interfaceId,
                opnum,
                String.join("; ", words),
                failed,
                stub,
                first,
                origin));
    }
}
