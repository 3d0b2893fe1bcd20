package org.rpcscope.net;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Community ID version 1 (corelight/community-id-spec): a hash of the five-tuple that is the same in both directions
 * and in every tool, so that records of one connection are found across Zeek, Suricata and the rest.
 *
 * <p>For protocols with ports (TCP, UDP, SCTP). ICMP needs a mapping of type and code that is not done here.
 */
public final class CommunityId {

    /** Never fed, only copied: to look for it among the providers takes longer than to hash a tuple. */
    private static final MessageDigest SHA_1 = sha1();

    private CommunityId() {}

    /**
     * The identifier with seed 0, the default of all tools.
     *
     * @param protocol the IP protocol number: 6 for TCP, 17 for UDP
     */
    public static String v1(IpAddress a, int aPort, IpAddress b, int bPort, int protocol) {
        return v1(0, a, aPort, b, bPort, protocol);
    }

    static String v1(int seed, IpAddress a, int aPort, IpAddress b, int bPort, int protocol) {
        int order = a.compareTo(b);
        boolean inOrder = order < 0 || (order == 0 && aPort <= bPort);
        byte[] first = (inOrder ? a : b).bytes();
        byte[] second = (inOrder ? b : a).bytes();
        ByteBuffer tuple = ByteBuffer.allocate(8 + first.length + second.length)
                .putShort((short) seed)
                .put(first)
                .put(second)
                .put((byte) protocol)
                .put((byte) 0)
                .putShort((short) (inOrder ? aPort : bPort))
                .putShort((short) (inOrder ? bPort : aPort));
        return "1:" + Base64.getEncoder().encodeToString(copy().digest(tuple.array()));
    }

    private static MessageDigest copy() {
        try {
            return (MessageDigest) SHA_1.clone();
        } catch (CloneNotSupportedException _) { // of a provider that somebody has put before Java's own
            return sha1();
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
