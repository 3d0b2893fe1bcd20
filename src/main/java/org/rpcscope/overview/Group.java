package org.rpcscope.overview;

import org.rpcscope.session.Tier;

/**
 * What there is to say of one group of sessions.
 *
 * @param id what it is known by when there are more sessions: see {@link SessionGroups#id}
 * @param sessions how many they are
 * @param flagged how many of them are flagged
 * @param tier the surest of the flagged ones, or of all where none is flagged
 * @param score the highest
 * @param bytes in both directions, of those that were counted; -1 where none was
 * @param first when the first of them began, in nanoseconds since 1970
 * @param last when the last was seen, in nanoseconds since 1970
 */
public record Group(
        GroupBy by, long id, int sessions, int flagged, Tier tier, int score, long bytes, long first, long last) {}
