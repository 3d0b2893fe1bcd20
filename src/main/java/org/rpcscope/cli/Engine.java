package org.rpcscope.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.EventRules;
import org.rpcscope.detect.Exceptions;
import org.rpcscope.net.Cidr;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.OwnInterfaces;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Correlation;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;

/**
 * What a scan judges by, from what the command line names.
 *
 * @param rules about sessions and about other records; some may be for correlations alone
 * @param exceptions those of the profile that apply
 * @param interfaces what operations of DCE/RPC are worth
 */
record Engine(Profile profile, EventRules rules, List<FilterRule> exceptions, Interfaces interfaces) {

    /**
     * Reads what is named. A rejected rule is reported and left out, and so is an exception that is faulty or has expired; a
     * path that cannot be read is wrong usage.
     *
     * @param events whether records that are no sessions are asked too; else what is bundled about them is not read
     * @param day the day, in UTC, on which exceptions apply or have expired
     */
    static Engine of(ScanRequest.Tuning tuning, boolean events, LocalDate day, PrintStream err) throws UsageException {
        Profile profile = profile(tuning.profile());
        if (!tuning.internal().isEmpty()) {
            profile = profile.withInternal(entries(tuning.internal()));
        }
        List<NetworkEntry> external = new ArrayList<>(profile.external());
        external.addAll(entries(tuning.external()));
        profile = profile.withExternal(external);
        List<FilterRule> exceptions = exceptions(profile, day, err);
        EventRules rules = tuning.rules().isEmpty()
                ? bundled(events, profile, exceptions)
                : rules(RuleFiles.read(tuning.rules(), day), tuning.rules(), profile, exceptions, err);
        return new Engine(profile, rules, exceptions, interfaces(tuning.interfaces()));
    }

    private static List<FilterRule> exceptions(Profile profile, LocalDate day, PrintStream err) {
        Exceptions exceptions = Exceptions.of(profile.exceptions(), day);
        for (int i = 0; i < exceptions.readings().size(); i++) {
            Exceptions.Reading reading = exceptions.readings().get(i);
            String which = "exception " + (i + 1) + " of the profile";
            if (reading.state() == Exceptions.State.FAULTY && reading.entry().enabled()) {
                err.println(which + " cannot be used: " + String.join("; ", reading.faults()));
            } else if (reading.state() == Exceptions.State.EXPIRED) {
                err.println(which + " has expired: "
                        + reading.filters().getFirst().info().title());
            }
        }
        return exceptions.applying(day);
    }

    private static Interfaces interfaces(@Nullable Path file) throws UsageException {
        if (file == null) {
            return Interfaces.bundled();
        }
        OwnInterfaces own = OwnInterfaces.read(file);
        if (!own.faults().isEmpty()) {
            throw new UsageException(String.join("\n", own.faults()));
        }
        return own.interfaces().get();
    }

    private static List<NetworkEntry> entries(List<Cidr> cidrs) {
        return cidrs.stream()
                .map(cidr -> new NetworkEntry(cidr.toString(), true, "command line"))
                .toList();
    }

    private static Profile profile(@Nullable Path file) throws UsageException {
        if (file == null) {
            return Profile.defaults();
        }
        return switch (ProfileFile.read(text(file))) {
            case ProfileFile.Valid(Profile profile) -> profile;
            case ProfileFile.Faulty(List<String> reasons) ->
                throw new UsageException("the profile " + file + " cannot be used: " + String.join("; ", reasons));
        };
    }

    private static EventRules bundled(boolean events, Profile profile, List<FilterRule> exceptions) {
        List<BundledRule> bundled = events ? BundledRules.load() : BundledRules.ofSessions();
        List<Rule> rules = bundled.stream()
                .filter(rule -> profile.enabled(rule.rule().info().id(), rule.enabledByDefault()))
                .map(BundledRule::rule)
                .toList();
        List<Correlation> correlations = events ? BundledRules.correlations(rules) : List.of();
        return new EventRules(rules, correlations, info -> profile.enabled(info.id(), true), exceptions);
    }

    private static EventRules rules(
            RuleBook book, List<Path> paths, Profile profile, List<FilterRule> exceptions, PrintStream err)
            throws UsageException {
        for (RejectedRule rejected : book.rejected()) {
            err.println(rejected.file() + ": line " + rejected.line() + ": rule rejected: "
                    + String.join("; ", rejected.faults()));
        }
        List<Rule> rules = book.rules().stream()
                .filter(rule -> profile.enabled(rule.info().id(), true))
                .toList();
        if (rules.isEmpty()) {
            throw new UsageException("--rules: there is no rule that can be used in " + paths);
        }
        return new EventRules(rules, book.correlations(), info -> profile.enabled(info.id(), true), exceptions);
    }

    private static String text(Path file) throws UsageException {
        try {
            if (Files.size(file) > ProfileFile.LONGEST) {
                throw new UsageException(file + " is larger than " + (ProfileFile.LONGEST >> 20) + " MB");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: " + e.getMessage());
        }
    }
}
