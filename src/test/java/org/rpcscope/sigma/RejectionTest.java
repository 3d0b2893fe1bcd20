package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be honoured exactly is rejected, with everything that is wrong and where. */
class RejectionTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', textBlock = """
        F|nosuchmodifier: x          ; line 6: there is no modifier 'nosuchmodifier'
        F|fieldref: G                ; line 6: the modifier 'fieldref' is not supported yet
        F|expand: '%x%'              ; line 6: the modifier 'expand' is not supported yet
        F|hour: 5                    ; line 6: the modifier 'hour' is not supported yet
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
        F|wide: x                    ; line 6: the modifier 'wide' is supported only before 'base64' or 'base64offset'
        F|wide|utf16|base64: x       ; line 6: the modifiers 'wide' and 'utf16' exclude each other
        '|all': [a, b]               ; line 6: keywords ('|all') are not supported yet
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
                        "line 9: the search 'words' has keywords, which are not supported yet",
                        "line 10: the search 'empty' is empty",
                        "line 11: 'timeframe' was replaced by correlation rules",
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
    void otherKindsOfDocumentsAreNamedAndTheRulesBesideThemAreKept() {
        String yaml = Rules.withItem("F: 1")
                + "---\ntitle: Count\ncorrelation:\n  type: event_count\n"
                + "---\ntitle: Except\nfilter:\n  rules: any\n"
                + "---\naction: global\n"
                + "---\n- a list\n"
                + "---\n";
        RuleFile file = Rules.read(yaml);
        assertEquals(
                List.of(
                        new RejectedRule(
                                "test.yml", 8, "Count", List.of("line 10: correlation rules are not supported yet")),
                        new RejectedRule("test.yml", 12, "Except", List.of("line 14: filters are not supported yet")),
                        new RejectedRule(
                                "test.yml",
                                16,
                                "",
                                List.of("line 17: 'action' was removed from Sigma: write each rule whole")),
                        new RejectedRule("test.yml", 18, "", List.of("line 19: a rule has to be a map"))),
                file.rejected());
        assertEquals(Rules.withItem("F: 1"), file.rules().getFirst().info().yaml());
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
