package org.rpcscope.app;

import java.util.List;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.cli.CommandLine;
import org.rpcscope.dcerpc.DcerpcProbe;
import org.rpcscope.input.Formats;
import org.rpcscope.session.ObservationTable;

/**
 * Where the program starts. It is no {@code javafx.application.Application}, so that {@code scan} runs on a machine
 * and a class path without JavaFX.
 */
public final class Main {
    private Main() {}

    /**
     * Starts the command line or the window.
     *
     * @param args the words of the command line, as {@code rpcscope --help} describes them
     */
    public static void main(String[] args) {
        CommandLine.Parts parts = new CommandLine.Parts(formats(), version(), System.in, System.out, System.err);
        System.exit(CommandLine.run(parts, args));
    }

    /** Every format that inputs may have. */
    static Formats<ObservationTable> formats() {
        DcerpcProbe probe = new DcerpcProbe();
        return new Formats<>(List.of(CaptureFormat.pcap(probe), CaptureFormat.pcapng(probe)));
    }

    private static List<String> version() {
        BuildInfo build = BuildInfo.load();
        return List.of("rpcscope " + build.version() + " (" + build.commit() + ")");
    }
}
