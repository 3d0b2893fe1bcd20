package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.filter.KeptFilters;
import org.rpcscope.filter.SavedFilter;

class SavedFiltersTest {

    private final FilterModel model = new FilterModel();
    private final SavedFilters saved = model.saved();

    @Test
    void eachNameStandsOnceInTheOrderOfTheNames() {
        saved.save("b", "port:135");
        saved.save(" A ", " port:445 ");
        saved.save("b", "port:139");
        saved.save("  ", "port:1");
        saved.save("c", " ");
        assertEquals(
                List.of(new SavedFilter("A", "port:445"), new SavedFilter("b", "port:139")),
                saved.all().get());
    }

    @Test
    void whatIsRenamedTakesThePlaceOfWhatHadTheName() {
        saved.save("a", "port:1");
        saved.save("b", "port:2");
        saved.rename(new SavedFilter("a", "port:1"), "b");
        assertEquals(List.of(new SavedFilter("b", "port:1")), saved.all().get());
        saved.rename(new SavedFilter("gone", "port:1"), "c");
        saved.rename(new SavedFilter("b", "port:1"), " ");
        assertEquals(List.of(new SavedFilter("b", "port:1")), saved.all().get());
        saved.delete(new SavedFilter("b", "port:1"));
        assertEquals(List.of(), saved.all().get());
    }

    @Test
    void onlyWhatHoldsCanBeSaved() {
        assertEquals(false, model.savable().get());
        model.text().set("port:135");
        assertEquals(true, model.savable().get());
        model.text().set("port:x");
        assertEquals(false, model.savable().get());
    }

    @Test
    void whatIsKeptIsThereAgain() {
        model.text().set("port:135");
        model.settle();
        saved.save("rpc", "port:135");
        model.text().set("port:445");
        model.settle();
        KeptFilters kept = model.kept();
        assertEquals(
                new KeptFilters(List.of(new SavedFilter("rpc", "port:135")), List.of("port:445", "port:135")), kept);
        FilterModel next = new FilterModel();
        next.restore(kept);
        assertEquals(kept, next.kept());
        assertEquals("", next.text().get());
    }
}
