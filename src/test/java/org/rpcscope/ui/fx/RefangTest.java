package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.net.Refang;

class RefangTest {

    @ParameterizedTest
    @CsvSource({
        "203[.]0[.]113[.]9, 203.0.113.9",
        "203(.)0{.}113[dot]9, 203.0.113.9",
        "203 [DOT] 0 [dot] 113 [dot] 9, 203.0.113.9",
        "2001[:]db8[:][:]1, 2001:db8::1",
        "hxxps[:]//rpc[.]example, https://rpc.example",
        "rule:[a] (b), rule:[a] (b)"
    })
    void separatorsAreAsTheyWere(String text, String wanted) {
        assertEquals(wanted, Refang.text(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "2001:db8::1", "::ffff:203.0.113.9"})
    void whatIsDefangedComesBack(String address) {
        assertEquals(address, Refang.text(Defang.address(address)));
    }

    @Test
    void anEmptyTextStaysEmpty() {
        assertEquals("", Refang.text(""));
    }
}
