package org.rpcscope.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.cli.CommandLine;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.logs.SuricataEve;
import org.rpcscope.logs.TableFormat;
import org.rpcscope.logs.ZeekConn;
import org.rpcscope.logs.ZeekLog;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.logs.windows.EvtxFormat;
import org.rpcscope.logs.windows.WindowsJson;
import org.rpcscope.logs.windows.WindowsXml;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.net.SpecialRegistry;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.ui.fx.NoToolkitException;

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
    public static void main(String[] args) throws InterruptedException {
        System.exit(isCommand(args) ? command(args) : window(args));
    }

    /** The same words as in the launcher, which leaves JavaFX out for them. */
    private static boolean isCommand(String[] args) {
        return args.length > 0 && (args[0].equals("scan") || args[0].equals("rules") || args[0].startsWith("-"));
    }

    private static int command(String... args) {
        SavedMappings mappings = new SavedMappings();
        CommandLine.Parts parts =
                new CommandLine.Parts(formats(mappings), mappings, Main::version, System.in, System.out, System.err);
        return CommandLine.run(parts, args);
    }

    private static int window(String[] args) throws InterruptedException {
        List<Path> samples = Samples.bundled();
        String missing = Display.missing();
        if (missing == null) {
            try {
                SavedMappings mappings =
                        SavedMappings.load(Folders.ofThisMachine().config().resolve("mappings.json"));
                Window.show(formats(mappings), mappings, Samples.expand(List.of(args), formats()), samples);
                return 0;
            } catch (NoToolkitException refusal) {
                missing = Display.missing(refusal);
            }
        }
        System.err.println("rpcscope: " + missing + ": this is the table that the window would show");
        List<String> words = new ArrayList<>(List.of("scan", "--format", "table", "--quiet"));
        words.addAll(
                args.length > 0
                        ? List.of(args)
                        : samples.stream().map(Path::toString).toList());
        if (words.size() > 4) {
            command(words.toArray(String[]::new));
        }
        return 0;
    }

    /** Every format that inputs may have. */
    public static Formats<ObservationTable> formats() {
        return formats(new SavedMappings());
    }

    /** @param mappings by which tables that no other format knows are read */
    static Formats<ObservationTable> formats(SavedMappings mappings) {
        DcerpcInspection inspection = new DcerpcInspection();
        List<InputFormat<ObservationTable>> all = new ArrayList<>(List.of(
                CaptureFormat.pcap(inspection),
                CaptureFormat.pcapng(inspection),
                new ZeekConn(System::nanoTime),
                new ZeekLog(System::nanoTime),
                new EvtxFormat(System::nanoTime),
                new WindowsXml(System::nanoTime),
                new WindowsJson(System::nanoTime),
                new SuricataEve(System::nanoTime),
                TableFormat.ecs(System::nanoTime)));
        all.addAll(FirewallFormats.all(System::nanoTime));
        all.addAll(FlowFormats.all(System::nanoTime));
        all.add(TableFormat.any(System::nanoTime, mappings));
        return new Formats<>(all);
    }

    private static List<String> version() {
        BuildInfo build = BuildInfo.load();
        return List.of(
                "rpcscope " + build.version() + " (" + build.commit() + ")",
                "IANA special-purpose address registries of " + SpecialRegistry.date());
    }
}
