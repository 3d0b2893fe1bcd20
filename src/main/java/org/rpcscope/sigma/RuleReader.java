package org.rpcscope.sigma;

import java.util.List;
import org.rpcscope.query.FieldNames;

/** Reads Sigma rules (specification 2.1) from YAML. Never throws on what it reads. */
public final class RuleReader {

    private final FieldNames names;

    public RuleReader(FieldNames names) {
        this.names = names;
    }

    /**
     * Reads every document of a text.
     *
     * @param file what the text is called, for people
     */
    public RuleFile read(String file, String yaml) {
        return new RuleFile(List.of(), List.of(), List.of(names.toString(), file, yaml));
    }
}
