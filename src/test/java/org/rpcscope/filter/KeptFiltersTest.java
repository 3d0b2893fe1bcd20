package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptFiltersTest {

    private static final KeptFilters SOME = new KeptFilters(
            List.of(
                    new SavedFilter("\"outbound\" √", "dst.zone:external, -user:\"a\\b\""),
                    new SavedFilter("b", "port:135")),
            List.of("port:135", "tier:confirmed"));

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(SOME, KeptFilters.read(SOME.write()));
        assertEquals(KeptFilters.NONE, KeptFilters.read(KeptFilters.NONE.write()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                  | 0",
                "null                                                | 0",
                "[]                                                  | 0",
                "{\"saved\":null,\"recent\":7}                       | 0",
                "{\"saved\":[null,{},{\"name\":\"a\"},{\"name\":\" \",\"text\":\"b\"}]} | 0",
                "{\"later\":1,\"saved\":[{\"name\":\"a\",\"text\":\"b\",\"later\":2}]} | 1",
                "{\"recent\":[null,\"a\"]}                           | 1"
            })
    void whatIsNoFilterIsLeftOut(String text, int left) {
        KeptFilters read = KeptFilters.read(text == null ? "" : text);
        assertEquals(left, read.saved().size() + read.recent().size());
    }

    @Test
    void damagedTextNeverThrows() {
        String whole = SOME.write();
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            StringBuilder damaged = new StringBuilder(whole);
            for (int change = 0; change < 3; change++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(128));
            }
            KeptFilters.read(damaged.toString())
                    .saved()
                    .forEach(filter -> assertEquals(false, filter.name().isBlank()));
        }
    }

    @Test
    void aNameIsAsLongAsAMenuHasRoomFor() {
        assertEquals("a b", SavedFilter.name("  a b \n"));
        assertEquals("😀".repeat(80), SavedFilter.name("😀".repeat(200)));
    }
}
