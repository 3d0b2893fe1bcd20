package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TsvCellsTest {

    private static final String[] WRITTEN = {"-", "(empty)", "", "svcctl", "\\x09", "a\\\\b", "\u00fc", "svcct1"};
    private static final String[] MEANT = {null, "", "", "svcctl", "\t", "a\\b", "\u00fc", "svcct1"};

    @Property(tries = 500)
    void cellsAreWhatTheirColumnsSay(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 3) Integer> names,
            @ForAll @Size(min = 1, max = 8) List<@Size(min = 6, max = 6) List<@IntRange(max = 7) Integer>> lines) {
        List<String> fields = names.stream().map(name -> "id_" + name).toList();
        TsvCells cells = new TsvCells(new TsvHeader((byte) '\t', ",", "(empty)", "-", "x", fields));
        for (List<Integer> line : lines) {
            Map<String, Object> expected = new LinkedHashMap<>();
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < names.size(); i++) {
                text.append(i == 0 ? "" : "\t").append(WRITTEN[line.get(i)]);
                if (MEANT[line.get(i)] != null) {
                    expected.put("id." + names.get(i), MEANT[line.get(i)]);
                }
            }
            assertEquals(names.size(), fill(cells, text.toString()));
            assertEquals(expected.toString(), cells.toString());
            for (int i = 0; i < 4; i++) {
                assertEquals(expected.get("id." + i), cells.get("id." + i));
                assertEquals(expected.containsKey("id." + i), cells.containsKey("id." + i));
            }
            assertNull(cells.get("id_0"));
        }
    }

    @Test
    void cellsAreCountedUpToOneTooMany() {
        TsvCells cells = new TsvCells(new TsvHeader((byte) ',', ",", "", "", "x", List.of("a", "b")));
        assertEquals(1, fill(cells, "x"));
        assertEquals(2, fill(cells, "x,"));
        assertEquals(3, fill(cells, "x,y,z,,"));
    }

    private static int fill(TsvCells cells, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return cells.fill(Arrays.copyOf(bytes, bytes.length + Words.PAD), 0, bytes.length);
    }
}
