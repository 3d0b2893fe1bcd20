package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Hostile associations: whatever the bytes are, nothing is thrown, and memory stays within its bound. */
class WireFuzzTest {

    @Test
    void thousandsOfDamagedAssociationsAreTakenAsTheyAre() {
        WireFuzz fuzz = new WireFuzz(20261124);
        fuzz.run(20_000);
        assertTrue(fuzz.steps() > 20_000, "only " + fuzz.steps() + " messages were understood: nothing is tried");
    }
}
