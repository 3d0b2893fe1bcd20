package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.net.CommunityId;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.query.ValueTest;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.MarkedSessions;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.SessionBlock.Cell;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;

/**
 * Puts a question to one field of the sessions of a detection. What many sessions share, such as an address, is asked about
 * once. Any thread.
 */
final class SessionFields {

    private static final String RPC = "dce_rpc";
    private static final int ALL_EVIDENCE = Evidence.HEADERS_COUNTED << 1;

    private final Detection detection;
    private final Sessions sessions;
    private final ObservationTable[] tables;
    private final Marks marks;
    private final FlaggedFields flagged;
    private final SaidFields said;

    SessionFields(Detection detection, ConversationNames names, Marks marks) {
        this.marks = marks;
        this.detection = detection;
        this.sessions = detection.sessions();
        this.tables = sessions.tables().toArray(ObservationTable[]::new);
        this.flagged = new FlaggedFields(detection);
        this.said = new SaidFields(sessions, names);
    }

    /** What finds the sessions of which the field passes. */
    Scan of(Field field, ValueTest test) {
        if (tables.length == 0) {
            return Scan.NONE;
        }
        return switch (field) {
            case ADDRESS -> either(addresses(test));
            case SOURCE -> Scan.of(Cell.SOURCE, addresses(test));
            case DESTINATION -> Scan.of(Cell.DESTINATION, addresses(test));
            case PORT -> Scan.of(Cell.PORT, ports(test));
            case SOURCE_PORT -> Scan.of(Cell.SOURCE_PORT, ports(test));
            case TIER -> evidence(Tier::of, Tier::label, test);
            case ZONE -> either(zones(test));
            case SOURCE_ZONE -> Scan.of(Cell.SOURCE, zones(test));
            case DESTINATION_ZONE -> Scan.of(Cell.DESTINATION, zones(test));
            case FLAGGED -> flagged.flagged(test);
            case SCORE -> flagged.score(test);
            case TIME -> Scan.each(session -> test.number(sessions.start(session)));
            case DURATION -> Scan.each(session -> test.number(sessions.end(session) - sessions.start(session)));
            case BYTES -> counted(test, counters -> sum(counters.sourceBytes(), counters.destinationBytes()));
            case SOURCE_BYTES -> counted(test, Session.Counters::sourceBytes);
            case DESTINATION_BYTES -> counted(test, Session.Counters::destinationBytes);
            case PACKETS -> counted(test, counters -> sum(counters.sourcePackets(), counters.destinationPackets()));
            case DIRECTION -> direction(test);
            case PARTNER -> either(partners(test));
            case TRANSPORT -> evidence(SessionFields::transport, Transport::label, test);
            case OUTCOME -> evidence(Evidence::outcome, Outcome::label, test);
            case SERVICE -> service(test);
            case ACTION -> Scan.of(Cell.ACTION, texts(test));
            case COMMUNITY_ID -> Scan.each(session -> test.text(communityId(session)));
            case INTERFACE -> said.interfaces(test);
            case OPERATION -> said.operations(test);
            case USER -> said.users(test).or(Scan.of(Cell.USER, texts(test)));
            case PROCESS -> Scan.of(Cell.PROCESS, texts(test));
            case STAGE -> flagged.stage(test);
            case LEVEL -> flagged.level(test);
            case RULE -> flagged.rule(test);
            case STATUS -> marked(mark -> test.text(mark.status().label()));
            case VERDICT ->
                marked(mark ->
                        mark.verdict() != null && test.text(mark.verdict().label()));
            case TAG -> marked(mark -> mark.tags().stream().anyMatch(test::text));
            case INPUT -> input(test);
            case ANYTHING -> anything(test);
        };
    }

    /** Every field that holds a word without a field. */
    private Scan anything(ValueTest test) {
        Scan all = of(Field.ADDRESS, test);
        if (test instanceof ValueTests.InNetwork) {
            return all; // nothing else holds an address
        }
        for (Field field : List.of(
                Field.PORT, Field.TIER, Field.SERVICE, Field.INTERFACE, Field.OPERATION, Field.USER, Field.RULE)) {
            all = all.or(of(field, test));
        }
        return all;
    }

    private Pools pools() {
        return tables[0].pools(); // one pool a case
    }

    private Answers ofAddresses(IntPredicate question) {
        return new Answers(pools().addresses().size(), question);
    }

    private Answers addresses(ValueTest test) {
        AddressPool pool = pools().addresses();
        return ofAddresses(id -> test.address(pool.address(id)));
    }

