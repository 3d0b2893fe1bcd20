/**
 * Lists of networks as text: pasted by hand, or kept by other programs.
 *
 * <p>It may use {@code tuning} and the layers below.
 *
 * <p>It is pure and never throws for what a text is: what cannot be used is named with its line and the reason. It decides
 * nothing; what was read is shown before it is taken.
 */
@NullMarked
package org.rpcscope.tuning.lists;

import org.jspecify.annotations.NullMarked;
