package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Finding;
import org.rpcscope.net.CommunityId;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;

/**
 * What a filter means, said as plainly as can be: each session is asked by itself, nothing is kept, and everything is read
 * from the {@link Session} and the {@link Finding} that the window shows. The measure of what answers faster.
 */
final class PlainFilter {

    private final Detection detection;
    private final ConversationNames names;
    private final Marks marks;

    PlainFilter(Detection detection, ConversationNames names, Marks marks) {
        this.detection = detection;
        this.names = names;
        this.marks = marks;
    }

    boolean passes(Query query, int session) {
        return switch (query) {
            case Query.All(List<Query> parts) -> parts.stream().allMatch(part -> passes(part, session));
            case Query.Any(List<Query> parts) -> parts.stream().anyMatch(part -> passes(part, session));
            case Query.Not(Query part) -> !passes(part, session);
            case Query.Term(Field field, List<ValueTest> values) ->
                values.stream().anyMatch(value -> asked(field, detection.finding(session), value));
        };
    }

    private boolean asked(Field field, Finding finding, ValueTest test) {
        Session session = finding.session();
        Session.Ends ends = session.ends();
        Session.Counters counters = session.counters();
        Mark mark = marks.of(detection.sessions(), session.number());
        return switch (field) {
            case ADDRESS -> test.address(ends.source()) || test.address(ends.destination());
            case SOURCE -> test.address(ends.source());
            case DESTINATION -> test.address(ends.destination());
            case PORT -> test.number(ends.destinationPort());
            case SOURCE_PORT -> test.number(ends.sourcePort());
            case TIER -> test.text(session.tier().label());
            case ZONE ->
                test.text(finding.sourceZone().zone().label())
                        || test.text(finding.destinationZone().zone().label());
            case SOURCE_ZONE -> test.text(finding.sourceZone().zone().label());
            case DESTINATION_ZONE -> test.text(finding.destinationZone().zone().label());
            case FLAGGED -> test.text(finding.rules().isEmpty() ? "no" : "yes");
            case SCORE -> test.number(finding.score().total());
            case TIME -> test.number(session.start());
            case DURATION -> test.number(session.end() - session.start());
            case BYTES -> counted(test, sum(counters.sourceBytes(), counters.destinationBytes()));
            case SOURCE_BYTES -> counted(test, counters.sourceBytes());
            case DESTINATION_BYTES -> counted(test, counters.destinationBytes());
            case PACKETS -> counted(test, sum(counters.sourcePackets(), counters.destinationPackets()));
            case DIRECTION -> test.text(finding.direction().label());
            case PARTNER -> partner(ends.source(), test) || partner(ends.destination(), test);
            case TRANSPORT -> test.text(ends.transport().label());
            case OUTCOME -> test.text(session.outcome().label());
            case SERVICE -> service(session, test);
            case ACTION ->
                session.words().action() != null && test.text(session.words().action());
            case PROCESS ->
                session.words().process() != null && test.text(session.words().process());
            case COMMUNITY_ID ->
                test.text(CommunityId.v1(
                        ends.source(),
                        ends.sourcePort(),
                        ends.destination(),
                        ends.destinationPort(),
                        ends.transport().protocol()));
            case INTERFACE -> said(session.number()).anyMatch(conversation -> interfaces(conversation, test));
            case OPERATION ->
                said(session.number())
                        .flatMap(each -> names.operations(each).stream())
                        .anyMatch(test::text);
            case USER -> names.users(session).stream().anyMatch(test::text);
            case STAGE -> finding.stages().stream().anyMatch(stage -> test.text(stage.label()));
            case LEVEL ->
                finding.rules().stream()
                        .map(rule -> rule.info().level())
                        .max(Comparator.naturalOrder())
                        .filter(level -> test.text(level.label()))
                        .isPresent();
            case RULE ->
                finding.rules().stream()
                        .anyMatch(rule -> test.text(rule.info().title())
                                || test.text(rule.info().id()));
            case STATUS -> test.text(mark.status().label());
            case VERDICT -> mark.verdict() != null && test.text(mark.verdict().label());
            case TAG -> mark.tags().stream().anyMatch(test::text);
            case INPUT ->
                session.seen().stream().anyMatch(seen -> test.text(seen.input().file()));
            case ANYTHING ->
                Stream.of(
                                Field.ADDRESS,
                                Field.PORT,
                                Field.TIER,
                                Field.SERVICE,
                                Field.INTERFACE,
                                Field.OPERATION,
                                Field.USER,
                                Field.RULE)
                        .anyMatch(each -> asked(each, finding, test));
        };
    }

    private boolean partner(IpAddress address, ValueTest test) {
        NetworkLine line = detection.networks().partner(address);
        return line != null && (test.text(line.owner()) || test.text(line.comment()));
    }

    private static boolean counted(ValueTest test, long count) {
        return count != ObservationTable.UNKNOWN && test.number(count);
    }

    private static long sum(long a, long b) {
        return a < 0 && b < 0 ? ObservationTable.UNKNOWN : Math.max(0, a) + Math.max(0, b);
    }

    private static boolean service(Session session, ValueTest test) {
        String named = session.words().service();
        return named != null
                ? test.text(named)
                : Evidence.has(session.evidence(), Evidence.DCE_RPC) && test.text("dce_rpc");
    }

    private Stream<Conversation> said(int session) {
        Sessions sessions = detection.sessions();
        List<Conversation> said = new ArrayList<>();
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            said.add(sessions.tables().get(sessions.table(place)).conversation(sessions.row(place)));
        }
        return said.stream();
    }

    private boolean interfaces(Conversation conversation, ValueTest test) {
        Stream<UUID> bound = conversation.bindings().stream()
                .map(binding -> binding.interfaceId().uuid());
        Stream<UUID> called = conversation.calls().stream().flatMap(calls -> Stream.ofNullable(calls.uuid()));
        return Stream.concat(bound, called).anyMatch(uuid -> test.text(names.name(uuid)) || test.text(uuid.toString()))
                || conversation.calls().stream()
                        .flatMap(calls -> Stream.ofNullable(calls.interfaceName()))
                        .anyMatch(test::text);
    }
}
