package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.rpcscope.session.Session;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Which inputs saw the session, and where in them its first record stands. */
final class SeenSection implements Section {

    private final Texts texts;

    SeenSection(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String title(Inspected inspected) {
        return "inspector.seen";
    }

    @Override
    public List<Node> nodes(Inspected inspected) {
        List<Node> nodes = new ArrayList<>();
        for (Session.Seen seen : inspected.session().seen()) {
            String records = texts.count("inspector.records", seen.records());
            String where = texts.get("inspector.seen-at", seen.input().format(), Amounts.count(seen.origin()), records);
            nodes.add(Styles.with(
                    new VBox(Styles.wrapped(seen.input().file()), Styles.wrapped(where, Styles.MUTED, Styles.SMALL)),
                    "evidence-line"));
        }
        return nodes;
    }
}
