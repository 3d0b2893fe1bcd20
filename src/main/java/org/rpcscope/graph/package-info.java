/**
 * The graph of hosts: which of them speak with which, gathered into as many nodes as a person can read, laid out, found
 * under the pointer, and painted into pixels.
 *
 * <p>It may use everything below it. It is pure: no toolkit, no thread of its own. The layouts are functions from a graph
 * and the places it had to the places it gets, so that a small change moves little.
 *
 * <p>It decides nothing about sessions: which of them it shows is the table's choice.
 */
@NullMarked
package org.rpcscope.graph;

import org.jspecify.annotations.NullMarked;
