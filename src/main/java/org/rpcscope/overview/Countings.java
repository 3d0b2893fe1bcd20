package org.rpcscope.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.MatchedRules;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.session.SessionBlock.Cell;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.Rule;

/**
 * How the sessions of a detection are counted by each topic that follows from them: by a small number, and what the numbers
 * stand for afterwards, once for each. Topics that are counted by the same numbers share a counter. One thread.
 */
final class Countings {

    private static final Zone[] ZONES = Zone.values();

    private final Detection detection;
    private final Sessions sessions;
    private final List<ObservationTable> tables;
    private final ConversationNames names;
    private final Map<Cell, Counter> ofCell = new EnumMap<>(Cell.class);
    private final Counter ofPair = this::pairs;
    private final Counter ofRules;

    /** There has to be a table. */
    Countings(Detection detection, ConversationNames names) {
        this.detection = detection;
        this.names = names;
        this.sessions = detection.sessions();
        this.tables = sessions.tables();
        this.ofRules = (block, places, count, counts) -> {
            int[] numbers = new int[block.count()];
            detection.matchedRules().fill(block.from(), numbers.length, numbers);
            counts.add(numbers, places, count);
        };
    }

    /**
     * @param ranking what the counts stand for
     */
    record Counting(Counter counter, Function<Counts, Ranking> ranking) {}

    /** How a topic is counted that is not the analyst's word. */
    Counting of(Topic topic) {
        return switch (topic) {
            case TIER -> evidence(Tier.values(), Tier::label, Tier::of);
            case OUTCOME -> evidence(Outcome.values(), Outcome::label, Evidence::outcome);
            case TRANSPORT -> evidence(Transport.values(), Transport::label, Countings::transport);
            case DIRECTION -> direction();
            case DESTINATION_ZONE -> zone(Cell.DESTINATION);
            case SOURCE_ZONE -> zone(Cell.SOURCE);
            case ZONE -> zones();
            case FLAGGED ->
                new Counting(
                        Counter.each((session, counts) -> counts.add(detection.flagged(session) ? 1 : 0)),
                        counts -> new Ranking(counts, number -> number == 0 ? "no" : "yes", Integer::compare));
            case END -> addresses(this::ends);
            case LEVEL -> levels();
            case STAGE -> stages();
            case SOURCE -> addresses(cell(Cell.SOURCE));
            case DESTINATION -> addresses(cell(Cell.DESTINATION));
            case SOURCE_NETWORK -> networks(Cell.SOURCE);
            case DESTINATION_NETWORK -> networks(Cell.DESTINATION);
            case PORT -> ports(Cell.PORT);
            case SOURCE_PORT -> ports(Cell.SOURCE_PORT);
            case SERVICE -> words(Cell.SERVICE);
            case ACTION -> words(Cell.ACTION);
            case PROCESS -> words(Cell.PROCESS);
            case INTERFACE -> said(names::interfaces);
            case OPERATION -> said(names::operations);
            case USER -> users();
            case RULE -> rules();
            case INPUT -> inputs();
            case STATUS, VERDICT, TAG -> throw new IllegalArgumentException("no topic of the sessions: " + topic);
        };
    }

    private Counter cell(Cell cell) {
        return ofCell.computeIfAbsent(cell, Counter::of);
    }

    private AddressPool pool() {
        return tables.getFirst().pools().addresses();
    }

    /** The same counts by other numbers, asked for once for each that stood; negative where it stands for nothing. */
    private static Counts by(Counts counts, IntUnaryOperator other) {
        Counts folded = new Counts(64);
        counts.forEach((number, times) -> {
            int next = other.applyAsInt(number);
            if (next >= 0) {
                folded.add(next, times);
            }
        });
        return folded;
    }

    private static <E extends Enum<E>> Ranking choice(Counts counts, E[] all, Function<E, String> label) {
        return new Ranking(counts, number -> label.apply(all[number]), Integer::compare);
    }

    private <E extends Enum<E>> Counting evidence(E[] all, Function<E, String> label, IntFunction<E> of) {
        return new Counting(
                cell(Cell.EVIDENCE),
                counts -> choice(by(counts, bits -> of.apply(bits).ordinal()), all, label));
    }

