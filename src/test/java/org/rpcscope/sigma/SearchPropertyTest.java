package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the index looks for is there whenever a rule matches. */
class SearchPropertyTest {

    private static final List<String> PIECES = List.of(
            "ab",
            "a",
            "b?",
            "c*",
            "d+",
            "(ab|c)",
            "(?:x(y)z)",
            "[a-c]",
            "[^]b]",
            "[]a]",
            "\\.",
            "\\d",
            "\\w{2}",
            "e{1,2}",
            "f{2}",
            ".",
            "^",
            "$",
            "\\x41",
            "\\x{42}",
            "\\pL",
            "g??",
            "h+?",
            "\\b",
            "{",
            "a{x",
            "ab|",
            "\\-");
    private static final String LETTERS = "abcdefghxyzA B.1-{";

    @Property(tries = 3000)
    void whatARegularExpressionFindsHoldsItsLiteral(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder regex = new StringBuilder();
        for (int i = random.nextInt(5); i >= 0; i--) {
            regex.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(regex.toString());
        } catch (com.google.re2j.PatternSyntaxException e) {
            return;
        }
        String literal = RegexLiteral.of(regex.toString());
        for (int i = 0; i < 50; i++) {
            String text = text(random, 8);
            if (pattern.matcher(text).find()) {
                assertTrue(text.contains(literal), () -> regex + " finds " + text + " without " + literal);
            }
        }
    }

    @Property(tries = 300)
    void manyTextsAreFoundAsEachByItself(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, int[]> texts = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            texts.put(text(random, 4) + "a", new int[] {i});
        }
        AhoCorasick search = new AhoCorasick(texts);
        String text = text(random, 60);
        TreeSet<Integer> found = new TreeSet<>();
        search.search(text, found::add);
        TreeSet<Integer> expected = new TreeSet<>();
        texts.forEach((each, numbers) -> {
            if (text.contains(each)) {
                expected.add(numbers[0]);
            }
        });
        assertEquals(expected, found, () -> texts.keySet() + " in " + text);
    }

    private static String text(SplittableRandom random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(random.nextBoolean() ? 3 : LETTERS.length())));
        }
        return text.toString();
    }
}
