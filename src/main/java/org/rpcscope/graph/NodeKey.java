package org.rpcscope.graph;

import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Zone;

/** What a node stands for. The same thing has the same key from one graph to the next, so that it stays where it was. */
public sealed interface NodeKey {

    /** One host. */
    record Host(IpAddress address) implements NodeKey {
        @Override
        public String label() {
            return address.toString();
        }
    }

    /**
     * The hosts of a network that are on one side of the boundary.
     *
     * @param zone of all its hosts: a network that the boundary cuts is two nodes
     */
    record Network(Cidr cidr, Zone zone) implements NodeKey {
        @Override
        public String label() {
            return cidr.toString();
        }
    }

    /** The hosts on one side of the boundary that behave alike. */
    record Role(Zone zone, Part part) implements NodeKey {
        @Override
        public String label() {
            return zone.label() + " " + part.label();
        }
    }

    /** How a host behaves in the sessions that are shown. */
    enum Part {
        /** It only opens sessions. */
        CLIENTS("clients"),
        /** Sessions are only opened to it. */
        SERVERS("servers"),
        /** Both. */
        BOTH("clients and servers");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The text beside the node. */
    String label();
}
