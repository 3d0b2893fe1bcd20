package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.stream.StreamProbe.Sighting;

class DcerpcProbeTest {

    private final DcerpcProbe probe = new DcerpcProbe();

    /** The first question is cheap and says yes too often; the second is the answer. */
    private String asked(byte[] payload, boolean datagram) {
        ByteBuffer bytes = ByteBuffer.allocate(payload.length + 3).put(3, payload);
        boolean mayBegin = probe.mayBegin(bytes, 3, payload.length);
        return mayBegin + " " + (mayBegin ? probe.probe(bytes, 3, payload.length, datagram) : Sighting.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RPC_IN_DATA /rpc/rpcproxy.dll HTTP/1.1 | true PRELUDE",
                "RPC_OUT_DATA /rpc/rpcproxy.dll HTTP/1.1 | true PRELUDE",
                "RPC_CONNECT server:593 HTTP/1.0 | true PRELUDE",
                "RPC_ELSE x | true NONE",
                "RPC_IN_ | true NONE",
                "RPC | true NONE",
                "R | true NONE",
                "REPORT / HTTP/1.1 | true NONE",
                "GET / HTTP/1.1 | false NONE"
            })
    void theVerbsOfAProxyGoBefore(String payload, String answer) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        assertEquals(answer, asked(bytes, false));
        assertEquals(answer.replace("PRELUDE", "NONE"), asked(bytes, true));
    }

    @Test
    void pdusAreWhatTheyAre() {
        assertEquals("true FROM_CLIENT", asked(Pdus.bind(1, Pdus.SAMR, 1), false));
        assertEquals("true FROM_SERVER", asked(Pdus.response(1, 40), false));
        assertEquals("true NONE", asked(new byte[] {5, 0, 99, 3, 0x10, 0, 0, 0, 16, 0, 0, 0, 1, 0, 0, 0}, false));
        assertEquals("true NONE", asked(new byte[] {5, 0, 0}, false));
    }
}
