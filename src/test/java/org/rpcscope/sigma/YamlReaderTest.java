package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {

    @Test
    void scalarsKeepTheirTextAndTheirLines() {
        YamlFile file = YamlReader.read("a: 0x17\nb:\n  - 1.0\n  - 'yes'\n  - !!str 5\n");
        YamlNode.Mapping root = (YamlNode.Mapping) file.documents().getFirst().root();
        assertEquals(new YamlNode.Scalar("0x17", true, 1), root.get("a"));
        assertEquals(
                new YamlNode.Sequence(
                        List.of(
                                new YamlNode.Scalar("1.0", true, 3),
                                new YamlNode.Scalar("yes", false, 4),
                                new YamlNode.Scalar("5", false, 5)),
                        3),
                root.get("b"));
    }

    @Test
    void documentsKnowTheirLinesAndTheirText() {
        YamlFile file = YamlReader.read("# first\na: 1\n---\nb: 2\n...\n---\nc: 3\n");
        assertEquals(
                List.of("# first\na: 1\n", "---\nb: 2\n", "---\nc: 3\n"),
                file.documents().stream().map(YamlFile.Document::text).toList());
        assertEquals(
                List.of(2, 3, 6),
                file.documents().stream().map(YamlFile.Document::line).toList());
    }

    @Test
    void aliasesStandForWhatTheyName() {
        YamlFile file = YamlReader.read("a: &x [1, 2]\nb: *x\n");
        YamlNode.Mapping root = (YamlNode.Mapping) file.documents().getFirst().root();
        assertEquals(root.get("a"), root.get("b"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
        a: &x [*x]       ; line 1: the alias *x names nothing that is complete
        a: *nobody       ; line 1: the alias *nobody names nothing that is complete
        [a]: b           ; line 1: a key has to be a text
        a: !!binary QQ== ; line 1: the tag tag:yaml.org,2002:binary is not supported
        a: !x {b: c}     ; line 1: the tag !x is not supported
        """)
    void whatRulesDoNotNeedIsRefused(String yaml, String fault) {
        assertEquals(fault, String.valueOf(YamlReader.read(yaml).fault()));
    }

    @Test
    void sizeIsBounded() {
        assertEquals("line 1: a file of rules holds at most 1 MB", fault("#".repeat((1 << 20) + 1)));
        assertEquals("line 1: values are nested more than 64 deep", fault("[".repeat(100_000)));
        assertEquals("line 1001: a file holds at most 1000 documents", fault("---\n".repeat(2000)));
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append(
                    "a%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        assertEquals(
                "line 7: a document has at most 200000 values, with its aliases written out", fault(laughs.toString()));
    }

    @Test
    void damagedRulesNeverMakeItThrow() {
        String whole = Rules.withItem("F|contains|all: ['a*', \"b\\t\", &x c]\nG: {a: *x}");
        SplittableRandom random = new SplittableRandom(7);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int hits = random.nextInt(1, 5); hits > 0; hits--) {
                int at = random.nextInt(damaged.length());
                damaged.setCharAt(
                        at,
                        random.nextInt(3) == 0
                                ? (char) random.nextInt(0x10000)
                                : whole.charAt(random.nextInt(whole.length())));
            }
            RuleFile file = Rules.read(damaged.substring(0, random.nextInt(damaged.length() + 1)));
            read += file.rules().size() + file.rejected().size();
        }
        assertTrue(read > 1_000, "only " + read + " were read as anything");
    }

    private static String fault(String yaml) {
        return String.valueOf(YamlReader.read(yaml).fault());
    }
}
