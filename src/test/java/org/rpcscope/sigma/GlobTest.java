package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest(name = "{0} matches {1}")
    @CsvSource(delimiter = ';', textBlock = """
        a\\b          ; a\\b
        a\\\\b         ; a\\b
        a\\\\\\b        ; a\\\\b
        a\\\\\\\\b       ; a\\\\b
        \\*           ; *
        \\?           ; ?
        \\\\*          ; \\anything
        \\\\\\*         ; \\*
        \\\\server\\x   ; \\server\\x
        C:\\Windows\\* ; C:\\Windows*
        dir\\          ; dir\\
        """)
    void backslashesAreReadAsTheSpecificationSays(String pattern, String text) {
        assertTrue(Glob.parse(pattern).matches(text, false));
    }

    @Test
    void anEscapedBackslashAtTheEndIsNotAnEscapeOfTheAddedWildcard() {
        Glob glob = Glob.parse("foo\\").afterAnything().beforeAnything();
        assertTrue(glob.matches("a foo\\bar", false));
        assertFalse(glob.matches("a foo*", false));
    }

    @Test
    void oneIsOneCodePoint() {
        assertTrue(Glob.parse("a?b").matches("a\uD83D\uDE00b", false));
        assertFalse(Glob.parse("a??b").matches("a\uD83D\uDE00b", false));
    }

    @Test
    void caseIsFoldedByCodePointWhateverTheLanguage() {
        assertTrue(Glob.parse("\u00C4?\u00DF I").folded().matches("\u00E4x\u00DF i", true));
        assertTrue(Glob.parse("\uD801\uDC00").folded().matches("\uD801\uDC28", true));
        assertFalse(Glob.parse("Foo").matches("foo", false));
    }

    @Test
    void runsThatAreThereAlreadyAreNotAddedAgain() {
        assertEquals(Glob.parse("*a*"), Glob.parse("*a*").afterAnything().beforeAnything());
        assertEquals("*a*", Glob.parse("a").afterAnything().beforeAnything().toString());
    }

    @Test
    void onlyDashesOfFlagsBecomeAnyDash() {
        Glob glob = Glob.parse("-a b-c --d").anyDash();
        assertTrue(glob.matches("/a b-c -/d", false));
        assertFalse(glob.matches("-a b/c --d", false));
    }

    @Test
    void manyRunsDoNotExplode() {
        Glob glob = Glob.parse("*a".repeat(200) + "*b");
        assertFalse(glob.matches("a".repeat(5_000), false));
    }

    @Property
    void globsMatchWhatTheSameRegularExpressionMatches(
            @ForAll @StringLength(max = 8) @CharRange(from = 'a', to = 'b') String text,
            @ForAll @StringLength(max = 6) @CharRange(from = '*', to = '+') String runs,
            @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String letters) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < Math.max(runs.length(), letters.length()); i++) {
            pattern.append(i < runs.length() && runs.charAt(i) == '*' ? "*" : "");
            pattern.append(i < letters.length() ? letters.charAt(i) : "");
        }
        String sigma = pattern.toString().replace('c', '?');
        String regex = sigma.replace("*", ".*").replace('?', '.');
        assertEquals(text.matches(regex), Glob.parse(sigma).matches(text, false), sigma);
    }
}
