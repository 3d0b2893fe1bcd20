package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.query.FieldNames;

/** What cannot be honoured exactly is rejected, with everything that is wrong and where. */
class RejectionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        F|nosuchmodifier: x          ; line 6: there is no modifier 'nosuchmodifier'
        F|fieldref: 'G*'             ; line 6: field 'F': the modifier 'fieldref' wants the name of a field
        F|fieldref|re: G             ; line 6: the modifier 're' has to be the first
        F|fieldref|windash: G        ; line 6: the modifier 'fieldref' stands with 'contains' and 'startswith' and 'endswith' and 'all' and 'neq' and 'cased' and 'fieldref' only
        network.direction|fieldref: G; line 6: field 'network.direction': zones cannot be compared with other fields
        F|expand: '%x%'              ; line 6: field 'F': the placeholder %x% has no value
        F|cidr|expand: '%x%'         ; line 6: the modifier 'expand' is for texts and regular expressions
        F|hour: noon                 ; line 6: field 'F': 'noon' is not a number
        F|hour: 1.5                  ; line 6: field 'F': '1.5' is not a whole number
        F|hour|gte: 5                ; line 6: the modifiers 'hour' and 'gte' exclude each other
        F|contains|contains: x       ; line 6: the modifier 'contains' stands twice
        F|contains|startswith: x     ; line 6: the modifiers 'contains' and 'startswith' exclude each other
        F|cidr|contains: 10.0.0.0/8  ; line 6: the modifiers 'cidr' and 'contains' exclude each other
        F|neq|cidr: 10.0.0.0/8       ; line 6: the modifier 'cidr' has to be the first
        F|neq|re: x                  ; line 6: the modifier 're' has to be the first
        F|multiline: x               ; line 6: the modifiers 'i', 'm' and 's' are for 're'
        F|re|cased: x                ; line 6: the modifier 'cased' is for texts
        F|gt|windash: 1              ; line 6: the modifier 'windash' is for texts
        F|neq|exists: true           ; line 6: the modifier 'exists' stands alone
        F|exists: 'yes'              ; line 6: field 'F': the modifier 'exists' wants true or false
        F|exists: [true]             ; line 6: field 'F': the modifier 'exists' wants true or false
        F|cidr: 192.168.1.1/24       ; line 6: field 'F': not a network: 192.168.1.1/24 has bits set beyond /24: the network is 192.168.1.0/24
        F|re: '[unclosed'            ; line 6: field 'F': not a regular expression: missing closing ] '[unclosed'
        F|re: 'a(?=b)'               ; line 6: field 'F': not a regular expression: invalid or unsupported Perl syntax '(?='
        F|re: '((x{1000}){1000})'    ; line 6: field 'F': the regular expression is too large
        F|lt: '5'                    ; line 6: field 'F': '5' is not a number
        F|gte: many                  ; line 6: field 'F': 'many' is not a number
        F|contains: null             ; line 6: field 'F': null cannot be compared like a text or a number
        F: ['', null]                ; line 6: field 'F': null cannot be in a list
        F: [[a]]                     ; line 6: field 'F': a list holds texts, numbers and booleans only
        F: {a: b}                    ; line 6: field 'F': a map is not a value
        F|contains|all: x            ; line 6: field 'F': the modifier 'all' wants several values
        F|base64|base64offset: x     ; line 6: the modifiers 'base64' and 'base64offset' exclude each other
        F|base64: 'a*'               ; line 6: field 'F': the modifier 'base64' cannot be used with wildcards
        F|contains|base64: x         ; line 6: the modifier 'base64' has to stand before how texts are compared
        F|base64|wide: x             ; line 6: the modifier 'wide' has to stand before 'base64'
        F|utf16: x                   ; line 6: the modifier 'utf16' has to stand before 'base64': its byte order mark is no text
        F|contains|wide: x           ; line 6: the modifier 'wide' has to stand before how texts are compared
        F|wide: 'ä'                  ; line 6: field 'F': the modifier 'wide' without 'base64' is for ASCII texts without '?'
        F|wide|windash: x            ; line 6: the modifiers 'wide' and 'windash' exclude each other without 'base64'
        F|wide|utf16|base64: x       ; line 6: the modifiers 'wide' and 'utf16' exclude each other
        '|all': a                    ; line 6: keyword: the modifier 'all' wants several values
        '|exists': true              ; line 6: the modifier 'exists' wants a field
        '|fieldref': F               ; line 6: the modifier 'fieldref' wants a field
        '<<': {a: b}                 ; line 6: merging with '<<' is not part of YAML 1.2
        """)
    void anItem(String item, String fault) {
        List<String> faults = Rules.faults(Rules.withItem(item));
        assertEquals(fault, faults.getFirst());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        a and                         ; something is missing at its end
        a b                           ; 'b' does not follow from what is before it
        a and (b                      ; a parenthesis is not closed
        a)                            ; ')' does not follow from what is before it
        a and and b                   ; a search is missing before 'and'
        a and (b OR a)                ; a parenthesis is not closed
        a and c                       ; there is no search 'c'
        a*                            ; there is no search 'a*': a pattern wants '1 of' or 'all of' before it
        2 of them                     ; '2 of' is not part of Sigma: '1 of' and 'all of' are
        1 of                          ; a pattern is missing behind '1 of'
        a | count() by x > 5          ; aggregation behind '|' was replaced by correlation rules
        """)
    void aCondition(String condition, String fault) {
        String yaml = Rules.withDetection("a:\n  F: 1\nb:\n  F: 2\ncondition: " + condition);
        assertEquals(List.of("line 9: condition: " + fault), Rules.faults(yaml));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String yaml = """
            description: no title
            level: severe
            tags: {a: b}
            detection:
              sel:
                F|nope: 1
                G|cidr: 10.0.0.1/8
              words:
                - evil
              empty: {}
              timeframe: 5m
              condition: sel and missing
            """;
        assertEquals(
                List.of(
                        "line 1: the title is missing",
                        "line 1: the logsource is missing",
                        "line 2: there is no level 'severe'",
                        "line 3: 'tags' has to be a text",
                        "line 6: there is no modifier 'nope'",
                        "line 7: field 'G': not a network: 10.0.0.1/8 has bits set beyond /8: the network is"
                                + " 10.0.0.0/8",
                        "line 10: the search 'empty' is empty",
                        "line 12: condition: there is no search 'missing'"),
                Rules.faults(yaml));
    }

    @Test
    void aRuleWithoutADetectionOrAConditionIsNone() {
        assertEquals(
                List.of("line 1: the detection is missing"), Rules.faults("title: X\nlogsource: {category: test}\n"));
        assertEquals(
                List.of("line 3: the condition is missing"),
                Rules.faults("title: X\nlogsource: {category: test}\ndetection: {a: {F: 1}}\n"));
        assertEquals(
                List.of("line 2: the logsource states no category, product or service"),
                Rules.faults("title: X\nlogsource: {definition: y}\ndetection: {a: {F: 1}, condition: a}\n"));
    }

    @Test
    void theRulesBesideADocumentThatIsNoneAreKept() {
        RuleFile file = Rules.read(Rules.withItem("F: 1") + "---\n- a list\n---\n");
        assertEquals(
                List.of(new RejectedRule("test.yml", 8, "", List.of("line 9: a rule has to be a map"))),
                file.rejected());
        assertEquals(Rules.withItem("F: 1"), file.rules().getFirst().info().yaml());
    }

    @Test
    void whatWouldTakeTooLongOrTooMuchIsRejected() {
        assertEquals(
                List.of("line 6: field 'F': a text that is looked for within another has at most 4096 characters"),
                Rules.faults(Rules.withItem("F|contains: '" + "*a".repeat(3000) + "'")));
        String many = String.join(", ", Collections.nCopies(60, "'" + "-a ".repeat(4) + "'"));
        assertEquals(
                List.of("line 6: the rule stands for more than 50000 values"),
                Rules.faults(Rules.withItem("F|windash|base64offset|contains: [" + many + "]")));
        assertEquals(
                List.of("line 6: field 'F': has too many dashes for the modifier 'base64'"),
                Rules.faults(Rules.withItem("F|windash|base64: '" + "-a ".repeat(5) + "'")));
        Placeholders thousand = new Placeholders(Map.of("x", Collections.nCopies(1000, "y")));
        assertEquals(
                List.of("line 6: field 'F': the placeholders stand for more than 10000 texts"),
                new RuleReader(FieldNames.none(), thousand)
                        .read("test.yml", Rules.withItem("F|expand: '%x%%x%'"))
                        .rejected()
                        .getFirst()
                        .faults());
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        assertEquals(List.of("line 7: the key 'F' stands twice"), Rules.faults(Rules.withItem("F: 1\nF: 2")));
    }

    @Test
    void whatStopsBeingYamlEndsTheFileButNotTheRulesBefore() {
        RuleFile file = Rules.read(Rules.withItem("F: 1") + "---\ntitle: [unclosed\n");
        assertEquals(1, file.rules().size());
        RejectedRule rest = file.rejected().getFirst();
        assertEquals("", rest.title());
        assertEquals(true, rest.faults().getFirst().startsWith("line 10: not YAML: "), rest.toString());
    }
}
