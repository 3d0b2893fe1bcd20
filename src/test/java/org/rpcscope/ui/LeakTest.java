package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.Following;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.input.Formats;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Workers;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.addressmap.AddressMapModel;
import org.rpcscope.ui.addressmap.AddressMapView;
import org.rpcscope.ui.conversation.ConversationController;
import org.rpcscope.ui.conversation.ConversationModel;
import org.rpcscope.ui.conversation.ConversationView;
import org.rpcscope.ui.conversation.PacketsView;
import org.rpcscope.ui.conversation.StopView;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Actions;
import org.rpcscope.ui.fx.DesktopFilePicker;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Histories;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Popovers;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Undoing;
import org.rpcscope.ui.graph.GraphController;
import org.rpcscope.ui.graph.GraphModel;
import org.rpcscope.ui.graph.GraphView;
import org.rpcscope.ui.hosts.HostsModel;
import org.rpcscope.ui.hosts.HostsView;
import org.rpcscope.ui.hosts.StoryController;
import org.rpcscope.ui.hosts.StoryModel;
import org.rpcscope.ui.inspector.InspectorModel;
import org.rpcscope.ui.inspector.InspectorView;
import org.rpcscope.ui.overview.FacetsView;
import org.rpcscope.ui.overview.Narrowing;
import org.rpcscope.ui.overview.OverviewController;
import org.rpcscope.ui.overview.OverviewModel;
import org.rpcscope.ui.overview.TimelineView;
import org.rpcscope.ui.related.RelatedController;
import org.rpcscope.ui.related.RelatedModel;
import org.rpcscope.ui.related.RelatedView;
import org.rpcscope.ui.rules.Editors;
import org.rpcscope.ui.rules.ExceptionsView;
import org.rpcscope.ui.rules.RulesController;
import org.rpcscope.ui.rules.RulesModel;
import org.rpcscope.ui.rules.RulesView;
import org.rpcscope.ui.rules.WhyView;
import org.rpcscope.ui.sessions.FilterBar;
import org.rpcscope.ui.sessions.SessionsController;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.sessions.SessionsView;
import org.rpcscope.ui.sources.SourcesController;
import org.rpcscope.ui.sources.SourcesModel;
import org.rpcscope.ui.sources.SourcesView;
import org.rpcscope.ui.tuning.DraftHistory;
import org.rpcscope.ui.tuning.TuningActions;
import org.rpcscope.ui.tuning.TuningController;
import org.rpcscope.ui.tuning.TuningModel;
import org.rpcscope.ui.tuning.TuningView;
import org.testfx.api.FxToolkit;

/** A view that was closed is forgotten by the model that outlives it. */
class LeakTest {

    private static final int TIMES = 50;
    private static final int COLLECTIONS = 50;

