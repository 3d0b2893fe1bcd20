package org.rpcscope.ui.shell;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.KeptFilters;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.fx.Times;
import org.rpcscope.ui.sessions.ColumnState;

/**
 * How the analyst likes the window, as it is written to a file. Never what was looked at.
 *
 * @param version of the form of the file
 * @param zone the name of the zone of all times in the window, as {@link Times#named} has it
 * @param columns of the table of sessions, in their order; none for the order at first
 * @param lastFolder where files were last opened, or null
 * @param rulesFolder where the own rules are, or null
 * @param recentCases files of cases that were open, the newest first
 * @param grouping what the sessions of the table are put together by: {@link GroupBy#label}
 * @param filters those that belong to no case
 * @param looks of lines and words, beside the theme
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Settings(
        int version,
        Theme theme,
        String zone,
        Frame frame,
        Panes panes,
        List<ColumnState> columns,
        @Nullable String lastFolder,
        @Nullable String rulesFolder,
        List<String> recentCases,
        String grouping,
        KeptFilters filters,
        Looks looks) {

    /** The version that is written and read. */
    static final int VERSION = 1;

    private static final double LEAST_WIDTH = 400;
    private static final double LEAST_HEIGHT = 300;

    /** Size in pixels. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Frame(double width, double height, boolean maximized) {}

    /** Which panes are open. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Panes(boolean sources, boolean inspector, boolean tuning) {}

    /** How lines and words look. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Looks(Density density, FontSize fontSize) {

        @JsonCreator
        static Looks of(
                @JsonProperty("density") @Nullable Density density,
                @JsonProperty("fontSize") @Nullable FontSize fontSize) {
            return new Looks(density == null ? Density.NORMAL : density, fontSize == null ? FontSize.NORMAL : fontSize);
        }
    }

    /** Fills in what a file leaves out, and what no window can be. */
    @JsonCreator
    static Settings read(
            @JsonProperty("version") int version,
            @JsonProperty("theme") @Nullable Theme theme,
            @JsonProperty("zone") @Nullable String zone,
            @JsonProperty("frame") @Nullable Frame frame,
            @JsonProperty("panes") @Nullable Panes panes,
            @JsonProperty("columns") @Nullable List<ColumnState> columns,
            @JsonProperty("lastFolder") @Nullable String lastFolder,
            @JsonProperty("rulesFolder") @Nullable String rulesFolder,
            @JsonProperty("recentCases") @Nullable List<String> recentCases,
            @JsonProperty("grouping") @Nullable String grouping,
            @JsonProperty("filters") @Nullable KeptFilters filters,
            @JsonProperty("looks") @Nullable Looks looks) {
        boolean usable = frame != null && frame.width >= LEAST_WIDTH && frame.height >= LEAST_HEIGHT;
        return new Settings(
                version,
                theme == null ? Theme.DARK : theme,
                zone == null ? Times.UTC.label() : zone,
                frame != null && usable ? frame : new Frame(1440, 900, false),
                panes == null ? new Panes(true, true, true) : panes,
                columns == null ? List.of() : List.copyOf(columns),
                lastFolder,
                rulesFolder,
                recentCases == null ? List.of() : List.copyOf(recentCases),
                grouping == null ? GroupBy.NONE.label() : grouping,
                filters == null ? KeptFilters.NONE : filters,
                looks == null ? Looks.of(null, null) : looks);
    }

    /** What holds at a first start. */
    static Settings defaults() {
        return read(VERSION, null, null, null, null, null, null, null, null, null, null, null);
    }
}
