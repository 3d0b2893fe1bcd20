package org.rpcscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The ATT&amp;CK techniques that rules are tagged with ({@code attack.t1021.003}), and their names as far as known. */
final class Techniques {

    private static final String TAG = "attack.t";

    private final Map<String, String> names = new LinkedHashMap<>();

    /** One technique. */
    record Technique(String id, @Nullable String name) {}

    Techniques() {
        try (InputStream in = Techniques.class.getResourceAsStream("techniques.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int tab = line.indexOf('\t');
                if (!line.startsWith("#") && tab > 0) {
                    names.put(line.substring(0, tab), line.substring(tab + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The techniques among tags, each once, in their order. */
    List<Technique> of(List<String> tags) {
        List<Technique> found = new ArrayList<>();
        for (String tag : tags) {
            if (tag.startsWith(TAG) && tag.length() > TAG.length() && Character.isDigit(tag.charAt(TAG.length()))) {
                String id = tag.substring("attack.".length()).toUpperCase(Locale.ROOT);
                found.add(new Technique(id, names.get(id)));
            }
        }
        return found.stream().distinct().toList();
    }
}
