package org.rpcscope.filter;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.net.CommunityId;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;
import org.rpcscope.sigma.Rule;

/** Puts a question to one field of the sessions of a detection. For one thread. */
final class SessionFields {

    private static final String RPC = "dce_rpc";
    private static final int RPC_SEEN = Evidence.DCE_RPC;

    private final Detection detection;
    private final Sessions sessions;
    private final ObservationTable[] tables;
    private final ConversationNames names;
    private final Marks marks;

    SessionFields(Detection detection, ConversationNames names, Marks marks) {
        this.marks = marks;
        this.detection = detection;
        this.sessions = detection.sessions();
        this.tables = sessions.tables().toArray(ObservationTable[]::new);
        this.names = names;
    }

    /** The answer for a session by its number. */
    IntPredicate of(Field field, ValueTest test) {
        if (tables.length == 0) {
            return _ -> false;
        }
        return switch (field) {
            case ADDRESS -> either(addresses(test));
            case SOURCE -> end(true, addresses(test));
            case DESTINATION -> end(false, addresses(test));
            case PORT -> port(false, test);
            case SOURCE_PORT -> port(true, test);
            case TIER -> choice(Tier.values(), Tier::label, session -> Tier.of(sessions.evidence(session)), test);
            case ZONE -> either(zones(test));
            case SOURCE_ZONE -> end(true, zones(test));
            case DESTINATION_ZONE -> end(false, zones(test));
            case FLAGGED -> flagged(test);
            case SCORE -> session -> test.number(detection.score(session));
            case TIME -> session -> test.number(sessions.start(session));
            case DURATION -> session -> test.number(sessions.end(session) - sessions.start(session));
            case BYTES -> counted(test, counters -> sum(counters.sourceBytes(), counters.destinationBytes()));
            case SOURCE_BYTES -> counted(test, Session.Counters::sourceBytes);
            case DESTINATION_BYTES -> counted(test, Session.Counters::destinationBytes);
            case PACKETS -> counted(test, counters -> sum(counters.sourcePackets(), counters.destinationPackets()));
            case DIRECTION -> choice(Direction.values(), Direction::label, detection::direction, test);
            case PARTNER -> either(partners(test));
            case TRANSPORT -> choice(Transport.values(), Transport::label, this::transport, test);
            case OUTCOME ->
                choice(Outcome.values(), Outcome::label, session -> Evidence.outcome(sessions.evidence(session)), test);
            case SERVICE -> word(ObservationTable::service, test, RPC_SEEN);
            case ACTION -> word(ObservationTable::action, test, 0);
            case COMMUNITY_ID -> session -> test.text(communityId(session));
            case INTERFACE -> said(interfaces(test));
            case OPERATION -> said(any(names::operations, test));
            case USER -> said(any(names::users, test));
            case STAGE -> stage(test);
            case LEVEL -> level(test);
            case RULE -> rule(test);
            case STATUS -> marked(mark -> test.text(mark.status().label()));
            case VERDICT ->
                marked(mark ->
                        mark.verdict() != null && test.text(mark.verdict().label()));
            case TAG -> marked(mark -> mark.tags().stream().anyMatch(test::text));
            case INPUT -> input(test);
            case ANYTHING -> anything(test);
        };
    }

