package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.EventRules;
import org.rpcscope.detect.Exceptions;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.sigma.SessionRouting;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Profile;

/** The rules that there are, the exceptions of the draft, and what both do. JavaFX thread only; needs no toolkit. */
public final class RulesModel {

    /**
     * A rule that can be switched.
     *
     * @param rule null for a correlation
     * @param enabledByDefault whether it is on in a profile that does not name it
     * @param file the own file that it stands in; null where it comes with the program
     */
    public record Known(
            RuleInfo info,
            @Nullable Rule rule,
            boolean enabledByDefault,
            @Nullable Path file) {

        /** A rule that comes with the program. */
        public static Known bundled(BundledRule rule) {
            return new Known(rule.rule().info(), rule.rule(), rule.enabledByDefault(), null);
        }

        /** The name by which profiles switch it. */
        public String key() {
            return RulesModel.key(info);
        }
    }

    /**
     * All that there is, with what was read of the own folder.
     *
     * @param rules those that come with the program first, with the own filters in them
     * @param correlations as they are written, in the same order
     * @param asked what is asked about events: all of them, since what is switched off is only not reported
     * @param aboutEvents the texts of what events are asked
     * @param rejected the documents that cannot be used
     * @param fault why the folder cannot be read; null where it can
     */
    public record Own(
            List<Known> rules,
            List<Known> correlations,
            EventRules asked,
            List<String> aboutEvents,
            List<RejectedRule> rejected,
            @Nullable String fault) {

        /** As it is without a folder. */
        static Own none(List<Known> bundled) {
            return of(bundled, Map.of(), null);
        }

        /**
         * Puts all together.
         *
         * @param files of the own folder
         */
        static Own of(List<Known> bundled, Map<Path, RuleFile> files, @Nullable String fault) {
            List<Rule> come = bundled.stream()
                    .map(known -> Objects.requireNonNull(known.rule))
                    .toList();
            RuleBook book = BundledRules.with(come, List.copyOf(files.values()));
            Map<String, Path> paths = new HashMap<>();
            files.keySet().forEach(path -> paths.put(path.toString(), path));
            List<Known> rules = new ArrayList<>();
            for (Rule rule : book.rules()) {
                RuleInfo info = rule.info();
                boolean own = rules.size() >= bundled.size();
                boolean on = own || bundled.get(rules.size()).enabledByDefault;
                rules.add(new Known(info, rule, on, own ? paths.get(info.file()) : null));
            }
            List<Known> correlations = book.correlations().stream()
                    .map(each -> each.rule().info())
                    .map(info -> new Known(info, null, true, paths.get(info.file())))
                    .toList();
            EventRules asked = new EventRules(book.rules(), book.correlations(), _ -> true);
            List<String> aboutEvents = new ArrayList<>();
            for (Rule rule : book.rules()) {
                if (!SessionRouting.answers(rule.logSource())) {
                    aboutEvents.add(rule.info().yaml() + rule.expression());
                }
            }
            correlations.forEach(known -> aboutEvents.add(known.info().yaml()));
            return new Own(List.copyOf(rules), correlations, asked, aboutEvents, book.rejected(), fault);
        }
    }

    /** The chosen session, by its number in a snapshot. */
    public record Chosen(Detection detection, int number) {}

    private final List<Known> bundled;
    private final Supplier<LocalDate> day;
    private final String author;
    private final ObjectProperty<Own> own;
    private final ReadOnlyLongWrapper judged = new ReadOnlyLongWrapper();
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
        this.own = new SimpleObjectProperty<>(Own.none(bundled));
        this.profile = new SimpleObjectProperty<>(profile);
        this.day = day;
    }

    /** All rules but correlations, those that come with the program first. */
    public List<Known> rules() {
        return own.get().rules();
    }

    /** The rules that come with the program, as they come. */
    List<Known> bundled() {
        return bundled;
    }

    /** Grows whenever events were asked other rules. */
    public ReadOnlyLongProperty judged() {
        return judged.getReadOnlyProperty();
    }

    void judgedAgain() {
        judged.set(judged.get() + 1);
    }

    /** The rules that a profile has on, correlations among them. */
    public Predicate<RuleInfo> reported(Profile of) {
        Map<String, Boolean> defaults = new HashMap<>();
        rules().forEach(known -> defaults.put(known.key(), known.enabledByDefault()));
        return info -> of.enabled(key(info), defaults.getOrDefault(key(info), true));
    }

    private static String key(RuleInfo info) {
        return info.id().isEmpty() ? info.title() : info.id();
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

    /** How many sessions, or else events, each rule matches, switched on or not. */
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
                .filter(Objects::nonNull)
                .toList();
        return new RuleSet(on, exceptions(of).applying(today()));
    }

    /** The title of the rule that profiles know by that name; the name where there is no such rule. */
    public String title(String key) {
        return Stream.concat(rules().stream(), own.get().correlations().stream())
                .filter(known -> known.key().equals(key))
                .map(known -> known.info().title())
                .findFirst()
                .orElse(key);
    }

    static boolean enabled(Known known, Profile profile) {
        return profile.enabled(known.key(), known.enabledByDefault());
    }

    /** The rules and correlations whose words hold all words that are searched for. */
    public List<Known> found() {
        List<String> words =
                List.of(search.get().toLowerCase(Locale.ROOT).strip().split(" +"));
        return Stream.concat(rules().stream(), own.get().correlations().stream())
                .filter(known -> words.stream().allMatch(words(known)::contains))
                .toList();
    }

    /** What a rule is about. */
    static String source(Known known) {
        Rule rule = known.rule();
        return rule == null ? "correlation" : rule.logSource().label();
    }

    private static String words(Known known) {
        RuleInfo info = known.info();
        String all = String.join(
                "\n",
                info.title(),
                info.id(),
                info.author(),
                info.level().name(),
                info.description(),
                String.join(" ", info.tags()),
                source(known));
        return all.toLowerCase(Locale.ROOT);
    }
}
