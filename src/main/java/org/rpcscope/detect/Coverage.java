package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.session.Sessions;

/**
 * How much of what was observed a network covers.
 *
 * @param hosts different addresses of sessions that lie in it
 * @param sessions sessions with at least one end in it
 */
public record Coverage(int hosts, int sessions) {

    /**
     * The coverage of each network, at the same places, in one pass over the sessions: work for a job.
     *
     * @return what was counted when the progress was cancelled
     */
    public static List<Coverage> of(Sessions sessions, List<Cidr> networks, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
