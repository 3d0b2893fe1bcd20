package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** What the inspector tells of a conversation, in the real window. */
class ConversationTest {

    private static final String MAPPER = "confirmed 10.20.4.31 45.148.10.77";

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file(
                "case.txt",
                "sessions",
                "confirmed 10.20.4.31 49812 45.148.10.77 135 maps",
                "confirmed 10.20.4.31 49813 45.148.10.77 49676 serves",
                "attempt 10.20.9.200 50001 185.12.64.3 135"));
        bench.awaitWords("#status", "3 sessions\n3 flagged");
        bench.await(3, () -> bench.lines("tier").size());
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void selectPort(String port) {
        bench.await(true, () -> bench.lines("port").contains(port));
        int line = bench.lines("port").indexOf(port);
        Bench.run(() -> {
            bench.table().requestFocus();
            bench.table().getSelectionModel().clearAndSelect(line);
        });
        bench.awaitWords("#inspector", "→");
    }

    private void page(String name) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup("#tab-inspector-" + name)).fire());
    }

    private ListView<?> listed(String selector) {
        return bench.find(ListView.class, selector);
    }

    private int size(String selector) {
        return Bench.fx(() -> bench.scene().lookup(selector) instanceof ListView<?> list
                ? list.getItems().size()
                : -1);
    }

    @Test
    void theSummaryTellsOfInterfacesOperationsAuthenticationAndWhatWasNotSeen() {
        selectPort("49676");
        page("conversation");
        for (String words : List.of(
                "svcctl v2.0",
                "accepted · 367abb81-9844-35f1-ad32-98f038001003",
                "svcctl CreateServiceW × 2",
                "1 call was answered by a fault",
                "T1569.002",
                "LAB\\svc_backup",
                "NTLM, protection: privacy · from WS-0431 · accepted",
                "\\PIPE\\svcctl",
                "The arguments are encrypted")) {
            bench.awaitWords("#conversation-summary", words);
        }
    }

    @Test
    void linkedSessionsAreJumpedToInBothDirections() {
        selectPort("135");
        page("conversation");
        bench.awaitWords("#conversation-summary", "announced port 49676 for svcctl");
        bench.awaitWords("#conversation-summary", "It led to 10.20.4.31 port 49813 → 45.148.10.77 port 49676");
        jump();
        bench.awaitWords("#conversation-summary", "This port was announced by 10.20.4.31 port 49812");
        bench.await("49676", this::selectedPort);
        jump();
        bench.awaitWords("#conversation-summary", "It led to");
        bench.await("135", this::selectedPort);
    }

    private void jump() {
        bench.await(true, () -> Bench.fx(() -> bench.scene().lookup("#conversation-summary .jump") != null));
        Bench.run(() -> ((Hyperlink) bench.scene().lookup("#conversation-summary .jump")).fire());
    }

    private String selectedPort() {
        int line = Bench.fx(() -> bench.table().getSelectionModel().getSelectedIndex());
        return line < 0 ? "" : bench.lines("port").get(line);
    }

    @Test
    void theLadderIsReadWhenItIsLookedAtAndCopiedByKey() {
        selectPort("135");
        page("conversation");
        bench.await(3, () -> size("#ladder"));
        bench.awaitWords("#ladder", "bind_ack");
        bench.awaitWords("#ladder", "epmapper ept_map");
        Bench.run(() -> {
            listed("#ladder").requestFocus();
            listed("#ladder").getSelectionModel().selectAll();
        });
        robot.push(KeyCode.CONTROL, KeyCode.C);
        bench.await(1, bench.copied::size);
        assertEquals(
                "0.000\t→\tbind\t#1\tepmapper v3.0\t\n"
                        + "0.001\t←\tbind_ack\t#1\tepmapper v3.0\taccepted\n"
                        + "0.002\t→\trequest\t#2\tepmapper ept_map\t64 B\n",
                bench.copied.getFirst());
    }

    @Test
    void thousandsOfMessagesAreListedWithAFewCells() {
        selectPort("49676");
        page("conversation");
        bench.await(5000, () -> size("#ladder"));
        bench.awaitWords("#ladder", "bind_ack");
        int cells = Bench.fx(() -> listed("#ladder").lookupAll(".rung").size());
        assertTrue(cells < 100, () -> cells + " cells");
    }

    @Test
    void enterOnAMessageShowsItsPacketAndItsBytes() {
        selectPort("135");
        page("conversation");
        bench.await(3, () -> size("#ladder"));
        Bench.run(() -> {
            listed("#ladder").requestFocus();
            listed("#ladder").getSelectionModel().clearAndSelect(1);
        });
        robot.push(KeyCode.ENTER);
        bench.await(3, () -> size("#packets"));
        bench.await(
                1, () -> Bench.fx(() -> listed("#packets").getSelectionModel().getSelectedIndex()));
        bench.awaitWords("#hex", "0000  73 65 73 73 69 6f 6e 73  sessions");
        bench.await(
                "Data",
                () -> Bench.fx(() -> {
                    TreeView<?> tree = (TreeView<?>) bench.scene().lookup("#layers");
                    return tree.getExpandedItemCount() == 0
                            ? ""
                            : tree.getTreeItem(0).getValue();
                }));
    }

    @Test
    void theRuleThatStopsItIsCopied() {
        selectPort("135");
        page("stop");
        bench.await(true, () -> text().contains("table inet rpc_egress {"));
        assertTrue(text().contains("ip daddr 45.148.10.77 tcp dport { 135, 49152-65535 }"), this::text);
        Bench.run(() -> ((ButtonBase) bench.scene().lookup("#stop-copy")).fire());
        assertEquals(List.of(text()), bench.copied);
        Bench.run(() -> {
            choose("#stop-extent", 1);
            choose("#stop-dialect", 1);
        });
        assertTrue(text().contains("New-NetFirewallRule"), this::text);
    }

    private void choose(String selector, int index) {
        Node box = bench.scene().lookup(selector);
        ((ComboBox<?>) box).getSelectionModel().select(index);
    }

    private String text() {
        return Bench.fx(() -> bench.scene().lookup("#stop-text") instanceof TextArea area ? area.getText() : "");
    }

    @Test
    void aSessionWithoutRpcSaysSo() {
        selectPort("135");
        int line = bench.lines("source").indexOf("10.20.9.200");
        Bench.run(() -> bench.table().getSelectionModel().clearAndSelect(line));
        page("conversation");
        bench.awaitWords("#conversation-summary", "No DCE/RPC was seen in this session");
        assertTrue(bench.lines("tier", "source", "destination").contains(MAPPER));
    }
}
