package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rpcscope.query.FieldNames;

/**
 * Reads Sigma rules, correlation rules and filters (specification 2.1) from YAML. A document that cannot be honoured
 * exactly is rejected with all of its faults; keys that mean nothing to it are kept in its text. What documents say of
 * each other is looked up when a {@link RuleBook} is made of all files. Never throws on what it reads.
 */
public final class RuleReader {

    private final FieldNames names;
    private final Placeholders placeholders;

    /** @param names what the fields of sessions are called in the log sources of rules */
    public RuleReader(FieldNames names) {
        this(names, Placeholders.NONE);
    }

    /**
     * @param names what the fields of sessions are called in the log sources of rules
     * @param placeholders what the modifier {@code expand} puts in
     */
    public RuleReader(FieldNames names, Placeholders placeholders) {
        this.names = names;
        this.placeholders = placeholders;
    }

    /**
     * Reads every document of a text. Where it stops being YAML the rest is one rejected rule.
     *
     * @param file what the text is called, for people
     */
    public RuleFile read(String file, String yaml) {
        YamlFile documents = YamlReader.read(yaml);
        Reading reading = new Reading(file);
        for (YamlFile.Document document : LegacyActions.apply(documents.documents())) {
            if (!isNothing(document.root())) {
                reading.read(document);
            }
        }
        Faults.Fault fault = documents.fault();
        if (fault != null) {
            reading.rejected.add(new RejectedRule(file, fault.line(), "", List.of(fault.toString())));
        }
        return reading.file();
    }

    private static boolean isNothing(YamlNode root) {
        return root instanceof YamlNode.Scalar scalar && scalar.isNull();
    }

    /** The documents of one file. */
    private final class Reading {

        private final String file;
        private final List<Rule> rules = new ArrayList<>();
        private final List<CorrelationRule> correlations = new ArrayList<>();
        private final List<FilterRule> filters = new ArrayList<>();
        private final List<RejectedRule> rejected = new ArrayList<>();
        private final Faults warnings = new Faults();

        Reading(String file) {
            this.file = file;
        }

        RuleFile file() {
            return new RuleFile(
                    List.copyOf(rules),
                    List.copyOf(rejected),
                    warnings.lines(),
                    List.copyOf(correlations),
                    List.copyOf(filters));
        }

        void read(YamlFile.Document document) {
            Faults faults = new Faults();
            faults.addAll(document.faults());
            String title = "";
            if (document.root() instanceof YamlNode.Mapping mapping) {
                MetadataReader metadata = new MetadataReader(mapping, faults);
                title = metadata.title();
                read(document, mapping, metadata, faults);
            } else {
                faults.add(document.root().line(), "a rule has to be a map");
            }
            if (!faults.isEmpty()) {
                rejected.add(new RejectedRule(file, document.line(), title, faults.lines()));
            }
        }

        /** Keeps what the document holds if it has no fault. */
        private void read(
                YamlFile.Document document, YamlNode.Mapping mapping, MetadataReader metadata, Faults faults) {
            Faults ownWarnings = new Faults();
            DetectionReader detections = new DetectionReader(names, placeholders, faults, ownWarnings);
            RuleInfo info = metadata.info(file, document.text());
            YamlNode.Entry correlation = mapping.entry("correlation");
            YamlNode.Entry filter = mapping.entry("filter");
            if (correlation != null) {
                CorrelationRule read =
                        new CorrelationReader(faults, ownWarnings).read(info, document.line(), correlation);
                if (faults.isEmpty()) {
                    correlations.add(read);
                }
            } else if (filter != null) {
                FilterRule read =
                        new FilterReader(detections, faults, ownWarnings).read(metadata, info, document.line(), filter);
                if (faults.isEmpty()) {
                    filters.add(read);
                }
            } else {
                LogSource source = metadata.logSource();
                Expression expression = detection(mapping, source, detections, faults);
                if (faults.isEmpty()) {
                    rules.add(new Rule(
                            info,
                            source,
                            SessionRouting.isAboutOperations(source)
                                    ? new Expression.SomeOperation(expression)
                                    : expression));
                }
            }
            if (faults.isEmpty()) {
                warnings.addAll(ownWarnings);
            }
        }
    }

    private static Expression detection(
            YamlNode.Mapping rule, LogSource source, DetectionReader detections, Faults faults) {
        YamlNode node = rule.get("detection");
        if (node instanceof YamlNode.Mapping detection) {
            return detections.read(detection, source, Set.of());
        }
        faults.add(
                node == null ? rule.line() : node.line(),
                node == null ? "the detection is missing" : "the detection has to be a map");
        return new Expression.Always(false);
    }
}
