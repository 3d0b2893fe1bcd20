package org.rpcscope.ui.tuning;

import java.util.Locale;
import org.rpcscope.detect.Histogram;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Texts;

/** Thresholds in words. */
final class ThresholdWords {

    private ThresholdWords() {}

    private static String key(Threshold threshold) {
        return "tuning.threshold." + threshold.name().toLowerCase(Locale.ROOT);
    }

    static String title(Threshold threshold, Texts texts) {
        return texts.get(key(threshold));
    }

    /** What the bound says. */
    static String bound(Threshold threshold, long bound, Texts texts) {
        return bound == 0
                ? texts.get("tuning.threshold.off")
                : texts.get(key(threshold) + ".set", Amounts.count(bound));
    }

    /** How many sessions it hides of how many, and of how many nobody knows the value. */
    static String hidden(Histogram histogram, Texts texts) {
        String hidden = texts.get(
                "tuning.threshold.hides", Amounts.count(histogram.hidden()), Amounts.count(histogram.count()));
        return histogram.unknown() == 0
                ? hidden
                : hidden + " · " + texts.get("tuning.threshold.unknown", Amounts.count(histogram.unknown()));
    }

    /** How many confirmed sessions it hides; empty where there is none. */
    static String confirmed(Histogram histogram, Texts texts) {
        int hidden = histogram.hidden(Tier.CONFIRMED);
        return hidden == 0 ? "" : texts.count("tuning.effect.hidden", hidden);
    }

    static String tick(Threshold threshold, long value) {
        return threshold == Threshold.BYTES ? Amounts.bytes(value) : Amounts.count(value);
    }
}
