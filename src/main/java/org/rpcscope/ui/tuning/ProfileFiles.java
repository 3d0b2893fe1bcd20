package org.rpcscope.ui.tuning;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;

/** Profiles on disk. Each method blocks: for jobs. */
final class ProfileFiles {

    private ProfileFiles() {}

    /** Reads a profile; what is wrong with the file or its content becomes reasons. */
    static ProfileFile.Read read(Path file) {
        try {
            if (Files.size(file) > ProfileFile.LONGEST) {
                return new ProfileFile.Faulty(List.of("the file is longer than any profile"));
            }
            return ProfileFile.read(Files.readString(file));
        } catch (IOException e) {
            return new ProfileFile.Faulty(List.of("the file cannot be read: " + e));
        }
    }

    /** Writes beside the file and moves over it, so that no half of a profile is ever there. */
    static void write(Path file, Profile profile) throws IOException {
        Path whole = file.toAbsolutePath();
        Path beside = whole.resolveSibling(whole.getFileName() + ".tmp");
        Files.writeString(beside, ProfileFile.write(profile));
        try {
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
