package org.rpcscope.detect;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.SpecialBlock;
import org.rpcscope.net.SpecialRegistry;

/** The blocks of a special purpose in which hosts of one's own may be: not groups, not the host itself, not one link. */
final class SpecialUse {

    private static final List<SpecialBlock> BLOCKS = SpecialRegistry.bundled().blocks();
    private static final Set<String> NO_HOSTS = Set.of(
            "0.0.0.0/8",
            "0.0.0.0/32",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "224.0.0.0/4",
            "255.255.255.255/32",
            "::/128",
            "::1/128",
            "fe80::/10",
            "ff00::/8");

    private SpecialUse() {}

    /** The block that makes an address special, or null where no host can be in it. */
    static @Nullable Cidr block(Networks networks, IpAddress address) {
        String network = networks.reason(address).network();
        if (network == null || NO_HOSTS.contains(network)) {
            return null;
        }
        return Cidr.parse(network) instanceof Cidr.Valid(Cidr cidr) && cidr.contains(address) ? cidr : null;
    }

    /** What a block is for, in the registry's words. */
    static String name(Cidr network) {
        return BLOCKS.stream()
                .filter(block -> block.block().equals(network))
                .map(block -> block.name() + " (" + block.reference() + ")")
                .findFirst()
                .orElse("of a special purpose");
    }
}
