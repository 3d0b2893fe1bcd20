package org.rpcscope.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a member of an archive by the name that it was shown with, to read it again. */
final class MemberSearch {

    private MemberSearch() {}

    /** The member that a path leads to through an archive; null where no file stands on its way. */
    static @Nullable ByteSource find(Path path) throws IOException {
        Path file = path.getParent();
        while (file != null && !Files.exists(file)) {
            file = file.getParent();
        }
        if (file == null || !Files.isRegularFile(file)) {
            return null;
        }
        String wanted =
                file + path.toString().substring(file.toString().length()).replace('\\', '/');
        List<Closeable> opened = new ArrayList<>();
        try {
            ByteSource source = Sources.open(file);
            opened.addFirst(source);
            while (true) {
                Archive archive = Archive.of(source, Sources.head(source));
                ByteSource member = archive == null ? null : next(archive, wanted);
                if (archive == null || member == null) {
                    throw new IOException(archive == null ? "no such file" : "the archive has no such member");
                }
                opened.addFirst(archive);
                if (member.name().equals(wanted)) {
                    return new OwnedSource(member, List.copyOf(opened));
                }
                source = member;
            }
        } catch (IOException | RuntimeException e) {
            for (Closeable each : opened) {
                each.close();
            }
            throw e;
        }
    }

    /** The member of the name, or an archive that it may stand in; null where there is neither. */
    private static @Nullable ByteSource next(Archive archive, String wanted) throws IOException {
        for (Archive.Member member = archive.next(); member != null; member = archive.next()) {
            String name = member.source().name();
            boolean it = name.equals(wanted);
            if (it && member.refusal() != null) {
                throw new IOException(member.refusal());
            }
            if (it || wanted.startsWith(name + "/")) {
                return member.source();
            }
        }
        return null;
    }
}
