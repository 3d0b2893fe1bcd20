package org.rpcscope.net;

/**
 * A line of IANA's special-purpose address registries (RFC 6890), or a multicast block.
 *
 * @param block the addresses
 * @param name what they are for, in the registry's words, shortened
 * @param reference the RFC that reserves them
 * @param globallyReachable whether IANA says that packets to them may cross the Internet; false where the registry
 *     leaves it blank or says N/A
 */
public record SpecialBlock(Cidr block, String name, String reference, boolean globallyReachable) {}
