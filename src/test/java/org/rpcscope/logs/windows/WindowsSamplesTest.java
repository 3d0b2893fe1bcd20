package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The Windows logs of the sample data are those that their generator writes. */
class WindowsSamplesTest {

    private static final Path SAMPLES = Path.of("sample-data");

    @Test
    void theFilesAreThoseOfTheGenerator() throws IOException {
        assertArrayEquals(WindowsSamples.evtx(), Files.readAllBytes(SAMPLES.resolve(WindowsSamples.EVTX)));
        assertEquals(WindowsSamples.xml(), Files.readString(SAMPLES.resolve(WindowsSamples.XML)));
        assertEquals(WindowsSamples.json(), Files.readString(SAMPLES.resolve(WindowsSamples.JSON)));
    }
}
