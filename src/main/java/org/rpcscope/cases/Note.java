package org.rpcscope.cases;

import java.util.UUID;

/**
 * What somebody wrote about a session. Plain text; never changed, only taken back.
 *
 * @param time nanoseconds since 1970
 */
public record Note(UUID id, String author, long time, String text) {}
