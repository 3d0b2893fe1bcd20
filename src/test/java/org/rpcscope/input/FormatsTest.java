package org.rpcscope.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private final InputFormat<String> vague = format("vague", "a", 20);
    private final InputFormat<String> exact = format("exact", "ab", 90);
    private final InputFormat<String> alsoExact = format("also exact", "ab", 90);
    private final Formats<String> formats = new Formats<>(List.of(vague, exact, alsoExact));

    @Test
    void theLikeliestFormatReadsAndOfEqualsTheFirst() {
        assertEquals(Optional.of(exact), formats.detect(head("abc")));
        assertEquals(Optional.of(vague), formats.detect(head("acc")));
        assertEquals(Optional.empty(), formats.detect(head("x")));
        assertEquals(Optional.empty(), formats.detect(head("")));
    }

    @Test
    void behindAFormatThatIsSureNobodyIsAsked() {
        InputFormat<String> sure = format("sure", "a", InputFormat.SURE);
        InputFormat<String> never = format("never", "a", () -> {
            throw new AssertionError("asked");
        });

        assertEquals(Optional.of(sure), new Formats<>(List.of(vague, sure, never)).detect(head("abc")));
    }

    @Test
    void aFormatIsFoundByItsName() {
        assertEquals(Optional.of(alsoExact), formats.byName("also exact"));
        assertEquals(Optional.empty(), formats.byName("none"));
        assertEquals(List.of("vague", "exact", "also exact"), formats.names());
    }

    private static InputFormat.Head head(String text) {
        return new InputFormat.Head(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputFormat<String> format(String name, String start, int likelihood) {
        return format(name, start, () -> likelihood);
    }

    private static InputFormat<String> format(String name, String start, IntSupplier likelihood) {
        return new InputFormat<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int likelihood(Head head) {
                return new String(head.bytes(), StandardCharsets.UTF_8).startsWith(start) ? likelihood.getAsInt() : 0;
            }

            @Override
            public void read(ByteSource source, String target, Reading reading) {}
        };
    }
}
