package org.rpcscope.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.NoToolkitException;

/** Whether this machine can show a window, and what it lacks. */
final class Display {

    private Display() {}

    /** What is missing, as a phrase, or null where a window can be tried. Asked before JavaFX is loaded at all. */
    static @Nullable String missing() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = System.getProperty("glass.platform") != null;
        return linux && !headless && unset("DISPLAY") && unset("WAYLAND_DISPLAY")
                ? "there is no display (DISPLAY is not set)"
                : null;
    }

    /** What is missing where JavaFX could not start, as a phrase. */
    static String missing(NoToolkitException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return message.contains("GTK")
                ? "the window needs GTK 3, and libgtk-3.so.0 is missing (Debian, Ubuntu: the package libgtk-3-0)"
                : "the window cannot be shown (" + message + ")";
    }

    private static boolean unset(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty();
    }
}
