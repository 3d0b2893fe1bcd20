package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Exceptions;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Profile;

/** The rules that there are, the exceptions of the draft, and what both do. JavaFX thread only; needs no toolkit. */
public final class RulesModel {

    /**
     * A rule that can be switched.
     *
     * @param enabledByDefault whether it is on in a profile that does not name it
     * @param file the own file that it stands in; null where it comes with the program
     */
    public record Known(
            Rule rule, boolean enabledByDefault, @Nullable Path file) {

        /** The name by which profiles switch it: its id, or its title where it has none. */
        public String key() {
            return rule.info().id().isEmpty()
                    ? rule.info().title()
                    : rule.info().id();
        }
    }

    /**
     * What was read of the own folder.
     *
     * @param rejected the documents that cannot be used
     * @param fault why the folder cannot be read; null where it can
     */
    public record Own(
            List<Known> rules,
            List<RejectedRule> rejected,
            @Nullable String fault) {

        static final Own NONE = new Own(List.of(), List.of(), null);
    }

    /** The chosen session, by its number in a snapshot. */
    public record Chosen(Detection detection, int number) {}

    private final List<Known> bundled;
    private final Supplier<LocalDate> day;
    private final String author;
    private final ObjectProperty<Own> own = new SimpleObjectProperty<>(Own.NONE);
    private final ObjectProperty<@Nullable Path> folder = new SimpleObjectProperty<>();
    private final ObjectProperty<Profile> profile;
    private final ObjectProperty<Map<Rule, Integer>> matches = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Map<FilterRule, Integer>> hidden = new SimpleObjectProperty<>(Map.of());
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Chosen> chosen = new SimpleObjectProperty<>();
    private Exceptions read = Exceptions.NONE;
    private @Nullable LocalDate readOn;

    /**
     * @param bundled the rules that come with the program
     * @param day today, in UTC, on which exceptions apply or have expired
     * @param author who writes exceptions, may be empty
     */
    public RulesModel(List<Known> bundled, Profile profile, Supplier<LocalDate> day, String author) {
        this.author = author;
        this.bundled = List.copyOf(bundled);
        this.profile = new SimpleObjectProperty<>(profile);
        this.day = day;
    }

    /** All rules, those that come with the program first. */
    public List<Known> rules() {
        List<Known> all = new ArrayList<>(bundled);
        all.addAll(own.get().rules());
        return all;
    }

    public ObjectProperty<Own> own() {
        return own;
    }

    /** Where the own rules are; null where the analyst has chosen no folder. */
    public ObjectProperty<@Nullable Path> folder() {
        return folder;
    }

    /** The draft of the profile; written by whoever owns it. */
    public ObjectProperty<Profile> profile() {
        return profile;
    }

    /** How many sessions each rule matches, switched on or not; those that are not about sessions are left out. */
    public ObjectProperty<Map<Rule, Integer>> matches() {
        return matches;
    }

    /** How many sessions each exception of the draft hides; those that hide none are left out. */
    public ObjectProperty<Map<FilterRule, Integer>> hidden() {
        return hidden;
    }

    /** Narrows the list of rules. */
    public StringProperty search() {
        return search;
    }

    /** Whether somebody looks at the rules or the exceptions, so that they are counted. */
    public BooleanProperty shown() {
        return shown;
    }

    public ObjectProperty<@Nullable Chosen> chosen() {
        return chosen;
    }

    public LocalDate today() {
        return day.get();
    }

    String author() {
        return author;
    }

    /** The exceptions of the draft, read. */
    public Exceptions exceptions() {
        return exceptions(profile.get());
    }

    private Exceptions exceptions(Profile of) {
        List<ExceptionEntry> known =
                read.readings().stream().map(Exceptions.Reading::entry).toList();
        LocalDate today = today();
        if (!today.equals(readOn) || !known.equals(of.exceptions())) {
            read = Exceptions.of(of.exceptions(), today);
            readOn = today;
        }
        return read;
    }

    /** The filters of the draft that apply today, without those of the exception at a place. */
    List<FilterRule> exceptionsBut(int index) {
        List<FilterRule> others = new ArrayList<>(exceptions().applying(today()));
        List<Exceptions.Reading> readings = exceptions().readings();
        if (index >= 0 && index < readings.size()) {
            readings.get(index).filters().forEach(others::remove);
        }
        return List.copyOf(others);
    }

    /** The rules that a profile has on, and what it excepts from them today. */
    public RuleSet ruleSet(Profile of) {
        List<Rule> on = rules().stream()
                .filter(known -> enabled(known, of))
                .map(Known::rule)
                .toList();
        return new RuleSet(on, exceptions(of).applying(today()));
    }

    /** The title of the rule that profiles know by that name; the name where there is no such rule. */
    public String title(String key) {
        return rules().stream()
                .filter(known -> known.key().equals(key))
                .map(known -> known.rule().info().title())
                .findFirst()
                .orElse(key);
    }

    static boolean enabled(Known known, Profile profile) {
        return profile.enabled(known.key(), known.enabledByDefault());
    }

    /** The rules whose words hold all words that are searched for. */
    public List<Known> found() {
        List<String> words =
                List.of(search.get().toLowerCase(Locale.ROOT).strip().split(" +"));
        return rules().stream()
                .filter(known -> words.stream().allMatch(words(known)::contains))
                .toList();
    }

    private static String words(Known known) {
        RuleInfo info = known.rule().info();
        String all = String.join(
                "\n",
                info.title(),
                info.id(),
                info.author(),
                info.level().name(),
                info.description(),
                String.join(" ", info.tags()),
                known.rule().logSource().label());
        return all.toLowerCase(Locale.ROOT);
    }
}
