package org.rpcscope.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.input.Formats;
import org.rpcscope.session.ObservationTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands that need no window: {@code cli.md} is their contract. */
@Command(
        name = "rpcscope",
        description = "Finds RPC that leaves the network, in captures and logs.",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "rpcscope [FILE...]                      opens the window",
            "       rpcscope scan [OPTION...] INPUT...       analyses without a window",
            "       rpcscope --version"
        },
        mixinStandardHelpOptions = true)
public final class CommandLine implements Runnable {

    /** Done, nothing flagged. */
    static final int NOTHING = 0;
    /** Done, something flagged. */
    static final int FLAGGED = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** A named input could not be read, or any problem under {@code --strict}. */
    static final int UNREADABLE = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandSpec spec;

    private CommandLine() {}

    /**
     * What the commands work with.
     *
     * @param formats the formats that inputs may have
     * @param version the lines that {@code --version} prints
     */
    public record Parts(
            Formats<ObservationTable> formats,
            List<String> version,
            InputStream in,
            PrintStream out,
            PrintStream err) {}

    /**
     * Runs a command line to its end.
     *
     * @return the exit code
     */
    public static int run(Parts parts, String... arguments) {
        picocli.CommandLine commands = new picocli.CommandLine(new CommandLine());
        commands.addSubcommand("scan", new ScanCommand(parts));
        commands.getCommandSpec().version(parts.version().toArray(String[]::new));
        commands.setOut(new PrintWriter(parts.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(parts.err(), true, StandardCharsets.UTF_8));
        commands.setExpandAtFiles(false); // a file name may begin with @
        return commands.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