    private static Transport transport(int evidence) {
        return Evidence.has(evidence, Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }

    /** The zones of both ends as one number. */
    private void pairs(SessionBlock block, int[] places, int count, Counts counts) {
        int[] sources = block.of(Cell.SOURCE);
        int[] destinations = block.of(Cell.DESTINATION);
        for (int i = 0; i < count; i++) {
            int source = detection.zone(sources[places[i]]).ordinal();
            counts.add(source * ZONES.length
                    + detection.zone(destinations[places[i]]).ordinal());
        }
    }

    private Counting direction() {
        return new Counting(
                ofPair,
                counts -> choice(
                        by(
                                counts,
                                pair -> Direction.of(ZONES[pair / ZONES.length], ZONES[pair % ZONES.length])
                                        .ordinal()),
                        Direction.values(),
                        Direction::label));
    }

    private Counting zone(Cell cell) {
        return new Counting(
                cell(cell),
                counts -> choice(by(counts, address -> detection.zone(address).ordinal()), ZONES, Zone::label));
    }

    /** Of two ends that lie in one zone, the session counts once. */
    private Counting zones() {
        return new Counting(ofPair, counts -> {
            Counts either = new Counts(ZONES.length);
            counts.forEach((pair, times) -> {
                either.add(pair / ZONES.length, times);
                if (pair / ZONES.length != pair % ZONES.length) {
                    either.add(pair % ZONES.length, times);
                }
            });
            return choice(either, ZONES, Zone::label);
        });
    }

    private Counting ports(Cell cell) {
        return new Counting(cell(cell), counts -> new Ranking(counts, Integer::toString, Integer::compare));
    }

    private Counting levels() {
        MatchedRules matched = detection.matchedRules();
        Level[] levels = Level.values();
        return new Counting(
                ofRules,
                counts -> new Ranking(
                        by(counts, list -> highest(matched.lists().get(list))),
                        number -> levels[number].label(),
                        (a, b) -> Integer.compare(b, a)));
    }

    private static int highest(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.info().level())
                .max(Comparator.naturalOrder())
                .map(Level::ordinal)
                .orElse(-1);
    }

    private Counting rules() {
        List<List<Rule>> lists = detection.matchedRules().lists();
        return new Counting(ofRules, counts -> {
            Names titles = new Names();
            Counts byTitle = new Counts(64);
            counts.forEach((list, times) -> lists.get(list)
                    .forEach(rule -> byTitle.add(titles.number(rule.info().title()), times)));
            return Ranking.byText(byTitle, titles::text);
        });
    }

    private Counting stages() {
        Stage[] stages = Stage.values();
        return new Counting(Counter.each((session, counts) -> counts.add(detection.stageBits(session))), counts -> {
            Counts each = new Counts(stages.length);
            counts.forEach((bits, times) -> Arrays.stream(stages)
                    .filter(stage -> (bits >> stage.ordinal() & 1) != 0)
                    .forEach(stage -> each.add(stage.ordinal(), times)));
            return choice(each, stages, Stage::label);
        });
    }

    private Counting addresses(Counter counter) {
        AddressPool pool = pool();
        return new Counting(
                counter, counts -> new Ranking(counts, id -> pool.address(id).toString(), pool::compare));
    }

    /** A session with itself counts once. */
    private void ends(SessionBlock block, int[] places, int count, Counts counts) {
        int[] sources = block.of(Cell.SOURCE);
        int[] destinations = block.of(Cell.DESTINATION);
        counts.add(sources, places, count);
        for (int i = 0; i < count; i++) {
            if (destinations[places[i]] != sources[places[i]]) {
                counts.add(destinations[places[i]]);
            }
        }
    }

    private Counting networks(Cell cell) {
        return new Counting(cell(cell), counts -> {
            NetworkNumbers numbers = new NetworkNumbers(pool());
            return new Ranking(by(counts, numbers::of), numbers::text, numbers::compare);
        });
    }

    private Counting words(Cell cell) {
        TextPool pool = tables.getFirst().pools().texts();
        return new Counting(
                cell(cell),
                counts -> Ranking.byText(
                        by(counts, id -> id == TextPool.ABSENT ? -1 : id), id -> String.valueOf(pool.text(id))));
    }

    /** Each word of a conversation once, whichever inputs heard it. */
    private Counting said(Function<Conversation, List<String>> words) {
        Names said = new Names();
        Counter each = Counter.each((session, counts) -> {
            Conversation conversation = sessions.said(session);
            if (conversation != Conversation.NONE) {
                words.apply(conversation).forEach(word -> counts.add(said.number(word)));
            }
        });
        Counter conversed = (block, places, count, counts) -> {
            if (block.conversed()) {
                each.count(block, places, count, counts);
            }
        };
        return new Counting(conversed, counts -> Ranking.byText(counts, said::text));
    }

    /**
     * Who signed in and whom logs name, who may be one. A user of a log has an even number, one who signed in an odd one, so
     * that only words of conversations are looked up for each session.
     */
    private Counting users() {
        TextPool pool = tables.getFirst().pools().texts();
        Names said = new Names();
        Counter counter = (block, places, count, counts) -> {
            int[] logged = block.of(Cell.USER);
            boolean conversed = block.conversed();
            for (int i = 0; i < count; i++) {
                int user = logged[places[i]];
                Conversation conversation = conversed ? sessions.said(block.from() + places[i]) : Conversation.NONE;
                if (!conversation.authentications().isEmpty()) {
                    names.users(conversation, pool.text(user)).forEach(word -> counts.add(said.number(word) << 1 | 1));
                } else if (user != TextPool.ABSENT) {
                    counts.add(user << 1);
                }
            }
        };
        return new Counting(
                counter,
                counts -> Ranking.byText(
                        by(
                                counts,
                                user -> (user & 1) != 0
                                        ? user >> 1
                                        : said.number(String.valueOf(pool.text(user >> 1)))),
                        said::text));
    }

    private Counting inputs() {
        Counter counter = Counter.each((session, counts) -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                counts.add(sessions.table(place));
            }
        });
        return new Counting(
                counter,
                counts -> Ranking.byText(
                        counts, number -> tables.get(number).input().file()));
    }
}
