package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FieldIndexTest {

    /** Few fields and many, with repetitions and without, one record after the other. */
    @Property(tries = 300)
    void fieldsAreFoundInTheirOrder(
            @ForAll @Size(min = 1, max = 5) List<@Size(max = 150) List<@IntRange(max = 120) Integer>> records) {
        FieldIndex index = new FieldIndex();
        for (List<Integer> record : records) {
            String[] names = record.stream().map(number -> "field" + number).toArray(String[]::new);
            index.clear();
            for (int number = 0; number <= 121; number++) {
                String name = "field" + number;
                List<Integer> expected = new ArrayList<>();
                for (int i = 0; i < names.length; i++) {
                    if (names[i].equals(name)) {
                        expected.add(i);
                    }
                }
                List<Integer> found = new ArrayList<>();
                int at = index.first(names, names.length, name);
                while (at >= 0) {
                    found.add(at);
                    at = index.next(names, names.length, name, at + 1);
                }
                assertEquals(expected, found);
            }
        }
    }
}
