/**
 * The dialogue that asks for the files of a case which are not where they were.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them. It opens no input: it says where each is now.
 */
@NullMarked
package org.rpcscope.ui.moved;

import org.jspecify.annotations.NullMarked;
