package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TimesTest {

    private static final long MOMENT = 1_795_513_267_000_000_000L;

    @Test
    void aColumnShowsMillisecondsInUtc() {
        assertEquals("2026-11-24 09:41:07.318", Times.UTC.millis(MOMENT + 318_999_999L));
    }

    @Test
    void aNarrowColumnShowsMinutes() {
        assertEquals("2026-11-24 09:41", Times.UTC.minutes(MOMENT + 318_999_999L));
    }

    @Test
    void theExactTimeShowsAsManyDigitsAsTheInputHas() {
        assertEquals("2026-11-24 09:41:07.000", Times.UTC.exact(MOMENT));
        assertEquals("2026-11-24 09:41:07.318042", Times.UTC.exact(MOMENT + 318_042_000L));
        assertEquals("2026-11-24 09:41:07.318042007", Times.UTC.exact(MOMENT + 318_042_007L));
    }

    @Test
    void timesBefore1970AreNoSurprise() {
        assertEquals("1969-12-31 23:59:59.999", Times.UTC.millis(-1_000_000L));
    }
}
