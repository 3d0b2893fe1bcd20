package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.rpcscope.detect.Detection;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RejectedRule;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleReader;

/** Reads a text of the editor and tries it on the sessions. Pure; for jobs. */
final class Check {

    private static final String LINE = "line ";
    private static final FieldNames NAMES = FieldNames.load();

    private Check() {}

    /**
     * What a text holds, and what is wrong with it.
     *
     * @param exception whether it has to hold filters; else it has to hold anything but those alone
     */
    static EditorModel.Checked read(String name, String text, boolean exception) {
        RuleFile file = new RuleReader(NAMES).read(name, text);
        List<EditorModel.Remark> remarks = new ArrayList<>();
        for (RejectedRule rejected : file.rejected()) {
            rejected.faults().forEach(fault -> remarks.add(remark(fault, false)));
        }
        file.warnings().forEach(warning -> remarks.add(remark(warning, true)));
        if (exception && !(file.rules().isEmpty() && file.correlations().isEmpty())) {
            remarks.add(new EditorModel.Remark(1, "an exception holds filters and nothing else", false));
        }
        boolean empty = file.filters().isEmpty()
                && (exception || file.rules().isEmpty() && file.correlations().isEmpty());
        if (empty && file.rejected().isEmpty()) {
            remarks.add(new EditorModel.Remark(1, exception ? "there is no filter" : "there is no rule", false));
        }
        remarks.sort(Comparator.comparingInt(EditorModel.Remark::line));
        return new EditorModel.Checked(List.copyOf(remarks), file.rules(), file.filters());
    }

    /** Faults say themselves at which line they are. */
    private static EditorModel.Remark remark(String fault, boolean warning) {
        int colon = fault.indexOf(": ");
        if (fault.startsWith(LINE) && colon > 0) {
            try {
                int line = Integer.parseInt(fault.substring(LINE.length(), colon));
                return new EditorModel.Remark(line, fault.substring(colon + 2), warning);
            } catch (NumberFormatException _) {
                return new EditorModel.Remark(1, fault, warning);
            }
        }
        return new EditorModel.Remark(1, fault, warning);
    }

    /** How many sessions these rules match, by themselves, and which others than the ones before them. */
    static EditorModel.Trial rules(Detection detection, List<Rule> before, List<Rule> now) {
        long start = System.nanoTime();
        int[] then = before.isEmpty()
                ? new int[0]
                : detection.judged(before, List.of()).flaggedSessions();
        int[] matches = detection.judged(now, List.of()).flaggedSessions();
        return trial(detection, matches.length, then, matches, start);
    }

    /** How many flagged sessions an exception hides, beside the others. */
    static EditorModel.Trial exception(Detection detection, List<FilterRule> others, List<FilterRule> now) {
        long start = System.nanoTime();
        List<FilterRule> all = new ArrayList<>(others);
        all.addAll(now);
        int[] without = detection.excepting(others).flaggedSessions();
        int[] with = detection.excepting(all).flaggedSessions();
        return trial(detection, without.length - with.length, without, with, start);
    }

    private static EditorModel.Trial trial(Detection detection, int matches, int[] before, int[] now, long start) {
        int sessions = detection.sessions().count();
        return new EditorModel.Trial(
                false, matches, missing(before, now), missing(now, before), sessions, System.nanoTime() - start);
    }

    /** How many numbers of the second are not in the first; both ascending. */
    private static int missing(int[] in, int[] of) {
        return (int) Arrays.stream(of)
                .filter(number -> Arrays.binarySearch(in, number) < 0)
                .count();
    }
}
