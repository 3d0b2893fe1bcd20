package org.rpcscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Filter;
import org.rpcscope.input.Assumed;
import org.rpcscope.net.Cidr;

/**
 * What a scan is asked to do.
 *
 * @param inputs files, folders, or {@code -}, in the order given
 * @param inputFormat the name of the format to read all of them as, or null to detect it
 * @param times what to assume of times that leave out their zone or year
 * @param strict whether any problem is a failure
 */
record ScanRequest(
        List<String> inputs,
        @Nullable String inputFormat,
        Assumed.Choice times,
        Tuning tuning,
        Printing printing,
        int threads,
        boolean strict) {

    /** The shapes of records. */
    enum Format {
        TABLE,
        JSONL,
        CSV
    }

    /**
     * What decides which sessions are flagged.
     *
     * @param internal replaces the profile's or the default list, unless empty
     * @param external added to the profile's
     * @param rules replaces the bundled rules, unless empty
     * @param interfaces a file that adds to the tables of interfaces and operations, or null
     */
    record Tuning(
            List<Cidr> internal,
            List<Cidr> external,
            List<Path> rules,
            @Nullable Path profile,
            @Nullable Path interfaces) {}

    /**
     * How and where records are written.
     *
     * @param all whether sessions that are not flagged have records too
     * @param events whether rule matches on records that are no sessions have records too
     * @param filter which of the sessions have records
     * @param output null for standard output
     */
    record Printing(
            Format format,
            boolean all,
            boolean events,
            Filter filter,
            @Nullable Path output,
            boolean progress) {}
}
