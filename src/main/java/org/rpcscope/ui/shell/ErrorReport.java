package org.rpcscope.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A defect as text that can be sent to strangers: what was thrown and where, without the addresses and paths of the case.
 * Pure; any thread.
 */
final class ErrorReport {

    private static final Pattern V4 = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");
    private static final Pattern V6 =
            Pattern.compile("(?<![\\w:])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?![\\w:])");
    private static final Pattern WINDOWS = Pattern.compile("(?:\\b[A-Za-z]:\\\\|\\\\\\\\)[^\\s\"'<>|]+");
    private static final Pattern UNIX = Pattern.compile("(?<![\\w/<.])~?/[^\\s\"'<>|:]+");

    private ErrorReport() {}

    /** The report of what was thrown. */
    static String of(Throwable thrown, String version) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return "RPC Scope " + version + "\n"
                + "Java " + Runtime.version() + ", JavaFX " + System.getProperty("javafx.runtime.version", "?") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "\n\n"
                + trace.toString()
                        .lines()
                        .map(line -> line.startsWith("\tat ") ? line : redacted(line))
                        .collect(Collectors.joining("\n"));
    }

    /** The text with addresses and paths taken out. */
    static String redacted(String text) {
        String noPaths =
                UNIX.matcher(WINDOWS.matcher(text).replaceAll("<path>")).replaceAll("<path>");
        return V4.matcher(V6.matcher(noPaths).replaceAll("<address>")).replaceAll("<address>");
    }
}
