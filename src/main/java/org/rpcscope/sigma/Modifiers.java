package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modifiers of one item, in their order, after it was checked that they can be meant together. */
record Modifiers(List<Modifier> order) {

    private static final Set<Modifier> WITH_FIELDREF = EnumSet.of(
            Modifier.FIELDREF,
            Modifier.NEQ,
            Modifier.ALL,
            Modifier.CASED,
            Modifier.CONTAINS,
            Modifier.STARTSWITH,
            Modifier.ENDSWITH);
    private static final Set<Modifier> FOR_KEYWORDS =
            EnumSet.of(Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH, Modifier.RE, Modifier.CIDR);
    private static final Set<Modifier> OF_TEXT = EnumSet.of(Modifier.CONTAINS, Modifier.STARTSWITH, Modifier.ENDSWITH);

    boolean has(Modifier modifier) {
        return order.contains(modifier);
    }

    /** How values are compared, or null: they are equal. {@link Modifier#RE} goes before what it is combined with. */
    @Nullable
    Modifier comparison() {
        if (has(Modifier.RE)) {
            return Modifier.RE;
        }
        return first(Modifier.Kind.COMPARISON);
    }

    @Nullable
    Modifier first(Modifier.Kind kind) {
        for (Modifier modifier : order) {
            if (modifier.kind() == kind) {
                return modifier;
            }
        }
        return null;
    }

    /** How the values of two fields are compared. */
    Relation relation() {
        Modifier comparison = comparison();
        if (comparison == null) {
            return Relation.EQUALS;
        }
        return switch (comparison) {
            case CONTAINS -> Relation.CONTAINS;
            case STARTSWITH -> Relation.STARTS_WITH;
            case ENDSWITH -> Relation.ENDS_WITH;
            default -> Relation.EQUALS;
        };
    }

    /** Whether two of them say how values are compared. */
    boolean combinesComparisons() {
        return order.stream()
                        .filter(modifier -> modifier.kind() == Modifier.Kind.COMPARISON)
                        .count()
                > 1;
    }

    /** Adds what is wrong with them where there is no field. */
    void checkKeyword(int line, Faults faults) {
        Modifier comparison = comparison();
        if (has(Modifier.FIELDREF)) {
            faults.add(line, "the modifier 'fieldref' wants a field");
        } else if (comparison != null && !FOR_KEYWORDS.contains(comparison)) {
            faults.add(line, "the modifier '" + comparison.label() + "' wants a field");
        }
    }

    /** Reads the labels, adding what is wrong with them. */
    static Modifiers read(List<String> labels, int line, Faults faults) {
        List<Modifier> order = new ArrayList<>();
        for (String label : labels) {
            Modifier modifier = Modifier.of(label);
            if (modifier == null) {
                faults.add(line, "there is no modifier '" + label + "'");
            } else if (order.contains(modifier)) {
                faults.add(line, "the modifier '" + label + "' stands twice");
            } else {
                order.add(modifier);
            }
        }
        Modifiers modifiers = new Modifiers(List.copyOf(order));
        modifiers.check(line, faults);
        return modifiers;
    }

    private void check(int line, Faults faults) {
        checkComparison(line, faults);
        checkEncoding(line, faults);
        if (has(Modifier.EXISTS) && order.size() > 1) {
            faults.add(line, "the modifier 'exists' stands alone");
        }
        if (first(Modifier.Kind.FLAG) != null && !has(Modifier.RE)) {
            faults.add(line, "the modifiers 'i', 'm' and 's' are for 're'");
        }
        Modifier comparison = comparison();
        boolean ofText = comparison == null || OF_TEXT.contains(comparison);
        if (has(Modifier.CASED) && !ofText) {
            faults.add(line, "the modifier 'cased' is for texts");
        }
        if (has(Modifier.WINDASH) && !ofText) {
            faults.add(line, "the modifier 'windash' is for texts");
        }
        if (has(Modifier.EXPAND) && !ofText && comparison != Modifier.RE) {
            faults.add(line, "the modifier 'expand' is for texts and regular expressions");
        }
        if (has(Modifier.FIELDREF) && !(ofText && order.stream().allMatch(WITH_FIELDREF::contains))) {
            faults.add(line, "the modifier 'fieldref' stands with " + names(List.copyOf(WITH_FIELDREF)) + " only");
        }
    }

    private void checkComparison(int line, Faults faults) {
        List<Modifier> comparisons = order.stream()
                .filter(modifier -> modifier.kind() == Modifier.Kind.COMPARISON)
                .toList();
        boolean searchedText = has(Modifier.RE)
                && comparisons.size() == 2
                && comparisons.stream().anyMatch(OF_TEXT::contains);
        if (comparisons.size() > 1 && !searchedText) {
            faults.add(line, "the modifiers " + names(comparisons) + " exclude each other");
        }
        for (Modifier modifier : List.of(Modifier.RE, Modifier.CIDR)) {
            if (has(modifier) && order.getFirst() != modifier) {
                faults.add(line, "the modifier '" + modifier.label() + "' has to be the first");
            }
        }
    }

    private void checkEncoding(int line, Faults faults) {
        List<Modifier> encodings = order.stream()
                .filter(modifier -> modifier.kind() == Modifier.Kind.ENCODING)
                .toList();
        Modifier base64 = first(Modifier.Kind.BASE64);
        if (encodings.size() > 1) {
            faults.add(line, "the modifiers " + names(encodings) + " exclude each other");
        }
        if (has(Modifier.BASE64) && has(Modifier.BASE64OFFSET)) {
            faults.add(line, "the modifiers 'base64' and 'base64offset' exclude each other");
        }
        if (!encodings.isEmpty()) {
            checkEncoding(encodings.getFirst(), base64, line, faults);
        }
        boolean dashesBehind = base64 != null && order.indexOf(Modifier.WINDASH) > order.indexOf(base64);
        if (base64 != null && (dashesBehind || !isOfTextAfter(base64))) {
            faults.add(line, "the modifier '" + base64.label() + "' has to stand before how texts are compared");
        }
    }

    private void checkEncoding(Modifier encoding, @Nullable Modifier base64, int line, Faults faults) {
        String label = encoding.label();
        if (base64 != null && order.indexOf(base64) < order.indexOf(encoding)) {
            faults.add(line, "the modifier '" + label + "' has to stand before '" + base64.label() + "'");
        } else if (base64 == null && encoding == Modifier.UTF16) {
            faults.add(line, "the modifier 'utf16' has to stand before 'base64': its byte order mark is no text");
        } else if (base64 == null && has(Modifier.WINDASH)) {
            faults.add(line, "the modifiers '" + label + "' and 'windash' exclude each other without 'base64'");
        } else if (!isOfTextAfter(encoding)) {
            faults.add(line, "the modifier '" + label + "' has to stand before how texts are compared");
        }
    }

    /** Whether what compares, if anything does, compares texts and stands behind the modifier. */
    private boolean isOfTextAfter(Modifier modifier) {
        Modifier comparison = comparison();
        return comparison == null
                || (OF_TEXT.contains(comparison) && order.indexOf(comparison) > order.indexOf(modifier));
    }

    private static String names(List<Modifier> modifiers) {
        List<String> names =
                modifiers.stream().map(modifier -> "'" + modifier.label() + "'").toList();
        return String.join(" and ", names);
    }
}
