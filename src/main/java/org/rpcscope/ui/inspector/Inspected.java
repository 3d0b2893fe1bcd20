package org.rpcscope.ui.inspector;

import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Finding;
import org.rpcscope.net.CommunityId;
import org.rpcscope.session.Session;

/**
 * Everything that is said of one session, as a value: two that are equal look the same.
 *
 * @param finding the session, its zones, and why it is flagged if it is
 * @param communityId Community ID v1, seed 0
 */
public record Inspected(Finding finding, String communityId) {

    /** What is known of the session now. Takes well under a millisecond. */
    public static Inspected of(Detection detection, int number) {
        Finding finding = detection.finding(number);
        Session.Ends ends = finding.session().ends();
        String id = CommunityId.v1(
                ends.source(),
                ends.sourcePort(),
                ends.destination(),
                ends.destinationPort(),
                ends.transport().protocol());
        return new Inspected(finding, id);
    }

    Session session() {
        return finding.session();
    }
}
