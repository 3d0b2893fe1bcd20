package org.rpcscope.ui.hosts;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Session;

/**
 * What happened on a host, in order of time. A line is made when it is asked for; kept are a number and two bits a session.
 * Immutable; any thread.
 *
 * @param sessions its sessions by number, the earliest first; not to be changed
 * @param firsts of each of them {@link #PEER} and {@link #USER}; not to be changed
 * @param peers with how many addresses it spoke
 * @param users who authenticated in its sessions, in the order in which they first did
 */
record Story(
        IpAddress host,
        Detection detection,
        ConversationNames names,
        int[] sessions,
        byte[] firsts,
        int flagged,
        int peers,
        Set<String> users,
        RelatedEvents events) {

    /** The host had never spoken with the other before. */
    static final byte PEER = 1;

    /** Somebody authenticated that never had before. */
    static final byte USER = 2;

    /** Places in the story that are listed: of a session its place, of an event the complement of its place. */
    int[] places(Chapter chapter) {
        int[] places = new int[sessions.length + events.events().size()];
        int count = 0;
        int event = 0;
        for (int at = 0; at <= sessions.length; at++) {
            long start = at < sessions.length ? detection.sessions().start(sessions[at]) : Long.MAX_VALUE;
            while (event < events.events().size() && events.events().get(event).time() < start) {
                if (listed(chapter, events.events().get(event))) {
                    places[count++] = ~event;
                }
                event++;
            }
            if (at < sessions.length && listed(chapter, at)) {
                places[count++] = at;
            }
        }
        return Arrays.copyOf(places, count);
    }

    private boolean listed(Chapter chapter, int place) {
        return switch (chapter) {
            case EVERYTHING -> true;
            case FLAGGED -> detection.flagged(sessions[place]);
            case FIRSTS -> firsts[place] != 0;
            case EVENTS -> false;
        };
    }

    private static boolean listed(Chapter chapter, RelatedEvents.Related event) {
        return switch (chapter) {
            case EVERYTHING, EVENTS -> true;
            case FLAGGED -> !event.rules().isEmpty();
            case FIRSTS -> false;
        };
    }

    /** The line of one of the {@link #places}. */
    StoryLine line(int place) {
        if (place < 0) {
            return new StoryLine.Happened(events.events().get(~place));
        }
        Session session = detection.sessions().session(sessions[place]);
        List<String> heard = names.users(session);
        return new StoryLine.Spoke(
                session,
                detection.flagged(session.number()),
                session.ends().source().equals(host),
                names.operations(session.conversation()),
                heard,
                (firsts[place] & PEER) != 0,
                (firsts[place] & USER) != 0);
    }
}
