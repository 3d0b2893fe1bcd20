package org.rpcscope.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

    @Test
    void thePacketsThatPcap4jCannotReadAreNotLogged(@TempDir Path folder) throws IOException {
        Logger root = Logger.getLogger("");
        List<Handler> before = List.of(root.getHandlers());
        try {
            LogFiles.in(folder);
            Logger.getLogger("org.pcap4j.packet.IpV4Packet").severe("arr: 45 00 00 30");
            Logger.getLogger("org.rpcscope").severe("a defect");
        } finally {
            for (Handler handler : root.getHandlers()) {
                root.removeHandler(handler);
                handler.close();
            }
            before.forEach(root::addHandler);
        }
        String log = Files.readString(folder.resolve("rpcscope-0.log"));
        assertTrue(log.contains("a defect"), log);
        assertFalse(log.contains("arr"), log);
    }
}
