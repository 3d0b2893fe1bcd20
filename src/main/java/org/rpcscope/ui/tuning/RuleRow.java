package org.rpcscope.ui.tuning;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.rpcscope.sigma.BundledRule;

/** A rule and whether the draft has it on. JavaFX thread only; needs no toolkit. */
public final class RuleRow {

    private final BundledRule rule;
    private final ReadOnlyBooleanWrapper enabled = new ReadOnlyBooleanWrapper();

    RuleRow(BundledRule rule) {
        this.rule = rule;
    }

    BundledRule rule() {
        return rule;
    }

    public ReadOnlyBooleanProperty enabled() {
        return enabled.getReadOnlyProperty();
    }

    void write(boolean on) {
        enabled.set(on);
    }
}
