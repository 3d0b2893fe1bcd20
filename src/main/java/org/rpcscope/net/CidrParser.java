package org.rpcscope.net;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads networks as people type them, and says in words what is wrong with what is none. */
final class CidrParser {
    /** Longer texts are cut when quoted, so that a pasted page does not become a sentence. */
    private static final int QUOTED = 48;

    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,9}(\\.[0-9]{0,9})*");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    private CidrParser() {}

    static Cidr.Parsed parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return fault("nothing is written: a network is an address and a length, such as 10.0.0.0/8");
        }
        int slash = stripped.indexOf('/');
        String written = slash < 0 ? stripped : stripped.substring(0, slash);
        IpAddress address = IpAddress.parse(written);
        if (address == null) {
            return fault(addressFault(written));
        }
        if (slash < 0) {
            return new Cidr.Valid(Cidr.around(address, address.isV4() ? 32 : 128));
        }
        return parse(address, written.indexOf(':') >= 0, stripped.substring(slash + 1));
    }

    private static Cidr.Parsed parse(IpAddress address, boolean writtenAsV6, String length) {
        int longest = writtenAsV6 ? 128 : 32;
        String within = "a length from 0 to " + longest;
        if (length.isEmpty()) {
            return fault(within + " is missing after the slash");
        }
        if (!LENGTH.matcher(length).matches()) {
            Cidr meant = fromMask(address, length);
            return meant == null
                    ? fault(quoted(length) + " is not " + within)
                    : new Cidr.Faulty(
                            quoted(length) + " is a mask, not " + within + ": the network is " + meant, meant);
        }
        int number = Integer.parseInt(length);
        if (number > longest) {
            return fault("/" + number + " is too long: " + (writtenAsV6 ? "IPv6" : "IPv4") + " has " + within);
        }
        if (!writtenAsV6 || !address.isV4()) {
            return exact(address, number);
        }
        return number >= 96 ? exact(address, number - 96) : shortMapped(address, number);
    }

    private static Cidr.Parsed exact(IpAddress address, int length) {
        Cidr network = Cidr.around(address, length);
        if (network.network().equals(address)) {
            return new Cidr.Valid(network);
        }
        String fault = address + "/" + length + " has bits set beyond /" + length + ": the network is " + network;
        return new Cidr.Faulty(fault, network);
    }

    private static Cidr.Parsed shortMapped(IpAddress address, int length) {
        return fault("::ffff:" + address + "/" + length + " has bits set beyond /" + length
                + ": an IPv4-mapped network has a length from 96 to 128");
    }

    /** The network that a mask such as 255.255.0.0 means, when it is one. */
    private static @Nullable Cidr fromMask(IpAddress address, String text) {
        IpAddress mask = IpAddress.parse(text);
        if (mask == null || !mask.isV4() || !address.isV4()) {
            return null;
        }
        int length = Integer.numberOfLeadingZeros(~mask.v4Bits());
        boolean contiguous = length == 32 || mask.v4Bits() << length == 0;
        return contiguous ? Cidr.around(address, length) : null;
    }

    private static String addressFault(String written) {
        if (written.isBlank()) {
            return "the address before the slash is missing";
        }
        if (written.startsWith("[")) {
            return quoted(written) + " is in brackets: write the address without them";
        }
        // The pattern recurses for each part, so it must not see a text of any length.
        boolean numbers = written.length() <= QUOTED && DOTTED.matcher(written).matches();
        return numbers ? quadFault(written) : quoted(written) + " is not an IPv4 or IPv6 address";
    }

    private static String quadFault(String written) {
        String[] numbers = written.split("\\.", -1);
        for (String number : numbers) {
            if (number.length() > 1 && number.startsWith("0")) {
                return quoted(number) + " has a leading zero: it may mean octal or decimal";
            }
            if (!number.isEmpty() && Integer.parseInt(number) > 255) {
                return quoted(number) + " is above 255";
            }
        }
        long present = 0;
        for (String number : numbers) {
            present += number.isEmpty() ? 0 : 1;
        }
        return present == 4 && numbers.length == 4
                ? quoted(written) + " is not an IPv4 address"
                : "an IPv4 address has four numbers, " + quoted(written) + " has " + present;
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text) + "\"";
    }

    private static Cidr.Parsed fault(String reason) {
        return new Cidr.Faulty(reason, null);
    }
}
