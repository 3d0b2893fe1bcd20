package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.AuthTokens;
import org.rpcscope.dcerpc.stub.Announcements;
import org.rpcscope.dcerpc.stub.Stub;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * Listens to the connectionless protocol, version 4 (C706 chapter 10 and 12.5.2): there is no bind, each request names its
 * interface. Nothing is put together from several datagrams.
 */
public final class DatagramInspector extends ConversationInspector {

    private static final int MOST_CALLS = 16;

    /** A call as its datagrams name it. */
    private record Call(
            UUID activity, int sequence, @Nullable Operation operation) {}

    private final Datagram pdu = new Datagram();
    private final Deque<Call> calls = new ArrayDeque<>(2);
    private @Nullable AuthTokens tokens;

    public DatagramInspector(ConversationBuilder summary) {
        super(summary);
    }

    @Override
    public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
        Sighting sighting = Headers.connectionless(bytes, offset, length);
        if (sighting == Sighting.NONE) {
            if (summary.recognised()) {
                summary.omit(Omission.MALFORMED);
            }
            return;
        }
        summary.recognise();
        pdu.of(bytes, offset, length);
        List<Announcement> announced = List.of();
        switch (pdu.type()) {
            case DatagramType.REQUEST -> request();
            case DatagramType.RESPONSE -> announced = response();
            case DatagramType.FAULT, DatagramType.REJECT -> refused();
            default -> {}
        }
        if (summary.narrates() && pdu.isLast()) {
            boolean fromClient = sighting == Sighting.FROM_EITHER ? fromOriginator : sighting == Sighting.FROM_CLIENT;
            tell(fromClient, time, origin, announced);
        }
        pdu.release();
    }

    /** A request is sent again until it is answered, and is one call all the same. */
    private void request() {
        if (find() != null) {
            return;
        }
        summary.binding(pdu.interfaceId(), null);
        Operation operation = summary.operation(pdu.interfaceUuid(), pdu.opnum());
        if (operation != null) {
            summary.called(operation);
        }
        if (calls.size() == MOST_CALLS) {
            calls.removeFirst();
        }
        calls.addLast(new Call(pdu.activity(), pdu.sequence(), operation));
        protection();
    }

    private void protection() {
        if (pdu.authType() != 0) {
            if (tokens == null) {
                AuthTokens listening = new AuthTokens();
                tokens = listening;
                summary.identities(listening::seen);
            }
            tokens.token(
                    true,
                    pdu.authType(),
                    pdu.authLevel(),
                    pdu.fields().bytes(),
                    pdu.fields().place(0),
                    0);
            summary.changed();
        }
    }

    private @Nullable Call find() {
        int sequence = pdu.sequence();
        for (Call call : calls) {
            if (call.sequence == sequence && call.activity.equals(pdu.activity())) {
                return call;
            }
        }
        return null;
    }

    private List<Announcement> response() {
        Call call = find();
        Operation operation = call == null ? null : call.operation;
        if (operation == null || operation.uuid == null || !operation.wanted || pdu.fragmentNumber() > 0) {
            return List.of();
        }
        if (!pdu.isLast()) {
            summary.omit(Omission.LIMITED);
        }
        Pdu fields = pdu.fields();
        int body = fields.place(Headers.DATAGRAM_LENGTH);
        Stub stub = new Stub(fields.bytes(), body, pdu.bodyLength(), fields.little(), false);
        List<Announcement> announced = Announcements.of(operation.uuid, operation.opnum, stub);
        summary.announce(announced);
        return announced;
    }

    private void refused() {
        Call call = find();
        if (call != null && call.operation != null) {
            summary.failed(call.operation);
            calls.remove(call);
            calls.addLast(new Call(call.activity, call.sequence, null));
        }
    }

    private void tell(boolean fromClient, long time, long origin, List<Announcement> announced) {
        int type = pdu.type();
        boolean failed = type == DatagramType.FAULT || type == DatagramType.REJECT;
        boolean names = type == DatagramType.REQUEST || type == DatagramType.RESPONSE || failed;
        String detail = failed ? Reasons.bundled().fault(pdu.status()) : Narrator.words(announced);
        summary.step(new Step(
                time,
                fromClient,
                DatagramType.label(type),
                pdu.sequence(),
                -1,
                names ? pdu.interfaceId() : null,
                names ? pdu.opnum() : -1,
                detail,
                failed,
                names && !failed ? pdu.bodyLength() : 0,
                origin,
                origin));
    }

    /** Each datagram stands for itself. */
    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        summary.omit(Omission.LOST_BYTES);
    }

    @Override
    public void drop() {}

    @Override
    public int pending() {
        return 0;
    }

    @Override
    public boolean done() {
        return false;
    }
}
