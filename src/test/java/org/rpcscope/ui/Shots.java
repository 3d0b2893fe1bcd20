package org.rpcscope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.Square;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.capture.CaptureFormat;
import org.rpcscope.capture.CaptureReplay;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.CaseFile;
import org.rpcscope.cases.CaseOpening;
import org.rpcscope.cases.Change;
import org.rpcscope.cases.Entry;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.KeptSource;
import org.rpcscope.cases.KeptSources;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.logs.SuricataEve;
import org.rpcscope.logs.TableFormat;
import org.rpcscope.logs.ZeekConn;
import org.rpcscope.logs.ZeekLog;
import org.rpcscope.logs.firewall.FirewallFormats;
import org.rpcscope.logs.flow.FlowFormats;
import org.rpcscope.logs.windows.EvtxFormat;
import org.rpcscope.logs.windows.WindowsJson;
import org.rpcscope.logs.windows.WindowsXml;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.OwnInterfaces;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.shell.Desk;
import org.rpcscope.ui.shell.Engine;
import org.rpcscope.ui.shell.Workbench;

/** Draws the real window to PNG files, without a display. Arguments: the folder to write to, the folder of sample data. */
public final class Shots {

    private static final Path SHARED = Path.of("..", "shared", "data");

    private final Path out;
    private final Path samples;

    private final List<Path> chosen = new ArrayList<>();

    private final class Picker implements FilePicker {
        @Override
        public @Nullable Path folder(String title, @Nullable Path folder) {
            return out;
        }

        @Override
        public List<Path> open(String title, @Nullable Path start) {
            return List.copyOf(chosen);
        }

        @Override
        public @Nullable Path save(String title, @Nullable Path start, String name) {
            return null;
        }
    }

    private Shots(Path out, Path samples) {
        this.out = out;
        this.samples = samples;
    }

