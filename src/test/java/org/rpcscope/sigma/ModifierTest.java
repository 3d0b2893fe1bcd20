package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.query.FieldNames;

/** What each modifier and each kind of value means (Sigma 2.1, and what was decided where it is silent). */
class ModifierTest {

    @ParameterizedTest(name = "{0} on \"{1}\" is {2}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
        F: Foo                            ; fOO            ; true
        F: Foo                            ; foo bar        ; false
        F: f*r                            ; foo bar        ; true
        F: f?o                            ; foo            ; true
        F: f?o                            ; fo             ; false
        F: 'a\\*b'                         ; a*b            ; true
        F: 'a\\*b'                         ; axb            ; false
        F: ''                             ; ""             ; true
        F: ''                             ; x              ; false
        F: 42                             ; 42             ; true
        F: 42                             ; 42.0           ; true
        F: 42                             ; 43             ; false
        F: 0x17                           ; 0x17           ; true
        F: 0x17                           ; 23             ; false
        F: 1.0                            ; 1              ; true
        F: true                           ; TRUE           ; true
        F: yes                            ; yes            ; true
        F: [a, b]                         ; b              ; true
        F: [a, b]                         ; c              ; false
        F|contains: oo                    ; foo bar        ; true
        F|contains: 'oo*a'                ; foo bar        ; true
        F|contains: 1.0                   ; v1.0.2         ; true
        F|contains: 1.0                   ; v1             ; false
        F|contains: 'o\\'                  ; fo\\x           ; true
        F|startswith: FO                  ; foo bar        ; true
        F|startswith: bar                 ; foo bar        ; false
        F|endswith: BAR                   ; foo bar        ; true
        F|endswith: foo                   ; foo bar        ; false
        F|contains|all: [foo, bar]        ; bar foo        ; true
        F|contains|all: [foo, bar]        ; foo            ; false
        F|cased: Foo                      ; Foo            ; true
        F|cased: Foo                      ; foo            ; false
        F|contains|cased: oO              ; foo            ; false
        F|re: 'fo+'                       ; a foo          ; true
        F|re: 'FO+'                       ; a foo          ; false
        F|re|i: 'FO+'                     ; a foo          ; true
        F|re|ignorecase: 'FO+'            ; a foo          ; true
        F|re|startswith: 'fo'             ; a foo          ; false
        F|re|endswith: 'fo'               ; a foo          ; false
        F|re|contains: 'fo'               ; a foo          ; true
        F|re: '^\\d{1,3}$'                 ; 135            ; true
        F|windash|base64: '-a'            ; L2E=           ; true
        F|windash|base64: '-a'            ; LWE=           ; true
        F|windash|base64: '-a'            ; YmE=           ; false
        F|minute: 59                      ; 2024-02-29 23:59; true
        F|hour: 22                        ; 2024-02-29T23:59:01.5+01:00; true
        F|hour: 23                        ; 2024-02-29T23:59:01+01:00; false
        F|hour: 0                         ; 2024-02-29     ; false
        F|day: 29                         ; 2024-02-29     ; true
        F|day: 30                         ; 2024-02-30     ; false
        F|week: 53                        ; 2021-01-01T00:00:00Z; true
        F|month: [1, 2]                   ; 2024-02-29T00:00:00Z; true
        F|year: 2021                      ; 2021-01-01T00:00:00Z; true
        F|year: 2023                      ; 1700000000     ; true
        F|year: 2023                      ; 1700000000.25  ; true
        F|year: 2023                      ; 1700000000123  ; true
        F|year: 2023                      ; yesterday      ; false
        F|cidr: 10.0.0.0/8                ; 10.1.2.3       ; true
        F|cidr: 10.0.0.0/8                ; 11.1.2.3       ; false
        F|cidr: 10.0.0.0/8                ; 10.1.2.3:445   ; false
        F|cidr: 10.0.0.0/8                ; ::ffff:10.1.2.3; false
        F|cidr: 'fc00::/7'                ; fd00::1        ; true
        F|cidr: '::/0'                    ; 10.1.2.3       ; false
        F|exists: true                    ; ""             ; true
        F|exists: false                   ; ""             ; false
        F|neq: a                          ; b              ; true
        F|neq: [a, b]                     ; b              ; false
        F|contains|neq: oo                ; foo            ; false
        F|lt: 10                          ; 9              ; true
        F|lt: 10                          ; 10             ; false
        F|lte: 10                         ; 10             ; true
        F|gt: 9.5                         ; 10             ; true
        F|gte: 10                         ; 9.99           ; false
        F|gt: 1                           ; many           ; false
        F|windash|contains: ' -x'         ; run /x         ; true
        F|windash|contains: ' -x'         ; run –x         ; true
        F|windash|contains: ' -x'         ; run +x         ; false
        F|contains|windash: ' -x'         ; run —x         ; true
        F|base64: foobar                  ; Zm9vYmFy       ; true
        F|base64offset|contains: foobar   ; xxZvb2Jhcyy    ; true
        F|base64offset|contains: foobar   ; xxZvb2Jxx      ; false
        F|wide|base64: cmd                ; YwBtAGQA       ; true
        F|utf16be|base64: cmd             ; AGMAbQBk       ; true
        F|utf16|base64: A                 ; //5BAA==       ; true
        F: null                           ; ""             ; false
        """)
    void anItemOnAText(String item, String value, boolean expected) {
        assertEquals(expected, Rules.matches(Rules.withItem(item), Map.of("F", value)));
    }

    @ParameterizedTest(name = "{0} on the number {1} is {2}")
    @CsvSource(delimiter = ';', textBlock = """
        F: 135               ; 135                  ; true
        F: '135'             ; 135                  ; true
        F: '13*'             ; 135                  ; true
        F: 135.5             ; 135                  ; false
        F: 1e2               ; 100                  ; true
        F: 99999999999999999999 ; 9223372036854775807 ; false
        F|lt: 99999999999999999999 ; 9223372036854775807 ; true
        F|gt: -1             ; 0                    ; true
        F|gte: 0.5           ; 0                    ; false
        F|gte: 0.5           ; 1                    ; true
        F|lte: -0.5          ; 0                    ; false
        F|lt: 0.5            ; 0                    ; true
        F|re: '^13'          ; 135                  ; true
        F|cidr: 0.0.0.0/0    ; 135                  ; false
        """)
    void anItemOnANumber(String item, long value, boolean expected) {
        assertEquals(expected, Rules.matches(Rules.withItem(item), Map.of("F", value)));
    }

    @ParameterizedTest(name = "{0} on an absent field is {1}")
    @CsvSource(delimiter = ';', textBlock = """
        F: null          ; true
        F:               ; true
        F: ~             ; true
        F: []            ; true
        F|exists: false  ; true
        F|exists: true   ; false
        F|neq: a         ; true
        F|neq: null      ; false
        F: '*'           ; false
        F: ''            ; false
        F|lt: 5          ; false
        """)
    void anItemOnAnAbsentField(String item, boolean expected) {
        assertEquals(expected, Rules.matches(Rules.withItem(item), Map.of("G", "x")));
    }

    @Test
    void linesEndWhereTheFlagsOfARegularExpressionSay() {
        Map<String, String> event = Map.of("F", "foo\nbar");
        assertEquals(false, Rules.matches(Rules.withItem("F|re: 'foo.bar'"), event));
        assertEquals(true, Rules.matches(Rules.withItem("F|re|s: 'foo.bar'"), event));
        assertEquals(false, Rules.matches(Rules.withItem("F|re: '^bar'"), event));
        assertEquals(true, Rules.matches(Rules.withItem("F|re|m: '^bar'"), event));
        assertEquals(true, Rules.matches(Rules.withItem("F|re|i|s: 'FOO.*BAR'"), event));
    }

    @Test
    void placeholdersStandForEachOfTheirValues() {
        Placeholders placeholders =
                new Placeholders(Map.of("a", List.of("x*", "y"), "n-1", List.of("1.", "2"), "none", List.of()));
        String yaml = Rules.withDetection("""
            sel:
              F|expand: '%a%-%n-1%'
            percent:
              F|expand: '\\%a%z 5%'
            regex:
              F|re|expand: '^%a%%n-1%$'
            nothing:
              F|expand: '%none%'
            literal:
              F: '%a%'
            condition: 1 of them
            """);
        RuleFile file = new RuleReader(FieldNames.none(), placeholders).read("test.yml", yaml);
        assertEquals(List.of(), file.rejected());
        Expression expression = file.rules().getFirst().expression();
        for (String matching : List.of("xab-1.", "Y-2", "%a%z 5%", "x___1.", "y2", "%a%")) {
            assertEquals(true, EventEvaluator.matches(expression, Event.of(Map.of("F", matching))), matching);
        }
        for (String other : List.of("y-3", "x-", "xab1_", "", "z 5%")) {
            assertEquals(false, EventEvaluator.matches(expression, Event.of(Map.of("F", other))), other);
        }
    }

    @Test
    void aKeywordIsAPartOfAnyValueAndNoNameOfAField() {
        String yaml = Rules.withDetection("words:\n  - evil\n  - 123\ncondition: words");
        assertEquals(true, Rules.matches(yaml, Map.of("a", Map.of("b", List.of("x", "an EVIL thing")))));
        assertEquals(true, Rules.matches(yaml, Map.of("a", 41235)));
        assertEquals(false, Rules.matches(yaml, Map.of("evil", "x")));
    }

    @Test
    void utf16IsLookedAtByteByByteWhereNothingEncodesIt() {
        assertEquals(true, Rules.matches(Rules.withItem("F|wide: ab"), Map.of("F", "A\0b\0")));
        assertEquals(true, Rules.matches(Rules.withItem("F|utf16be: ab"), Map.of("F", "\0a\0b")));
        assertEquals(false, Rules.matches(Rules.withItem("F|utf16be: ab"), Map.of("F", "a\0b\0")));
        assertEquals(true, Rules.matches(Rules.withItem("F|wide|contains: 'b*a'"), Map.of("F", "xb\0--a\0y")));
    }
}
