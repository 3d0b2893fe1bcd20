package org.rpcscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Popovers;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.hosts.HostsView;
import org.rpcscope.ui.inspector.InspectorView;
import org.rpcscope.ui.overview.FacetsView;
import org.rpcscope.ui.overview.Narrowing;
import org.rpcscope.ui.overview.TimelineView;
import org.rpcscope.ui.sessions.SessionsView;
import org.rpcscope.ui.sources.SourcesView;
import org.rpcscope.ui.triage.TriageView;
import org.rpcscope.ui.tuning.TuningView;

/** The views of all features. JavaFX thread only. */
record Views(
        SessionsView sessions,
        Tabs tabs,
        FacetsView facets,
        TimelineView timeline,
        InspectorView inspector,
        InspectorPages pages,
        TriageView triage,
        SourcesView sources,
        TuningView tuning,
        RuleParts rules) {

    static Views of(
            Features features,
            Switches switches,
            WorkbenchActions actions,
            Actions maker,
            Texts texts,
            Clip clip,
            Maps maps,
            RuleParts rules,
            List<String> sheets) {
        SessionsView sessions =
                new SessionsView(features.table().model(), features.table().controller(), texts);
        Tabs tabs = new Tabs(switches.tab(), actions.view().tabs(), maker, tab -> switch (tab) {
            case SESSIONS ->
                new Tabs.Content(
                        sessions.node(),
                        List.of(sessions.scopeSwitch(), sessions.groupingMenu(), sessions.columnsMenu()),
                        sessions::close);
            case HOSTS -> hosts(features, switches, texts);
            case GRAPH -> maps.graph();
            case MAP -> maps.map();
        });
        Narrowing narrowing = new TableNarrowing(features.table().model().filter());
        InspectorPages pages = InspectorPages.of(features, texts, clip);
        TriageView triage = new TriageView(
                features.triage().model(),
                features.triage().controller(),
                new AlikeSessions(features),
                maker.button(rules.except()),
                texts);
        List<InspectorView.Page> more = new ArrayList<>(pages.pages(features));
        more.add(rules.page());
        more.add(new InspectorView.Page("inspector.triage", triage.node(), _ -> {}));
        InspectorView inspector = new InspectorView(features.inspector(), texts, clip, more);
        pages.join(inspector);
        return new Views(
                sessions,
                tabs,
                new FacetsView(
                        features.overview().model(),
                        features.overview().controller(),
                        narrowing,
                        texts,
                        new Popovers(sheets)),
                new TimelineView(features.overview().model(), narrowing, texts),
                inspector,
                pages,
                triage,
                new SourcesView(
                        features.sources(),
                        features.sourcesController(),
                        texts,
                        new Popovers(sheets),
                        features.columns().controller()::open),
                new TuningView(features.tuning().model(), actions.tuning(), maker, texts, rules.tabs()),
                rules);
    }

    private static Tabs.Content hosts(Features features, Switches switches, Texts texts) {
        Features.Hosts feature = features.hosts();
        HostsView hosts = new HostsView(
                feature.model(), feature.story(), feature.teller(), texts, new HostWishes(features.table(), switches));
        return new Tabs.Content(hosts.node(), List.of(), hosts::close);
    }

    Layout.Parts parts() {
        VBox side = Styles.with(new VBox(sources.node(), facets.node()), "side");
        VBox.setVgrow(facets.node(), Priority.ALWAYS);
        return new Layout.Parts(side, tabs.node(), (Region) inspector.node(), (Region) tuning.node());
    }

    void close() {
        tabs.close();
        facets.close();
        triage.close();
        timeline.close();
        inspector.close();
        pages.close();
        sources.close();
        tuning.close();
        rules.close();
    }
}
