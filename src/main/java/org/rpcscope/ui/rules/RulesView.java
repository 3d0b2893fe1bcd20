package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The list of rules, bundled and own, with the rejected ones and their faults below. JavaFX thread only. */
public final class RulesView implements AutoCloseable {

    private static final int MOST_REJECTED = 100;

    private final RulesModel model;
    private final Texts texts;
    private final ObservableList<RulesModel.Known> shown = FXCollections.observableArrayList();
    private final ListView<RulesModel.Known> list = new ListView<>(shown);
    private final Label folder = Styles.label("", Styles.MUTED);
    private final Label notice = Styles.label("", Styles.DANGER);
    private final Label count = Styles.label("", Styles.MUTED);
    private final VBox faults = Styles.with(new VBox(), "rejected-lines");
    private final TitledPane rejected = new TitledPane("", faults);
    private final BorderPane node = new BorderPane(list);
    private final Subscriptions subscriptions = new Subscriptions();

    public RulesView(RulesModel model, RulesController controller, Editors editors, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("rules");
        list.getStyleClass().add("rules");
        list.setAccessibleText(texts.get("tuning.rules"));
        list.setPlaceholder(Styles.label(texts.get("rules.none"), Styles.MUTED));
        list.setCellFactory(_ -> new RuleCell(
                model,
                new RuleCell.Deeds() {
                    @Override
                    public void enable(RulesModel.Known known, boolean on) {
                        controller.enable(known, on);
                    }

                    @Override
                    public void edit(RulesModel.Known known) {
                        editors.edit(known);
                    }

                    @Override
                    public void export(RulesModel.Known known) {
                        editors.export(known, notice::setText);
                    }
                },
                texts));
        rejected.setId("rejected");
        rejected.setExpanded(false);
        node.setTop(header(editors));
        node.setBottom(rejected);
        subscriptions.changes(model.search(), this::show);
        subscriptions.changes(model.matches(), list::refresh);
        subscriptions.changes(model.profile(), list::refresh);
        subscriptions.now(model.own(), _ -> show());
        subscriptions.now(
                model.folder(), path -> folder.setText(path == null ? texts.get("rules.no-folder") : path.toString()));
    }

    private Node header(Editors editors) {
        TextField search = new TextField();
        search.setId("rules-search");
        search.setPromptText(texts.get("rules.search"));
        search.setAccessibleText(texts.get("rules.search"));
        search.textProperty().bindBidirectional(model.search());
        search.setPrefWidth(260);
        search.setMinWidth(120);
        Button fresh = Styles.with(new Button(texts.get("rules.new"), Icon.ADD.node()), "add");
        fresh.setId("rules-new");
        fresh.setMinWidth(Region.USE_PREF_SIZE);
        fresh.setOnAction(_ -> editors.fresh());
        Button choose = Styles.with(new Button(texts.get("rules.folder"), Icon.OPEN.node()), "add");
        choose.setId("rules-folder");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> editors.chooseFolder());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = Styles.with(new HBox(search, count, notice, space, folder, choose, fresh), "rules-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void show() {
        List<RulesModel.Known> found = model.found();
        shown.setAll(found);
        count.setText(texts.count("rules.count", found.size()));
        RulesModel.Own own = model.own().get();
        List<Node> lines = new ArrayList<>();
        if (own.fault() != null) {
            lines.add(Styles.wrapped(own.fault(), Styles.DANGER));
        }
        for (RejectedRule rule :
                own.rejected().subList(0, Math.min(own.rejected().size(), MOST_REJECTED))) {
            lines.add(Styles.wrapped(
                    texts.get("rules.rejected-at", rule.file(), Integer.toString(rule.line()), rule.title()),
                    Styles.STRONG));
            rule.faults().forEach(fault -> lines.add(Styles.wrapped(fault, Styles.DANGER)));
        }
        faults.getChildren().setAll(lines);
        rejected.setText(
                texts.get("rules.rejected", Amounts.count(own.rejected().size())));
        rejected.setVisible(!lines.isEmpty());
        rejected.setManaged(!lines.isEmpty());
    }

    public Node node() {
        return node;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
