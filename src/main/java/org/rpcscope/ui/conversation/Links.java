package org.rpcscope.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.SessionLinks;
import org.rpcscope.session.Session;

/**
 * The other sessions of the same activity.
 *
 * @param announcer the one that announced the port of the chosen session, or null
 * @param announced those whose ports the chosen session announced, the first of them
 * @param more how many further ones there are
 */
record Links(@Nullable Linked announcer, List<Linked> announced, int more) {

    static final Links NONE = new Links(null, List.of(), 0);

    /** So many are shown: an endpoint mapper may announce the ports of hundreds of sessions. */
    private static final int MOST = 50;

    /**
     * Another session.
     *
     * @param number in the detection that it was taken from
     */
    record Linked(int number, Session.Ends ends, long start) {

        static Linked of(Detection detection, int number) {
            Session session = detection.sessions().session(number);
            return new Linked(number, session.ends(), session.start());
        }
    }

    /** Those of a session. The first call for a detection looks at many sessions, which is work for a job. */
    static Links of(Detection detection, int number) {
        SessionLinks links = detection.links(number);
        int[] numbers = links.announced();
        List<Linked> announced = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, numbers.length); i++) {
            announced.add(Linked.of(detection, numbers[i]));
        }
        Linked announcer = links.announcer() == SessionLinks.NOBODY ? null : Linked.of(detection, links.announcer());
        return new Links(announcer, List.copyOf(announced), numbers.length - announced.size());
    }

    /** Those at a port of the server. */
    List<Linked> at(int port) {
        return announced.stream()
                .filter(each -> each.ends().destinationPort() == port)
                .toList();
    }
}
