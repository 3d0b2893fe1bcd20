package org.rpcscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Significance;
import org.rpcscope.sigma.RuleInfo;

/**
 * The ATT&amp;CK techniques that rules are tagged with ({@code attack.t1021.003}) and that operations are known for, and
 * their names as far as known.
 */
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

    /** The techniques of the rules that matched and of the operations that had their effect, each once, in that order. */
    List<Technique> of(Finding finding) {
        Set<String> ids = new LinkedHashSet<>();
        finding.rules().forEach(rule -> addTo(ids, rule.info()));
        for (Operation operation : finding.operations()) {
            Significance significance = operation.significance();
            if (significance != null && operation.done()) {
                ids.addAll(significance.techniques());
            }
        }
        return ids.stream().map(id -> new Technique(id, names.get(id))).toList();
    }

    /** The techniques of one rule. */
    List<Technique> of(RuleInfo rule) {
        Set<String> ids = new LinkedHashSet<>();
        addTo(ids, rule);
        return ids.stream().map(id -> new Technique(id, names.get(id))).toList();
    }

    private static void addTo(Set<String> ids, RuleInfo rule) {
        for (String tag : rule.tags()) {
            if (tag.startsWith(TAG) && tag.length() > TAG.length() && Character.isDigit(tag.charAt(TAG.length()))) {
                ids.add(tag.substring("attack.".length()).toUpperCase(Locale.ROOT));
            }
        }
    }
}