    private final Texts texts = new Texts();

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @TestFactory
    Stream<DynamicTest> closedViewsAreForgotten() {
        ConversationNames names = new ConversationNames(Interfaces.bundled());
        SessionSets sets = new SessionSets(names, new Workers(1));
        SessionsModel sessions = new SessionsModel(names);
        OverviewModel overview = new OverviewModel();
        HostsModel hosts = new HostsModel();
        GraphModel graph = new GraphModel();
        AddressMapModel map = new AddressMapModel();
        InspectorModel inspector = new InspectorModel();
        SourcesModel sources = new SourcesModel();
        TuningModel tuning =
                new TuningModel(Profile.defaults(), _ -> new RuleSet(List.of(), List.of()), rule -> rule, () -> 1);
        FxThread fx = FxThread.platform();
        Imports imports = new Imports(JobRunner.direct(), new Formats<>(List.of()), new Pools(), 1);
        ConversationModel conversation = new ConversationModel();
        ConversationController reader = new ConversationController(
                conversation,
                new Transcripts(JobRunner.direct(), new Talks(), imports::tables),
                JobRunner.direct(),
                fx,
                _ -> {});
        RulesModel rules = new RulesModel(List.of(), Profile.defaults(), () -> LocalDate.of(2026, 11, 24), "");
        RulesController writer = new RulesController(
                rules,
                imports,
                new CaseEvents(new Formats<>(List.of()), imports::tables),
                JobRunner.direct(),
                fx,
                _ -> {},
                _ -> {});
        FilePicker picker = new DesktopFilePicker(() -> null);
        Editors editors = new Editors(
                rules,
                writer,
                () -> {
                    throw new IllegalStateException("nothing is opened here");
                },
                picker,
                texts,
                List.of());
        Action except = Action.always("tuning.except", Icon.ADD, null, editors::except);
        return Stream.of(
                check("sessions", _ -> {
                    SessionsController controller =
                            new SessionsController(sessions, sets, JobRunner.direct(), fx, _ -> {});
                    SessionsView view = new SessionsView(sessions, controller, texts);
                    controller.close();
                    return view;
                }),
                check("filter", _ -> {
                    SessionsController controller =
                            new SessionsController(sessions, sets, JobRunner.direct(), fx, _ -> {});
                    FilterBar bar = new FilterBar(sessions, controller, texts);
                    controller.close();
                    return bar;
                }),
                check("hosts", _ -> {
                    StoryModel story = new StoryModel();
                    CaseEvents events = new CaseEvents(new Formats<>(List.of()), imports::tables);
                    StoryController teller =
                            new StoryController(hosts, story, names, events, JobRunner.direct(), fx, _ -> {});
                    HostsView view = new HostsView(hosts, story, teller, texts, new Deaf());
                    teller.close();
                    return view;
                }),
                check("graph", _ -> {
                    GraphController controller = new GraphController(graph, JobRunner.direct(), fx, _ -> {});
                    GraphView view =
                            new GraphView(graph, controller, JobRunner.direct(), fx, texts, new Deaf(), _ -> {});
                    controller.close();
                    return view;
                }),
                check("map", _ -> new AddressMapView(map, JobRunner.direct(), fx, texts, new Deaf(), _ -> {})),
                check("facets", _ -> {
                    OverviewController controller =
                            new OverviewController(overview, sets, JobRunner.direct(), fx, _ -> {});
                    FacetsView view = new FacetsView(overview, controller, new Deaf(), texts, new Popovers(List.of()));
                    controller.close();
                    return view;
                }),
                check("timeline", _ -> new TimelineView(overview, new Deaf(), texts)),
                check("inspector", _ -> new InspectorView(inspector, texts, _ -> {}, List.of())),
                check(
                        "conversation",
                        _ -> new ConversationView(conversation, reader, Interfaces.bundled(), texts, _ -> {}, _ -> {})),
                check("packets", _ -> new PacketsView(conversation, texts, _ -> {})),
                check("stop", _ -> new StopView(conversation, texts, _ -> {})),
                check("related", _ -> {
                    RelatedModel related = new RelatedModel();
                    CaseEvents events = new CaseEvents(new Formats<>(List.of()), imports::tables);
                    RelatedController controller =
                            new RelatedController(related, events, JobRunner.direct(), fx, _ -> {});
                    RelatedView view = new RelatedView(related, controller, texts);
                    controller.close();
                    return view;
                }),
                check(
                        "sources",
                        _ -> new SourcesView(
                                sources,
                                new SourcesController(sources, imports, new Following(imports)),
                                texts,
                                new Popovers(List.of()),
                                _ -> {})),
                check("rules", _ -> new RulesView(rules, writer, editors, texts)),
                check("exceptions", _ -> new ExceptionsView(rules, writer, editors, picker, texts)),
                check("why", _ -> new WhyView(rules, except, new Actions(texts), texts)),
                check("tuning", _ -> {
                    TuningController controller = new TuningController(tuning, JobRunner.direct(), fx, _ -> {});
                    TuningActions actions = TuningActions.of(
                            tuning,
                            controller,
                            new DesktopFilePicker(() -> null),
                            texts,
                            Undoing.of(new Histories(List.of(new DraftHistory(tuning, texts)))),
                            _ -> {});
                    TuningView view = new TuningView(tuning, actions, new Actions(texts), texts, List.of());
                    controller.close();
                    return view;
                }));
    }

    /** A window that does nothing of what is asked of it. */
    private static final class Deaf implements GraphView.Wishes, AddressMapView.Wishes, HostsView.Wishes, Narrowing {

        @Override
        public void choose(IpAddress host) {}

        @Override
        public void open(int session) {}

        @Override
        public void sessions() {}

        @Override
        public void narrow(GraphView.Narrow how, NodeKey node) {}

        @Override
        public void between(NodeKey from, NodeKey to) {}

        @Override
        public void export(Image picture) {}

        @Override
        public void copy(String text) {}

        @Override
        public void export(GraphFile kind) {}

        @Override
        public void assign(List<Cidr> networks, String list) {}

        @Override
        public void only(List<Cidr> networks) {}

        private final StringProperty filter = new SimpleStringProperty("");

        @Override
        public StringProperty text() {
            return filter;
        }

        @Override
        public void toggle(Field field, String value) {}

        @Override
        public void include(Field field, String value) {}

        @Override
        public void exclude(Field field, String value) {}

        @Override
        public void only(Field field, String value) {}

        @Override
        public void replace(Field field, String value) {}

        @Override
        public void without(Field field) {}
    }

    private DynamicTest check(String name, Function<Integer, AutoCloseable> view) {
        return DynamicTest.dynamicTest(name, () -> {
            List<WeakReference<AutoCloseable>> closed = new ArrayList<>();
            for (int i = 0; i < TIMES; i++) {
                closed.add(Bench.fx(() -> {
                    AutoCloseable opened = view.apply(0);
                    opened.close();
                    return new WeakReference<>(opened);
                }));
            }
            long alive = TIMES;
            for (int i = 0; i < COLLECTIONS && alive > 0; i++) {
                System.gc();
                Bench.pause();
                alive = closed.stream().filter(one -> one.get() != null).count();
            }
            assertEquals(0, alive, name + " is still known after it was closed");
        });
    }
}
