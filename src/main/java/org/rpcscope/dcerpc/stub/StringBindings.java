package org.rpcscope.dcerpc.stub;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;

/** The string bindings of a DUALSTRINGARRAY (MS-DCOM 2.2.19): {@code host[port]}, one for each protocol and address. */
final class StringBindings {

    /** The tower identifier of {@code ncacn_ip_tcp} (MS-DCOM 2.2.19.3). */
    private static final int TCP = 7;

    /** A host name has 255 characters at most (RFC 1035), and a port seven with its brackets. */
    private static final int LONGEST = 262;

    private StringBindings() {}

    /** A pointer to a DUALSTRINGARRAY, and what it points to, which nothing stands between. */
    static void pointed(NdrReader in, Consumer<Announcement> out) {
        if (in.pointer()) {
            conformant(in, out);
        }
    }

    /** A DUALSTRINGARRAY as NDR has it: the size of the array goes before the structure. */
    static void conformant(NdrReader in, Consumer<Announcement> out) {
        in.size();
        read(in, out);
    }

    /** A DUALSTRINGARRAY: how many 16-bit units follow, and after how many of them the security bindings begin. */
    static void read(NdrReader in, Consumer<Announcement> out) {
        int entries = in.u16();
        in.u16();
        NdrReader units = in.part(2L * entries);
        for (int tower = units.u16(); tower != 0; tower = units.u16()) {
            String text = text(units);
            if (tower == TCP && !units.ended()) {
                announce(text, out);
            }
        }
    }

    private static String text(NdrReader units) {
        StringBuilder text = new StringBuilder();
        for (int unit = units.u16(); unit != 0; unit = units.u16()) {
            if (text.length() < LONGEST) {
                text.append((char) unit);
            }
        }
        return text.toString();
    }

    /** A binding without a port says that the port is to be asked for elsewhere. */
    private static void announce(String binding, Consumer<Announcement> out) {
        int open = binding.lastIndexOf('[');
        if (open <= 0 || !binding.endsWith("]")) {
            return;
        }
        int port = port(binding.substring(open + 1, binding.length() - 1));
        String host = binding.substring(0, open);
        if (port == 0 || host.chars().anyMatch(Character::isISOControl)) {
            return;
        }
        @Nullable IpAddress address = IpAddress.parse(host);
        out.accept(new Announcement(
                Announcement.Kind.OBJECT_EXPORTER, null, address, address == null ? host : null, port));
    }

    /** A decimal number of 1 to 65,535, or 0. */
    private static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        int port = Integer.parseInt(digits);
        return port <= 0xFFFF ? port : 0;
    }
}
