package org.rpcscope.logs.firewall;

import java.util.List;
import java.util.function.LongSupplier;
import org.rpcscope.input.InputFormat;
import org.rpcscope.logs.LineFormat;
import org.rpcscope.logs.LineFormat.Kind;
import org.rpcscope.session.ObservationTable;

/** The formats of this package. */
public final class FirewallFormats {

    private static final int SURE = 90;

    /** Of lines that another format may know better. */
    private static final int ANY_VENDOR = 60;

    private FirewallFormats() {}

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public static List<InputFormat<ObservationTable>> all(LongSupplier clock) {
        return all(clock, LineFormat.CHUNK);
    }

    /** @param chunkSize in bytes; it changes no result */
    public static List<InputFormat<ObservationTable>> all(LongSupplier clock, int chunkSize) {
        return kinds().stream()
                .<InputFormat<ObservationTable>>map(kind -> new LineFormat(kind, clock, chunkSize))
                .toList();
    }

    private static List<Kind> kinds() {
        return List.of(
                new Kind("windows-firewall", SURE, false, WindowsFirewall::new),
                new Kind("cisco-asa", SURE, false, (times, head) -> new CiscoAsa()),
                new Kind("cisco-ios", SURE, false, (times, head) -> new CiscoIos()),
                new Kind("palo-alto", SURE, true, (times, head) -> new PaloAlto(times)),
                new Kind("fortigate", SURE, false, (times, head) -> new Fortigate(times)),
                new Kind("check-point", SURE, false, (times, head) -> new CheckPoint(times)),
                new Kind("filterlog", SURE, false, (times, head) -> new Filterlog()),
                new Kind("juniper-srx", SURE, false, (times, head) -> new Juniper()),
                new Kind("sonicwall", SURE, false, (times, head) -> new Sonicwall(times)),
                new Kind("sophos", SURE, false, (times, head) -> new Sophos(times)),
                new Kind("watchguard", SURE, false, (times, head) -> new Watchguard(times)),
                new Kind("netfilter", SURE, false, (times, head) -> new Netfilter()),
                new Kind("openbsd-pf", SURE, false, (times, head) -> new OpenBsdPf()),
                new Kind("cef", ANY_VENDOR, false, (times, head) -> new Cef(times)));
    }
}
