/**
 * What every view of the window shares: the bridge to the JavaFX thread, the theme, actions, texts, and the way numbers
 * and times are written.
 *
 * <p>It may use JavaFX, {@code job}, and the stages of {@code rpc}. {@code Platform.runLater} is called here and nowhere else.
 *
 * <p>It knows no feature and no session.
 */
@NullMarked
package org.rpcscope.ui.fx;

import org.jspecify.annotations.NullMarked;
