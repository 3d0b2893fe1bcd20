package org.rpcscope.tuning;

/**
 * An exception: one or several Sigma filters that take sessions away from rules. Whom it is for, since when and until when
 * is said in the text, so that other engines can read it too.
 *
 * @param yaml the filters as the analyst wrote them; they may be faulty while they are typed
 * @param enabled whether it counts; one that is switched off stays in the list
 */
public record ExceptionEntry(String yaml, boolean enabled) {}
