/**
 * What was observed, as columns: observations, the sessions that group them, tier and outcome, the rows shown of them,
 * and log events that are no sessions.
 *
 * <p>It may use the layers below: {@code net}, {@code job}, {@code input}, {@code query}, {@code rpc}, {@code stream}.
 *
 * <h2>Events</h2>
 *
 * A record that is no session is a {@link org.rpcscope.session.LogEvent}. Its reader adds it to
 * {@link org.rpcscope.session.ObservationTable#events}: one thread by {@link org.rpcscope.session.EventTable#add}, several
 * by a {@link org.rpcscope.session.EventBatch} each. At that moment, and never again, the fields are shown to the rules by
 * an {@link org.rpcscope.session.EventJudge}; what stays is 44 bytes an event: time, host, addresses, user, kind, subject,
 * the rules that matched, and the origin. A log of a hundred million events is thus some gigabytes of file and a few of
 * memory, and whoever wants the fields of one event, or the record as it was written, reads the file again from its start
 * to the origin. Where a rule was changed, the whole input is read again and asked anew; the events are the same.
 *
 * <p>It reads no file and judges nothing: readers write into it, {@code detect} draws conclusions from it.
 */
@NullMarked
package org.rpcscope.session;

import org.jspecify.annotations.NullMarked;
