package org.rpcscope.detect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Standing;
import org.rpcscope.net.Zone;
import org.rpcscope.tuning.NetworkList;

/** How the hosts of one network that is not internal behave. For one thread while it grows. */
final class Conduct {

    private final Cidr network;
    private final Standing standing;
    private final Sketch hosts = new Sketch(); // those that open sessions
    private final Sketch servers = new Sketch(); // internal ones that answered them
    private final Sketch outside = new Sketch(); // external ones that they went to
    private final Sketch active = new Sketch(); // those that open or answer
    private long toInternal;
    private long answered;
    private long out;
    private long sessions;

    Conduct(Cidr network, Standing standing) {
        this.network = network;
        this.standing = standing;
    }

    /** A host of this network opened a session. */
    void opened(int host, int peer, Zone to, boolean wasAnswered) {
        sessions++;
        hosts.add(host);
        active.add(host);
        switch (to) {
            case INTERNAL -> {
                toInternal++;
                if (wasAnswered) {
                    answered++;
                    servers.add(peer);
                }
            }
            case EXTERNAL -> {
                out++;
                outside.add(peer);
            }
            case SPECIAL -> {}
        }
    }

    /** A host of this network answered a session. */
    void answered(int host) {
        sessions++;
        active.add(host);
    }

    /** What this speaks for, or null where it speaks for nothing. */
    @Nullable
    Suggestion suggestion() {
        if (standing == Standing.SPECIAL) {
            return special();
        }
        if (standing != Standing.EXTERNAL || hosts.count() < Suggestions.HOSTS) {
            return null;
        }
        if (outside.count() >= Suggestions.OUTSIDE) {
            return internal(
                    Suggestion.Kind.GOES_OUT,
                    out,
                    words(
                            "%s hosts of it open sessions to %s external addresses: they stand on this side of the"
                                    + " Internet",
                            hosts.text(), outside.text()));
        }
        // An intruder is refused more often than not; a host of one's own is not.
        if (servers.count() >= Suggestions.SERVERS && answered * 2 >= toInternal) {
            return internal(
                    Suggestion.Kind.BEHAVES_AS_INTERNAL,
                    toInternal,
                    words(
                            "%s hosts of it open sessions to %s internal servers, and %s of %s are answered",
                            hosts.text(),
                            servers.text(),
                            String.format(Locale.ROOT, "%,d", answered),
                            String.format(Locale.ROOT, "%,d", toInternal)));
        }
        return null;
    }

    private Suggestion special() {
        return internal(
                Suggestion.Kind.SPECIAL_IN_USE,
                sessions,
                words(
                        "%s of its addresses open or answer sessions: somebody uses this block, %s",
                        active.text(), SpecialUse.name(network)));
    }

    private Suggestion internal(Suggestion.Kind kind, long weight, String reason) {
        return new Suggestion(kind, NetworkList.INTERNAL, network, reason, weight);
    }

    private static String words(String pattern, String... parts) {
        return String.format(Locale.ROOT, pattern, (Object[]) parts);
    }
}
