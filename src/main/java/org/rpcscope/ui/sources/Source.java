package org.rpcscope.ui.sources;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Import;
import org.rpcscope.input.Assumed;
import org.rpcscope.session.ObservationTable;

/**
 * One input as it was when it was looked at; equal ones look the same.
 *
 * @param input what it is of
 * @param format the name of the format, once known
 * @param rate bytes of the medium a second while it is read, else 0
 * @param message why it failed, or null
 * @param zone in which times were taken that say none; null where the log says it, or while it is read
 * @param years of which dates were taken that say none; null where the log says it, or while it is read
 * @param files how many files of an archive are read; -1 where it is none
 * @param follow whether it is followed
 */
public record Source(
        Import input,
        Import.State state,
        @Nullable String format,
        Amount amount,
        double rate,
        @Nullable String message,
        int files,
        @Nullable ZoneId zone,
        Assumed.@Nullable Years years,
        Follow follow) {

    /** Whether what is written to the file later is read too. */
    public enum Follow {
        /** It is no file, or not read yet. */
        IMPOSSIBLE,
        OFF,
        ON
    }

    /**
     * How much of an input there is and has been read.
     *
     * @param done in bytes of the medium
     * @param total in bytes of the medium, or a negative number while it is unknown
     */
    public record Amount(long done, long total, int sessions, long problems) {}

    /** @param canFollow whether it could be followed */
    static Source of(Import input, boolean canFollow) {
        ObservationTable table = input.table();
        boolean reading = input.state() == Import.State.READING;
        Amount amount = new Amount(
                input.progress().done(),
                input.progress().total(),
                table == null ? 0 : table.rows(),
                input.problems().count());
        return new Source(
                input,
                input.state(),
                input.format(),
                amount,
                reading ? Math.rint(input.rate()) : 0,
                input.message(),
                files(input),
                zone(input),
                years(input),
                input.followed() ? Follow.ON : canFollow ? Follow.OFF : Follow.IMPOSSIBLE);
    }

    private static @Nullable ZoneId zone(Import input) {
        Assumed assumed = input.assumed();
        return assumed != null && input.state().isEnd() && assumed.zoneNeeded() ? assumed.zone() : null;
    }

    private static Assumed.@Nullable Years years(Import input) {
        Assumed assumed = input.assumed();
        return assumed != null && input.state().isEnd() ? assumed.years() : null;
    }

    private static int files(Import input) {
        boolean archive = input.state() == Import.State.DONE && input.table() == null;
        return archive ? input.members().size() : -1;
    }

    /** The last part of the path, of any operating system. */
    public String shortName() {
        String name = input.name();
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** The part that is read, from 0 to 1, or a negative number while the whole is unknown. */
    public double fraction() {
        return amount.total <= 0 ? -1 : Math.clamp((double) amount.done / amount.total, 0, 1);
    }
}
