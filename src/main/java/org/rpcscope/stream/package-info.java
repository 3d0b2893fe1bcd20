/**
 * Where a reader of captures hands over the bytes of a stream: the inspector (bytes, gap, end) and the probe that says
 * whether a stream is worth inspecting.
 *
 * <p>It may use {@code net}, {@code job} and {@code input}.
 *
 * <p>It holds no protocol: {@code capture} calls it, {@code dcerpc} implements it, {@code app} joins the two.
 */
@NullMarked
package org.rpcscope.stream;

import org.jspecify.annotations.NullMarked;
