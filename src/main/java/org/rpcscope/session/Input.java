package org.rpcscope.session;

/**
 * Which file or stream some observations come from.
 *
 * @param file what the analyst calls it: the path as given
 * @param format the name of the format that read it
 * @param fingerprint tells inputs apart by content, so that nothing depends on the order in which they were opened
 */
public record Input(String file, String format, long fingerprint) {}
