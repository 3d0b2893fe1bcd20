package org.rpcscope.session;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.rpcscope.job.Workers;

/**
 * Says by a secret of the user whether the blocks of a file are those that this user's program wrote, in their order and
 * for the same source: HMAC-SHA256 (RFC 2104) over the SHA-256 of each part of a block, cut to 16 bytes. The parts are
 * hashed side by side, since nobody waits longer for a case to open for that. One thread and its workers; once for each
 * file that is written or read.
 */
public final class Seal {

    /** How many bytes of the secret there are. */
    public static final int SECRET = 32;

    /** How many bytes a seal has. */
    public static final int LENGTH = 16;

    private static final String ALGORITHM = "HmacSHA256";

    /** So many bytes are hashed as one part. */
    private static final int PART = 1 << 18;

    private final Mac mac;
    private final Workers workers;
    private int number;

    /**
     * The seal of one file.
     *
     * @param workers hash
     * @param subject what the file is about: what was sealed for another subject is not believed
     */
    public Seal(Workers workers, byte[] secret, byte[] subject) {
        this.workers = workers;
        mac = mac(mac(secret).doFinal(subject));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has it, and takes any key", e);
        }
    }

    /** The seal of the next block, of some bytes and some more, from position to limit. */
    public byte[] next(ByteBuffer head, ByteBuffer content) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, number++));
        mac.update(head);
        for (byte[] digest : digests(content)) {
            mac.update(digest);
        }
        return Arrays.copyOf(mac.doFinal(), LENGTH);
    }

    private byte[][] digests(ByteBuffer content) {
        int length = content.remaining();
        byte[][] digests = new byte[(length + PART - 1) / PART][];
        workers.forEach(digests.length, i -> {
            int from = i * PART;
            digests[i] = digest(content.slice(content.position() + from, Math.min(PART, length - from)));
        });
        return digests;
    }

    private static byte[] digest(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    /** Whether two seals are the same, in a time that does not tell where they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
