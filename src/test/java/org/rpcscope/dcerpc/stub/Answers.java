package org.rpcscope.dcerpc.stub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.InterfaceId;

/** Answers as servers write them. */
final class Answers {

    static final UUID ENDPOINT_MAPPER = UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa");
    static final UUID OBJECT_EXPORTER = UUID.fromString("99fcfec4-5260-101b-bbcb-00aa0021347a");
    static final UUID ACTIVATION = UUID.fromString("4d9f4ab8-7d1c-11cf-861e-0020af6e7c57");
    static final UUID SCM_ACTIVATOR = UUID.fromString("000001a0-0000-0000-c000-000000000046");

    private static final UUID PROPERTIES_OUT = UUID.fromString("00000339-0000-0000-c000-000000000046");
    private static final UUID SCM_REPLY = UUID.fromString("000001b6-0000-0000-c000-000000000046");
    private static final UUID SOME = UUID.fromString("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
    private static final InterfaceId NDR =
            new InterfaceId(UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860"), 2, 0);

    /** How an answer is written. */
    record Form(boolean little, boolean ndr64) {
        NdrWriter writer() {
            return NdrWriter.ndr(little, ndr64);
        }
    }

    static final Form NDR_LITTLE = new Form(true, false);

    static final List<Form> FORMS =
            List.of(NDR_LITTLE, new Form(false, false), new Form(true, true), new Form(false, true));

    private Answers() {}

    /** A floor: an identifier with data, and more data. */
    static NdrWriter floor(NdrWriter tower, int identifier, byte[] left, byte[] right) {
        return tower.u16(1 + left.length)
                .u8(identifier)
                .octets(left)
                .u16(right.length)
                .octets(right);
    }

    static byte[] tower(InterfaceId id, int protocol, int transport, byte[] endpoint, byte[] address) {
        NdrWriter tower = NdrWriter.packed().u16(5);
        for (InterfaceId each : List.of(id, NDR)) {
            byte[] left = NdrWriter.packed().uuid(each.uuid()).u16(each.major()).bytes();
            floor(tower, 0x0D, left, NdrWriter.packed().u16(each.minor()).bytes());
        }
        floor(tower, protocol, new byte[0], new byte[2]);
        floor(tower, transport, new byte[0], endpoint);
        return floor(tower, 0x09, new byte[0], address).bytes();
    }

    static byte[] tcp(InterfaceId id, int port, IpAddress address) {
        return tower(id, 0x0B, 0x07, port(port), address.bytes());
    }

    static byte[] port(int port) {
        return new byte[] {(byte) (port >> 8), (byte) port};
    }

    /** The answer of {@code ept_map}; an empty tower is a null pointer. */
    static NdrWriter map(Form form, List<byte[]> towers) {
        NdrWriter out = head(form, towers.size());
        towers.forEach(tower -> out.pointer(tower.length > 0));
        return referents(out, towers).u32(0);
    }

    /** The answer of {@code ept_lookup}. */
    static NdrWriter lookup(Form form, List<byte[]> towers, String annotation) {
        NdrWriter out = head(form, towers.size());
        byte[] note = (annotation + "\0").getBytes(StandardCharsets.US_ASCII);
        for (byte[] tower : towers) {
            out.align().uuid(SOME).pointer(tower.length > 0);
            out.size(0).size(note.length).octets(note);
        }
        return referents(out, towers).u32(0);
    }

    private static NdrWriter head(Form form, int count) {
        return form.writer()
                .u32(0)
                .uuid(SOME)
                .u32(count)
                .size(count + 3)
                .size(0)
                .size(count);
    }

    private static NdrWriter referents(NdrWriter out, List<byte[]> towers) {
        for (byte[] tower : towers) {
            if (tower.length > 0) {
                out.size(tower.length).u32(tower.length).octets(tower);
            }
        }
        return out;
    }

    /** A DUALSTRINGARRAY of bindings, each as {@code tower:text}, and one security binding. */
    static NdrWriter dualStringArray(NdrWriter out, List<String> bindings) {
        List<Integer> units = new ArrayList<>();
        for (String binding : bindings) {
            int colon = binding.indexOf(':');
            units.add(Integer.parseInt(binding.substring(0, colon)));
            binding.substring(colon + 1).chars().forEach(units::add);
            units.add(0);
        }
        units.add(0);
        int security = units.size();
        units.addAll(List.of(10, 0xFFFF, (int) 'S', 0, 0));
        out.u16(units.size()).u16(security);
        units.forEach(out::u16);
        return out;
    }

    static NdrWriter conformant(NdrWriter out, List<String> bindings) {
        out.size(units(bindings));
        return dualStringArray(out, bindings);
    }

    private static int units(List<String> bindings) {
        return dualStringArray(NdrWriter.packed(), bindings).bytes().length / 2 - 2;
    }

    static NdrWriter resolveOxid(Form form, List<String> bindings) {
        return conformant(form.writer().pointer(true), bindings)
                .uuid(SOME)
                .u32(5)
                .u32(0);
    }

    static NdrWriter serverAlive2(Form form, List<String> bindings) {
        return conformant(form.writer().u16(5).u16(7).pointer(true), bindings)
                .u32(0)
                .u32(0);
    }

    static NdrWriter remoteActivation(Form form, List<String> bindings, List<String> resolver) {
        NdrWriter out = form.writer().u32(1).pointer(false).u64(77).pointer(true);
        conformant(out, bindings).uuid(SOME).u32(5).u16(5).u16(7).u32(0);
        out.size(1).pointer(true);
        return interfacePointer(out, standard(resolver)).size(1).u32(0).u32(0);
    }

    static NdrWriter createInstance(Form form, byte[] reference) {
        NdrWriter out = form.writer().u32(1).pointer(false).pointer(true);
        return interfacePointer(out, reference).u32(0);
    }

    /** The same with an extension in ORPCTHAT. */
    static NdrWriter createInstanceExtended(Form form, byte[] reference) {
        NdrWriter out = form.writer().u32(1).pointer(true).u32(1).u32(0).pointer(true);
        out.size(2).pointer(true).pointer(false);
        out.size(8).uuid(SOME).u32(5).octets(new byte[8]).pointer(true);
        return interfacePointer(out, reference).u32(0);
    }

    private static NdrWriter interfacePointer(NdrWriter out, byte[] reference) {
        return out.size(reference.length).u32(reference.length).octets(reference);
    }

    static byte[] standard(List<String> resolver) {
        NdrWriter out = objref(1).octets(new byte[40]);
        return dualStringArray(out, resolver).bytes();
    }

    static byte[] handler(List<String> resolver) {
        NdrWriter out = objref(2).octets(new byte[40]).uuid(SOME);
        return dualStringArray(out, resolver).bytes();
    }

    private static NdrWriter objref(int kind) {
        return NdrWriter.packed()
                .octets("MEOW".getBytes(StandardCharsets.US_ASCII))
                .u32(kind)
                .uuid(SOME);
    }

    /** A reference that carries activation properties: what the objects say, and what the exporter says. */
    static byte[] properties(boolean little, List<byte[]> references, List<String> exporter) {
        byte[] out = serialised(little, propertiesOut(little, references));
        byte[] reply = serialised(little, scmReply(little, exporter));
        NdrWriter header = NdrWriter.ndr(little, false);
        int length = 16 + 96;
        header.u32(length + out.length + reply.length).u32(length).u32(0).u32(2).u32(2);
        header.uuid(new UUID(0, 0)).pointer(true).pointer(true).pointer(false);
        header.u32(2).uuid(PROPERTIES_OUT).uuid(SCM_REPLY);
        header.u32(2).u32(out.length).u32(reply.length);
        byte[] head = serialised(little, header);
        int total = head.length + out.length + reply.length;
        return objref(4)
                .uuid(PROPERTIES_OUT)
                .u32(0)
                .u32(total + 16)
                .u32(total)
                .u32(0)
                .octets(head)
                .octets(out)
                .octets(reply)
                .bytes();
    }

    private static NdrWriter propertiesOut(boolean little, List<byte[]> references) {
        NdrWriter out = NdrWriter.ndr(little, false);
        int count = references.size();
        out.u32(count).pointer(true).pointer(true).pointer(true).u32(count);
        references.forEach(_ -> out.uuid(SOME));
        out.u32(count);
        references.forEach(_ -> out.u32(0));
        out.u32(count);
        references.forEach(_ -> out.pointer(true));
        references.forEach(each -> interfacePointer(out, each));
        return out;
    }

    private static NdrWriter scmReply(boolean little, List<String> exporter) {
        NdrWriter out = NdrWriter.ndr(little, false).pointer(false).pointer(true);
        out.u64(77).pointer(true).uuid(SOME).u32(4).u16(5).u16(7);
        return conformant(out, exporter);
    }

    /** The two headers of a serialised type before it, and zeros to a multiple of eight behind it. */
    private static byte[] serialised(boolean little, NdrWriter content) {
        byte[] bytes = content.bytes();
        int padded = (bytes.length + 7) / 8 * 8;
        NdrWriter out = NdrWriter.ndr(little, false);
        out.u8(1).u8(little ? 0x10 : 0).u16(8).u32(0xCCCCCCCCL).u32(padded).u32(0);
        return out.octets(bytes).octets(new byte[padded - bytes.length]).bytes();
    }
}
