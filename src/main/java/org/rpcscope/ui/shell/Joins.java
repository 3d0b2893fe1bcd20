package org.rpcscope.ui.shell;

import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.inspector.Inspected;
import org.rpcscope.ui.rules.RulesModel;
import org.rpcscope.ui.sessions.Scope;
import org.rpcscope.ui.sessions.SessionsModel;

/** What one feature does, the others show. JavaFX thread only. */
record Joins(Features features, Switches switches, Views views, Analysis analysis) {

    /** Joins them until the subscriptions are closed. */
    void join(Subscriptions subscriptions) {
        SessionsModel sessions = features.table().model();
        subscriptions.changes(analysis.detection(), () -> {
            Detection now = analysis.detection().get();
            if (now != null) {
                show(now);
            }
        });
        subscriptions.add(
                switches.fontSize().subscribe((before, now) -> views.sessions().widen(now.times(before))));
        new ChosenEverywhere(features).join(subscriptions);
        subscriptions.now(sessions.selection(), this::inspect);
        subscriptions.now(
                sessions.filter().text(),
                text -> features.hosts().model().chosen().set(host(text)));
        subscriptions.now(switches.tab(), tab -> {
            features.hosts().model().shown().set(tab == Tab.HOSTS);
            features.graph().controller().visible(tab == Tab.GRAPH);
            features.map().controller().visible(tab == Tab.MAP);
        });
        subscriptions.now(sessions.listed(), listed -> {
            Detection of = listed.detection();
            if (of != null) {
                features.graph().controller().show(of, listed.sessions());
                features.overview()
                        .controller()
                        .look(
                                of,
                                sessions.scope().get() == Scope.FLAGGED,
                                sessions.filter().applied().get().text());
            }
        });
        subscriptions.changes(features.rules().model().judged(), () -> {
            features.related().controller().search();
        });
        subscriptions.now(
                features.tuning().model().review(),
                review -> features.map().controller().bound(review.boundary()));
        subscriptions.now(
                features.tuning().model().edited(),
                edited -> features.rules().model().profile().set(edited));
    }

    private void show(Detection now) {
        views.sessions().noteView();
        features.table().controller().show(now);
        features.hosts().controller().show(now);
        features.hosts().teller().show(now);
        features.map().controller().show(now);
        features.tuning().controller().show(now);
        features.rules().controller().show(now);
    }

    private void inspect(SessionsModel.@Nullable Selection chosen) {
        features.rules()
                .model()
                .chosen()
                .set(chosen == null ? null : new RulesModel.Chosen(chosen.detection(), chosen.number()));
        Inspected inspected = chosen == null ? null : Inspected.of(chosen.detection(), chosen.number());
        features.inspector().inspected().set(inspected);
        features.related()
                .controller()
                .look(chosen == null ? null : chosen.detection(), inspected == null ? null : inspected.finding());
        if (chosen == null) {
            features.conversation().controller().clear();
        } else {
            features.graph().controller().choose(chosen.detection(), chosen.number());
            features.conversation().controller().look(chosen.detection(), chosen.number());
        }
    }

    /** The one host that a filter is about, or null. */
    private static @Nullable IpAddress host(String filter) {
        String value = FilterEdit.value(filter, Field.ADDRESS);
        return value == null ? null : IpAddress.parse(value);
    }
}
