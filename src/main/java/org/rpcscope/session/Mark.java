package org.rpcscope.session;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the analyst says of one session. Immutable.
 *
 * @param verdict null while it is open
 * @param tags in their order
 * @param notes how many notes were written
 */
public record Mark(Status status, @Nullable Verdict verdict, SortedSet<String> tags, int notes) {

    /** What every session has at first. */
    public static final Mark NONE = new Mark(Status.NEW, null, new TreeSet<>(), 0);

    /** Takes a copy. */
    public Mark {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    public Mark with(Status next) {
        return new Mark(next, verdict, tags, notes);
    }

    public Mark with(@Nullable Verdict next) {
        return new Mark(status, next, tags, notes);
    }

    /** With a tag more. */
    public Mark tagged(String tag) {
        TreeSet<String> more = new TreeSet<>(tags);
        more.add(tag);
        return new Mark(status, verdict, more, notes);
    }

    /** Without a tag. */
    public Mark untagged(String tag) {
        TreeSet<String> fewer = new TreeSet<>(tags);
        fewer.remove(tag);
        return new Mark(status, verdict, fewer, notes);
    }

    /** With so many notes. */
    public Mark noted(int count) {
        return new Mark(status, verdict, tags, count);
    }
}
