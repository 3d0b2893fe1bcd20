package org.rpcscope.ui.tuning;

import org.rpcscope.ui.fx.Texts;

/** What can be typed into a line of a list of networks. */
final class NetworkFields {

    private NetworkFields() {}

    private static void end(TuningModel model, boolean back) {
        if (back) {
            model.undo();
        }
        model.endTyping();
    }

    record Network(TuningModel model, Texts texts) implements NetworkCell.Field {

        @Override
        public String now(NetworkRow row) {
            return row.entry().get().cidr();
        }

        @Override
        public void type(NetworkRow row, String text) {
            model.type(row, text);
        }

        @Override
        public String name() {
            return texts.get("tuning.network");
        }

        @Override
        public String prompt() {
            return texts.get("tuning.cidr.prompt");
        }

        @Override
        public void end(boolean back) {
            NetworkFields.end(model, back);
        }
    }

    record Comment(TuningModel model, Texts texts) implements NetworkCell.Field {

        @Override
        public String now(NetworkRow row) {
            return row.entry().get().comment();
        }

        @Override
        public void type(NetworkRow row, String text) {
            model.comment(row, text);
        }

        @Override
        public String name() {
            return texts.get("tuning.comment");
        }

        @Override
        public String prompt() {
            return texts.get("tuning.comment.prompt");
        }

        @Override
        public void end(boolean back) {
            NetworkFields.end(model, back);
        }
    }

    record Owner(TuningModel model, Texts texts) implements NetworkCell.Field {

        @Override
        public String now(NetworkRow row) {
            return row.entry().get().owner();
        }

        @Override
        public void type(NetworkRow row, String text) {
            model.own(row, text);
        }

        @Override
        public String name() {
            return texts.get("networks.owner");
        }

        @Override
        public String prompt() {
            return texts.get("networks.owner.prompt");
        }

        @Override
        public void end(boolean back) {
            NetworkFields.end(model, back);
        }
    }
}
