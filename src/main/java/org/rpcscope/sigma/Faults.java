package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document, collected while it is read, so that an author sees everything at once. */
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    /** @param line from 1 */
    record Fault(int line, String text) {

        @Override
        public String toString() {
            return "line " + line + ": " + text;
        }
    }

    void add(int line, String text) {
        faults.add(new Fault(line, text));
    }

    void addAll(List<Fault> more) {
        faults.addAll(more);
    }

    void addAll(Faults more) {
        faults.addAll(more.faults);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** All of them in the order of lines, each once. */
    List<String> lines() {
        return faults.stream()
                .sorted((a, b) -> Integer.compare(a.line, b.line))
                .map(Fault::toString)
                .distinct()
                .toList();
    }
}
