/**
 * The fix as text: what a firewall has to be told so that RPC does not leave, for several kinds of firewall.
 *
 * <p>It may use the layers below {@code export}. Every address in a text is written from its value and no text of a file or
 * of the analyst's gets into it, so that nothing hostile can.
 *
 * <p>It applies nothing: the analyst reads and copies.
 */
@NullMarked
package org.rpcscope.export.firewall;

import org.jspecify.annotations.NullMarked;
