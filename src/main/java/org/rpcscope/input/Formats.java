package org.rpcscope.input;

import java.util.List;
import java.util.Optional;

/**
 * The formats that inputs may have.
 *
 * @param <T> what the formats write their records into
 * @param all in the order in which they are listed; of two that are equally likely, the earlier one reads
 */
public record Formats<T>(List<InputFormat<T>> all) {

    public Formats {
        all = List.copyOf(all);
    }

    /**
     * The format that the bytes are most likely of, or none where no format knows them. Behind one that is sure nobody is
     * asked: to look for text in a capture takes longer than to read a small one.
     */
    public Optional<InputFormat<T>> detect(InputFormat.Head head) {
        Optional<InputFormat<T>> best = Optional.empty();
        int most = 0;
        for (InputFormat<T> format : all) {
            if (most == InputFormat.SURE) {
                break;
            }
            int likelihood = format.likelihood(head);
            if (likelihood > most) {
                most = likelihood;
                best = Optional.of(format);
            }
        }
        return best;
    }

    /** The format of a name, as given after {@code --input-format}. */
    public Optional<InputFormat<T>> byName(String name) {
        return all.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return all.stream().map(InputFormat::name).toList();
    }
}
