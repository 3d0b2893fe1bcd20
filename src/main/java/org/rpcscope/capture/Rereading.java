package org.rpcscope.capture;

import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.stream.StreamProbe;

/** Walks through a capture for a {@link Follower}, chunk after chunk, until that has seen enough. One thread. */
final class Rereading {

    private final Framing framing;
    private final ByteSource source;
    private final Progress progress;
    private final Frames frames = new Frames();
    private final Chunk chunk;
    private long consumed;

    Rereading(Framing framing, ByteSource source, StreamProbe probe, int chunkSize, Progress progress) {
        this.framing = framing;
        this.source = source;
        this.progress = progress;
        this.chunk = new Chunk(chunkSize, probe, frames);
    }

    /**
     * Begins at the conversation's first record, under the headers at the start of the file.
     *
     * @return whether that was right: the conversation is as it was
     */
    boolean jump(Follower follower) {
        chunk.read(source, 0);
        if (framing.open(chunk) != null) {
            return false;
        }
        chunk.restart(chunk.start, chunk.before);
        framing.walk(chunk);
        Section section = chunk.after;
        chunk.read(source, follower.origin());
        walk(follower, 0, section);
        return follower.whole() || progress.cancelled();
    }

    /** Reads everything before the conversation, too. */
    void fromStart(Follower follower) {
        chunk.follow(source, null);
        if (framing.open(chunk) == null) {
            walk(follower, chunk.start, chunk.before);
        }
    }

    /** Takes the chunk that was read, and those that follow. */
    private void walk(Follower follower, int start, Section before) {
        Section section = before;
        int at = start;
        while (!progress.cancelled()) {
            frames.clear();
            chunk.restart(at, section);
            framing.walk(chunk);
            follower.take(chunk, frames);
            progress.advance(source.consumed() - consumed);
            consumed = source.consumed();
            section = chunk.after;
            at = 0;
            if (follower.over() || chunk.last()) {
                return;
            }
            chunk.follow(source, chunk);
        }
    }
}
