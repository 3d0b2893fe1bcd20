package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    private final List<String> log = new ArrayList<>();
    private final Part draft = new Part("draft");
    private final Part marks = new Part("marks");
    private final Histories both = new Histories(List.of(draft, marks));
    private long order;

    /** A part of the window that remembers what is asked of it; what it writes takes until {@link #written}. */
    private final class Part implements History {
        final String name;
        final Deque<Step> undo = new ArrayDeque<>();
        final Deque<Step> redo = new ArrayDeque<>();
        final Deque<Runnable> waiting = new ArrayDeque<>();
        final ObjectProperty<@Nullable Step> last = new SimpleObjectProperty<>();
        final ObjectProperty<@Nullable Step> next = new SimpleObjectProperty<>();
        boolean writing;

        Part(String name) {
            this.name = name;
        }

        void step(String text) {
            redo.clear();
            undo.push(new Step(text, ++order));
            show();
        }

        void written() {
            writing = false;
            while (!waiting.isEmpty()) {
                waiting.pop().run();
            }
        }

        private void show() {
            next.set(redo.peek());
            last.set(undo.peek());
        }

        @Override
        public ObservableValue<@Nullable Step> last() {
            return last;
        }

        @Override
        public ObservableValue<@Nullable Step> next() {
            return next;
        }

        @Override
        public boolean busy() {
            return writing;
        }

        @Override
        public void afterwards(Runnable task) {
            waiting.add(task);
        }

        @Override
        public void undo() {
            log.add(name + " undid " + undo.element().text());
            redo.push(undo.pop());
            show();
        }

        @Override
        public void redo() {
            log.add(name + " redid " + redo.element().text());
            undo.push(redo.pop());
            show();
        }

        @Override
        public void forget() {
            redo.clear();
            show();
        }
    }

    private static @Nullable String text(ObservableValue<History.@Nullable Step> of) {
        History.Step step = of.getValue();
        return step == null ? null : step.text();
    }

    @Test
    void theNewestStepOfAnyPartIsTakenBackFirstAndDoneAgainLast() {
        draft.step("a");
        marks.step("b");
        draft.step("c");
        both.undo();
        both.undo();
        both.undo();
        both.undo();
        assertEquals(null, text(both.last()));
        assertEquals("a", text(both.next()));
        both.redo();
        both.redo();
        assertEquals("b", text(both.last()));
        assertEquals("c", text(both.next()));
        both.redo();
        both.redo();
        assertEquals(
                List.of(
                        "draft undid c",
                        "marks undid b",
                        "draft undid a",
                        "draft redid a",
                        "marks redid b",
                        "draft redid c"),
                log);
    }

    @Test
    void aNewStepForgetsWhatWasTakenBackInOtherParts() {
        marks.step("a");
        both.undo();
        draft.step("b");
        assertEquals(null, text(both.next()));
        both.redo();
        assertEquals(List.of("marks undid a"), log);
    }

    @Test
    void whatIsStillBeingWrittenIsTakenBackWhenItIsThere() {
        draft.step("a");
        marks.writing = true;
        both.undo();
        marks.step("b");
        marks.written();
        assertEquals(List.of("marks undid b"), log);
    }

    /** Whatever was done and taken back in between: the way back is the way that was gone. */
    @Test
    void theWayBackIsTheWayThatWasGone() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            new HistoriesTest().walk(random);
        }
    }

    private void walk(Random random) {
        List<String> done = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            switch (random.nextInt(4)) {
                case 0 -> {
                    both.undo();
                    move(done, undone);
                }
                case 1 -> {
                    both.redo();
                    move(undone, done);
                }
                default -> {
                    (random.nextBoolean() ? draft : marks).step("step " + i);
                    done.add("step " + i);
                    undone.clear();
                }
            }
            assertEquals(done.isEmpty() ? null : done.getLast(), text(both.last()));
            assertEquals(undone.isEmpty() ? null : undone.getLast(), text(both.next()));
        }
    }

    private static void move(List<String> from, List<String> to) {
        if (!from.isEmpty()) {
            to.add(from.removeLast());
        }
    }
}