    private Answers zones(ValueTest test) {
        return ofAddresses(id -> test.text(detection.zone(id).label()));
    }

    private Answers partners(ValueTest test) {
        AddressPool pool = pools().addresses();
        Networks networks = detection.networks();
        return ofAddresses(id -> {
            NetworkLine line = networks.partner(pool.address(id));
            return line != null && (test.text(line.owner()) || test.text(line.comment()));
        });
    }

    private static Scan either(Answers address) {
        return Scan.of(Cell.SOURCE, address).or(Scan.of(Cell.DESTINATION, address));
    }

    private static Answers ports(ValueTest test) {
        return new Answers(1 << 16, test::number);
    }

    /** What follows from the evidence alone. */
    private static <E extends Enum<E>> Scan evidence(IntFunction<E> of, Function<E, String> label, ValueTest test) {
        return Scan.of(Cell.EVIDENCE, new Answers(ALL_EVIDENCE, bits -> test.text(label.apply(of.apply(bits)))));
    }

    private static Transport transport(int evidence) {
        return Evidence.has(evidence, Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }

    private Scan direction(ValueTest test) {
        Zone[] zones = Zone.values();
        Answers answers = new Answers(
                zones.length * zones.length,
                pair -> test.text(Direction.of(zones[pair / zones.length], zones[pair % zones.length])
                        .label()));
        return (block, words, at) -> {
            int[] sources = block.of(Cell.SOURCE);
            int[] destinations = block.of(Cell.DESTINATION);
            int[] pairs = new int[block.count()];
            Arrays.setAll(
                    pairs,
                    i -> detection.zone(sources[i]).ordinal() * zones.length
                            + detection.zone(destinations[i]).ordinal());
            answers.find(pairs, pairs.length, words, at);
        };
    }

    /** A session without a mark has that which every session has at first. */
    private Scan marked(Predicate<Mark> question) {
        boolean unmarked = question.test(Mark.NONE);
        MarkedSessions some = MarkedSessions.of(marks, sessions);
        Scan all = Scan.always(unmarked);
        return (block, words, at) -> {
            long[] found = new long[Scan.WORDS];
            all.find(block, found, 0);
            some.forEach(block.from(), block.from() + block.count(), (session, mark) -> {
                long bit = 1L << session;
                int word = (session - block.from()) >>> 6;
                found[word] = question.test(mark) ? found[word] | bit : found[word] & ~bit;
            });
            for (int i = 0; i < block.count(); i += Long.SIZE) {
                words[at + (i >>> 6)] |= found[i >>> 6];
            }
        };
    }

    /** A session of which no input counted this is found by nothing. */
    private Scan counted(ValueTest test, ToLongFunction<Session.Counters> counter) {
        return Scan.each(session -> {
            long count = counter.applyAsLong(sessions.counters(session));
            return count != ObservationTable.UNKNOWN && test.number(count);
        });
    }

    private static long sum(long a, long b) {
        return a < 0 && b < 0 ? ObservationTable.UNKNOWN : Math.max(0, a) + Math.max(0, b);
    }

    private String communityId(int session) {
        int best = sessions.best(session);
        ObservationTable table = tables[sessions.table(best)];
        int row = sessions.row(best);
        return CommunityId.v1(
                pools().addresses().address(table.source(row)),
                table.sourcePort(row),
                pools().addresses().address(table.destination(row)),
                table.destinationPort(row),
                transport(sessions.evidence(session)).protocol());
    }

    private Answers texts(ValueTest test) {
        TextPool pool = pools().texts();
        return new Answers(64, id -> {
            String text = pool.text(id);
            return text != null && test.text(text);
        });
    }

    /** The word of a log; where there is none, what was recognised in the traffic. */
    private Scan service(ValueTest test) {
        Scan named = Scan.of(Cell.SERVICE, texts(test));
        if (!test.text(RPC)) {
            return named;
        }
        return named.or((block, words, at) -> {
            int[] services = block.of(Cell.SERVICE);
            int[] evidence = block.of(Cell.EVIDENCE);
            for (int i = 0; i < block.count(); i++) {
                if (services[i] == TextPool.ABSENT && Evidence.has(evidence[i], Evidence.DCE_RPC)) {
                    words[at + (i >>> 6)] |= 1L << i;
                }
            }
        });
    }

    private Scan input(ValueTest test) {
        boolean[] named = new boolean[tables.length];
        for (int i = 0; i < named.length; i++) {
            named[i] = test.text(tables[i].input().file());
        }
        return Scan.each(session -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                if (named[sessions.table(place)]) {
                    return true;
                }
            }
            return false;
        });
    }
}
