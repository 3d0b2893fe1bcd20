package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexGuardTest {

    private static final List<String> PARTS = List.of(
            "(",
            "(?i)",
            "(?:",
            "[",
            "[^",
            "]",
            "[:alpha:]",
            "[:",
            "\\Q",
            "\\E",
            "\\pL",
            "\\p{Greek}",
            "\\x{1c84}",
            "\\x{ffff}",
            "\\x41",
            "\u1C80",
            "\u1C7F",
            "\u2013",
            "-",
            "a",
            ")",
            ")",
            "|",
            "*",
            "{9}",
            "{99}",
            "{9,}",
            "\\d",
            "\\");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
        (?i)^\\w{1,20}\\.(exe|dll)$      ; true
        [a-f0-9]{32}                    ; true
        x{0,1000}                       ; true
        [{]{5}(]{2}                     ; true
        []{9}9]{3}                      ; true
        (x{1000}){100}                  ; false
        ((x{100}){100}){100}            ; false
        ((x{100}?){100}?){100}          ; false
        (abcdefghijklmnopqrstu){900}    ; false
        (x{500}[[:alpha:](]){100}       ; false
        (x{500}\\Q(\\E){100}              ; false
        """)
    void repetitionsAreMultiplied(String regex, boolean bearable) {
        assertEquals(bearable ? null : "the regular expression is too large", RegexGuard.objection(regex, false));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
        [\\x80-\\x{ffff}]                ; false
        \\x{1c80}                        ; false
        \\Qa\u1C88\\E                     ; false
        [^\u0400-\u2000]                ; false
        [[-\u2013]                      ; false
        []-\u2013]                      ; false
        [\\d--\u2013]                   ; false
        [-\u2013/]e(nc)?[a-z0-9]        ; true
        [\u4E00-\u9FA5]                 ; true
        [\\x80-\\x{1c7f}\\x{1c89}-\\x{10ffff}] ; true
        \\pL[[:alpha:]][^\\x00-\\x7f]     ; true
        """)
    void lettersWhoseCaseCannotBeIgnoredAreRefused(String regex, boolean possible) {
        String objection = possible ? null : "the case of U+1C80 to U+1C88 cannot be ignored";
        assertEquals(objection, RegexGuard.objection(regex, true));
        assertEquals(objection, RegexGuard.objection("(?s-m:x)(?mi:" + regex + ")", false));
        assertEquals(null, RegexGuard.objection(regex, false));
    }

    @ParameterizedTest
    @CsvSource({"101, false", "50, true"})
    void nestingHasAnEnd(int depth, boolean bearable) {
        String regex = "(".repeat(depth) + ")".repeat(depth);
        assertEquals(bearable, RegexGuard.objection(regex, false) == null);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a new Unicode could add such letters
    void thereAreNoOtherLettersWhoseCaseCannotBeIgnored() {
        String others = "[\\x{0}-\\x{1c7f}\\x{1c89}-\\x{10ffff}]";
        assertTrue(
                Pattern.compile(others, Pattern.CASE_INSENSITIVE).matcher("x").find());
    }

    @Property
    void whatIsNotObjectedToCompilesToALittle(@ForAll @Size(max = 14) List<@IntRange(max = 28) Integer> choice) {
        List<String> parts = new ArrayList<>();
        choice.forEach(each -> parts.add(PARTS.get(each)));
        String regex = String.join("", parts);
        Assume.that(RegexGuard.objection(regex, true) == null);
        int size;
        try {
            size = Pattern.compile(regex, Pattern.CASE_INSENSITIVE).programSize();
        } catch (PatternSyntaxException e) {
            size = 0;
        }
        assertTrue(size <= 4 * RegexGuard.MAX_SIZE, regex + " has " + size + " instructions");
    }
}
