package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;

/** Reads the condition of a correlation rule: bounds of its measure, or a condition over the names of its rules. */
final class DemandReader {

    private static final double MEDIAN = 50;

    private final CorrelationType type;
    private final List<String> rules;
    private final Faults faults;

    DemandReader(CorrelationType type, List<String> rules, Faults faults) {
        this.type = type;
        this.rules = rules;
        this.faults = faults;
    }

    Demand read(YamlNode.Mapping correlation) {
        YamlNode node = correlation.get("condition");
        switch (node) {
            case YamlNode.Mapping map -> {
                return threshold(map);
            }
            case YamlNode.Scalar scalar
            when !scalar.isNull() && type.isTemporal() -> {
                return new CombinationParser(rules, scalar.line(), faults).parse(scalar.text());
            }
            case null, default -> {
                if (node == null && type.isTemporal()) {
                    return all();
                }
                faults.add(
                        node == null ? correlation.line() : node.line(),
                        node == null
                                ? "the condition is missing"
                                : "a correlation of type '" + type.label() + "' wants a map as its condition");
                return all();
            }
        }
    }

    private Demand all() {
        Demand.Bound all = new Demand.Bound(Demand.Comparison.GTE, rules.size());
        return new Demand.Threshold(List.of(all), List.of(), MEDIAN);
    }

    private Demand threshold(YamlNode.Mapping condition) {
        List<Demand.Bound> bounds = new ArrayList<>();
        List<String> fields = List.of();
        double percentile = MEDIAN;
        for (YamlNode.Entry entry : condition.entries()) {
            Demand.Comparison comparison = CorrelationReader.comparison(entry.key());
            if (comparison != null) {
                bounds.add(new Demand.Bound(comparison, number(entry)));
            } else if (entry.key().equals("field") && type.isOfValues()) {
                fields = CorrelationReader.texts(entry.value(), "'field' has to be a text, or a list of them", faults);
            } else if (entry.key().equals("percentile") && type == CorrelationType.VALUE_PERCENTILE) {
                percentile = percentile(entry);
            } else {
                faults.add(entry.line(), "the condition of type '" + type.label() + "' has no '" + entry.key() + "'");
            }
        }
        if (bounds.isEmpty()) {
            faults.add(condition.line(), "the condition has no bound");
        }
        if (type.isOfValues() && fields.isEmpty()) {
            faults.add(condition.line(), "the condition names no field");
        } else if (type.isOfNumbers() && fields.size() > 1) {
            faults.add(condition.line(), "the condition names more than one field");
        }
        return new Demand.Threshold(List.copyOf(bounds), fields, percentile);
    }

    private double percentile(YamlNode.Entry entry) {
        double percentile = number(entry);
        if (percentile < 0 || percentile > 100) {
            faults.add(entry.line(), "a percentile lies between 0 and 100");
        }
        return percentile;
    }

    private double number(YamlNode.Entry entry) {
        Number number = CorrelationReader.number(entry.value());
        if (number == null) {
            faults.add(entry.value().line(), "'" + entry.key() + "' wants a number");
            return 0;
        }
        return number.doubleValue();
    }
}
