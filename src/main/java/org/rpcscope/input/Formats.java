package org.rpcscope.input;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Stand-in. */
public record Formats<T>(List<InputFormat<T>> formats) {
    public Optional<InputFormat<T>> detect(InputFormat.Head head) {
        return formats.stream()
                .filter(f -> f.likelihood(head) > 0)
                .max(Comparator.comparingInt((InputFormat<T> f) -> f.likelihood(head)));
    }
}
