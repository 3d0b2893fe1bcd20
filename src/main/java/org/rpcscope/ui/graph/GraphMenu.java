package org.rpcscope.ui.graph;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.ui.fx.Defang;
import org.rpcscope.ui.fx.Texts;

/** The context menu of the graph: of the chosen node, of the edge under the pointer, and of the whole. JavaFX thread only. */
final class GraphMenu {

    private final GraphModel model;
    private final GraphController controller;
    private final GraphCanvas canvas;
    private final GraphView.Wishes wishes;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    GraphMenu(GraphModel model, GraphController controller, GraphCanvas canvas, GraphView.Wishes wishes, Texts texts) {
        this.model = model;
        this.controller = controller;
        this.canvas = canvas;
        this.wishes = wishes;
        this.texts = texts;
    }

    void show(ContextMenuEvent event) {
        menu.getItems().clear();
        NodeKey key = model.chosen().get();
        int edge = key == null && !event.isKeyboardTrigger() ? canvas.edgeAt(event.getX(), event.getY()) : -1;
        if (key != null) {
            node(key);
        } else if (edge >= 0) {
            HostGraph graph = model.drawing().get().graph();
            HostGraph.Edge on = graph.edges().get(edge);
            NodeKey from = graph.nodes().get(on.from()).key();
            NodeKey to = graph.nodes().get(on.to()).key();
            String words = from.label() + " → " + to.label();
            item("between", () -> wishes.between(from, to));
            item("copy", () -> wishes.copy(words));
            item("copy-defanged", () -> wishes.copy(Defang.address(words)));
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        item("close-all", () -> model.view().set(model.view().get().closed()));
        item("unhide", () -> model.view().set(model.view().get().unhidden()));
        item("fit", canvas::fit);
        menu.show(canvas, event.getScreenX(), event.getScreenY());
    }

    private void node(NodeKey key) {
        if (!(key instanceof NodeKey.Role)) { // a role is no filter
            narrowing("filter.include", GraphView.Narrow.INCLUDE, key);
            narrowing("filter.exclude", GraphView.Narrow.EXCLUDE, key);
            narrowing("filter.only", GraphView.Narrow.ONLY, key);
            menu.getItems().add(new SeparatorMenuItem());
        }
        if (!(key instanceof NodeKey.Host)) {
            item("open", () -> model.view().set(model.view().get().toggled(key)));
        }
        item("expand", model::expand);
        item("focus", model::focusMore);
        item("hide", model::hide);
        if (model.pinned().get().contains(key)) {
            item("unpin", () -> controller.unpin(key));
        } else {
            item("pin", () -> controller.pin(key));
        }
        menu.getItems().add(new SeparatorMenuItem());
        item("copy", () -> wishes.copy(key.label()));
        item("copy-defanged", () -> wishes.copy(Defang.address(key.label())));
    }

    private void narrowing(String words, GraphView.Narrow how, NodeKey key) {
        MenuItem item = new MenuItem(texts.get(words, key.label()));
        item.setId("graph-menu-" + words.substring(words.indexOf('.') + 1));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> wishes.narrow(how, key));
        menu.getItems().add(item);
    }

    private void item(String name, Runnable handler) {
        MenuItem item = new MenuItem(texts.get("graph.menu." + name));
        item.setId("graph-menu-" + name);
        item.setOnAction(_ -> handler.run());
        menu.getItems().add(item);
    }
}
