package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
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
                " or ",
                " and ",
                "(",
                ")",
                ">=",
                "bytes",
                "time:2024-06",
                "..",
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
    void aTermThatIsIncludedIsUnderstoodAndNarrows(@ForAll("texts") String text) {
        String included = FilterEdit.include(text, Field.TIER, "blocked");
        Assume.that(Filter.parse(text).valid());
        assertEquals(List.of(), Filter.parse(included).faults());
        String twice = FilterEdit.exclude(FilterEdit.exclude(text, Field.PORT, "7"), Field.PORT, "7");
        assertEquals(FilterEdit.exclude(text, Field.PORT, "7"), twice);
    }

    @Property
    void whatIsExcludedAndIncludedAgainIsIncluded(@ForAll("texts") String text) {
        Assume.that(Filter.parse(text).valid());
        String excluded = FilterEdit.exclude(text, Field.TIER, "blocked");
        String included = FilterEdit.include(excluded, Field.TIER, "blocked");
        assertEquals(included, FilterEdit.include(included, Field.TIER, "blocked"));
    }
}
