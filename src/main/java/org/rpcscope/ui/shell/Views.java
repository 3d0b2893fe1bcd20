package org.rpcscope.ui.shell;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Popovers;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.inspector.InspectorView;
import org.rpcscope.ui.sessions.SessionsView;
import org.rpcscope.ui.sessions.TierSummary;
import org.rpcscope.ui.sources.SourcesView;
import org.rpcscope.ui.tuning.TuningActions;
import org.rpcscope.ui.tuning.TuningView;

/** The views of all features. JavaFX thread only. */
record Views(
        SessionsView sessions,
        TierSummary tiers,
        InspectorView inspector,
        ConversationPages pages,
        SourcesView sources,
        TuningView tuning) {

    static Views of(Features features, TuningActions tuning, Actions maker, Texts texts, Clip clip) {
        ConversationPages pages = ConversationPages.of(features, texts, clip);
        InspectorView inspector = new InspectorView(features.inspector(), texts, clip, pages.pages(features));
        pages.join(inspector);
        return new Views(
                new SessionsView(features.table().model(), features.table().controller(), texts),
                new TierSummary(features.table().model(), texts),
                inspector,
                pages,
                new SourcesView(features.sources(), features.sourcesController(), texts, new Popovers(Sheets.all())),
                new TuningView(features.tuning().model(), tuning, maker, texts));
    }

    Layout.Parts parts() {
        VBox side = Styles.with(new VBox(sources.node(), tiers.node()), "side");
        VBox.setVgrow(sources.node(), Priority.ALWAYS);
        return new Layout.Parts(side, (Region) sessions.node(), (Region) inspector.node(), (Region) tuning.node());
    }

    void close() {
        sessions.close();
        tiers.close();
        inspector.close();
        pages.close();
        sources.close();
        tuning.close();
    }
}
