package org.rpcscope.ui.shell;

import org.rpcscope.filter.Field;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.hosts.HostsView;

/** What the view of the hosts asks of the table of sessions. JavaFX thread only. */
record HostWishes(Features.Table table, Switches switches) implements HostsView.Wishes {

    @Override
    public void choose(IpAddress host) {
        table.model().filter().replace(Field.ADDRESS, host.toString());
    }

    @Override
    public void open(int session) {
        table.controller().choose(session);
        switches.tab().set(Tab.SESSIONS);
    }

    @Override
    public void sessions() {
        switches.tab().set(Tab.SESSIONS);
    }
}
