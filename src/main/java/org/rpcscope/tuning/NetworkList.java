package org.rpcscope.tuning;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.NetworkLine;

/** The lists of networks of a profile. */
public enum NetworkList {
    /** The own networks. */
    INTERNAL(NetworkLine.INTERNAL) {
        @Override
        public List<NetworkEntry> of(Profile profile) {
            return profile.internal();
        }

        @Override
        public Profile with(Profile profile, List<NetworkEntry> entries) {
            return profile.withInternal(entries);
        }
    },
    /** What is external whatever else is said of it. */
    EXTERNAL(NetworkLine.EXTERNAL) {
        @Override
        public List<NetworkEntry> of(Profile profile) {
            return profile.external();
        }

        @Override
        public Profile with(Profile profile, List<NetworkEntry> entries) {
            return profile.withExternal(entries);
        }
    },
    /** Known destinations. */
    PARTNER(NetworkLine.PARTNER) {
        @Override
        public List<NetworkEntry> of(Profile profile) {
            return profile.partner();
        }

        @Override
        public Profile with(Profile profile, List<NetworkEntry> entries) {
            return profile.withPartner(entries);
        }
    };

    private final String id;

    NetworkList(String id) {
        this.id = id;
    }

    /** The name in profiles, faults and other programs' lists, and in the keys of texts. */
    public String id() {
        return id;
    }

    /** The lines of this list. */
    public abstract List<NetworkEntry> of(Profile profile);

    /** The same profile with other lines on this list. */
    public abstract Profile with(Profile profile, List<NetworkEntry> entries);

    /** The list of that {@link #id}, in either case, or null where there is none. */
    public static @Nullable NetworkList named(String id) {
        String folded = id.strip().toLowerCase(Locale.ROOT);
        for (NetworkList list : values()) {
            if (list.id.equals(folded)) {
                return list;
            }
        }
        return null;
    }
}
