package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.tuning.NetworkList;

/**
 * External servers that are called by names which the Internet has not: whom a Kerberos client asked for, or what an NTLM
 * server calls itself. For one thread while it grows.
 */
final class PrivateNames {

    /** Top-level names that are never delegated, or are customary within (RFC 6761, 6762, 8375; ICANN for .internal). */
    private static final Set<String> PRIVATE =
            Set.of("local", "internal", "localdomain", "lan", "corp", "home", "intranet", "private");

    private static final int MOST = 1_000;

    private final Map<IpAddress, Named> servers = new TreeMap<>();

    private record Named(String name, String type, long sessions) {}

    void look(Sessions sessions, int session, IpAddress server) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            Conversation said = table.conversation(sessions.row(place));
            for (Authentication each : said.authentications()) {
                String name = name(each);
                boolean proved = each.outcome() == Authentication.Outcome.ACCEPTED;
                if (name != null && proved && (servers.size() < MOST || servers.containsKey(server))) {
                    servers.merge(
                            server,
                            new Named(name, each.type(), 1),
                            (old, fresh) -> new Named(old.name, old.type, old.sessions + 1));
                    return;
                }
            }
        }
    }

    /** The private name of the server, or null where it has none. */
    private static @Nullable String name(Authentication authentication) {
        String service = authentication.service();
        if (service == null) {
            return null;
        }
        String host = service.substring(service.lastIndexOf('/') + 1);
        int at = host.indexOf('@');
        String bare = (at < 0 ? host : host.substring(0, at)).toLowerCase(Locale.ROOT);
        int dot = bare.lastIndexOf('.');
        boolean known = dot > 0 && PRIVATE.contains(bare.substring(dot + 1)) || bare.endsWith(".home.arpa");
        return known ? bare : null;
    }

    List<Suggestion> found() {
        List<Suggestion> found = new ArrayList<>();
        servers.forEach((server, named) -> {
            boolean says = named.type.equals("ntlm");
            String reason = says
                    ? "it calls itself " + named.name + " and let a client in; a server of an intruder can say the same"
                    : "a ticket for " + named.name + " was accepted there";
            found.add(new Suggestion(
                    Suggestion.Kind.PRIVATE_NAME,
                    NetworkList.INTERNAL,
                    Cidr.around(server, server.isV4() ? 32 : 128),
                    reason,
                    named.sessions));
        });
        return found;
    }
}
