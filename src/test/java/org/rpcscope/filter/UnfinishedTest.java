package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.rpcscope.filter.Unfinished.Name;
import org.rpcscope.filter.Unfinished.Value;

class UnfinishedTest {

    /** What is being written where the bar stands. */
    private static Unfinished at(String marked) {
        int caret = marked.indexOf('|');
        return Unfinished.at(marked.replace("|", ""), caret);
    }

    @Test
    void aWordWithoutAColonIsTheNameOfAField() {
        assertEquals(new Name(0, 2, "ti"), at("ti|"));
        assertEquals(new Name(9, 11, "t"), at("port:135 t|i"));
        assertEquals(new Name(1, 3, "ti"), at("-ti|"));
        assertEquals(new Name(1, 3, "ti"), at("(ti|)"));
        assertEquals(new Name(0, 0, ""), at("|"));
        assertEquals(new Name(9, 9, ""), at("port:135 |"));
    }

    @Test
    void behindTheColonAValueIsWritten() {
        assertEquals(new Value(5, 5, Field.TIER, "", ""), at("tier:|"));
        assertEquals(new Value(5, 9, Field.TIER, "co", ""), at("tier:co|nf"));
        assertEquals(new Value(14, 14, Field.TIER, "", "port:135"), at("port:135 tier:|"));
    }

    @Test
    void ofSeveralValuesTheOneAtTheCaret() {
        assertEquals(new Value(9, 11, Field.PORT, "44", "tier:a"), at("port:135,44|,53 tier:a"));
        assertEquals(new Value(5, 10, Field.USER, "a,b", "x"), at("user:\"a,b|\" x"));
    }

    @Test
    void theOthersOfAnExcludedTermHaveNoSignOfItLeft() {
        assertEquals(new Value(15, 18, Field.TIER, "att", "port:135"), at("port:135 -tier:att|"));
        assertEquals(new Value(9, 9, Field.TIER, "", "port:135"), at("not tier:| port:135"));
    }

    @Test
    void alternativesDoNotNarrowEachOther() {
        assertEquals(new Value(17, 17, Field.TIER, "", ""), at("port:135 or tier:|"));
    }

    @Test
    void whereNothingCanBeCompletedThereIsNothing() {
        assertNull(at("sorce:|9"));
        assertNull(at("tier|:x"));
        assertNull(at("\"quoted|\""));
        assertNull(at("tier>1|"));
    }

    @Test
    void namesThatBeginSoComeBeforeThoseThatHoldIt() {
        assertEquals(List.of("src", "src.port", "src.zone", "src.bytes"), new Name(0, 2, "sr").options());
        assertEquals(List.of("tier:confirmed"), new Name(0, 4, "conf").options());
        assertEquals(List.of("port", "src.port", "transport"), new Name(0, 2, "po").options());
        assertTrue(new Name(0, 0, "").options().containsAll(Field.labels()));
    }

    @Test
    void whatIsChosenStandsInPlaceOfWhatWasWritten() {
        assertEquals("tier: port:135", at("ti| port:135").completed("ti port:135", "tier"));
        assertEquals(5, at("ti| port:135").caret("tier"));
        assertEquals("port:135,445,53", at("port:135,4|,53").completed("port:135,4,53", "445"));
        assertEquals("user:\"LAB\\a b\" x", at("user:a| x").completed("user:a x", "LAB\\a b"));
        assertEquals("tier:confirmed", at("conf|").completed("conf", "tier:confirmed"));
    }

    /** Whatever is written, completing keeps what stands around it, and what is completed can be read. */
    @Property
    void aCompletedValueIsUnderstood(
            @ForAll @StringLength(max = 12) @Chars({'a', ':', '"', ',', '(', ')', '-', ' ', 'o', 'r'}) String before,
            @ForAll @IntRange(max = 40) int place) {
        String text = before + " tier:";
        int caret = Math.min(place, text.length());
        Unfinished at = Unfinished.at(text, caret);
        if (at != null) {
            assertTrue(0 <= at.from() && at.from() <= caret && caret <= at.to() && at.to() <= text.length());
            String completed = at.completed(text, "confirmed");
            assertTrue(completed.startsWith(text.substring(0, at.from())));
            assertTrue(completed.endsWith(text.substring(at.to())));
            assertTrue(at.caret("confirmed") <= completed.length());
        }
    }

    @Test
    void aValueBehindAComparisonIsOneToo() {
        assertEquals(new Value(7, 7, Field.SCORE, "", "port:135", ">="), at("score>=| port:135"));
        assertEquals(new Value(6, 9, Field.BYTES, "10k", "", ">"), at("bytes>10k|"));
        assertEquals(new Value(6, 8, Field.SCORE, ">=", "", ":"), at("score:>=|"));
        assertEquals(null, at("tier>|"));
        assertEquals("score>=90 port:135", at("score>=| port:135").completed("score>= port:135", "90"));
    }
}
