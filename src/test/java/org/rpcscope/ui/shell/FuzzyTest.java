package org.rpcscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FuzzyTest {

    @Test
    void lettersHaveToBeThereInTheirOrder() {
        assertNotEquals(Fuzzy.NO, Fuzzy.score("mesc", "Mark as escalated"));
        assertEquals(Fuzzy.NO, Fuzzy.score("sm", "Mark as"));
        assertEquals(Fuzzy.NO, Fuzzy.score("mm", "Mark"));
        assertEquals(Fuzzy.NO, Fuzzy.score("x", ""));
        assertEquals(0, Fuzzy.score("  ", "Open"));
    }

    @Test
    void eachWordCountsByItselfInAnyOrder() {
        assertEquals(Fuzzy.score("all export", "Export all"), Fuzzy.score("export all", "Export all"));
        assertEquals(Fuzzy.NO, Fuzzy.score("export none", "Export all"));
    }

    @Test
    void beginningsOfWordsAndLettersSideBySideFitBetter() {
        assertTrue(Fuzzy.score("ap", "Apply the draft") > Fuzzy.score("ap", "Address map"));
        assertTrue(Fuzzy.score("map", "Address map") > Fuzzy.score("map", "Mark all as possible"));
        assertTrue(Fuzzy.score("mae", "Mark as escalated") > Fuzzy.score("mae", "Unmatched"));
    }

    /** The way that is taken is the best one: no letter could have stood better. */
    @Test
    void theBestWayIsTaken() {
        assertEquals(Fuzzy.score("ab", "ab"), Fuzzy.score("ab", "xaxx ab"));
        assertEquals(Fuzzy.score("ab", "ab"), Fuzzy.score("ab", "ab ab a b"));
    }

    @Property
    void aNameFitsItselfAndWhateverIsLeftOutOfIt(
            @ForAll @AlphaChars @StringLength(min = 1, max = 40) String name, @ForAll int seed) {
        StringBuilder some = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if ((seed >>> i % 32 & 1) == 0) {
                some.append(name.charAt(i));
            }
        }
        assertNotEquals(Fuzzy.NO, Fuzzy.score(some.toString(), name));
        assertTrue(Fuzzy.score(name, name) >= Fuzzy.score(some.toString(), name));
        assertEquals(Fuzzy.NO, Fuzzy.score(name + "a", name.replaceAll("[aA]", "b")));
    }
}
