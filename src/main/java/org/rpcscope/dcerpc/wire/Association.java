package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.stub.Announcements;
import org.rpcscope.dcerpc.stub.Stub;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Omission;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * One association of the connection-oriented protocol, version 5 (C706 chapter 12, MS-RPCE): a TCP connection, one instance
 * of a named pipe, or a virtual connection over HTTP. Fed with the bytes of both sides in order, it tells a
 * {@link ConversationBuilder} what is asked and answered. One thread; any bytes.
 */
public final class Association extends ConversationInspector {

    /** The most that is held of everything unfinished. */
    static final int MOST_PENDING = 1 << 16;

    /** The header of a request or response, and of a fault with its status (C706 12.6.4). */
    private static final int CALL_HEADER = 24;

    private static final int FAULT_HEADER = 28;

    private final Contexts contexts;
    private final CallTable calls = new CallTable();
    private final Security security;
    private final @Nullable Narrator narrator;
    private final Channel source;
    private final Channel destination;

    /** Whether a PDU was seen here that is valid for its direction; others may have added to the summary. */
    private boolean begun;

    /** Whether the carrier takes the server for the client. */
    private boolean turned;
    /** Whether requests were lost, so that one may go on whose beginning nobody saw. */
    private boolean blind;

    /** @param summary of the whole connection, which other associations may share */
    public Association(ConversationBuilder summary) {
        super(summary);
        this.contexts = new Contexts(summary);
        this.security = new Security(summary);
        this.narrator = summary.narrates() ? new Narrator(summary, security) : null;
        Pdu pdu = new Pdu();
        Channel.Reader reader = new Pdus();
        this.source = new Channel(reader, pdu);
        this.destination = new Channel(reader, pdu);
    }

    /**
     * The next bytes of one side.
     *
     * @param fromClient who sent them, as far as the carrier knows; the first PDU may say otherwise
     * @param time nanoseconds since 1970 of the packet that completed them
     * @param origin where the record of that packet begins in the unpacked input
     * @param bytes belongs to the caller; big-endian, its position and limit mean nothing
     */
    @Override
    public void bytes(boolean fromClient, long time, long origin, ByteBuffer bytes, int offset, int length) {
        if (narrator != null) {
            narrator.packet(time, origin);
        }
        channel(fromClient).bytes(origin, bytes, offset, length);
    }

    /** Bytes of one side that nobody has; {@code length} is 0 where nobody knows how many. */
    @Override
    public void gap(boolean fromClient, long time, long length) {
        summary.omit(Omission.LOST_BYTES);
        if (!channel(fromClient).gap(length) && fromClient != turned) {
            blind = true;
        }
        if (fromClient == turned) {
            calls.drop();
        }
    }

    /** Forgets what is not complete, to give its memory back. */
    @Override
    public void drop() {
        if (pending() > 0) {
            summary.omit(Omission.DROPPED);
            source.drop();
            destination.drop();
            calls.drop();
        }
    }

    /** How many bytes of memory are held for what is not complete: at most 64 KB. */
    @Override
    public int pending() {
        return source.pending() + destination.pending() + calls.pending();
    }

    /** Even where nothing makes sense for long, a segment may begin with a PDU again. */
    @Override
    public boolean done() {
        return false;
    }

    private Channel channel(boolean fromClient) {
        return fromClient ? source : destination;
    }

    private boolean isClient(Channel channel) {
        return (channel == source) != turned;
    }

    /** What the two channels find. */
    private final class Pdus implements Channel.Reader {

        @Override
        public boolean accepts(Channel channel, Sighting sighting) {
            return switch (sighting) {
                case NONE, PRELUDE -> false;
                case FROM_EITHER -> true;
                case FROM_CLIENT, FROM_SERVER -> !begun || isClient(channel) == (sighting == Sighting.FROM_CLIENT);
            };
        }

        @Override
        public int needs(Pdu header) {
            int type = header.type();
            int whole = header.fragmentLength();
            if (narrator != null) {
                return whole;
            }
            return switch (type) {
                case PduType.REQUEST -> header.authLength() > 0 && !security.isKnown() ? whole : CALL_HEADER;
                case PduType.RESPONSE -> isWanted(header.callId()) ? whole : CALL_HEADER;
                case PduType.FAULT -> FAULT_HEADER;
                case PduType.SHUTDOWN, PduType.CANCEL, PduType.ORPHANED, PduType.RTS -> Headers.LENGTH;
                default -> whole;
            };
        }

        @Override
        public void read(Channel channel, Pdu pdu) {
            int type = pdu.type();
            if (!begun && type != PduType.RTS) {
                begin(channel, type);
            }
            switch (type) {
                case PduType.REQUEST -> request(channel, pdu);
                case PduType.RESPONSE -> response(channel, pdu);
                case PduType.FAULT -> fault(channel, pdu);
                case PduType.ORPHANED -> orphaned(channel, pdu);
                case PduType.CANCEL, PduType.SHUTDOWN, PduType.RTS -> tell(channel, pdu, calls.find(pdu.callId()));
                default -> agree(channel, pdu);
            }
        }

        @Override
        public void malformed() {
            summary.omit(Omission.MALFORMED);
            blind = true;
        }

        @Override
        public void makeRoom(Channel channel, int bytes) {
            Channel other = channel == source ? destination : source;
            if (other.pending() + calls.pending() + bytes > MOST_PENDING && calls.drop()) {
                summary.omit(Omission.DROPPED);
            }
            if (other.pending() + bytes > MOST_PENDING) {
                summary.omit(Omission.DROPPED);
                other.drop();
            }
        }
    }

