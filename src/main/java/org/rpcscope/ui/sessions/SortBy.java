package org.rpcscope.ui.sessions;

/** One level of the order that the analyst chose by clicking on headers. */
public record SortBy(SessionColumn column, boolean descending) {}
