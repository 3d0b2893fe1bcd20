package org.rpcscope.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static Profile profile(int number) {
        return Profile.defaults().withInternal(List.of(new NetworkEntry("10." + number + ".0.0/16", true, "")));
    }

    @Test
    void anEditIsPendingUntilItIsApplied() {
        Draft draft = new Draft(profile(0), () -> 1);
        draft.edit(profile(1));
        assertEquals(List.of(true, profile(0), profile(1)), List.of(draft.pending(), draft.applied(), draft.edited()));
        draft.apply();
        assertEquals(List.of(false, profile(1)), List.of(draft.pending(), draft.applied()));
    }

    @Test
    void revertingIsAnEditThatCanBeUndone() {
        Draft draft = new Draft(profile(0), () -> 1);
        draft.edit(profile(1));
        draft.revert();
        assertEquals(profile(0), draft.edited());
        draft.undo();
        assertEquals(profile(1), draft.edited());
    }

    @Test
    void undoingWhatWasAppliedIsPending() {
        Draft draft = new Draft(profile(0), () -> 1);
        draft.edit(profile(1));
        draft.apply();
        draft.undo();
        assertEquals(List.of(true, profile(1), profile(0)), List.of(draft.pending(), draft.applied(), draft.edited()));
    }

    @Test
    void anEqualProfileIsNoEdit() {
        Draft draft = new Draft(profile(0), () -> 1);
        draft.edit(profile(0));
        assertNull(draft.last());
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        Draft draft = new Draft(profile(0), () -> 1);
        draft.edit(profile(1));
        draft.undo();
        draft.edit(profile(2));
        assertNull(draft.next());
        draft.redo();
        assertEquals(profile(2), draft.edited());
    }

    @Test
    void onlySoManyEditsCanBeUndone() {
        Draft draft = new Draft(profile(0), () -> 1);
        for (int i = 1; i <= Draft.UNDO + 5; i++) {
            draft.edit(profile(i));
        }
        int undone = 0;
        for (; draft.last() != null; undone++) {
            draft.undo();
        }
        assertEquals(List.of(Draft.UNDO, profile(5)), List.of(undone, draft.edited()));
    }

    @Property(tries = 200)
    void undoAndRedoWalkAlongTheEdits(@ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> numbers) {
        Draft draft = new Draft(profile(10), () -> 1);
        List<Profile> states = new ArrayList<>(List.of(draft.edited()));
        for (int number : numbers) {
            draft.edit(profile(number));
            if (!states.getLast().equals(draft.edited())) {
                states.add(draft.edited());
            }
        }
        List<Profile> back = new ArrayList<>(List.of(draft.edited()));
        while (draft.last() != null) {
            draft.undo();
            back.add(draft.edited());
        }
        assertEquals(states.reversed(), back);
        List<Profile> forth = new ArrayList<>(List.of(draft.edited()));
        while (draft.next() != null) {
            draft.redo();
            forth.add(draft.edited());
        }
        assertEquals(states, forth);
    }

    @Test
    void thePathLeadsFromWhatHoldsToWhatIsEdited() {
        Profile first = Profile.defaults();
        Profile second = first.withExternal(List.of(new NetworkEntry("45.0.0.0/8", true, "")));
        Profile third = second.withInternal(List.of());
        Draft draft = new Draft(first, () -> 1);
        assertEquals(List.of(first), draft.path());
        draft.edit(second);
        draft.edit(third);
        assertEquals(List.of(first, second, third), draft.path());
        draft.apply();
        assertEquals(List.of(third), draft.path());
        draft.undo();
        assertEquals(List.of(third, second), draft.path(), "one step where the way back does not pass what holds");
        draft.redo();
        draft.edit(first);
        assertEquals(List.of(third, first), draft.path());
    }
}
