package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modifiers of one item, in their order, after it was checked that they can be meant together. */
record Modifiers(List<Modifier> order) {

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

    /** Reads the labels, adding what is wrong with them. */
    static Modifiers read(List<String> labels, int line, Faults faults) {
        List<Modifier> order = new ArrayList<>();
        for (String label : labels) {
            Modifier modifier = Modifier.of(label);
            if (modifier == null) {
                faults.add(line, "there is no modifier '" + label + "'");
            } else if (modifier.kind() == Modifier.Kind.LATER) {
                faults.add(line, "the modifier '" + label + "' is not supported yet");
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
        if (!encodings.isEmpty() && (base64 == null || order.indexOf(base64) < order.indexOf(encodings.getFirst()))) {
            String label = encodings.getFirst().label();
            faults.add(line, "the modifier '" + label + "' is supported only before 'base64' or 'base64offset'");
        }
        if (base64 != null && (has(Modifier.WINDASH) || !isOfTextAfter(base64))) {
            faults.add(line, "the modifier '" + base64.label() + "' has to stand before how texts are compared");
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
