package org.rpcscope.ui.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rpcscope.cases.Following;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Workers;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.addressmap.AddressMapController;
import org.rpcscope.ui.addressmap.AddressMapModel;
import org.rpcscope.ui.columns.ColumnsController;
import org.rpcscope.ui.columns.ColumnsModel;
import org.rpcscope.ui.conversation.ConversationController;
import org.rpcscope.ui.conversation.ConversationModel;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.graph.GraphController;
import org.rpcscope.ui.graph.GraphModel;
import org.rpcscope.ui.hosts.HostsController;
import org.rpcscope.ui.hosts.HostsModel;
import org.rpcscope.ui.hosts.StoryController;
import org.rpcscope.ui.hosts.StoryModel;
import org.rpcscope.ui.inspector.InspectorModel;
import org.rpcscope.ui.moved.MovedController;
import org.rpcscope.ui.moved.MovedModel;
import org.rpcscope.ui.overview.OverviewController;
import org.rpcscope.ui.overview.OverviewModel;
import org.rpcscope.ui.related.RelatedController;
import org.rpcscope.ui.related.RelatedModel;
import org.rpcscope.ui.rules.RulesController;
import org.rpcscope.ui.rules.RulesModel;
import org.rpcscope.ui.sessions.SessionsController;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.sources.SourcesController;
import org.rpcscope.ui.sources.SourcesModel;
import org.rpcscope.ui.triage.TriageController;
import org.rpcscope.ui.triage.TriageHistory;
import org.rpcscope.ui.triage.TriageModel;
import org.rpcscope.ui.tuning.TuningController;
import org.rpcscope.ui.tuning.TuningModel;

/** The models of all features and what keeps them up to date. JavaFX thread only. */
record Features(
        SourcesModel sources,
        SourcesController sourcesController,
        Columns columns,
        Moved moved,
        Table table,
        Overview overview,
        Hosts hosts,
        Graph graph,
        AddressMap map,
        InspectorModel inspector,
        Triage triage,
        Conversation conversation,
        Related related,
        Tuning tuning,
        Rules rules) {

    /** What the columns of a table mean. */
    record Columns(ColumnsModel model, ColumnsController controller) {}

    /** Where the files of a case are now. */
    record Moved(MovedModel model, MovedController controller) {}

    /** The table of sessions. */
    record Table(SessionsModel model, SessionsController controller) {}

    /** What the analyst says of sessions. */
    record Triage(TriageModel model, TriageController controller) {}

    /** What the listed sessions have in common. */
    record Overview(OverviewModel model, OverviewController controller) {}

    /** What was said in the chosen session. */
    record Conversation(ConversationModel model, ConversationController controller, Interfaces interfaces) {}

    /** What else happened on the host of the chosen session. */
    record Related(RelatedModel model, RelatedController controller) {}

    /** The hosts, ranked, and the story of one of them. */
    record Hosts(HostsModel model, HostsController controller, StoryModel story, StoryController teller) {}

    /** Who talks with whom. */
    record Graph(GraphModel model, GraphController controller) {}

    /** Where addresses lie. */
    record AddressMap(AddressMapModel model, AddressMapController controller) {}

    /** The draft of the profile. */
    record Tuning(TuningModel model, TuningController controller) {}

    /** The rules and the exceptions. */
    record Rules(RulesModel model, RulesController controller) {}

    static Features of(Engine engine, Following following, FxThread fx, Consumer<Throwable> failures) {
        SourcesModel sources = new SourcesModel();
        ColumnsModel columns = new ColumnsModel();
        ConversationModel conversation = new ConversationModel();
        Interfaces interfaces = engine.own().interfaces().get();
        ConversationNames names = new ConversationNames(interfaces);
        SessionSets sets = new SessionSets(names, Workers.ofMachine());
        MovedModel moved = new MovedModel();
        SessionsModel sessions = new SessionsModel(names);
        OverviewModel overview = new OverviewModel();
        TriageModel triage = new TriageModel();
        HostsModel hosts = new HostsModel();
        StoryModel story = new StoryModel();
        GraphModel graph = new GraphModel();
        AddressMapModel map = new AddressMapModel();
        RelatedModel related = new RelatedModel();
        RulesModel rules = new RulesModel(
                engine.rules().stream().map(RulesModel.Known::bundled).toList(),
                Profile.defaults(),
                () -> LocalDate.now(ZoneOffset.UTC),
                System.getProperty("user.name", ""));
        AtomicLong order = new AtomicLong();
        TuningModel tuning = new TuningModel(Profile.defaults(), rules::ruleSet, rules::title, order::incrementAndGet);
        TriageController.Stamps stamps = new TriageController.Stamps(Features::now, order::incrementAndGet);
        return new Features(
                sources,
                new SourcesController(sources, engine.imports(), following),
                new Columns(
                        columns,
                        new ColumnsController(
                                columns, engine.imports(), engine.mappings(), engine.runner(), fx, failures)),
                new Moved(moved, new MovedController(moved, engine.runner(), fx, failures)),
                new Table(sessions, new SessionsController(sessions, sets, engine.runner(), fx, failures)),
                new Overview(overview, new OverviewController(overview, sets, engine.runner(), fx, failures)),
                new Hosts(
                        hosts,
                        new HostsController(hosts, names, engine.events(), engine.runner(), fx, failures),
                        story,
                        new StoryController(hosts, story, names, engine.events(), engine.runner(), fx, failures)),
                new Graph(graph, new GraphController(graph, engine.runner(), fx, failures)),
                new AddressMap(map, new AddressMapController(map, engine.runner(), fx, failures)),
                new InspectorModel(),
                new Triage(triage, new TriageController(triage, engine.runner(), fx, stamps, failures)),
                new Conversation(
                        conversation,
                        new ConversationController(conversation, engine.transcripts(), engine.runner(), fx, failures),
                        interfaces),
                new Related(related, new RelatedController(related, engine.events(), engine.runner(), fx, failures)),
                new Tuning(tuning, new TuningController(tuning, engine.runner(), fx, failures)),
                new Rules(
                        rules,
                        new RulesController(
                                rules,
                                engine.imports(),
                                engine.events(),
                                engine.runner(),
                                fx,
                                tuning::open,
                                failures)));
    }

    /** @param putBack hears of texts of the case that are in their place again, by name */
    TriageHistory history(BiConsumer<String, String> putBack) {
        return new TriageHistory(triage.model, triage.controller, putBack);
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    void close() {
        columns.controller.close();
        moved.controller.close();
        triage.controller.close();
        table.controller.close();
        overview.controller.close();
        conversation.controller.close();
        related.controller.close();
        hosts.controller.close();
        hosts.teller.close();
        graph.controller.close();
        map.controller.close();
        tuning.controller.close();
        rules.controller.close();
    }
}
