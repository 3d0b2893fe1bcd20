package org.rpcscope.ui.tuning;

import org.rpcscope.tuning.NetworkList;

/** What stands in a row of the networks panel. */
sealed interface NetworkNode {

    /** The list that it belongs to. */
    NetworkList list();

    /** A list. */
    record Group(NetworkList list) implements NetworkNode {

        /** The word that is read aloud, and typed to find the row. */
        @Override
        public String toString() {
            return list.id();
        }
    }

    /** A line of a list. */
    record Line(NetworkRow row) implements NetworkNode {
        @Override
        public NetworkList list() {
            return row.list();
        }

        @Override
        public String toString() {
            return row.entry().get().cidr();
        }
    }
}
