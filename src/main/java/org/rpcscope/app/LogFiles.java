package org.rpcscope.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The program's own logs: five files of at most 5 MB, in turn. */
final class LogFiles {

    private static final int BYTES = 5 << 20;
    private static final int FILES = 5;

    /** It writes the bytes of packets that it cannot read into the log. Held here, since the platform forgets loggers. */
    private static final Logger DISSECTOR = Logger.getLogger("org.pcap4j");

    private LogFiles() {}

    /** Sends the logs of the window to files from now on, instead of to the terminal that started it. */
    static void in(Path folder) {
        DISSECTOR.setLevel(Level.OFF);
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(folder);
            Handler file = new FileHandler(folder.resolve("rpcscope-%g.log").toString(), BYTES, FILES, true);
            file.setFormatter(new SimpleFormatter());
            for (Handler terminal : root.getHandlers()) {
                root.removeHandler(terminal);
            }
            root.addHandler(file);
        } catch (IOException e) {
            root.log(Level.WARNING, "no log files: " + folder + " cannot be written", e);
        }
    }
}
