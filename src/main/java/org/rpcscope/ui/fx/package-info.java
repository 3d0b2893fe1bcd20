/**
 * The bridge to the JavaFX thread: what carries results there, and small things that every view shares.
 *
 * <p>It may use JavaFX and {@code job}. {@code Platform.runLater} is called here and nowhere else.
 *
 * <p>It knows no feature and no session.
 */
@NullMarked
package org.rpcscope.ui.fx;

import org.jspecify.annotations.NullMarked;
