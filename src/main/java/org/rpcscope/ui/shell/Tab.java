package org.rpcscope.ui.shell;

/** The views that share the centre of the window, in the order of their tabs. */
enum Tab {
    SESSIONS,
    HOSTS,
    GRAPH,
    MAP
}
