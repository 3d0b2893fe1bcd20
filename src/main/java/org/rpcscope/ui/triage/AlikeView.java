package org.rpcscope.ui.triage;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Mark;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * What is offered for a session that turned out to be harmless: to mark those like it the same, and to write an exception,
 * so that such sessions are not flagged again. Nothing of it happens by itself. JavaFX thread only.
 */
final class AlikeView implements AutoCloseable {

    private final TriageModel model;
    private final TriageController controller;
    private final Alike alike;
    private final Texts texts;
    private final Button same = new Button();
    private final VBox node;
    private final Subscriptions subscriptions = new Subscriptions();

    /** @param except opens the editor with an exception for what the chosen session has in common with others */
    AlikeView(TriageModel model, TriageController controller, Alike alike, Node except, Texts texts) {
        this.model = model;
        this.controller = controller;
        this.alike = alike;
        this.texts = texts;
        same.setId("triage-same");
        same.setOnAction(_ -> markTheSame());
        except.setId("triage-except");
        node = Styles.with(
                new VBox(
                        Styles.label(texts.get("triage.alike"), Styles.SECTION),
                        Styles.wrapped(texts.get("triage.alike.hint")),
                        new FlowPane(8, 8, same, except)),
                "section");
        node.setId("triage-alike");
        subscriptions.now(model.chosen(), this::show);
        subscriptions.changes(
                model.marks(), () -> show(model.chosen().get())); // others may be marked while the chosen one stays
        subscriptions.now(model.alike(), this::offer);
    }

    Node node() {
        return node;
    }

    private void show(TriageModel.@Nullable Chosen chosen) {
        boolean offered = chosen != null && isHarmless(chosen.mark());
        node.setVisible(offered);
        node.setManaged(offered);
        if (offered) {
            controller.look(alike);
        } else {
            controller.lookNoMore();
        }
    }

    private static boolean isHarmless(Mark mark) {
        return mark.status() == Status.SUPPRESSED
                || mark.verdict() == Verdict.AUTHORISED
                || mark.verdict() == Verdict.FALSE_POSITIVE;
    }

    private void offer(List<SessionKey> keys) {
        same.setText(texts.count("triage.same", keys.size()));
        same.setDisable(keys.isEmpty());
    }

    private void markTheSame() {
        TriageModel.Chosen chosen = model.chosen().get();
        if (chosen != null) {
            Mark wanted = chosen.mark();
            List<SessionKey> keys = model.alike().get();
            controller.mark(
                    number -> texts.count("triage.log.same", number),
                    () -> keys,
                    mark -> mark.with(wanted.status()).with(wanted.verdict()));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
