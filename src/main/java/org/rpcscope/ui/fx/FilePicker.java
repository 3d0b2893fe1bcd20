package org.rpcscope.ui.fx;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for files. An interface because a headless toolkit has no file dialogs. All methods block until the answer; JavaFX
 * thread only.
 */
public interface FilePicker {

    /**
     * Asks for files to open.
     *
     * @param folder where to start, or null for the system's choice
     * @return the files chosen; none where the analyst changed their mind
     */
    List<Path> open(String title, @Nullable Path folder);

    /**
     * Asks for a place to save to.
     *
     * @param name the suggested name
     * @return null where the analyst changed their mind
     */
    @Nullable
    Path save(String title, @Nullable Path folder, String name);

    /** Asks for a folder; null where the analyst changed their mind. */
    @Nullable
    Path folder(String title, @Nullable Path folder);
}
