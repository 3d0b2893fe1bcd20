package org.rpcscope.overview;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Status;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.Rule;

/** Counts the values that stand in some sessions of a detection, all topics in one pass. For one thread. */
public final class Facets {

    private static final int CHECK = 4095;

    private final Detection detection;
    private final Sessions sessions;
    private final List<ObservationTable> tables;
    private final ConversationNames names;
    private final Marks marks;

    /** Of sessions of which none is marked. */
    public Facets(Detection detection, ConversationNames names) {
        this(detection, names, Marks.NONE);
    }

    /** @param marks what the analyst says of the sessions */
    public Facets(Detection detection, ConversationNames names, Marks marks) {
        this.marks = marks;
        this.detection = detection;
        this.names = names;
        this.sessions = detection.sessions();
        this.tables = sessions.tables();
    }

    /** Takes one session, with the observation that knows best who opened it. */
    private interface Counter {
        void count(int session, ObservationTable table, int row);
    }

    private record Counting(Facet.Asked asked, Tally tally, Counter counter) {}

    /** The facets asked for, in their order; of the sessions counted so far where the progress is cancelled. */
    public List<Facet> of(int[] listed, List<Facet.Asked> asked, Progress progress) {
        if (tables.isEmpty()) {
            return asked.stream()
                    .map(each -> new Facet(each.topic(), List.of(), 0))
                    .toList();
        }
        Counting[] countings = asked.stream().map(this::counting).toArray(Counting[]::new);
        for (int i = 0; i < listed.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            int session = listed[i];
            int best = sessions.best(session);
            ObservationTable table = tables.get(sessions.table(best));
            int row = sessions.row(best);
            for (Counting counting : countings) {
                counting.counter.count(session, table, row);
            }
        }
        return List.of(countings).stream()
                .map(counting -> counting.tally.facet(counting.asked))
                .toList();
    }

    private Counting counting(Facet.Asked asked) {
        return switch (asked.topic()) {
            case TIER -> choice(asked, Tier.values(), Tier::label, s -> Tier.of(sessions.evidence(s)));
            case OUTCOME ->
                choice(asked, Outcome.values(), Outcome::label, s -> Evidence.outcome(sessions.evidence(s)));
            case TRANSPORT -> choice(asked, Transport.values(), Transport::label, this::transport);
            case DIRECTION -> choice(asked, Direction.values(), Direction::label, detection::direction);
            case DESTINATION_ZONE -> zones(asked, ObservationTable::destination, ObservationTable::destination);
            case SOURCE_ZONE -> zones(asked, ObservationTable::source, ObservationTable::source);
            case ZONE -> zones(asked, ObservationTable::source, ObservationTable::destination);
            case FLAGGED -> {
                Tally.Numbers tally = new Tally.Numbers(number -> number == 0 ? "no" : "yes", Integer::compare);
                yield new Counting(asked, tally, (session, _, _) -> tally.add(detection.flagged(session) ? 1 : 0));
            }
            case END -> ends(asked);
            case STATUS ->
                choice(
                        asked,
                        Status.values(),
                        Status::label,
                        s -> marks.of(sessions, s).status());
            case VERDICT -> verdicts(asked);
            case TAG -> tags(asked);
            case LEVEL -> levels(asked);
            case STAGE -> stages(asked);
            case SOURCE -> addresses(asked, ObservationTable::source);
            case DESTINATION -> addresses(asked, ObservationTable::destination);
            case SOURCE_NETWORK -> networks(asked, ObservationTable::source);
            case DESTINATION_NETWORK -> networks(asked, ObservationTable::destination);
            case PORT -> ports(asked, ObservationTable::destinationPort);
            case SOURCE_PORT -> ports(asked, ObservationTable::sourcePort);
            case SERVICE -> words(asked, ObservationTable::service);
            case ACTION -> words(asked, ObservationTable::action);
            case INTERFACE -> said(asked, names::interfaces);
            case OPERATION -> said(asked, names::operations);
            case USER -> said(asked, names::users);
            case RULE -> rules(asked);
            case INPUT -> inputs(asked);
        };
    }

    /** A number that stands in a row. */
    private interface Cell {
        int of(ObservationTable table, int row);
    }

    private <E extends Enum<E>> Counting choice(
            Facet.Asked asked, E[] all, Function<E, String> label, IntFunction<E> of) {
        Tally.Numbers tally = new Tally.Numbers(number -> label.apply(all[number]), Integer::compare);
        return new Counting(
                asked, tally, (session, _, _) -> tally.add(of.apply(session).ordinal()));
    }

