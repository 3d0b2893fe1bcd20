package org.rpcscope.ui.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.tuning.Fault;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

class TuningModelTest {

    private final TuningModel model =
            new TuningModel(Profile.defaults(), _ -> new RuleSet(List.of(), List.of()), rule -> rule, () -> 1);

    private List<NetworkEntry> internal() {
        return model.rows(NetworkList.INTERNAL).stream()
                .map(row -> row.entry().get())
                .toList();
    }

    /** What a job does after each edit. */
    private void look() {
        model.take(NetworkReview.of(model.edited().get(), model.applied()));
    }

    @Test
    void whatIsSaidOfLinesThatWereEditedMeanwhileIsNotTaken() {
        NetworkReview before = NetworkReview.of(model.edited().get(), model.applied());
        NetworkRow row = model.rows(NetworkList.INTERNAL).getFirst();
        model.remove(row);
        model.take(before);
        assertFalse(model.review().get() == before);
        look();
        assertEquals(model.edited().get(), model.review().get().profile());
    }

    @Test
    void theRowsAreTheProfile() {
        assertEquals(Profile.defaults().internal(), internal());
        assertFalse(model.pending().get());
        assertNull(model.last().get());
    }

    @Test
    void typingInOneFieldIsOneEditThatUndoTakesBack() {
        NetworkRow row = model.add(NetworkList.INTERNAL);
        for (String typed : List.of("4", "45", "45.", "45.0.0.0/8")) {
            model.type(row, typed);
        }
        assertEquals("45.0.0.0/8", internal().getLast().cidr());
        model.undo();
        assertEquals("", internal().getLast().cidr());
        model.undo();
        assertEquals(Profile.defaults().internal(), internal());
        model.redo();
        model.redo();
        assertEquals("45.0.0.0/8", internal().getLast().cidr());
    }

    @Test
    void anotherFieldIsAnotherEdit() {
        NetworkRow row = model.rows(NetworkList.INTERNAL).getFirst();
        model.type(row, "10.0.0.0/9");
        model.comment(row, "half");
        model.undo();
        assertEquals(
                new NetworkEntry("10.0.0.0/9", true, "RFC 1918"), row.entry().get());
    }

    @Test
    void aRowStaysTheSameObjectWhileItIsEdited() {
        NetworkRow row = model.rows(NetworkList.INTERNAL).get(1);
        model.type(row, "172.16.0.0/1");
        model.undo();
        assertSame(row, model.rows(NetworkList.INTERNAL).get(1));
        assertEquals("172.16.0.0/12", row.entry().get().cidr());
    }

    @Test
    void aFaultyLineSaysWhatIsWrongAndWhatWasMeant() {
        NetworkRow row = model.rows(NetworkList.INTERNAL).getFirst();
        model.type(row, "10.20.4.31/24");
        look();
        Fault fault = row.fault().get();
        assertEquals("Use[network=10.20.4.0/24]", fault == null ? null : String.valueOf(fault.fix()));
        model.type(row, "10.20.4.0/24");
        look();
        assertNull(row.fault().get());
    }

    @Test
    void aChangedLineIsMarkedUntilItHolds() {
        NetworkRow row = model.rows(NetworkList.INTERNAL).getFirst();
        model.enable(row, false);
        look();
        assertTrue(row.changed().get());
        Profile applied = model.apply();
        look();
        assertFalse(row.changed().get());
        assertEquals(applied, model.applied());
        assertFalse(model.pending().get());
    }

    @Test
    void revertGoesBackToWhatHoldsAndCanBeUndone() {
        model.remove(model.rows(NetworkList.INTERNAL).getFirst());
        model.revert();
        assertEquals(Profile.defaults().internal(), internal());
        model.undo();
        assertEquals(Profile.defaults().internal().size() - 1, internal().size());
    }
}
