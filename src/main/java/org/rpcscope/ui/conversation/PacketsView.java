package org.rpcscope.ui.conversation;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Packet;
import org.rpcscope.session.Transcript;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The packets of the session; of the chosen one the layers and the bytes, where choosing a layer marks its bytes. JavaFX
 * thread only.
 */
public final class PacketsView implements AutoCloseable {

    private static final double LINE = 20;
    private static final double WIDE = 500; // from here on sixteen bytes fit in a line
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ConversationModel model;
    private final Texts texts;
    private final Clip clip;
    private final ObservableList<Packet> packets = FXCollections.observableArrayList();
    private final ListView<Packet> list = new ListView<>(packets);
    private final TreeView<String> tree = new TreeView<>();
    private final ListView<HexLine> hex = new ListView<>();
    private final Label placeholder = Styles.wrapped("", Styles.MUTED);
    private final SplitPane node = Styles.with(new SplitPane(list, tree, hex), "packets");
    private final Subscriptions subscriptions = new Subscriptions();

    /** Layers by the item of the tree that shows them. */
    private static final class LayerItem extends TreeItem<String> {
        private final Dissection.Layer layer;

        LayerItem(Dissection.Layer layer) {
            super(layer.name());
            this.layer = layer;
        }
    }

    public PacketsView(ConversationModel model, Texts texts, Clip clip) {
        this.model = model;
        this.texts = texts;
        this.clip = clip;
        node.setOrientation(Orientation.VERTICAL);
        node.setDividerPositions(0.28, 0.66);
        list();
        tree.setId("layers");
        tree.setAccessibleText(texts.get("packets.layers"));
        tree.setShowRoot(false);
        tree.setFixedCellSize(LINE);
        tree.getSelectionModel().selectedItemProperty().subscribe(_ -> markBytes());
        copying(
                tree,
                () -> tree.getSelectionModel().getSelectedItem() == null
                        ? ""
                        : tree.getSelectionModel().getSelectedItem().getValue());
        hex.setId("hex");
        hex.setAccessibleText(texts.get("packets.hex"));
        hex.setFixedCellSize(17);
        hex.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        hex.setCellFactory(_ -> new HexCell(this::marked));
        copying(
                hex,
                () -> hex.getSelectionModel().getSelectedItems().stream()
                        .map(HexLine::text)
                        .collect(Collectors.joining("\n", "", "\n")));
        subscriptions.now(model.ladder(), this::show);
        subscriptions.now(model.packet(), this::choose);
        subscriptions.now(model.dissection(), this::show);
        subscriptions.changes(model.step(), list::refresh);
        subscriptions.changes(hex.widthProperty(), () -> dump(model.dissection().get()));
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    private void list() {
        list.setId("packets");
        list.setAccessibleText(texts.get("packets.list"));
        list.setFixedCellSize(LINE);
        list.setPlaceholder(placeholder);
        list.setCellFactory(_ -> new PacketCell(this::line, this::ofStep));
        list.getSelectionModel().selectedItemProperty().subscribe(packet -> {
            if (packet != null) {
                model.packet().set(packet);
            }
        });
        copying(
                list,
                () -> list.getSelectionModel().getSelectedItem() == null
                        ? ""
                        : line(list.getSelectionModel().getSelectedItem()));
    }

    private void copying(Node part, Supplier<String> text) {
        part.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                clip.copy(text.get());
                event.consume();
            }
        });
    }

    private String line(Packet packet) {
        Chosen chosen = model.chosen().get();
        long start = chosen == null ? packet.time() : chosen.session().start();
        String captured = packet.captured() < packet.length()
                ? texts.get("packets.cut", Amounts.bytes(packet.captured()), Amounts.bytes(packet.length()))
                : Amounts.bytes(packet.length());
        return String.format(
                Locale.ROOT,
                "%10.6f  %s  %s",
                (packet.time() - start) / 1e9,
                packet.fromOriginator() ? "→" : "←",
                captured);
    }

    private boolean ofStep(Packet packet) {
        Step step = model.step().get();
        return step != null && Rung.carries(step, packet);
    }

    private void show(Ladder ladder) {
        Transcript transcript = ladder.transcript();
        packets.setAll(transcript == null ? List.of() : transcript.packets());
        placeholder.setText(
                switch (ladder) {
                    case Ladder.Unasked _ -> "";
                    case Ladder.Unrecorded _ -> texts.get("conversation.unrecorded");
                    case Ladder.Cancelled _ -> texts.get("conversation.cancelled");
                    case Ladder.Reading(String file) -> texts.get("conversation.reading", file);
                    case Ladder.Read(var _, Transcript read) ->
                        read.problem() != null ? read.problem() : texts.get("packets.none");
                });
        choose(model.packet().get());
    }

    private void choose(@Nullable Packet packet) {
        if (packet != null && !packet.equals(list.getSelectionModel().getSelectedItem())) {
            int index = packets.indexOf(packet);
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void show(Dissection dissection) {
        TreeItem<String> root = new TreeItem<>();
        for (Dissection.Layer layer : dissection.layers()) {
            LayerItem item = new LayerItem(layer);
            TreeItem<String> above = item;
            for (Dissection.Field field : layer.fields()) {
                TreeItem<String> line = new TreeItem<>(field.text());
                (field.depth() == 0 ? item : above).getChildren().add(line);
                if (field.depth() == 0) {
                    above = line;
                }
            }
            root.getChildren().add(item);
        }
        root.getChildren().stream()
                .filter(item -> !item.isLeaf())
                .reduce((_, inner) -> inner)
                .ifPresent(inner -> inner.setExpanded(true));
        tree.setRoot(root);
        dump(dissection);
    }

    private void dump(Dissection dissection) {
        int width = hex.getWidth() < WIDE ? 8 : 16;
        hex.setItems(FXCollections.observableList(HexLine.of(dissection.bytes(), width)));
    }

    private Dissection.@Nullable Layer layer() {
        TreeItem<String> item = tree.getSelectionModel().getSelectedItem();
        while (item != null && !(item instanceof LayerItem)) {
            item = item.getParent();
        }
        return item instanceof LayerItem shown ? shown.layer : null;
    }

    private boolean marked(HexLine line) {
        Dissection.Layer layer = layer();
        return layer != null && line.meets(layer.offset(), layer.length());
    }

    private void markBytes() {
        Dissection.Layer layer = layer();
        if (layer != null && !hex.getItems().isEmpty()) {
            hex.scrollTo(layer.offset() / hex.getItems().getFirst().length());
        }
        hex.refresh();
    }

    @Override
    public void close() {
        subscriptions.close();
        list.setItems(FXCollections.observableArrayList());
    }
}