    private Transport transport(int session) {
        return Evidence.has(sessions.evidence(session), Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }

    /** Of two ends that lie in one zone, the session counts once. */
    private Counting zones(Facet.Asked asked, Cell one, Cell other) {
        AddressPool pool = pool();
        Networks networks = detection.networks();
        Zone[] zones = Zone.values();
        Tally.Numbers tally = new Tally.Numbers(number -> zones[number].label(), Integer::compare);
        byte[] known = new byte[pool.size()]; // of each address the zone and one
        return new Counting(asked, tally, (_, table, row) -> {
            int first = zone(networks, pool, known, one.of(table, row));
            int second = zone(networks, pool, known, other.of(table, row));
            tally.add(first);
            if (second != first) {
                tally.add(second);
            }
        });
    }

    private static int zone(Networks networks, AddressPool pool, byte[] known, int address) {
        if (known[address] == 0) {
            known[address] =
                    (byte) (networks.zone(pool.high(address), pool.low(address)).ordinal() + 1);
        }
        return known[address] - 1;
    }

    private static Counting ports(Facet.Asked asked, Cell cell) {
        Tally.Numbers tally = new Tally.Numbers(Integer::toString, Integer::compare);
        return new Counting(asked, tally, (_, table, row) -> tally.add(cell.of(table, row)));
    }

    private Counting verdicts(Facet.Asked asked) {
        Verdict[] verdicts = Verdict.values();
        Tally.Numbers tally = new Tally.Numbers(number -> verdicts[number].label(), Integer::compare);
        return new Counting(asked, tally, (session, _, _) -> {
            Verdict verdict = marks.of(sessions, session).verdict();
            if (verdict != null) {
                tally.add(verdict.ordinal());
            }
        });
    }

    private Counting tags(Facet.Asked asked) {
        Tally.Words tally = new Tally.Words();
        return new Counting(
                asked,
                tally,
                (session, _, _) -> marks.of(sessions, session).tags().forEach(tally::add));
    }

    private Counting levels(Facet.Asked asked) {
        Level[] levels = Level.values();
        Tally.Numbers tally = new Tally.Numbers(number -> levels[number].label(), (a, b) -> Integer.compare(b, a));
        return new Counting(asked, tally, (session, _, _) -> {
            if (detection.flagged(session)) {
                detection.rules(session).stream()
                        .map(rule -> rule.info().level())
                        .max(Comparator.naturalOrder())
                        .ifPresent(level -> tally.add(level.ordinal()));
            }
        });
    }

    private Counting stages(Facet.Asked asked) {
        Stage[] stages = Stage.values();
        Tally.Numbers tally = new Tally.Numbers(number -> stages[number].label(), Integer::compare);
        return new Counting(
                asked,
                tally,
                (session, _, _) -> detection.stages(session).forEach(stage -> tally.add(stage.ordinal())));
    }

    private Counting addresses(Facet.Asked asked, Cell cell) {
        AddressPool pool = pool();
        Tally.Numbers tally = new Tally.Numbers(id -> pool.address(id).toString(), pool::compare);
        return new Counting(asked, tally, (_, table, row) -> tally.add(cell.of(table, row)));
    }

    private Counting ends(Facet.Asked asked) {
        AddressPool pool = pool();
        Tally.Numbers tally = new Tally.Numbers(id -> pool.address(id).toString(), pool::compare);
        return new Counting(asked, tally, (_, table, row) -> {
            int source = table.source(row);
            int destination = table.destination(row);
            tally.add(source);
            if (destination != source) {
                tally.add(destination);
            }
        });
    }

    private Counting networks(Facet.Asked asked, Cell cell) {
        NetworkNumbers numbers = new NetworkNumbers(pool());
        Tally.Numbers tally = new Tally.Numbers(numbers::text, numbers::compare);
        return new Counting(asked, tally, (_, table, row) -> tally.add(numbers.of(cell.of(table, row))));
    }

    /** The word of the first log that has one. */
    private Counting words(Facet.Asked asked, Cell cell) {
        TextPool pool = tables.getFirst().pools().texts();
        Tally.Numbers tally = byText(id -> String.valueOf(pool.text(id)));
        return new Counting(asked, tally, (session, _, _) -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                int id = cell.of(tables.get(sessions.table(place)), sessions.row(place));
                if (id != TextPool.ABSENT) {
                    tally.add(id);
                    return;
                }
            }
        });
    }

    private static Tally.Numbers byText(IntFunction<String> text) {
        return new Tally.Numbers(text, (a, b) -> text.apply(a).compareTo(text.apply(b)));
    }

    /** Each word of a conversation once, whichever inputs heard it. */
    private Counting said(Facet.Asked asked, Function<Conversation, List<String>> words) {
        Tally.Words tally = new Tally.Words();
        return new Counting(asked, tally, (session, _, _) -> {
            Conversation conversation = Conversation.NONE;
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                Conversation part = tables.get(sessions.table(place)).conversation(sessions.row(place));
                conversation = part == Conversation.NONE ? conversation : conversation.join(part);
            }
            if (conversation != Conversation.NONE) {
                words.apply(conversation).forEach(tally::add);
            }
        });
    }

    private Counting rules(Facet.Asked asked) {
        Tally.Words tally = new Tally.Words();
        return new Counting(asked, tally, (session, _, _) -> {
            if (detection.flagged(session)) {
                for (Rule rule : detection.rules(session)) {
                    tally.add(rule.info().title());
                }
            }
        });
    }

    private Counting inputs(Facet.Asked asked) {
        Tally.Numbers tally = byText(number -> tables.get(number).input().file());
        return new Counting(asked, tally, (session, _, _) -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                tally.add(sessions.table(place));
            }
        });
    }

    private AddressPool pool() {
        return tables.getFirst().pools().addresses();
    }
}
