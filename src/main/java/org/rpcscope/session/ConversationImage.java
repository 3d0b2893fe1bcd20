package org.rpcscope.session;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;

/** Conversations as bytes. What is read may be anything: counts and lengths are checked before memory is taken. */
final class ConversationImage {

    /** More than any inspector keeps. */
    private static final int MOST = 1 << 16;

    private static final int LONGEST_TEXT = 1 << 16;

    private ConversationImage() {}

    static void write(Conversation said, DataOutput out) throws IOException {
        out.writeInt(said.bindings().size());
        for (Binding each : said.bindings()) {
            write(each.interfaceId(), out);
            out.writeByte(each.result() == null ? -1 : each.result().ordinal());
        }
        out.writeInt(said.calls().size());
        for (Calls each : said.calls()) {
            write(each.uuid(), out);
            out.writeInt(each.opnum());
            write(each.interfaceName(), out);
            write(each.operationName(), out);
            out.writeLong(each.count());
            out.writeLong(each.faults());
        }
        out.writeInt(said.authentications().size());
        for (Authentication each : said.authentications()) {
            write(each.type(), out);
            write(each.level(), out);
            write(each.domain(), out);
            write(each.user(), out);
            write(each.workstation(), out);
            write(each.service(), out);
            out.writeByte(each.outcome().ordinal());
        }
        out.writeInt(said.announcements().size());
        for (Announcement each : said.announcements()) {
            write(each, out);
        }
        out.writeInt(said.pipes().size());
        for (String each : said.pipes()) {
            write(each, out);
        }
        int omissions = 0;
        for (Omission each : said.omissions()) {
            omissions |= 1 << each.ordinal();
        }
        out.writeInt(omissions);
    }

    private static void write(Announcement said, DataOutput out) throws IOException {
        out.writeByte(said.kind().ordinal());
        out.writeBoolean(said.interfaceId() != null);
        if (said.interfaceId() != null) {
            write(said.interfaceId(), out);
        }
        out.writeBoolean(said.address() != null);
        if (said.address() != null) {
            out.writeLong(said.address().high());
            out.writeLong(said.address().low());
        }
        write(said.host(), out);
        out.writeInt(said.port());
    }

    private static void write(InterfaceId id, DataOutput out) throws IOException {
        write(id.uuid(), out);
        out.writeInt(id.major());
        out.writeInt(id.minor());
    }

    private static void write(@Nullable UUID uuid, DataOutput out) throws IOException {
        out.writeBoolean(uuid != null);
        if (uuid != null) {
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
        }
    }

    static void write(@Nullable String text, DataOutput out) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_TEXT) {
            throw new IOException("a text of " + bytes.length + " bytes is too long");
        }
        out.writeInt(text == null ? -1 : bytes.length);
        out.write(bytes);
    }

    static Conversation read(DataInput in) throws IOException {
        List<Binding> bindings = list(in, ConversationImage::binding);
        List<Calls> calls = list(in, ConversationImage::calls);
        List<Authentication> authentications = list(in, ConversationImage::authentication);
        List<Announcement> announcements = list(in, ConversationImage::announcement);
        List<String> pipes = list(in, ConversationImage::word);
        int bits = in.readInt();
        Set<Omission> omissions = EnumSet.noneOf(Omission.class);
        for (Omission each : Omission.values()) {
            if ((bits & 1 << each.ordinal()) != 0) {
                omissions.add(each);
            }
        }
        return new Conversation(bindings, calls, authentications, announcements, pipes, omissions);
    }

    private interface Part<T> {
        T read(DataInput in) throws IOException;
    }

    /** The list grows with what is there: a count alone takes no memory. */
    private static <T> List<T> list(DataInput in, Part<T> part) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("an impossible number of things");
        }
        List<T> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(part.read(in));
        }
        return all;
    }

    private static Binding binding(DataInput in) throws IOException {
        InterfaceId id = interfaceId(in);
        int result = in.readByte();
        return new Binding(id, result == -1 ? null : one(Binding.Result.values(), result));
    }

    private static Calls calls(DataInput in) throws IOException {
        return new Calls(uuid(in), in.readInt(), text(in), text(in), in.readLong(), in.readLong());
    }

    private static Authentication authentication(DataInput in) throws IOException {
        return new Authentication(
                word(in),
                text(in),
                text(in),
                text(in),
                text(in),
                text(in),
                one(Authentication.Outcome.values(), in.readByte()));
    }

    private static Announcement announcement(DataInput in) throws IOException {
        Announcement.Kind kind = one(Announcement.Kind.values(), in.readByte());
        InterfaceId id = in.readBoolean() ? interfaceId(in) : null;
        IpAddress address = in.readBoolean() ? new IpAddress(in.readLong(), in.readLong()) : null;
        return new Announcement(kind, id, address, text(in), in.readInt());
    }

    private static InterfaceId interfaceId(DataInput in) throws IOException {
        UUID uuid = uuid(in);
        if (uuid == null) {
            throw new IOException("an interface without a UUID");
        }
        return new InterfaceId(uuid, in.readInt(), in.readInt());
    }

    private static @Nullable UUID uuid(DataInput in) throws IOException {
        return in.readBoolean() ? new UUID(in.readLong(), in.readLong()) : null;
    }

    private static String word(DataInput in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a word is missing");
        }
        return text;
    }

    static @Nullable String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < -1 || length > LONGEST_TEXT) {
            throw new IOException("an impossible length of a text");
        }
        if (length == -1) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static <E> E one(E[] all, int number) throws IOException {
        if (number < 0 || number >= all.length) {
            throw new IOException("an impossible choice");
        }
        return all[number];
    }
}
