package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CacheKey;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.FilePicker;

/**
 * What surrounds the window on this machine.
 *
 * @param version of the program, for reports
 * @param settings the file of the settings; it need not exist
 * @param ownCase the file of the case that is open until another is; it need not exist
 * @param samples files that come with the program to try it on; none where they are not installed
 * @param picker asks for files; null for the dialogs of the desktop
 * @param clip the clipboard
 */
public record Desk(
        String version,
        Path settings,
        Path ownCase,
        List<Path> samples,
        @Nullable FilePicker picker,
        Clip clip) {

    /** Where the secret is that tables are sealed with which are kept beside cases. */
    CacheKey cacheKey() {
        return new CacheKey(ownCase.resolveSibling("cache.key"));
    }
}
