package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.ExceptionProposal;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;

/** A text of rules or of an exception while it is edited. JavaFX thread only; needs no toolkit. */
public final class EditorModel {

    /** What is edited, and where it goes when it is saved. */
    public sealed interface Subject {}

    /**
     * A file of rules.
     *
     * @param file in the own folder; null for a new rule, which has none yet
     * @param saved the text as it was, for what a version adds to it; empty for a new rule
     */
    public record OwnRule(@Nullable Path file, String saved) implements Subject {}

    /**
     * An exception of the profile.
     *
     * @param index its place, or -1 for a new one
     * @param proposal what it may be about, or null where it was not made from a session
     */
    public record OwnException(int index, @Nullable ExceptionProposal proposal) implements Subject {}

    /**
     * What is wrong at a line.
     *
     * @param line from 1
     * @param warning whether it can be used all the same
     */
    public record Remark(int line, String sentence, boolean warning) {}

    /** A text as it was read: what is wrong with it, and what it holds. */
    public record Checked(List<Remark> remarks, List<Rule> rules, List<FilterRule> filters) {

        /** Whether its rules are about records that are no sessions. */
        boolean aboutEvents() {
            return !rules.isEmpty() && rules.stream().noneMatch(rule -> SessionRouting.answers(rule.logSource()));
        }

        /** Whether it holds nothing that could be counted by itself. */
        boolean correlatesOnly() {
            return rules.isEmpty() && filters.isEmpty();
        }

        boolean usable() {
            return remarks.stream().allMatch(Remark::warning);
        }
    }

    /**
     * What a version does to the sessions, or to the events where its rules are about these.
     *
     * @param events whether it is about events
     * @param matches that the rules match, or that the exception hides
     * @param added that the saved version did not match
     * @param removed that the saved version matched
     * @param of so many that were looked at
     * @param nanos what it took to find out
     */
    public record Trial(boolean events, int matches, int added, int removed, int of, long nanos) {}

    private final Subject subject;
    private final StringProperty text;
    private final ObjectProperty<@Nullable Checked> checked = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Trial> trial = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> notice = new SimpleObjectProperty<>();

    EditorModel(Subject subject, String text) {
        this.subject = subject;
        this.text = new SimpleStringProperty(text);
    }

    Subject subject() {
        return subject;
    }

    public StringProperty text() {
        return text;
    }

    /** What was read of the text; null before it has been. */
    public ObjectProperty<@Nullable Checked> checked() {
        return checked;
    }

    /** What this version does; null while it is not known or cannot be. */
    public ObjectProperty<@Nullable Trial> trial() {
        return trial;
    }

    /** What went wrong with saving, as a sentence; null where nothing did. */
    public ObjectProperty<@Nullable String> notice() {
        return notice;
    }
}
