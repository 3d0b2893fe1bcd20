package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexSizeTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = ';', textBlock = """
        (?i)^\\w{1,20}\\.(exe|dll)$     ; true
        [a-f0-9]{32}                   ; true
        x{0,1000}                      ; true
        [{]{5}(]{2}                    ; true
        []{9}{9}]{3}                   ; true
        (x{1000}){100}                 ; false
        ((x{100}){100}){100}           ; false
        ((x{100}?){100}?){100}         ; false
        (abcdefghijklmnopqrstu){900}   ; false
        """)
    void repetitionsAreMultiplied(String regex, boolean bearable) {
        assertEquals(bearable, RegexSize.isBearable(regex));
    }

    @ParameterizedTest
    @CsvSource({"101, false", "50, true"})
    void nestingHasAnEnd(int depth, boolean bearable) {
        assertEquals(bearable, RegexSize.isBearable("(".repeat(depth) + ")".repeat(depth)));
    }

    @Property
    void whatIsBearableCompilesToALittle(
            @ForAll @StringLength(max = 30) @Chars({'(', ')', '{', '}', '9', ',', 'a', '\\', '[', ']', '*', '|'})
                    String regex) {
        Assume.that(RegexSize.isBearable(regex));
        int size;
        try {
            size = Pattern.compile(regex).programSize();
        } catch (com.google.re2j.PatternSyntaxException e) {
            size = 0;
        }
        assertTrue(size <= 4 * RegexSize.MAX_SIZE, regex + " has " + size + " instructions");
    }
}
