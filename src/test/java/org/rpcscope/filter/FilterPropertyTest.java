package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text is a filter, or says where it is none. */
class FilterPropertyTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "src:",
                "tier:",
                "port:",
                "not ",
                "-",
                "!",
                "\"",
                ",",
                " ",
                ":",
                "10.20.",
                "/8",
                "fd12:",
                "::",
                "confirmed",
                "135",
                "user:",
                "é",
                "*",
                "or",
                "\t",
                "rule:\"a b\"");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Property
    void faultsStandInTheText(@ForAll("texts") String text) {
        for (Filter.Fault fault : Filter.parse(text).faults()) {
            assertTrue(0 <= fault.from() && fault.from() < fault.to() && fault.to() <= text.length(), fault::toString);
        }
    }

    @Property
    void whatIsExcludedAndIncludedAgainIsIncluded(@ForAll("texts") String text) {
        String excluded = FilterEdit.exclude(text, Field.TIER, "blocked");
        String included = FilterEdit.include(excluded, Field.TIER, "blocked");
        assertEquals(included, FilterEdit.include(included, Field.TIER, "blocked"));
    }
}
