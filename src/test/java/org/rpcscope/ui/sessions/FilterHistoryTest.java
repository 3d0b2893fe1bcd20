package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.filter.Field;

class FilterHistoryTest {

    private final FilterModel model = new FilterModel();

    private String text() {
        return model.text().get();
    }

    @Test
    void eachChangeIsAStep() {
        model.include(Field.TIER, "attempt");
        model.exclude(Field.SOURCE, "10.0.0.1");
        model.only(Field.PORT, "135");
        model.back();
        assertEquals("tier:attempt -src:10.0.0.1", text());
        model.back();
        assertEquals("tier:attempt", text());
        model.on();
        assertEquals("tier:attempt -src:10.0.0.1", text());
        model.back();
        model.back();
        assertEquals("", text());
        model.back();
        assertEquals("", text());
    }

    @Test
    void whatIsWrittenIsAStepOnceItHasSettled() {
        model.text().set("t");
        model.text().set("tier:a");
        model.settle();
        model.text().set("tier:a port:1");
        model.back();
        assertEquals("tier:a", text());
        model.back();
        assertEquals("", text());
        model.on();
        model.on();
        assertEquals("tier:a port:1", text());
    }

    @Test
    void fromAFaultOneGoesBackToWhatHolds() {
        model.include(Field.TIER, "attempt");
        model.text().set("tier:attempt port:x");
        model.back();
        assertEquals("tier:attempt", text());
    }

    @Test
    void anotherFilterEndsTheWayOn() {
        model.only(Field.PORT, "135");
        model.only(Field.PORT, "445");
        model.back();
        model.only(Field.PORT, "53");
        model.on();
        assertEquals("port:53", text());
        model.back();
        assertEquals("port:135", text());
    }

    @Test
    void theNewestComeFirstAndEachOnce() {
        model.only(Field.PORT, "135");
        model.only(Field.PORT, "445");
        model.clear();
        model.only(Field.PORT, "135");
        model.text().set("port:x");
        assertEquals(List.of("port:135", "port:445"), model.recent());
    }

    @Test
    void onlySoManyAreKept() {
        for (int port = 1; port <= 500; port++) {
            model.only(Field.PORT, Integer.toString(port));
        }
        assertEquals(200, model.recent().size());
        assertEquals("port:500", model.recent().getFirst());
        for (int i = 0; i < 500; i++) {
            model.back();
        }
        assertEquals("port:300", text());
    }
}
