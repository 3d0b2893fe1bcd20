package org.rpcscope.ui.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.Clipboard;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.lists.ListFormat;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Texts;

/**
 * What can be done with the lists of networks. Their keys hold within the tree alone.
 *
 * @param controller does what takes time
 * @param line what is done with chosen lines
 * @param moves to each list, in the order of the lists
 * @param write what writes lists to a file
 */
record NetworkActions(
        NetworkController controller, Line line, List<Action> moves, Action paste, Action read, Write write) {

    /** What is done with chosen lines. */
    record Line(Action edit, Action turn, Action halve, Action join, Action remove) {

        List<Action> all() {
            return List.of(edit, turn, halve, join, remove);
        }
    }

    /** Writes lists to a file that the analyst chooses. */
    interface Write {
        void of(ListFormat format, NetworkList list);
    }

    static NetworkActions of(NetworkModel model, NetworkController controller, FilePicker picker, Texts texts) {
        return new NetworkActions(
                controller,
                new Line(
                        Action.when("networks.edit", null, "F2", model.one(), model::rewrite),
                        Action.when("networks.turn", null, "Space", model.any(), model::turn),
                        Action.when("networks.halve", Icon.SPLIT, "S", model.splits(), model::halve),
                        Action.when("networks.join", Icon.JOIN, "J", model.joins(), model::join),
                        Action.when("networks.remove", Icon.REMOVE, "Delete", model.any(), model::remove)),
                List.of(
                        Action.when(
                                "networks.to-internal",
                                null,
                                "alt+1",
                                model.any(),
                                () -> model.move(NetworkList.INTERNAL)),
                        Action.when(
                                "networks.to-external",
                                null,
                                "alt+2",
                                model.any(),
                                () -> model.move(NetworkList.EXTERNAL)),
                        Action.when(
                                "networks.to-partner",
                                null,
                                "alt+3",
                                model.any(),
                                () -> model.move(NetworkList.PARTNER))),
                Action.always("networks.paste", Icon.PASTE, "shortcut+V", () -> controller.paste(clipboard())),
                Action.always("networks.read", Icon.READ, null, () -> {
                    List<Path> chosen = picker.open(texts.get("networks.read.title"), null);
                    if (!chosen.isEmpty()) {
                        controller.read(chosen.getFirst());
                    }
                }),
                (format, list) -> {
                    String name = "networks" + (format.whole() ? "" : "-" + list.id()) + "." + format.extension();
                    Path chosen = picker.save(texts.get("networks.write.title"), null, name);
                    if (chosen != null) {
                        controller.write(chosen, format, list);
                    }
                });
    }

    private static String clipboard() {
        return Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
    }

    /** Everything that has a key. */
    List<Action> keyed() {
        return List.of(
                line.edit,
                line.turn,
                line.halve,
                line.join,
                line.remove,
                moves.get(0),
                moves.get(1),
                moves.get(2),
                paste);
    }
}