    public static void main(String[] args) {
        int status = 1;
        try {
            run(args);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        System.exit(status);
    }

    private static void run(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        Shots shots = new Shots(Path.of(args[0]), Path.of(args[1]));
        Files.createDirectories(shots.out);
        List<String> only = List.of(args).subList(2, args.length);
        for (String theme : List.of("DARK", "LIGHT", "CONTRAST")) {
            for (String what : List.of(
                    "start",
                    "sample",
                    "several",
                    "saved-filters",
                    "search",
                    "users",
                    "large-looks",
                    "small-looks",
                    "nothing-search",
                    "source-group",
                    "pair-group",
                    "activity-group",
                    "million-group",
                    "million",
                    "quiet",
                    "draft",
                    "all",
                    "help",
                    "palette",
                    "preferences",
                    "activity",
                    "columns",
                    "problems",
                    "assumed",
                    "error",
                    "notice",
                    "conversation",
                    "packets",
                    "stop",
                    "triage",
                    "related",
                    "record",
                    "hosts",
                    "sample-hosts",
                    "quiet-hosts",
                    "story-hosts",
                    "filter",
                    "fault",
                    "completion",
                    "million-completion",
                    "nothing",
                    "graph",
                    "million-graph",
                    "quiet-graph",
                    "map",
                    "million-map",
                    "near-map",
                    "host-map",
                    "million-near-map",
                    "effect",
                    "million-effect",
                    "quiet-effect",
                    "thresholds",
                    "million-thresholds",
                    "quiet-thresholds",
                    "forces",
                    "all-graph",
                    "all-shown-graph",
                    "all-forces",
                    "all-fuzz-graph",
                    "all-fuzz-forces",
                    "all-fuzz-map",
                    "all-wmi-graph",
                    "all-wmi-forces",
                    "all-corpus-graph",
                    "all-corpus-forces",
                    "office-graph",
                    "office-forces",
                    "million-forces",
                    "networks",
                    "quiet-networks",
                    "paste",
                    "rules",
                    "why",
                    "exceptions",
                    "editor-fault",
                    "editor-count",
                    "editor-exception",
                    "follow",
                    "moved")) {
                if (only.isEmpty() || only.contains(what + "-" + theme.toLowerCase()) || only.contains(what)) {
                    shots.shoot(theme, what);
                }
            }
        }
    }

    private List<Path> files(String what) throws IOException {
        Path random = out.resolve("random.txt");
        Files.writeString(random, "sessions\nbad\nrandom 1000000\n");
        Path quiet = out.resolve("quiet.txt");
        Files.writeString(quiet, "sessions\nestablished 10.0.0.1 50000 10.0.0.2 445\n");
        return switch (what) {
            case "million",
                    "all",
                    "hosts",
                    "million-completion",
                    "million-graph",
                    "million-group",
                    "million-map",
                    "million-near-map",
                    "million-effect",
                    "million-thresholds",
                    "million-forces" -> List.of(random);
            case "quiet", "quiet-hosts", "quiet-graph", "quiet-effect", "quiet-thresholds", "quiet-networks" ->
                List.of(quiet);
            case "start" -> List.of();
            case "all-fuzz-graph", "all-fuzz-forces", "all-fuzz-map" ->
                List.of(SHARED.resolve("pcap/ndpi_fuzz-2006-06-26-2594.pcap"));
            case "all-wmi-graph", "all-wmi-forces" ->
                List.of(SHARED.resolve("logs/otrf_covenant_sharpwmi_create_dcerpc_wmi_2020-08-06035621.json"));
            case "all-corpus-graph", "all-corpus-forces" -> List.of(SHARED.resolve("pcap"), SHARED.resolve("logs"));
            case "office-graph", "office-forces" -> List.of(office());
            case "follow" -> {
                List<String> lines = Files.readAllLines(samples.resolve("conn.log"));
                Path file = Files.write(out.resolve("conn.log"), lines.subList(0, 14));
                yield List.of(file, samples.resolve("firewall.csv"), samples.resolve("outbound-rpc-v6.pcapng"));
            }
            case "moved" -> List.of(moved());
            case "networks" -> List.of(worksite());
            case "related", "record", "story-hosts" -> List.of(events());
            case "columns" -> List.of(samples.resolve("firewall.csv"));
            case "assumed" -> {
                Path year = out.resolve("asa.log");
                Files.writeString(
                        year,
                        "Nov 03 09:00:10 asa01 %ASA-6-302014: Teardown TCP connection 5 for outside:45.148.10.77/135 to"
                                + " inside:10.20.4.31/50001 duration 0:00:00 bytes 1024 TCP FINs\n");
                yield List.of(year, samples.resolve("firewall.csv"));
            }
            case "problems" -> {
                Path damaged = out.resolve("export.csv");
                String table = Files.readString(samples.resolve("firewall.csv"));
                String rows =
                        table.replaceAll("(?m)^(.*;135;TCP;allow)", "$1;$1").replace("51", "fifty") + "oops\n";
                Files.writeString(damaged, table + rows.repeat(40));
                yield List.of(damaged);
            }
            default -> {
                try (Stream<Path> all = Files.list(samples)) {
                    yield all.filter(file -> file.toString().matches(".*\\.(pcap|pcapng|log|json|ndjson|csv|evtx|xml)"))
                            .sorted()
                            .toList();
                }
            }
        };
    }

    private static void savedFilters(Stage stage) throws Exception {
        Map<String, String> filters = new TreeMap<>(Map.of(
                "Spoken with the Internet", "tier:confirmed dst.zone:external",
                "Scans", "tier:attempt,blocked port:135",
                "Not the proxy", "-ip:10.20.4.31"));
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            fx(() -> {
                ((TextField) stage.getScene().lookup("#filter")).setText(filter.getValue());
                return null;
            });
            Thread.sleep(1400);
            fx(() -> {
                MenuButton menu = (MenuButton) stage.getScene().lookup("#filter-menu");
                menu.show();
                menu.hide();
                menu.getItems().getFirst().fire();
                ((TextField) stage.getScene().lookup("#filter-name")).setText(filter.getKey());
                ((Button) stage.getScene().lookup("#filter-name-keep")).fire();
                return null;
            });
        }
    }

