package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.smb.Request.Connect;
import org.rpcscope.dcerpc.smb.Request.Create;
import org.rpcscope.dcerpc.smb.Request.Receive;
import org.rpcscope.dcerpc.smb.Request.Setup;

/** What servers answer in SMB1. */
final class Smb1Responses {

    /** Words of a session setup's answer with a security blob (MS-SMB 2.2.4.6.2). */
    private static final int SETUP_WITH_TOKEN = 4;

    private final Connection connection;

    Smb1Responses(Connection connection) {
        this.connection = connection;
    }

    void take(Smb1Block block, Arrival arrival) {
        Request request = connection.asked(block.id());
        if (request == null || isInterim(block)) {
            return;
        }
        switch (request) {
            case Setup(Logon logon) -> setUp(block, logon, arrival);
            case Connect(String path) -> connected(block, path, arrival);
            case Create(Pipe pipe) -> created(block, pipe, arrival);
            case Receive(Target target) -> {
                received(block, target, arrival);
                return; // of a transaction, further parts of the answer may follow under the same id
            }
        }
        connection.answered(block.id());
    }

    /** Whether a read gives what a pipe has to say, as far as its beginning tells. */
    boolean readsFromPipe(Smb1Block block) {
        Smb1Data data = Smb1Data.read(block);
        return data != null
                && connection.asked(block.id()) instanceof Receive(Target target)
                && Pipes.wanted(target.pipe(), false, data.in(block.message()));
    }

    /** The server asks for the rest of a transaction (MS-CIFS 3.3.5.2.1), or has not decided yet. */
    private static boolean isInterim(Smb1Block block) {
        return block.status().isPending()
                || (block.command() == Smb1Command.TRANSACTION
                        && block.words() == 0
                        && block.status().code() == 0);
    }

    private void setUp(Smb1Block block, Logon logon, Arrival arrival) {
        Fields token = block.message().part(block.dataAt(), block.words() == SETUP_WITH_TOKEN ? block.u16(6) : 0);
        connection.logons.answered(logon, block.user(), block.status(), token);
        connection.narrator.answered(arrival, "session setup answer", block.status(), "");
    }

    private void connected(Smb1Block block, String path, Arrival arrival) {
        if (!block.status().isFailure()) {
            String service = block.message().part(block.dataAt(), 3).oem();
            Share share = service.equals("IPC") ? Share.PIPES : Share.ofPath(path);
            connection.shares.connected(0, block.tree(), share);
        }
        connection.narrator.answered(arrival, "tree connect answer", block.status(), path);
    }

    private void created(Smb1Block block, Pipe pipe, Arrival arrival) {
        if (!block.status().isFailure()) {
            int fid = block.u16(block.command() == Smb1Command.NT_CREATE_ANDX ? 5 : 4);
            connection.pipes.opened(Handle.fid(fid), pipe);
        }
        connection.narrator.answered(arrival, "create pipe answer", block.status(), "");
    }

    private void received(Smb1Block block, Target target, Arrival arrival) {
        Smb1Data data = Smb1Data.read(block);
        if (data != null && block.status().givesData()) {
            connection.pipes.data(target, false, data.in(block.message()), data.length(), arrival);
        }
    }
}
