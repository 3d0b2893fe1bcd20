package org.rpcscope.ui.tuning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rpcscope.session.Session;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.ProfileChange;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Texts;

/** Effects and edits in words. */
final class EffectWords {

    /** So many confirmed sessions that would be hidden are named. */
    static final int NAMED = 5;

    /** Among so many of them names are looked for. */
    private static final int LOOKED_AT = 1000;

    /** So many edits are named in one line. */
    private static final int EDITS = 3;

    private EffectWords() {}

    /** That confirmed sessions would be hidden, and how many. */
    static String hidden(Change change, Texts texts) {
        return texts.count("tuning.effect.hidden", change.hiddenConfirmed());
    }

    /** The first of the confirmed sessions that would be hidden, each pair of ends once. */
    static List<String> names(Change change) {
        var sessions = change.now().sessions();
        return Arrays.stream(change.sessions(Change.Side.REMOVED))
                .filter(session -> Tier.of(sessions.evidence(session)) == Tier.CONFIRMED)
                .limit(LOOKED_AT)
                .mapToObj(session -> name(sessions.session(session).ends()))
                .distinct()
                .limit(NAMED)
                .toList();
    }

    private static String name(Session.Ends ends) {
        return ends.source() + " → " + ends.destination() + " port " + ends.destinationPort();
    }

    /** What was edited, the first few by name. */
    static String edits(List<ProfileChange> edits, Texts texts) {
        String named =
                edits.stream().limit(EDITS).map(edit -> words(edit, texts)).collect(Collectors.joining(", "));
        return edits.size() <= EDITS
                ? named
                : named + " " + texts.get("tuning.effect.more", Amounts.count(edits.size() - EDITS));
    }

    /** Rules are known to people by their titles. */
    static ProfileChange titled(ProfileChange edit, TuningModel model) {
        return edit.part() == ProfileChange.Part.RULE
                ? new ProfileChange(edit.part(), edit.kind(), model.title(edit.what()))
                : edit;
    }

    private static String words(ProfileChange edit, Texts texts) {
        return texts.get(
                "tuning.edit." + edit.kind().name().toLowerCase(Locale.ROOT),
                texts.get("tuning.part." + edit.part().name().toLowerCase(Locale.ROOT)),
                edit.what());
    }
}
