package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Finding;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Session;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The plain facts: ends, times, counters, what the handshake came to, and the words of logs. */
final class TrafficSection implements Section {

    private final Texts texts;
    private final Clip clip;

    TrafficSection(Texts texts, Clip clip) {
        this.texts = texts;
        this.clip = clip;
    }

    @Override
    public String title(Inspected inspected) {
        return "inspector.traffic";
    }

    @Override
    public List<Node> nodes(Inspected inspected) {
        Finding finding = inspected.finding();
        Session session = finding.session();
        Session.Ends ends = session.ends();
        Facts facts = new Facts();
        facts.add(texts.get("inspector.source"), end(ends.source().toString(), ends.sourcePort()));
        facts.add(texts.get("inspector.destination"), end(ends.destination().toString(), ends.destinationPort()));
        facts.add(texts.get("inspector.direction"), finding.direction().label());
        facts.add(texts.get("inspector.outcome"), session.outcome().label());
        facts.add(texts.zoned("inspector.start"), texts.times().get().exact(session.start()), Styles.MONO);
        facts.add(texts.zoned("inspector.end"), texts.times().get().exact(session.end()), Styles.MONO);
        facts.add(texts.get("inspector.duration"), Amounts.duration(session.end() - session.start()), Styles.MONO);
        Session.Counters counters = session.counters();
        facts.add(texts.get("inspector.out"), counted(counters.sourceBytes(), counters.sourcePackets()), Styles.MONO);
        facts.add(
                texts.get("inspector.in"),
                counted(counters.destinationBytes(), counters.destinationPackets()),
                Styles.MONO);
        addWords(facts, session.words());
        facts.add(texts.get("inspector.community-id"), copyable(inspected.communityId()));
        List<Node> nodes = new ArrayList<>(List.of(facts));
        if (Evidence.has(session.evidence(), Evidence.MID_STREAM)) {
            nodes.add(note(texts.get("inspector.note.mid-stream")));
        }
        if (!Evidence.has(session.evidence(), Evidence.DIRECTION_KNOWN)) {
            nodes.add(note(texts.get("inspector.note.direction-guessed")));
        }
        return nodes;
    }

    private void addWords(Facts facts, Session.Words words) {
        addWord(facts, "inspector.service", words.service());
        addWord(facts, "inspector.action", words.action());
        addWord(facts, "inspector.state", words.state());
        addWord(facts, "inspector.history", words.history());
        addWord(facts, "inspector.policy", words.policy());
        addWord(facts, "inspector.user", words.user());
        addWord(facts, "inspector.process", words.process());
        addWord(facts, "inspector.reporter", words.host());
    }

    private void addWord(Facts facts, String key, @Nullable String word) {
        if (word != null) {
            facts.add(texts.get(key), word, Styles.MONO);
        }
    }

    private Node end(String address, int port) {
        return copyable(address, texts.get("inspector.port", address, Integer.toString(port)));
    }

    private String counted(long bytes, long packets) {
        String amount = Amounts.bytes(bytes);
        return packets < 0 ? amount : texts.get("inspector.in-packets", amount, Amounts.count(packets));
    }

    private Node note(String text) {
        Label note = Styles.label(text, Styles.MUTED, Styles.SMALL);
        note.setWrapText(true);
        return note;
    }

    private Node copyable(String value) {
        return copyable(value, value);
    }

    private Node copyable(String value, String shown) {
        Label label = Styles.label(shown, Styles.MONO);
        label.setWrapText(true);
        Button copy = Styles.with(new Button(null, Icon.COPY.node()), Styles.ICON_BUTTON, "quiet");
        copy.setTooltip(new Tooltip(texts.get("inspector.copy")));
        copy.setAccessibleText(texts.get("inspector.copy") + " " + value);
        copy.setOnAction(_ -> clip.copy(value));
        BorderPane line = new BorderPane(label);
        BorderPane.setAlignment(label, Pos.TOP_LEFT);
        line.setRight(copy);
        return line;
    }
}
