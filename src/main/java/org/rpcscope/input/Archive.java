package org.rpcscope.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The members of a zip or tar archive, one behind the other, as they stand in it: nothing is unpacked to a disk, and a
 * member's name leads nowhere but into the archive. One thread.
 */
public interface Archive extends Closeable {

    /** How many members are looked at: an archive of more was made to keep somebody busy. */
    int MOST_MEMBERS = 100_000;

    /** {@code zip} or {@code tar}. */
    String format();

    /**
     * The next member; what was not read of the one before is passed over. Null at the end.
     *
     * @throws IOException where the archive is damaged, cut off, or unpacks to far more than it is; the message is fit for
     *     a {@link Problem}
     */
    @Nullable
    Member next() throws IOException;

    /**
     * One file of an archive.
     *
     * @param source its bytes, unpacked, under the name {@code archive/member}; to be read before the next member
     * @param refusal why its bytes cannot be read, such as that they are encrypted; null where they can
     */
    record Member(ByteSource source, @Nullable String refusal) {}

    /** Whether an input that begins so is an archive. */
    static boolean begins(InputFormat.Head head) {
        return ZipArchive.begins(head.bytes()) || TarArchive.begins(head.bytes());
    }

    /**
     * The archive that an input is, or null where it is none.
     *
     * @param source stays with the caller, who closes it after the archive
     * @param head its first bytes
     */
    static @Nullable Archive of(ByteSource source, InputFormat.Head head) {
        Allowance allowance =
                source instanceof MemberSource member ? member.allowance() : new Allowance(source::consumed);
        if (ZipArchive.begins(head.bytes())) {
            return new ZipArchive(source, allowance);
        }
        return TarArchive.begins(head.bytes()) ? new TarArchive(source, allowance) : null;
    }
}
