package org.rpcscope.ui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Excerpt;
import org.rpcscope.session.LinkType;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Packet;
import org.rpcscope.session.PacketSink;
import org.rpcscope.session.Replay;
import org.rpcscope.session.Transcript;

/** Conversations for tests of the window, by a word, and the messages that are found when they are read again. */
final class Talks implements Replay {

    private static final InterfaceId EPMAPPER =
            new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);
    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
    private static final int MANY = 5000;

    /** What a session says by the word behind its ends. */
    static Conversation conversation(String word) {
        return switch (word) {
            case "maps" ->
                new Conversation(
                        List.of(new Binding(EPMAPPER, Binding.Result.ACCEPTED)),
                        List.of(Calls.captured(EPMAPPER.uuid(), 3, 1, 0)),
                        List.of(),
                        List.of(new Announcement(Announcement.Kind.ENDPOINT_MAPPER, SVCCTL, null, null, 49_676)),
                        List.of(),
                        Set.of());
            case "serves" ->
                new Conversation(
                        List.of(new Binding(SVCCTL, Binding.Result.ACCEPTED)),
                        List.of(Calls.captured(SVCCTL.uuid(), 12, 2, 1), Calls.captured(SVCCTL.uuid(), 19, 1, 0)),
                        List.of(new Authentication(
                                "ntlm",
                                "privacy",
                                "LAB",
                                "svc_backup",
                                "WS-0431",
                                null,
                                Authentication.Outcome.ACCEPTED)),
                        List.of(),
                        List.of("svcctl"),
                        Set.of(Omission.ENCRYPTED));
            default -> throw new IllegalArgumentException(word);
        };
    }

    @Override
    public boolean reads(String format) {
        return format.equals("sessions");
    }

    /** A session on the port of the endpoint mapper has three messages, another one thousands. */
    @Override
    public Transcript read(ByteSource source, String format, Excerpt excerpt, Progress progress) {
        boolean maps = excerpt.ends().destinationPort() == 135;
        List<Step> steps = new ArrayList<>();
        List<Packet> packets = new ArrayList<>();
        InterfaceId id = maps ? EPMAPPER : SVCCTL;
        int count = maps ? 3 : MANY;
        for (int i = 0; i < count; i++) {
            boolean client = i % 2 == 0;
            String kind = i == 0 ? "bind" : i == 1 ? "bind_ack" : client ? "request" : "response";
            long time = excerpt.start() + i * 1_000_000L;
            int opnum = i < 2 ? -1 : maps ? 3 : 12;
            String detail = i == 1 ? "accepted" : "";
            steps.add(new Step(time, client, kind, i / 2 + 1, 0, id, opnum, detail, false, i < 2 ? 0 : 64, i, i));
            packets.add(new Packet(i, time, client, 147, 9, 9, 0));
        }
        return new Transcript(steps, packets, false, null);
    }

    /** A packet of three bytes for each. */
    @Override
    public void copy(ByteSource source, ObservationTable table, long[] origins, PacketSink sink, Progress progress)
            throws IOException {
        for (long origin : origins) {
            sink.take(LinkType.RAW, origin, 9, ByteBuffer.wrap(new byte[] {1, 2, 3}), origin);
        }
    }
}
