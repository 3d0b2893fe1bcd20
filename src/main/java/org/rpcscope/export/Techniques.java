package org.rpcscope.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;

/**
 * The ATT&amp;CK techniques that rules are tagged with ({@code attack.t1021.003}) and that operations are known for, and
 * their names as far as known.
 */
final class Techniques {

    private static final String TAG = "attack.t";

    private final Map<String, Technique> known = new HashMap<>();
    private final Map<List<String>, List<Technique>> ofTags = new HashMap<>();

    /** One technique. */
    record Technique(String id, @Nullable String name) {}

    Techniques() {
        try (InputStream in = Techniques.class.getResourceAsStream("techniques.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int tab = line.indexOf('\t');
                if (!line.startsWith("#") && tab > 0) {
                    String id = line.substring(0, tab);
                    known.put(id, new Technique(id, line.substring(tab + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The techniques of the rules that matched and of the operations that had their effect, each once, in that order. */
    List<Technique> of(Finding finding) {
        Set<Technique> techniques = new LinkedHashSet<>();
        for (Rule rule : finding.rules()) {
            techniques.addAll(of(rule.info()));
        }
        for (Operation operation : finding.operations()) {
            Significance significance = operation.significance();
            if (significance != null && operation.done()) {
                for (String id : significance.techniques()) {
                    techniques.add(technique(id));
                }
            }
        }
        return List.copyOf(techniques);
    }

    /** The techniques of one rule. */
    List<Technique> of(RuleInfo rule) {
        return ofTags.computeIfAbsent(rule.tags(), this::tagged);
    }

    private List<Technique> tagged(List<String> tags) {
        Set<Technique> techniques = new LinkedHashSet<>();
        for (String tag : tags) {
            if (tag.startsWith(TAG) && tag.length() > TAG.length() && Character.isDigit(tag.charAt(TAG.length()))) {
                techniques.add(technique(tag.substring("attack.".length()).toUpperCase(Locale.ROOT)));
            }
        }
        return List.copyOf(techniques);
    }

    private Technique technique(String id) {
        Technique technique = known.get(id);
        return technique == null ? new Technique(id, null) : technique;
    }
}
