package org.rpcscope.ui.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The settings on disk, as JSON. Methods block; any thread, one at a time. */
final class SettingsFile {

    /** A file of settings is small; what is longer is something else. */
    private static final long LONGEST = 1 << 20;

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * What was read.
     *
     * @param readable false where there is a file that is no settings of this version: then these are the defaults
     */
    record Loaded(Settings settings, boolean readable) {}

    /** Reads the settings; without a file they are the defaults. Never throws for what the file is. */
    Loaded read() {
        if (!Files.exists(file)) {
            return new Loaded(Settings.defaults(), true);
        }
        try {
            if (Files.size(file) <= LONGEST) {
                Settings read = MAPPER.readValue(Files.readString(file), Settings.class);
                if (read != null && read.version() == Settings.VERSION) {
                    return new Loaded(read, true);
                }
            }
        } catch (IOException e) { // of the disk, or of what is written there: the same to the analyst
            return new Loaded(Settings.defaults(), false);
        }
        return new Loaded(Settings.defaults(), false);
    }

    /** Writes beside the file and moves over it, so that a crash leaves the old settings. */
    void write(Settings settings) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path beside = whole.resolveSibling(whole.getFileName() + ".tmp");
        Files.writeString(beside, MAPPER.writeValueAsString(settings));
        try {
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
