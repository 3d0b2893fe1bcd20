package org.rpcscope.session;

/**
 * Which file or stream some observations come from.
 *
 * @param file what the analyst calls it: the path as given
 * @param format the name of the format that read it
 * @param fingerprint tells inputs apart by content, so that nothing depends on the order in which they were opened
 * @param size how many bytes it had when the fingerprint was taken, since files grow; -1 where that is not known
 */
public record Input(String file, String format, long fingerprint, long size) {

    /** An input that is in no file that could grow. */
    public Input(String file, String format, long fingerprint) {
        this(file, format, fingerprint, -1);
    }
}
