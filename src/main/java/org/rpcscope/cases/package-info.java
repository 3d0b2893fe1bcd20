/**
 * The open case: which inputs it has, how far each is read, and what became of it.
 *
 * <p>It may use everything below it: it starts the readers as jobs, and hands the tables they fill to whoever shows them.
 *
 * <p>It is not a window: the window polls it. It knows formats only by what it is given; no reader is built here.
 */
@NullMarked
package org.rpcscope.cases;

import org.jspecify.annotations.NullMarked;
