package org.rpcscope.session;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;

/** The cells of one block of observations, so that a table grows without copying and a small input takes little. */
final class ObservationChunk {

    final int[] source = new int[ObservationTable.CHUNK];
    final int[] destination = new int[ObservationTable.CHUNK];
    final int[] ports = new int[ObservationTable.CHUNK];
    final int[] evidence = new int[ObservationTable.CHUNK];
    final int[] sourcePackets = new int[ObservationTable.CHUNK];
    final int[] destinationPackets = new int[ObservationTable.CHUNK];
    final long[] start = new long[ObservationTable.CHUNK];
    final long[] end = new long[ObservationTable.CHUNK];
    final long[] origin = new long[ObservationTable.CHUNK];
    final long[] sourceBytes = new long[ObservationTable.CHUNK];
    final long[] destinationBytes = new long[ObservationTable.CHUNK];

    /** Whether two tables have it, so that who changes a row takes a copy. */
    boolean shared;

    /** Whether any row has {@link Evidence#TURNED}: most chunks have none, and scans skip the test. */
    boolean anyTurned;

    private volatile @Nullable Texts texts;

    private volatile @Nullable Names names;

    private volatile @Nullable AtomicReferenceArray<Conversation> conversations;

    /** Whether one of the first rows is a report. */
    boolean hasReports(int count) {
        int any = 0;
        for (int i = 0; i < count; i++) {
            any |= evidence[i];
        }
        return (any & Evidence.REPORT) != 0;
    }

    /** Whether none of the first rows starts before the one before it, and the very first not before a time. */
    boolean inOrder(int count, long after) {
        long before = after;
        for (int i = 0; i < count; i++) {
            if (start[i] < before) {
                return false;
            }
            before = start[i];
        }
        return true;
    }

    /** Another one of the same cells. */
    ObservationChunk copy() {
        ObservationChunk copy = new ObservationChunk();
        copyAll(new Object[] {source, destination, ports, evidence, sourcePackets, destinationPackets}, new Object[] {
            copy.source, copy.destination, copy.ports, copy.evidence, copy.sourcePackets, copy.destinationPackets
        });
        copyAll(
                new Object[] {start, end, origin, sourceBytes, destinationBytes},
                new Object[] {copy.start, copy.end, copy.origin, copy.sourceBytes, copy.destinationBytes});
        copy.anyTurned = anyTurned;
        if (texts != null) {
            Texts from = texts();
            Texts to = copy.texts();
            copyAll(
                    new Object[] {from.action, from.state, from.history, from.service},
                    new Object[] {to.action, to.state, to.history, to.service});
        }
        if (names != null) {
            Names from = names();
            Names to = copy.names();
            copyAll(
                    new Object[] {from.user, from.host, from.process, from.policy},
                    new Object[] {to.user, to.host, to.process, to.policy});
        }
        for (int i = 0; conversed() && i < ObservationTable.CHUNK; i++) {
            Conversation said = conversation(i);
            if (said != Conversation.NONE) {
                copy.converse(i, said);
            }
        }
        return copy;
    }

    private static void copyAll(Object[] from, Object[] to) {
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, ObservationTable.CHUNK);
        }
    }

    /** The words of a log, made when the first row has some: captures have none. */
    Texts texts() {
        Texts now = texts;
        if (now == null) {
            synchronized (this) {
                now = texts;
                if (now == null) {
                    now = new Texts();
                    texts = now;
                }
            }
        }
        return now;
    }

    /** The words to be read: absent ones where no row has any. */
    Texts words() {
        Texts now = texts;
        return now == null ? Texts.NONE : now;
    }

    boolean described() {
        return texts != null;
    }

    /** Who a log names, made when the first row names someone: few inputs do. */
    Names names() {
        Names now = names;
        if (now == null) {
            synchronized (this) {
                now = names;
                if (now == null) {
                    now = new Names();
                    names = now;
                }
            }
        }
        return now;
    }

    boolean isNamed() {
        return names != null;
    }

    /** The names to be read: absent ones where no row has any. */
    Names named() {
        Names now = names;
        return now == null ? Names.NONE : now;
    }

    /** Notes what was said in a row: few chunks have any. */
    void converse(int i, Conversation conversation) {
        AtomicReferenceArray<Conversation> now = conversations;
        if (now == null) {
            synchronized (this) {
                now = conversations;
                if (now == null) {
                    now = new AtomicReferenceArray<>(ObservationTable.CHUNK);
                    conversations = now;
                }
            }
        }
        now.setRelease(i, conversation);
    }

    boolean conversed() {
        return conversations != null;
    }

    Conversation conversation(int i) {
        AtomicReferenceArray<Conversation> now = conversations;
        Conversation there = now == null ? null : now.getAcquire(i);
        return there == null ? Conversation.NONE : there;
    }

    /** Numbers of the text pool. */
    static final class Names {
        /** Of rows without names; never written. */
        static final Names NONE = new Names();

        final int[] user = new int[ObservationTable.CHUNK];
        final int[] host = new int[ObservationTable.CHUNK];
        final int[] process = new int[ObservationTable.CHUNK];
        final int[] policy = new int[ObservationTable.CHUNK];
    }

    /** Numbers of the text pool. */
    static final class Texts {
        /** Of rows without words; never written. */
        static final Texts NONE = new Texts();

        final int[] action = new int[ObservationTable.CHUNK];
        final int[] state = new int[ObservationTable.CHUNK];
        final int[] history = new int[ObservationTable.CHUNK];
        final int[] service = new int[ObservationTable.CHUNK];
    }
}
