package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order is that of a set that remembers what was put in last. */
class BySilenceTest {

    private final List<Inspected> some =
            Stream.generate(BySilenceTest::stream).limit(6).toList();

    @Test
    void orderIsThatOfTheLastWords() {
        Random random = new Random(3);
        BySilence order = new BySilence();
        LinkedHashSet<Inspected> expected = new LinkedHashSet<>();
        for (int i = 0; i < 5_000; i++) {
            Inspected one = some.get(random.nextInt(some.size()));
            if (random.nextInt(3) == 0) {
                order.remove(one);
                expected.remove(one);
            } else {
                order.heard(one);
                expected.addLast(one);
            }
            assertEquals(List.copyOf(expected), order.all());
            assertEquals(expected.stream().findFirst().orElse(null), order.first());
        }
    }

    private static Inspected stream() {
        FlowKey key = new FlowKey();
        key.of(0, 1, 0, 2, 50_000 << 16 | 135, false);
        return new Inspected(new Flow(key, true, 0, 0), Dictation.PLAIN.open(false, 50_000, 135));
    }
}
