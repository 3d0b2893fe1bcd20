package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Many rules, made ready for many events: for each rule its {@link Witness}es are looked up in what an event has, so that
 * an event is asked of few rules, whatever their number. Immutable; an {@link EventMatcher} for each thread asks.
 */
public final class RuleIndex {

    private final List<Rule> rules;
    private final Map<String, FieldIndex> fields;
    private final AhoCorasick keywords;
    private final boolean anyKeywords;
    private final int[] always;
    private final List<Set<String>> witnessed; // by rule, the fields of its witnesses
    private final BitSet keyworded; // rules that any value of an event may make match

    public RuleIndex(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        Map<String, List<Integer>> words = new LinkedHashMap<>();
        Map<String, FieldIndex.Builder> builders = new HashMap<>();
        List<Integer> without = new ArrayList<>();
        this.witnessed = rules.stream().<Set<String>>map(_ -> new HashSet<>()).toList();
        this.keyworded = new BitSet(rules.size());
        for (int i = 0; i < rules.size(); i++) {
            Set<Witness> witnesses = Witnesses.of(rules.get(i).expression());
            if (witnesses == null) {
                without.add(i);
                continue;
            }
            for (Witness witness : witnesses) {
                switch (witness) {
                    case Witness.Keyword(String text) -> {
                        words.computeIfAbsent(text, _ -> new ArrayList<>()).add(i);
                        keyworded.set(i);
                    }
                    case Witness.Whole(String field, String text) ->
                        builder(builders, field, i).whole(text, i);
                    case Witness.Part(String field, String text) ->
                        builder(builders, field, i).part(text, i);
                    case Witness.Number(String field, long number) ->
                        builder(builders, field, i).number(number, i);
                    case Witness.Anything(String field) ->
                        builder(builders, field, i).anything(i);
                }
            }
        }
        fields = builders.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().build()));
        keywords = new AhoCorasick(FieldIndex.arrays(words));
        anyKeywords = !words.isEmpty();
        always = FieldIndex.array(without);
    }

    private FieldIndex.Builder builder(Map<String, FieldIndex.Builder> builders, String field, int rule) {
        witnessed.get(rule).add(field);
        return builders.computeIfAbsent(field, _ -> new FieldIndex.Builder());
    }

    /** The rules, in the order in which they were given. */
    public List<Rule> rules() {
        return rules;
    }

    /** How many rules have no witness, and are asked about every event. */
    public int asked() {
        return always.length;
    }

    /** The fields that some rules are to be looked up in; null where it is all of them, for a word that may stand anywhere. */
    @Nullable
    Set<String> fieldsOf(BitSet some) {
        if (some.intersects(keyworded)) {
            return null;
        }
        Set<String> all = new TreeSet<>();
        some.stream().forEach(rule -> all.addAll(witnessed.get(rule)));
        return all;
    }

    /** Sets the bits of the rules that may match, as far as they have witnesses in these fields, or none at all. */
    void candidates(Event event, String[] some, long[] bits) {
        for (int rule : always) {
            bits[rule >>> 6] |= 1L << rule;
        }
        for (String name : some) {
            FieldIndex field = fields.get(name);
            for (Value value : event.values(name)) {
                String text = field == null ? null : value.text();
                if (field != null && text != null) {
                    field.candidates(value, Folding.fold(text), bits);
                }
            }
        }
    }

    /** Sets the bits of the rules that may match. */
    void candidates(Event event, long[] bits) {
        for (int rule : always) {
            bits[rule >>> 6] |= 1L << rule;
        }
        event.forEach((name, value) -> {
            FieldIndex field = fields.get(name);
            if (field != null || anyKeywords) {
                candidates(field, value, bits);
            }
        });
    }

    private void candidates(@Nullable FieldIndex field, Value value, long[] bits) {
        String text = value.text();
        if (text == null) {
            return;
        }
        String folded = Folding.fold(text);
        if (field != null) {
            field.candidates(value, folded, bits);
        }
        if (anyKeywords) {
            keywords.search(folded, rule -> bits[rule >>> 6] |= 1L << rule);
        }
    }
}