    /** The first PDU says who is who, and whether this is the beginning. */
    private void begin(Channel channel, int type) {
        begun = true;
        turned = (channel == source) != PduType.fromClient(type);
        if (type != PduType.BIND) {
            summary.omit(Omission.MID_STREAM);
            blind = true;
        }
        summary.recognise();
    }

    private void request(Channel channel, Pdu pdu) {
        boolean known = security.isKnown();
        if (pdu.authLength() > 0) {
            if (!known) {
                security.protection(pdu);
            }
            security.stub();
        }
        Call call = calls.find(pdu.callId());
        if (pdu.has(Pdu.FIRST) || (call == null && blind)) {
            call = called(pdu);
        }
        if (narrator != null) {
            narrator.request(channel, pdu, call);
        }
        if (call != null && pdu.has(Pdu.MAYBE) && pdu.has(Pdu.LAST)) {
            calls.end(call);
        }
    }

    private Call called(Pdu pdu) {
        blind = false;
        Context context = contexts.find(pdu.contextId());
        int opnum = pdu.opnum();
        Operation operation = context == null ? null : context.operation;
        if (operation == null || operation.opnum != opnum) {
            operation = summary.operation(context == null ? null : context.interfaceId.uuid(), opnum);
        }
        if (context == null) {
            summary.omit(Omission.UNBOUND_CONTEXT);
        } else {
            context.operation = operation;
        }
        if (operation != null) {
            summary.called(operation);
        }
        return calls.begin(pdu.callId(), context, operation);
    }

    private boolean isWanted(int callId) {
        Call call = calls.find(callId);
        return call != null && call.isWanted();
    }

    private void response(Channel channel, Pdu pdu) {
        Call call = calls.find(pdu.callId());
        if (pdu.authLength() > 0) {
            security.stub();
        }
        security.served();
        List<Announcement> announced = call == null ? List.of() : announced(call, pdu);
        if (narrator != null) {
            narrator.response(channel, pdu, call, announced);
        }
        if (call != null && pdu.has(Pdu.LAST)) {
            calls.end(call);
        }
    }

    /** What an answer announces, once it is whole. */
    private List<Announcement> announced(Call call, Pdu pdu) {
        Operation operation = call.operation;
        if (operation == null || operation.uuid == null || !operation.wanted) {
            return List.of();
        }
        Stub stub = gather(call, pdu);
        if (stub == null) {
            return List.of();
        }
        List<Announcement> announced = Announcements.of(operation.uuid, operation.opnum, stub);
        summary.announce(announced);
        return announced;
    }

    /** The whole stub of an answer, once it is there and in clear. */
    private @Nullable Stub gather(Call call, Pdu pdu) {
        if (pdu.authLength() > 0 && security.isPrivate()) {
            return null;
        }
        if (!pdu.isWhole()) { // it began before its request was seen, when nobody wanted it
            summary.omit(Omission.DROPPED);
            call.response = null;
            return null;
        }
        boolean ndr64 = call.isNdr64();
        if (pdu.has(Pdu.FIRST) && pdu.has(Pdu.LAST)) {
            return new Stub(pdu.bytes(), pdu.place(pdu.stub()), pdu.stubLength(), pdu.little(), ndr64);
        }
        if (pdu.has(Pdu.FIRST)) {
            call.response = new Gathering(pdu.little(), ndr64);
        }
        Gathering response = call.response;
        if (response == null) {
            return null;
        }
        response.add(pdu, MOST_PENDING - pending());
        if (!pdu.has(Pdu.LAST)) {
            return null;
        }
        if (response.isCut()) {
            summary.omit(Omission.LIMITED);
        }
        return response.stub();
    }

    private void fault(Channel channel, Pdu pdu) {
        Call call = calls.find(pdu.callId());
        int status = pdu.i32(CALL_HEADER);
        if (Security.denies(status)) {
            security.refused();
        }
        if (call != null && call.operation != null) {
            summary.failed(call.operation);
        }
        if (call == null) {
            contexts.refuse(PduType.ALTER_CONTEXT, pdu.callId());
        }
        if (narrator != null) {
            narrator.fault(channel, pdu, call);
        }
        if (call != null) {
            calls.end(call);
        }
    }

    private void orphaned(Channel channel, Pdu pdu) {
        Call call = calls.find(pdu.callId());
        tell(channel, pdu, call);
        if (call != null) {
            calls.end(call);
        }
    }

    private void tell(Channel channel, Pdu pdu, @Nullable Call call) {
        if (narrator != null) {
            narrator.other(channel, pdu, call);
        }
    }

    /** Contexts and identities are agreed upon. */
    private void agree(Channel channel, Pdu pdu) {
        boolean fromClient = isClient(channel);
        security.token(fromClient, pdu);
        Offer offer = null;
        List<Offer.Answer> answers = List.of();
        switch (pdu.type()) {
            case PduType.BIND, PduType.ALTER_CONTEXT -> offer = contexts.ask(pdu);
            case PduType.BIND_ACK -> {
                answers = Offer.Answer.read(pdu);
                offer = contexts.answer(PduType.BIND, pdu.callId(), answers);
            }
            case PduType.ALTER_CONTEXT_RESPONSE -> {
                answers = Offer.Answer.read(pdu);
                offer = contexts.answer(PduType.ALTER_CONTEXT, pdu.callId(), answers);
            }
            case PduType.BIND_NAK -> {
                security.refused();
                offer = contexts.refuse(PduType.BIND, pdu.callId());
            }
            default -> {}
        }
        if (narrator != null) {
            narrator.agreement(channel, pdu, offer, answers);
        }
    }
}
