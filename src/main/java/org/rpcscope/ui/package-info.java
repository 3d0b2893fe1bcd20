/**
 * The window. One package a feature, each with a view (builds nodes), a model (observable state) and a controller
 * (starts jobs).
 *
 * <p>It may use every layer below but not the readers: {@code capture}, {@code dcerpc} and {@code logs} are joined to
 * it in {@code app}.
 *
 * <p>It holds no analysis: what the window shows, {@code scan} can print.
 */
@NullMarked
package org.rpcscope.ui;

import org.jspecify.annotations.NullMarked;
