package org.rpcscope.ui.sessions;

/**
 * How one column of the table was left, for the settings.
 *
 * @param id the column's name
 * @param width in pixels
 */
public record ColumnState(String id, double width, boolean visible) {}
