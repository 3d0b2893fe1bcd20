package org.rpcscope.export.firewall;

import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Range;

/** Where connections must not go. */
public sealed interface Reach {

    /** One server. */
    record Host(IpAddress address) implements Reach {}

    /**
     * Everything on the Internet.
     *
     * @param not what is not the Internet: internal or special, in order
     */
    record Internet(List<Range> not) implements Reach {

        public Internet {
            not = List.copyOf(not);
        }
    }
}
