package org.rpcscope.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1795514400 | 2026-11-24T10:00:00Z | true",
                "1795514400.25 | 2026-11-24T10:00:00.25Z | true",
                "1795514400250 | 2026-11-24T10:00:00.25Z | true",
                "1795514400250000 | 2026-11-24T10:00:00.25Z | true",
                "1795514400250000000 | 2026-11-24T10:00:00.25Z | true",
                "2026-11-24T10:00:00Z | 2026-11-24T10:00:00Z | true",
                "2026-11-24T10:00:00.123456789+0100 | 2026-11-24T09:00:00.123456789Z | true",
                "2026-11-24 10:00:00 -05:30 | 2026-11-24T15:30:00Z | true",
                "2026-11-24 10:00:00,5 | 2026-11-24T10:00:00.5Z | false",
                "2026/11/24 10:00 | 2026-11-24T10:00:00Z | false",
                "24.11.2026 10:00:00 | 2026-11-24T10:00:00Z | false",
                "02.11.2026 10:00:00 | 2026-11-02T10:00:00Z | false",
                "11/24/2026 3:04:05 PM | 2026-11-24T15:04:05Z | false",
                "11/02/2026 12:04:05 AM | 2026-11-02T00:04:05Z | false",
                "24/11/2026 10:00:00 | 2026-11-24T10:00:00Z | false",
                "24/Nov/2026:10:00:00 +0100 | 2026-11-24T09:00:00Z | true",
                "24 Nov 2026 10:00:00 | 2026-11-24T10:00:00Z | false",
                "Nov 24, 2026 10:00:00.5 | 2026-11-24T10:00:00.5Z | false",
                "Tue, 24 Nov 2026 10:00:00 GMT | 2026-11-24T10:00:00Z | true",
                "2026-11-24 | 2026-11-24T00:00:00Z | false",
                "24.11.26 10:00 | 2026-11-24T10:00:00Z | false"
            })
    void timesOfManyShapesAreUnderstood(String text, Instant moment, boolean zoned) {
        long nanos = moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
        assertEquals(new TimeText(nanos, zoned), TimeText.parse(text, false));
    }

    @Test
    void theFirstOfTwoNumbersMayBeTheDay() {
        long second = Instant.parse("2026-02-01T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        assertEquals(new TimeText(second, false), TimeText.parse("01/02/2026", true));
        long first = Instant.parse("2026-01-02T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        assertEquals(new TimeText(first, false), TimeText.parse("01/02/2026", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "135",
                "10.20.4.31",
                "10:15:00",
                "2026-13-01",
                "2026-02-30 10:00:00",
                "2026-11-24 25:00:00",
                "tcp",
                "fd12:9a::1f:44",
                "99999999999999999999",
                "2026-11-24 10:00:00 somewhere",
                "Nov 24 10:00:00",
                "24/11 10:15:00",
                "24.11. 10:15",
                "1-2-3-4-5-6-7"
            })
    void otherTextIsNoTime(String text) {
        assertNull(TimeText.parse(text, false));
    }

    @Test
    void anyTextIsAnsweredWithoutAnException() {
        String letters = "0123456789:-/. TZ+,novpmgt";
        Random random = new Random(20261124);
        int times = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? "2026-11-24 1" : "");
            for (int k = random.nextInt(14); k > 0; k--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            times += TimeText.parse(text.toString(), i % 3 == 0) == null ? 0 : 1;
        }
        assertEquals(true, times > 100, "some of it is times: " + times);
    }
}
