package org.rpcscope.input;

import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is assumed of times that a log writes without their zone or year, and which of it was needed while one input was
 * read. An assumption is a note for the analyst, not a problem. Any thread.
 */
public final class Assumed {

    private final Choice choice;
    private final LocalDate latest;
    private volatile boolean zoneNeeded;
    private volatile boolean yearNeeded;
    private volatile boolean dayNeeded;

    /**
     * What the analyst says of all inputs.
     *
     * @param zone null: UTC
     * @param year null: the year of the file's date
     */
    public record Choice(@Nullable ZoneId zone, @Nullable Integer year) {
        /** Nothing was said. */
        public static final Choice NONE = new Choice(null, null);
    }

    /**
     * The years of dates that have none.
     *
     * @param chosen what the analyst says of all of them; null where each is of the latest year that fits
     * @param latest the year of the file's date
     */
    public record Years(@Nullable Integer chosen, int latest) {}

    /** @param latest the day after which the input has no records: the date of its file */
    public Assumed(Choice choice, LocalDate latest) {
        this.choice = choice;
        this.latest = latest;
    }

    /** For inputs whose times nobody asks for; any day of a year is one of it. */
    public static Assumed nothing() {
        return new Assumed(Choice.NONE, LocalDate.of(2000, 12, 31));
    }

    /** Whether it takes all times for the same as another one does. */
    public boolean equivalent(Assumed other) {
        return choice.equals(other.choice) && latest.equals(other.latest);
    }

    /** The zone of times that have none. */
    public ZoneId zone() {
        if (!zoneNeeded) { // not written without need: all threads share it
            zoneNeeded = true;
        }
        ZoneId zone = choice.zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /** The year of a day that has none: the latest in which it does not lie after the file's date. */
    public int year(int month, int day) {
        if (!yearNeeded) {
            yearNeeded = true;
        }
        Integer year = choice.year();
        if (year != null) {
            return year;
        }
        LocalDate tomorrow = latest.plusDays(1); // a zone may be ahead of that of the file's date
        boolean later =
                month > tomorrow.getMonthValue() || month == tomorrow.getMonthValue() && day > tomorrow.getDayOfMonth();
        int latestYear = later ? tomorrow.getYear() - 1 : tomorrow.getYear();
        while (month == 2 && day == 29 && !Year.isLeap(latestYear)) {
            latestYear--;
        }
        return latestYear;
    }

    /** The day of a record that has no time at all. */
    public LocalDate day() {
        if (!dayNeeded) {
            dayNeeded = true;
        }
        Integer year = choice.year();
        return year == null ? latest : latest.withYear(year);
    }

    /** What the analyst said. */
    public Choice choice() {
        return choice;
    }

    /** What was taken for the years of dates that have none; null where every date has one. */
    public @Nullable Years years() {
        return yearNeeded ? new Years(choice.year(), latest.getYear()) : null;
    }

    /** Whether any time had no zone. */
    public boolean zoneNeeded() {
        return zoneNeeded;
    }

    /** Whether any date had no year. */
    public boolean yearNeeded() {
        return yearNeeded;
    }

    /** Whether nothing was assumed, said by the analyst or not. */
    public boolean isUnneeded() {
        return !zoneNeeded && !yearNeeded && !dayNeeded;
    }

    /** What was needed and not said by the analyst, as sentences; empty where the input says everything itself. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (zoneNeeded && choice.zone() == null) {
            notes.add("times have no zone: taken as UTC (--zone)");
        }
        if (yearNeeded && choice.year() == null) {
            notes.add("dates have no year: taken from the date of the file, " + latest + " (--year)");
        }
        if (dayNeeded) {
            notes.add("lines have no time: taken as the date of the file, " + latest);
        }
        return notes;
    }
}
