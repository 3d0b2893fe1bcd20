package org.rpcscope.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether this machine can show a window. Asked before JavaFX is, whose own answer is a stack trace. */
final class Display {

    private static final String GTK = "libgtk-3.so.0";

    private Display() {}

    /** What is missing, as a phrase, or null where a window can be shown. */
    static @Nullable String missing() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        if (!linux || System.getProperty("glass.platform") != null) {
            return null;
        }
        if (unset("DISPLAY") && unset("WAYLAND_DISPLAY")) {
            return "there is no display (DISPLAY is not set)";
        }
        try {
            SymbolLookup.libraryLookup(GTK, Arena.global());
            return null;
        } catch (IllegalArgumentException e) {
            return "the window needs GTK 3, and " + GTK + " is missing (Debian, Ubuntu: the package libgtk-3-0)";
        }
    }

    private static boolean unset(String variable) {
        String value = System.getenv(variable);
        return value == null || value.isEmpty();
    }
}
