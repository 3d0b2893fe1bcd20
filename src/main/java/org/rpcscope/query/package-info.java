/**
 * What rules and filters are compiled to: field names with their aliases, predicates over distinct values, and
 * bitmaps.
 *
 * <p>It may use {@code net}, {@code job} and {@code input}.
 *
 * <p>It is neither a rule language (that is {@code sigma}) nor a store of values (that is {@code session}).
 */
@NullMarked
package org.rpcscope.query;

import org.jspecify.annotations.NullMarked;