    /** Every field that holds a word without a field, the cheap ones first. */
    private IntPredicate anything(ValueTest test) {
        IntPredicate all = of(Field.ADDRESS, test);
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

    private IntPredicate addresses(ValueTest test) {
        AddressPool pool = pools().addresses();
        return new Answers(id -> test.address(pool.address(id)));
    }

    private IntPredicate zones(ValueTest test) {
        AddressPool pool = pools().addresses();
        Networks networks = detection.networks();
        return new Answers(
                id -> test.text(networks.zone(pool.high(id), pool.low(id)).label()));
    }

    private IntPredicate partners(ValueTest test) {
        AddressPool pool = pools().addresses();
        Networks networks = detection.networks();
        return new Answers(id -> {
            NetworkLine line = networks.partner(pool.address(id));
            return line != null && (test.text(line.owner()) || test.text(line.comment()));
        });
    }

    private IntPredicate end(boolean source, IntPredicate address) {
        return session -> {
            int best = sessions.best(session);
            ObservationTable table = tables[sessions.table(best)];
            int row = sessions.row(best);
            return address.test(source ? table.source(row) : table.destination(row));
        };
    }

    private IntPredicate either(IntPredicate address) {
        return end(true, address).or(end(false, address));
    }

    private IntPredicate port(boolean source, ValueTest test) {
        IntPredicate port = new Answers(test::number);
        return session -> {
            int best = sessions.best(session);
            ObservationTable table = tables[sessions.table(best)];
            int row = sessions.row(best);
            return port.test(source ? table.sourcePort(row) : table.destinationPort(row));
        };
    }

    /** One of a few words, each asked once. */
    private static <E extends Enum<E>> IntPredicate choice(
            E[] values, Function<E, String> label, IntFunction<E> of, ValueTest test) {
        boolean[] answers = new boolean[values.length];
        for (E value : values) {
            answers[value.ordinal()] = test.text(label.apply(value));
        }
        return session -> answers[of.apply(session).ordinal()];
    }

    private Transport transport(int session) {
        return Evidence.has(sessions.evidence(session), Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }

    private IntPredicate marked(Predicate<Mark> question) {
        boolean unmarked = question.test(Mark.NONE);
        return session -> {
            Mark mark = marks.of(sessions, session);
            return mark == Mark.NONE ? unmarked : question.test(mark);
        };
    }

    private IntPredicate flagged(ValueTest test) {
        boolean yes = test.text("yes");
        boolean no = test.text("no");
        return session -> detection.flagged(session) ? yes : no;
    }

    /** A session of which no input counted this is found by nothing. */
    private IntPredicate counted(ValueTest test, ToLongFunction<Session.Counters> counter) {
        return session -> {
            long count = counter.applyAsLong(sessions.counters(session));
            return count != ObservationTable.UNKNOWN && test.number(count);
        };
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
                transport(session).protocol());
    }

    /**
     * The word of the first log that has one; where there is none, what was recognised in the traffic.
     *
     * @param otherwise the evidence that stands for {@code dce_rpc}; 0 where none does
     */
    private IntPredicate word(Column column, ValueTest test, int otherwise) {
        TextPool pool = pools().texts();
        IntPredicate named = new Answers(id -> {
            String text = pool.text(id);
            return text != null && test.text(text);
        });
        boolean seen = otherwise != 0 && test.text(RPC);
        return session -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                int id = column.of(tables[sessions.table(place)], sessions.row(place));
                if (id != TextPool.ABSENT) {
                    return named.test(id);
                }
            }
            return seen && Evidence.has(sessions.evidence(session), otherwise);
        };
    }

    /** The number of a text in each row. */
    private interface Column {
        int of(ObservationTable table, int row);
    }

    private IntPredicate said(Predicate<Conversation> question) {
        return session -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                Conversation conversation = tables[sessions.table(place)].conversation(sessions.row(place));
                if (conversation != Conversation.NONE && question.test(conversation)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<Conversation> any(Function<Conversation, List<String>> words, ValueTest test) {
        return conversation -> words.apply(conversation).stream().anyMatch(test::text);
    }

    /** By name and by UUID, each asked once. */
    private Predicate<Conversation> interfaces(ValueTest test) {
        Map<UUID, Boolean> known = new HashMap<>();
        Predicate<UUID> named =
                uuid -> known.computeIfAbsent(uuid, key -> test.text(names.name(key)) || test.text(key.toString()));
        return conversation -> {
            for (Binding binding : conversation.bindings()) {
                if (named.test(binding.interfaceId().uuid())) {
                    return true;
                }
            }
            for (Calls calls : conversation.calls()) {
                UUID uuid = calls.uuid();
                String logged = calls.interfaceName();
                if (uuid != null && named.test(uuid) || logged != null && test.text(logged)) {
                    return true;
                }
            }
            return false;
        };
    }

    private IntPredicate stage(ValueTest test) {
        Set<Stage> wanted = EnumSet.noneOf(Stage.class);
        for (Stage stage : Stage.values()) {
            if (test.text(stage.label())) {
                wanted.add(stage);
            }
        }
        return session -> detection.stages(session).stream().anyMatch(wanted::contains);
    }

    private IntPredicate level(ValueTest test) {
        return session -> detection.flagged(session)
                && detection.rules(session).stream()
                        .map(rule -> rule.info().level())
                        .max(Comparator.naturalOrder())
                        .filter(level -> test.text(level.label()))
                        .isPresent();
    }

    private IntPredicate rule(ValueTest test) {
        Map<Rule, Boolean> known = new IdentityHashMap<>();
        Predicate<Rule> answer = rule -> known.computeIfAbsent(
                rule,
                key -> test.text(key.info().title()) || test.text(key.info().id()));
        return session ->
                detection.flagged(session) && detection.rules(session).stream().anyMatch(answer);
    }

    private IntPredicate input(ValueTest test) {
        boolean[] named = new boolean[tables.length];
        for (int i = 0; i < named.length; i++) {
            named[i] = test.text(tables[i].input().file());
        }
        return session -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                if (named[sessions.table(place)]) {
                    return true;
                }
            }
            return false;
        };
    }
}
