package org.rpcscope.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a YAML text.
 *
 * @param documents those before the first thing that is not YAML, or all
 * @param fault why there are no more, or null
 */
record YamlFile(List<Document> documents, Faults.@Nullable Fault fault) {

    /**
     * @param root the one value that a document is
     * @param line where the document starts, from 1
     * @param text the document's own lines
     * @param faults keys that stand twice
     */
    record Document(YamlNode root, int line, String text, List<Faults.Fault> faults) {}
}
