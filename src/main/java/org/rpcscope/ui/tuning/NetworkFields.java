package org.rpcscope.ui.tuning;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.ui.fx.Texts;

/** What can be typed into a line of a list of networks. */
final class NetworkFields {

    private final TuningModel model;
    private final Texts texts;

    NetworkFields(TuningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    NetworkCell.Field network() {
        return new Typed("tuning.network", "tuning.cidr.prompt", NetworkEntry::cidr, model::type);
    }

    NetworkCell.Field comment() {
        return new Typed("tuning.comment", "tuning.comment.prompt", NetworkEntry::comment, model::comment);
    }

    NetworkCell.Field owner() {
        return new Typed("networks.owner", "networks.owner.prompt", NetworkEntry::owner, model::own);
    }

    /** One of the texts of a line, with the keys of its name and of what stands there while it is empty. */
    private final class Typed implements NetworkCell.Field {

        private final String name;
        private final String prompt;
        private final Function<NetworkEntry, String> text;
        private final BiConsumer<NetworkRow, String> typing;

        Typed(String name, String prompt, Function<NetworkEntry, String> text, BiConsumer<NetworkRow, String> typing) {
            this.name = name;
            this.prompt = prompt;
            this.text = text;
            this.typing = typing;
        }

        @Override
        public String now(NetworkRow row) {
            return text.apply(row.entry().get());
        }

        @Override
        public void type(NetworkRow row, String next) {
            typing.accept(row, next);
        }

        @Override
        public String name() {
            return texts.get(name);
        }

        @Override
        public String prompt() {
            return texts.get(prompt);
        }

        @Override
        public void end(boolean back) {
            if (back) {
                model.undo();
            }
            model.endTyping();
        }
    }
}
