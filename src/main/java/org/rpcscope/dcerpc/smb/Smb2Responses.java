package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.smb.Request.Connect;
import org.rpcscope.dcerpc.smb.Request.Create;
import org.rpcscope.dcerpc.smb.Request.Receive;
import org.rpcscope.dcerpc.smb.Request.Setup;

/** What servers answer in SMB2 and SMB3. */
final class Smb2Responses {

    private static final int SHARE_OF_PIPES = 2;

    private final Connection connection;

    Smb2Responses(Connection connection) {
        this.connection = connection;
    }

    void take(Smb2Header header, Arrival arrival) {
        Request request = connection.asked(header.id());
        if (request == null || header.status().isPending()) {
            return;
        }
        connection.answered(header.id());
        switch (request) {
            case Setup(Logon logon) -> setUp(header, logon, arrival);
            case Connect(String path) -> connected(header, path, arrival);
            case Create(Pipe pipe) -> created(header, pipe, arrival);
            case Receive(Target target) -> received(header, target, arrival);
        }
    }

    /** Whether a read gives what a pipe has to say, as far as its beginning tells. */
    boolean readsFromPipe(Smb2Header header) {
        return connection.asked(header.id()) instanceof Receive(Target target)
                && Pipes.wanted(target.pipe(), false, dataOfRead(header));
    }

    private void setUp(Smb2Header header, Logon logon, Arrival arrival) {
        if (header.command() == Smb2Command.SESSION_SETUP) {
            Fields body = header.body();
            Fields token = header.message().part(body.u16(4), body.u16(6));
            connection.logons.answered(logon, header.session(), header.status(), token);
            connection.narrator.answered(arrival, "session setup answer", header.status(), "");
        }
    }

    private void connected(Smb2Header header, String path, Arrival arrival) {
        if (header.command() == Smb2Command.TREE_CONNECT) {
            boolean pipes = header.body().u8(2) == SHARE_OF_PIPES;
            if (!header.status().isFailure()) {
                Share share = pipes ? Share.PIPES : Share.OTHER;
                connection.shares.connected(header.session(), header.tree(), share);
            }
            connection.narrator.answered(arrival, "tree connect answer", header.status(), path);
        }
    }

    private void created(Smb2Header header, Pipe pipe, Arrival arrival) {
        if (header.command() == Smb2Command.CREATE) {
            if (!header.status().isFailure()) {
                connection.pipes.opened(Handle.fileId(header.body(), 64), pipe);
            }
            connection.narrator.answered(arrival, "create pipe answer", header.status(), "");
        }
    }

    private void received(Smb2Header header, Target target, Arrival arrival) {
        if (!header.status().givesData()) {
            return;
        }
        Fields body = header.body();
        if (header.command() == Smb2Command.READ) {
            connection.pipes.data(target, false, dataOfRead(header), body.u32(4), arrival);
        } else if (header.command() == Smb2Command.IOCTL) {
            long length = body.u32(36);
            connection.pipes.data(target, false, header.message().part(body.u32(32), length), length, arrival);
        }
    }

    private static Fields dataOfRead(Smb2Header header) {
        Fields body = header.body();
        return header.message().part(body.u8(2), body.u32(4));
    }
}
