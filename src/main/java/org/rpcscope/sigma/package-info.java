/**
 * Sigma rules (specification 2.1.0): YAML to a syntax tree, the modifiers, the evaluation over columns and over single
 * events, correlations and filters.
 *
 * <p>It may use the layers below, {@code query} and {@code session} above all.
 *
 * <p>It does not know which rules are switched on, nor who is excepted (that is {@code tuning}). A document that it cannot
 * carry out exactly is rejected with every fault, never made broader.
 *
 * <h2>The way of a rule</h2>
 *
 * {@link org.rpcscope.sigma.RuleReader} reads files, {@link org.rpcscope.sigma.RuleBook} puts together what their documents
 * say of each other. A rule is an {@link org.rpcscope.sigma.Expression}; {@link org.rpcscope.sigma.ColumnEvaluator} asks
 * it of the rows of a table, {@link org.rpcscope.sigma.EventEvaluator} of one event,
 * {@link org.rpcscope.sigma.EventMatcher} asks thousands by way of a {@link org.rpcscope.sigma.RuleIndex}, and
 * {@link org.rpcscope.sigma.Explainer} says why. All give the same answer. {@link org.rpcscope.sigma.Correlator} puts
 * matches together.
 *
 * <h2>Where engines disagree</h2>
 *
 * What the specification leaves open, or what engines do differently, and what is done here:
 *
 * <ul>
 *   <li><b>Absent and null.</b> An absent field is null. A field that is null exists all the same. An empty text is
 *       neither null nor absent. {@code neq} holds of an absent field, since it is the complement, and with a list it
 *       means none of them.
 *   <li><b>Numbers.</b> {@code F: 42} matches 42, 42.0 and the text "42"; {@code lt} to {@code gte} want a number in
 *       the rule, without quotes.
 *   <li><b>Keywords</b> are parts of any value, at any depth, a whole number too; names of fields are no values. On
 *       sessions the values are those of the columns, without the zones.
 *   <li><b>Lists in an event.</b> Any element may match, and with {@code all} each value may be matched by another one.
 *   <li><b>Case</b> is folded by Unicode's simple folding of code points, in {@code fieldref} and {@code base64} too;
 *       {@code cased} compares as written. Groups of correlations are told apart by case.
 *   <li><b>Conditions.</b> Words are taken whole, so a search may be called "note". {@code any of} is {@code 1 of};
 *       "2 of" is rejected. A pattern that no search has makes {@code all of} true and {@code 1 of} false, with a
 *       warning. Names with an underscore in front are meant by patterns that have one. Of several conditions one has
 *       to hold. Aggregation behind a bar is rejected.
 *   <li><b>Values.</b> An empty list is null; null within a list is rejected; a search may mix keywords and maps.
 *   <li><b>Regular expressions</b> find a part of the value, a dot is no line end unless {@code s} is given, and RE2
 *       runs them in linear time: look-around and references back are rejected, as is what would grow too large.
 *       {@code re} with {@code contains}, {@code startswith} or {@code endswith} is taken, with a warning.
 *   <li><b>{@code base64}</b> keeps its padding. {@code base64offset} leaves out the characters that depend on what is
 *       around, by the length in bytes, and finds whole values only unless {@code contains} is given. Both of them
 *       together are rejected.
 *   <li><b>{@code utf16}</b> starts with the bytes FF FE. {@code wide} and {@code utf16le} are the same. Without Base64
 *       behind them the bytes are looked for as characters, which ASCII texts alone have.
 *   <li><b>{@code windash}</b> changes a hyphen or slash that no word is before and a word is behind, each for itself,
 *       into any of five dashes.
 *   <li><b>{@code cidr}</b> rejects bits beyond the prefix. An IPv4 address that is written as IPv6 lies in no IPv4
 *       network.
 *   <li><b>{@code expand}</b> takes values from the configuration, never from the event; without it percent signs are
 *       literal; what has no value is rejected.
 *   <li><b>{@code fieldref}</b> compares texts, and numbers by their value; absent fields are equal to nothing.
 *   <li><b>Parts of times</b> are read from ISO 8601 and from seconds or milliseconds since 1970, in UTC; weeks are
 *       those of ISO 8601.
 *   <li><b>Filters</b> are one more condition, as written: what takes matches away says {@code not}, and a filter
 *       without one is warned about. {@code rules: any} and an empty list mean every rule that the log source covers.
 *       A key of our own, {@code expires}, is the last day on which a filter is meant to apply; who applies filters asks it.
 *   <li><b>Log sources.</b> Rule and event are parted only where both state something different. The category of a Windows
 *       record follows from its event id ({@link org.rpcscope.sigma.WindowsCategories}).
 *   <li><b>Correlations.</b> Windows slide, both ends included; equal times may follow each other in any order. gt, gte
 *       and eq are asked at every event, lt, lte, neq and "not" when the window closes, which the end of the input does
 *       for all. Several bounds are a range. Without {@code group-by} all is one group; an event without a field of
 *       the group is left out and counted. Percentiles interpolate; the key {@code percentile} is taken, 50 if it is
 *       not there; {@code value_median} is taken. Rules are named by id or name, not by title; circles are rejected. A
 *       condition over names of rules has to name all of them.
 *   <li><b>Before version 2:</b> {@code action: global}, {@code repeat} and {@code reset} are carried out;
 *       {@code timeframe} in a detection means nothing, and is warned about.
 * </ul>
 */
@NullMarked
package org.rpcscope.sigma;

import org.jspecify.annotations.NullMarked;
