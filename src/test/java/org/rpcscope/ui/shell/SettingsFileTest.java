package org.rpcscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.filter.KeptFilters;
import org.rpcscope.filter.SavedFilter;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.sessions.ColumnState;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAndNothingIsLeftBeside() throws IOException {
        Path file = folder.resolve("new").resolve("settings.json");
        Settings settings = new Settings(
                Settings.VERSION,
                Theme.CONTRAST,
                "Europe/Berlin",
                new Settings.Frame(1000, 700, true),
                new Settings.Panes(false, true, false),
                List.of(new ColumnState("time", 170.5, true), new ColumnState("rule", 90, false)),
                "/cases",
                "/rules",
                List.of("/cases/one.rpcscope"),
                "pair",
                new KeptFilters(List.of(new SavedFilter("outbound", "dst.zone:external")), List.of("port:135")),
                new Settings.Looks(Density.COMPACT, FontSize.LARGE));
        new SettingsFile(file).write(settings);
        new SettingsFile(file).write(settings);
        assertEquals(new SettingsFile.Loaded(settings, true), new SettingsFile(file).read());
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertEquals(
                new SettingsFile.Loaded(Settings.defaults(), true),
                new SettingsFile(folder.resolve("none.json")).read());
    }

    @Test
    void whatAFileLeavesOutIsAsAtFirst() throws IOException {
        Path file = Files.writeString(
                folder.resolve("s.json"), "{\"version\": 1, \"later\": [1], \"frame\": {\"width\": 3}}");
        assertEquals(new SettingsFile.Loaded(Settings.defaults(), true), new SettingsFile(file).read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[", "{}", "{\"version\": 2}", "{\"version\": 1, \"theme\": \"PINK\"}", "\u0000"})
    void anUnreadableFileGivesTheDefaultsAndSaysSo(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("s.json"), content);
        assertEquals(new SettingsFile.Loaded(Settings.defaults(), false), new SettingsFile(file).read());
    }
}