    private static void group(Stage stage, String by) throws Exception {
        if (by.equals("million")) {
            press(stage, "#scope-all");
            Thread.sleep(3000);
        }
        fx(() -> {
            MenuButton menu = (MenuButton) stage.getScene().lookup("#grouping");
            menu.getItems().stream()
                    .filter(item -> item.getId().equals("group-by-" + (by.equals("million") ? "source" : by)))
                    .forEach(MenuItem::fire);
            return null;
        });
        Thread.sleep(by.equals("million") ? 6000 : 1500);
        fx(() -> {
            TableView<?> table = (TableView<?>) stage.getScene().lookup("#sessions");
            for (int line : by.equals("million") ? new int[] {2} : new int[] {1, 0}) {
                table.getSelectionModel().clearAndSelect(line);
                Event.fireEvent(
                        table, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.RIGHT, false, false, false, false));
            }
            return null;
        });
        Thread.sleep(500);
    }

    private static void triage(Stage stage) throws Exception {
        fx(() -> {
            ((ToggleButton) stage.getScene().lookup("#status-escalated")).fire();
            ((TableView<?>) stage.getScene().lookup("#sessions"))
                    .getColumns().stream()
                            .filter(column -> column.getId().equals("status"))
                            .forEach(column -> column.setVisible(true));
            TextField tag = (TextField) stage.getScene().lookup("#triage-tag");
            for (String word : List.of("domain controller", "case 12")) {
                tag.setText(word);
                tag.fireEvent(new ActionEvent());
            }
            ((ChoiceBox<?>) stage.getScene().lookup("#triage-verdict"))
                    .getSelectionModel()
                    .select(1);
            ((TextArea) stage.getScene().lookup("#triage-note"))
                    .setText("The owner knows nothing of it. Asked the network team to block 45.148.10.77.");
            ((Button) stage.getScene().lookup("#add-note")).fire();
            return null;
        });
        Thread.sleep(1500);
    }

    /** Hosts whose networks are not on the right list, as far as what they do tells. */
    private Path worksite() throws IOException {
        List<String> lines = new ArrayList<>(List.of("sessions"));
        for (int host = 1; host <= 6; host++) {
            for (int server = 1; server <= 8; server++) {
                lines.add("established 195.60.8." + host + " 50001 10.20.1." + server + " 445");
                lines.add("established 10.20.4." + host + " 50002 10.20.1." + server + " 135");
            }
            lines.add("attempt 10.20.4." + host + " 50003 13.107.6.152 135");
            lines.add("established 100.64.3." + host + " 50004 10.20.1.1 445");
        }
        lines.add("confirmed 10.20.4.1 50005 45.148.10.77 135");
        lines.add("confirmed 10.20.9.1 50005 45.148.10.77 135");
        lines.add("confirmed fd12:9a::1f:44 50005 2a0e:97c0::77 135");
        return Files.write(out.resolve("worksite.txt"), lines);
    }

    /** 5,000 hosts of many networks, and 20,000 sessions between them. */
    private Path office() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of("sessions"));
        for (int i = 0; i < 20_000; i++) {
            int client = i % 2_500;
            int server = random.nextInt(random.nextInt(1, 2_501));
            String inside = "10." + client / 500 + "." + client / 50 + "." + (client % 50 + 10);
            String outside =
                    40 + server / 800 + "." + server / 100 % 8 + "." + server / 10 % 10 + "." + (server % 10 + 1);
            String kind = i % 40 == 0 ? "confirmed" : i % 7 == 0 ? "established" : "attempt";
            lines.add(kind + " " + inside + " " + (1024 + i) + " " + outside + " 135");
        }
        return Files.write(out.resolve("office.txt"), lines);
    }

    /** A case whose files are elsewhere, changed, or where they were. */
    private Path moved() throws IOException {
        Path file = out.resolve("harbour-7.rpcscope");
        Files.deleteIfExists(file);
        Path changed = Files.writeString(out.resolve("conn.log"), "changed");
        Path there = Files.writeString(out.resolve("Security.evtx"), "there");
        List<KeptSource> sources = List.of(
                new KeptSource("/media/evidence/site-3/corp-07.pcapng", 2_260_000_000L, ""),
                new KeptSource("D:\\Evidence\\2026-03\\perimeter_firewall.csv", 8_000_000, ""),
                new KeptSource(changed.toString(), 500_000_000L, ""),
                new KeptSource(there.toString(), 5, ""));
        if (CaseOpening.open(file) instanceof CaseOpening.Open(CaseFile open, var _)) {
            try (open) {
                open.write(
                        new Entry("analyst", 0, "inputs read"),
                        List.of(new Change.Kept("sources", KeptSources.write(sources))));
            }
        }
        return file;
    }

    /** A session, and what else happened on its host. */
    private Path events() throws IOException {
        return Files.writeString(out.resolve("events.txt"), """
            sessions
            confirmed 10.20.4.31 49812 45.148.10.77 135
            confirmed 10.20.4.31 49813 45.148.10.77 49676
            event -3400 WS-0431.corp.example 10.20.4.31 7036 The Windows Update service entered the running state
            event -65 WS-0431.corp.example 10.20.4.31 7036 The Remote Registry service entered the running state
            event 4 WS-0431.corp.example 10.20.4.31 7045 BTOBTO: %COMSPEC% /Q /c echo cd ^> \\\\127.0.0.1\\C$\\__output 2^>^&1
            event 6 WS-0431.corp.example 10.20.4.31 7036 The BTOBTO service entered the running state
            event 95 WS-0431.corp.example 10.20.4.31 7045 Vendor agent: C:\\Program Files\\Vendor\\agent.exe
            event 2200 WS-0431 10.20.4.31 7036 The Print Spooler service entered the stopped state
            event 12 OTHER 10.20.4.99 7045 elsewhere
            """);
    }

    /** A table of interfaces that is wrong, for the notice that says so. */
    private OwnInterfaces own(String what) throws IOException {
        if (!what.equals("notice")) {
            return OwnInterfaces.NONE;
        }
        return OwnInterfaces.read(Files.writeString(out.resolve("interfaces.tsv"), "samr\nlsarpc\n"));
    }

    @SuppressWarnings("unchecked") // what a lookup finds has no type
    private void shoot(String theme, String what) throws Exception {
        Path settings = out.resolve("settings-" + theme + ".json");
        String looks = what.endsWith("looks")
                ? ",\"looks\":{\"density\":\"" + (what.startsWith("large") ? "COMFORTABLE" : "COMPACT")
                        + "\",\"fontSize\":\"" + (what.startsWith("large") ? "LARGE" : "SMALL") + "\"}"
                : "";
        Files.writeString(settings, "{\"version\":1,\"theme\":\"" + theme + "\"" + looks + "}");
        PooledRunner runner = new PooledRunner("job");
        Pools pools = new Pools();
        DcerpcInspection inspection = new DcerpcInspection();
        List<InputFormat<ObservationTable>> formats = new ArrayList<>();
        formats.add(CaptureFormat.pcap(inspection));
        formats.add(CaptureFormat.pcapng(inspection));
        formats.add(new ZeekConn(System::nanoTime));
        formats.add(new ZeekLog(System::nanoTime));
        formats.add(new EvtxFormat(System::nanoTime));
        formats.add(new WindowsXml(System::nanoTime));
        formats.add(new WindowsJson(System::nanoTime));
        formats.add(new SuricataEve(System::nanoTime));
        formats.add(TableFormat.ecs(System::nanoTime));
        SavedMappings mappings = new SavedMappings();
        formats.add(TableFormat.any(System::nanoTime, mappings));
        formats.addAll(FirewallFormats.all(System::nanoTime));
        formats.addAll(FlowFormats.all(System::nanoTime));
        formats.add(new SessionsInText());
        List<BundledRule> bundled = BundledRules.load();
        Imports imports = new Imports(runner, new Formats<>(formats), pools, 2);
        Stage stage = fx(Stage::new);
        Engine engine = new Engine(
                imports,
                pools,
                bundled,
                runner,
                new Transcripts(runner, new CaptureReplay(DcerpcInspection::new), imports::tables),
                new CaseEvents(new Formats<>(formats), imports::tables),
                mappings,
                own(what));
        Path own = out.resolve("own-" + what + "-" + theme + ".rpcscope");
        Files.deleteIfExists(own);
        Desk desk = new Desk("0.1.0", settings, own, List.of(samples), new Picker(), _ -> {});
        Workbench bench = fx(() -> new Workbench(stage, engine, desk));
        fx(() -> {
            bench.show();
            bench.open(files(what));
            return null;
        });
        String name = what + "-" + theme.toLowerCase();
        if (what.equals("moved")) {
            until(() -> present(stage, "#moved"));
            Thread.sleep(500);
        } else if (!what.equals("start")) {
            until(() -> imports.all().stream().allMatch(input -> input.state().isEnd())
                    && !imports.all().isEmpty());
            Thread.sleep(500);
            until(() -> what.startsWith("quiet") || lines(stage) > 0);
            if (what.startsWith("all")) {
                fx(() -> {
                    ((ToggleButton) stage.getScene().lookup("#scope-all")).fire();
                    return null;
                });
            }
            Thread.sleep(1500);
            fx(() -> {
                TableView<?> table = (TableView<?>) stage.getScene().lookup("#sessions");
                table.getSelectionModel().select(0);
                table.requestFocus();
                return null;
            });
        }
        if (List.of("conversation", "packets", "stop").contains(what)) {
            page(stage, what);
        }
        if (what.endsWith("effect")) {
            effect(stage, !what.startsWith("quiet"));
        }
        if (List.of("triage", "activity").contains(what)) {
            page(stage, "triage");
            triage(stage);
        }
        if (what.endsWith("thresholds")) {
            press(stage, "#tuning-thresholds");
            Thread.sleep(1000);
            for (String pane : List.of("bytes", "prevalence")) {
                fx(() -> {
                    Node node = stage.getScene().lookup("#threshold-" + pane);
                    node.requestFocus();
                    KeyCode key = pane.equals("bytes") ? KeyCode.RIGHT : KeyCode.LEFT;
                    for (int i = 0; i < 20; i++) {
                        Event.fireEvent(
                                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                    }
                    return null;
                });
            }
            Thread.sleep(1000);
        }
        if (List.of("related", "record").contains(what)) {
            page(stage, "related");
            Thread.sleep(800);
        }
        if (what.equals("record")) {
            fx(() -> {
                ListView<?> list = (ListView<?>) stage.getScene().lookup("#related");
                list.getSelectionModel().select(3);
                Event.fireEvent(
                        list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                return null;
            });
            Thread.sleep(800);
        }
        if (what.equals("users")) {
            fx(() -> {
                ((ToggleButton) stage.getScene().lookup("#scope-all")).fire();
                ((TableView<?>) stage.getScene().lookup("#sessions"))
                        .getColumns()
                        .forEach(column -> column.setVisible(List.of("time", "source", "destination", "user", "process")
                                .contains(column.getId())));
                return null;
            });
        }
        if (what.endsWith("search")) {
            group(stage, "destination");
            fx(() -> {
                Event.fireEvent(
                        stage.getScene().getRoot(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, true, true, false, false));
                ((TextField) stage.getScene().lookup("#search")).setText(what.equals("search") ? "45.148" : "nobody");
                return null;
            });
            Thread.sleep(500);
        }
        if (what.equals("saved-filters")) {
            savedFilters(stage);
        }
        if (what.endsWith("-group")) {
            group(stage, what.substring(0, what.indexOf('-')));
        }
        if (what.equals("draft")) {
            draft(stage);
        }
        if (List.of("networks", "quiet-networks", "paste").contains(what)) {
            networks(stage, what);
        }
        String filter = switch (what) {
            case "saved-filters", "filter" -> "-tier:blocked src:10.0.0.0/8";
            case "fault" -> "port:135 tier:unsure src:10.20.4.31 sorce:9";
            case "nothing" -> "ip:192.0.2.1";
            default -> "";
        };
        fx(() -> {
            ((TextField) stage.getScene().lookup("#filter")).setText(filter);
            for (String tab : List.of("hosts", "graph", "map")) {
                if (what.endsWith(tab.equals("graph") && what.endsWith("forces") ? "forces" : tab)) {
                    ((ToggleButton) stage.getScene().lookup("#tab-" + tab)).fire();
                }
            }
            return null;
        });
        if (what.equals("several")) {
            press(stage, "#tab-inspector-triage");
            fx(() -> {
                ((TableView<?>) stage.getScene().lookup("#sessions"))
                        .getSelectionModel()
                        .selectRange(1, 5);
                return null;
            });
        }
        if (what.endsWith("completion")) {
            completion(stage);
        }
        if (what.endsWith("forces")) {
            Thread.sleep(1000);
            press(stage, "#graph-forces");
            Thread.sleep(5000);
        }
        if (what.equals("all-shown-graph")) {
            Thread.sleep(2000);
            shown(stage);
        }
        if (what.endsWith("near-map") || what.equals("host-map")) {
            Thread.sleep(2000);
            closer(stage, what.equals("host-map") ? 14 : 8);
        }
        boolean other = what.endsWith("hosts") || what.endsWith("graph") || what.endsWith("map");
        Thread.sleep(other ? 3000 : 800);
        if (what.endsWith("hosts")) {
            fx(() -> {
                ((TableView<?>) stage.getScene().lookup("#hosts"))
                        .getSelectionModel()
                        .select(what.startsWith("story") ? 0 : 2);
                return null;
            });
            Thread.sleep(1500);
            if (what.startsWith("story")) {
                fx(() -> {
                    ListView<?> story = (ListView<?>) stage.getScene().lookup("#story-lines");
                    story.getSelectionModel().select(4);
                    Event.fireEvent(
                            story,
                            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                    return null;
                });
                Thread.sleep(800);
            }
        }
        fx(() -> {
            if (what.equals("preferences")) {
                Event.fireEvent(
                        stage.getScene().getRoot(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.COMMA, false, true, false, false));
            }
            if (what.equals("activity")) {
                ((MenuBar) stage.getScene().lookup(".menu-bar"))
                        .getMenus().stream()
                                .flatMap(menu -> menu.getItems().stream())
                                .filter(item -> "item-triage-activity".equals(item.getId()))
                                .forEach(MenuItem::fire);
            }
            if (what.equals("palette")) {
                Event.fireEvent(
                        stage.getScene().getRoot(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.K, false, true, false, false));
            }
            if (what.equals("help")) {
                Event.fireEvent(
                        stage.getScene(),
                        new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false));
            }
            return null;
        });
        if (what.equals("columns")) {
            badge(stage, "#columns-button");
            until(() -> present(stage, "#columns-dialog"));
            fx(() -> {
                ((ComboBox<Object>) stage.getScene().lookup("#columns-meaning-4")).setValue(Meaning.SOURCE);
                return null;
            });
            Thread.sleep(600);
        }
        if (what.equals("follow")) {
            badge(stage, ".follow-button");
            Thread.sleep(1500);
            Files.copy(samples.resolve("conn.log"), out.resolve("conn.log"), StandardCopyOption.REPLACE_EXISTING);
            until(() -> present(stage, "#banner .banner-line"));
            Thread.sleep(1000);
        }
        if (what.equals("problems")) {
            badge(stage, ".problem-badge");
            Thread.sleep(500);
            for (Window window : fx(() -> List.copyOf(Window.getWindows()))) {
                if (window instanceof PopupWindow) {
                    save(window.getScene(), name + "-popover");
                }
            }
        }
        if (what.equals("saved-filters")) {
            fx(() -> {
                ((MenuButton) stage.getScene().lookup("#filter-menu")).show();
                return null;
            });
            Thread.sleep(500);
            for (Window window : fx(() -> List.copyOf(Window.getWindows()))) {
                if (window instanceof PopupWindow) {
                    save(window.getScene(), name + "-menu");
                }
            }
            fx(() -> {
                ((MenuButton) stage.getScene().lookup("#filter-menu")).hide();
                ((MenuButton) stage.getScene().lookup("#filter-menu"))
                        .getItems()
                        .getFirst()
                        .fire();
                return null;
            });
            Thread.sleep(500);
        }
        if (what.equals("error")) {
            Platform.runLater(() -> {
                throw new IllegalStateException("no room for 10.20.4.31 in /home/analyst/case.pcap");
            });
            Thread.sleep(300);
            fx(() -> {
                ((ToggleButton) stage.getScene().lookup("#banner .toggle-button")).fire();
                return null;
            });
        }
        if (List.of("rules", "why", "exceptions").contains(what) || what.startsWith("editor")) {
            rules(stage, what, name);
        }
        Thread.sleep(600);
        if (!what.startsWith("editor")) {
            save(stage.getScene(), name);
        }
        fx(() -> {
            stage.hide();
            return null;
        });
    }

    /** A page of the inspector, with all the height there is. */
    private static void page(Stage stage, String name) throws Exception {
        fx(() -> {
            ((ToggleButton) stage.getScene().lookup("#tab-inspector-" + name)).fire();
            return null;
        });
        Thread.sleep(1500);
        if (name.equals("packets")) {
            fx(() -> {
                TreeView<?> layers = (TreeView<?>) stage.getScene().lookup("#layers");
                layers.getSelectionModel().select(1);
                return null;
            });
        }
    }

    /** What the graph shows, with a role and a network hidden. */
    private static void shown(Stage stage) throws Exception {
        press(stage, "#graph-choosing");
        Thread.sleep(500);
        for (int line : List.of(2, 9)) {
            fx(() -> {
                ListView<?> list = (ListView<?>) stage.getScene().lookup("#graph-portions");
                list.getSelectionModel().clearAndSelect(line);
                Event.fireEvent(
                        list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.SPACE, false, false, false, false));
                return null;
            });
            Thread.sleep(1000);
        }
    }

    /** The map some steps closer to a host, by the wheel. */
    private static void closer(Stage stage, int steps) throws Exception {
        Square host = Square.of(new Cidr(IpAddress.v4(10 << 24 | 20 << 16 | 4 << 8 | 31), 32));
        Viewport viewport = Viewport.ALL;
        for (int step = 0; step < steps; step++) {
            Square all = viewport.square();
            double x = (host.x() - all.x() + 0.5) / all.width();
            double y = 1 - (host.y() - all.y() + 0.5) / all.height();
            fx(() -> {
                Node canvas = stage.getScene().lookup("#map-canvas");
                double side = Math.floor(Math.min(
                        canvas.getLayoutBounds().getWidth(),
                        canvas.getLayoutBounds().getHeight()));
                Event.fireEvent(canvas, wheel(canvas.localToScene(x * side, y * side)));
                return null;
            });
            int cells = viewport.cells();
            viewport = viewport.closer((int) (x * cells), cells - 1 - (int) (y * cells), 8);
            Thread.sleep(300);
        }
    }

    private static ScrollEvent wheel(Point2D at) {
        double x = at.getX();
        double y = at.getY();
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** The effect of two edits, each a profile that is opened as the draft. */
    private void effect(Stage stage, boolean edits) throws Exception {
        Profile first = Profile.defaults().withRule(firstRule(), false);
        List<NetworkEntry> internal = new ArrayList<>(first.internal());
        internal.add(new NetworkEntry("45.0.0.0/8", true, "ours"));
        internal.set(0, new NetworkEntry("10.0.0.0/9", true, "half"));
        for (Profile profile : edits ? List.of(first, first.withInternal(internal)) : List.<Profile>of()) {
            chosen.clear();
            chosen.add(Files.writeString(out.resolve("profile.json"), ProfileFile.write(profile)));
            press(stage, "#button-tuning-open");
            Thread.sleep(1500);
        }
        press(stage, edits ? "#change-removed" : "#tuning-effect");
        Thread.sleep(1500);
    }

    /** What a destination may be, with the second of them chosen. */
    private static void completion(Stage stage) throws Exception {
        fx(() -> {
            TextField field = (TextField) stage.getScene().lookup("#filter");
            field.requestFocus();
            field.appendText("port:135 -tier:blocked dst:");
            return null;
        });
        until(() -> present(stage, "#completion"));
        fx(() -> {
            for (int i = 0; i < 2; i++) {
                Event.fireEvent(
                        stage.getScene().lookup("#filter"),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
            }
            return null;
        });
    }

    private static String firstRule() {
        return BundledRules.load().getFirst().rule().info().id();
    }

    /** Lists that nest, with faults, in all the height there is; or the sheet for pasting. */
    private void networks(Stage stage, String what) throws Exception {
        Path file = out.resolve("networks.csv");
        Files.writeString(file, """
            cidr,list,comment,owner,enabled
            10.20.0.0/16,internal,corporate,,true
            10.20.9.0/24,external,"lab, isolated",,true
            10.20.4.0/24,internal,clients,,true
            10.20.4.0/25,internal,,,true
            100.64.0.0/10,internal,carrier NAT of the branch,,true
            13.107.6.0/24,partner,office services,Microsoft,true
            45.148.10.0/24,partner,remote support,Contoso,false
            """);
        chosen.clear();
        chosen.add(file);
        press(stage, "#button-networks-read");
        Thread.sleep(600);
        if (what.equals("paste")) {
            fx(() -> {
                ((TextArea) stage.getScene().lookup("#paste-text")).setText("""
                    # networks of the branch, from the ticket
                    10[.]20[.]0[.]0/16, 172.16.0.0/12;  RFC 1918
                    192.168.1.1 - 192.168.1.40  printers
                    hxxp://198[.]51[.]100[.]7/login   # seen once
                    2001:db8::/32 | fd00::/8
                    10.1.2.3/8
                    10.0.0.999/24
                    Private networks:
                    """);
                return null;
            });
            Thread.sleep(600);
            return;
        }
        press(stage, "#paste-add");
        Thread.sleep(600);
        fx(() -> {
            TreeTableView<?> tree = (TreeTableView<?>) stage.getScene().lookup("#networks");
            tree.getSelectionModel().select(3);
            if (what.equals("networks")) {
                Node part = tree;
                while (!(part instanceof SplitPane pane) || pane.getOrientation() != Orientation.VERTICAL) {
                    part = part.getParent();
                }
                ((SplitPane) part).setDividerPosition(0, 0.5);
            }
            return null;
        });
        Thread.sleep(800);
    }

    private static void press(Stage stage, String button) throws Exception {
        fx(() -> {
            ((ButtonBase) stage.getScene().lookup(button)).fire();
            return null;
        });
    }

    /** The rules, the exceptions, why one matches, and the window in which they are written. */
    private void rules(Stage stage, String what, String name) throws Exception {
        Scene scene = stage.getScene();
        fx(() -> {
            ((ToggleButton) scene.lookup(what.equals("exceptions") ? "#tuning-exceptions" : "#tuning-rules")).fire();
            ((ToggleButton) scene.lookup("#tab-inspector-rule-by-rule")).fire();
            return null;
        });
        Thread.sleep(1500);
        if (what.equals("rules") || what.equals("why")) {
            return;
        }
        String opener =
                what.equals("editor-fault") || what.equals("editor-count") ? "#rules-new" : "#button-tuning-except";
        fx(() -> {
            ((Button) scene.lookup(opener)).fire();
            return null;
        });
        Thread.sleep(1500);
        for (Window window : fx(() -> List.copyOf(Window.getWindows()))) {
            if (window.getScene() == null || window.getScene().lookup("#code") == null) {
                continue;
            }
            TextArea code = (TextArea) window.getScene().lookup("#code");
            fx(() -> {
                switch (what) {
                    case "editor-fault" ->
                        code.setText(code.getText()
                                .replace("destination.port:", "destination.port|startsfirst:")
                                .replace(
                                        "condition: selection",
                                        "condition: selection and not filter_*\n    timeframe: 5m")
                                .replace("level: medium", "level: worst # of all"));
                    case "editor-count" -> code.setText(code.getText().replace("593", "[135, 593]"));
                    case "exceptions" -> ((Button) window.getScene().lookup("#editor-save")).fire();
                    default -> {}
                }
                return null;
            });
            Thread.sleep(1500);
            if (what.startsWith("editor")) {
                save(window.getScene(), name);
                fx(() -> {
                    window.hide();
                    return null;
                });
            }
        }
    }

    /** A draft with a fault and an effect, the inspector at its end, and the problems of an input. */
    private void draft(Stage stage) throws Exception {
        fx(() -> {
            Scene scene = stage.getScene();
            ((ToggleSwitch) scene.lookup("#networks .tree-table-row-cell .toggle-switch")).setSelected(false);
            ((Button) scene.lookup("#add-internal")).fire();
            ((ScrollPane) scene.lookup("#inspector-evidence")).setVvalue(1);
            return null;
        });
        Thread.sleep(500);
        fx(() -> {
            Scene scene = stage.getScene();
            ((TextField) scene.lookup("#networks .cell-field")).setText("45.148.10.77/8");
            scene.getRoot().lookupAll(".problem-badge").stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .ifPresent(badge -> ((Button) badge).fire());
            return null;
        });
        Thread.sleep(500);
        for (Window window : fx(() -> List.copyOf(Window.getWindows()))) {
            if (window instanceof PopupWindow) {
                save(window.getScene(), "popover-" + stage.getScene().hashCode() % 7);
            }
        }
    }

    private void save(Scene scene, String name) throws Exception {
        WritableImage image = fx(() -> scene.snapshot(null));
        PixelReader pixels = image.getPixelReader();
        BufferedImage copy =
                new BufferedImage((int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < copy.getHeight(); y++) {
            for (int x = 0; x < copy.getWidth(); x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        ImageIO.write(copy, "png", out.resolve(name + ".png").toFile());
        System.out.println(name);
    }

    private static void badge(Stage stage, String selector) throws Exception {
        fx(() -> {
            stage.getScene().getRoot().lookupAll(selector).stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .ifPresent(badge -> ((ButtonBase) badge).fire());
            return null;
        });
    }

    private static boolean present(Stage stage, String selector) {
        try {
            return fx(() -> stage.getScene().lookup(selector) != null);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lines(Stage stage) {
        try {
            return fx(() -> stage.getScene().lookup("#sessions") instanceof TableView<?> table
                    ? table.getItems().size()
                    : 0);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void until(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 600 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
    }

    static <T> T fx(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        Platform.runLater(future);
        return future.get();
    }
}
