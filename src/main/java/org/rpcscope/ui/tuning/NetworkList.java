package org.rpcscope.ui.tuning;

import java.util.List;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;

/** The two lists of networks of a profile. */
public enum NetworkList {
    /** The own networks. */
    INTERNAL(NetworkLine.INTERNAL) {
        @Override
        List<NetworkEntry> of(Profile profile) {
            return profile.internal();
        }

        @Override
        Profile with(Profile profile, List<NetworkEntry> entries) {
            return profile.withInternal(entries);
        }
    },
    /** What is external whatever else is said of it. */
    EXTERNAL(NetworkLine.EXTERNAL) {
        @Override
        List<NetworkEntry> of(Profile profile) {
            return profile.external();
        }

        @Override
        Profile with(Profile profile, List<NetworkEntry> entries) {
            return profile.withExternal(entries);
        }
    };

    private final String id;

    NetworkList(String id) {
        this.id = id;
    }

    /** The name in faults, and in the keys of texts. */
    String id() {
        return id;
    }

    abstract List<NetworkEntry> of(Profile profile);

    abstract Profile with(Profile profile, List<NetworkEntry> entries);
}
