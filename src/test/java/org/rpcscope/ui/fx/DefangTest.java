package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DefangTest {

    @Test
    void everySeparatorOfAnAddressIsPutInBrackets() {
        assertEquals("203[.]0[.]113[.]9", Defang.address("203.0.113.9"));
        assertEquals("2001[:]db8[:][:]1", Defang.address("2001:db8::1"));
    }
}
