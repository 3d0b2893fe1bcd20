package org.rpcscope.logs;

/** Decodes the lines of one kind of log whose lines stand for themselves. Each thread has its own. */
public interface RecordDecoder {

    /**
     * Decodes one line into no, one or several connections, and never throws for what the bytes are.
     *
     * @return false where the line is not of this kind: in a syslog, of another program; else damaged
     */
    boolean decode(Line line, Records records);
}
