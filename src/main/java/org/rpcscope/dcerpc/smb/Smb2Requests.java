package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.smb.Request.Connect;
import org.rpcscope.dcerpc.smb.Request.Create;
import org.rpcscope.dcerpc.smb.Request.Receive;
import org.rpcscope.dcerpc.smb.Request.Setup;

/** What clients ask for in SMB2 and SMB3. */
final class Smb2Requests {

    private final Connection connection;

    Smb2Requests(Connection connection) {
        this.connection = connection;
    }

    /**
     * A request, alone or in a compound.
     *
     * @param before what the request before it in the compound worked on
     * @return what this one works on
     */
    Target take(Smb2Header header, Target before, Arrival arrival) {
        return switch (header.command()) {
            case Smb2Command.SESSION_SETUP -> setup(header, arrival);
            case Smb2Command.TREE_CONNECT -> connect(header, arrival);
            case Smb2Command.TREE_DISCONNECT -> {
                connection.shares.left(header.session(), header.tree());
                yield Target.NONE;
            }
            case Smb2Command.CREATE -> create(header, arrival);
            case Smb2Command.CLOSE -> close(target(header, 8, before));
            case Smb2Command.READ -> receive(header, target(header, 16, before));
            case Smb2Command.WRITE -> {
                Fields body = header.body();
                yield send(header, target(header, 16, before), body.u16(2), body.u32(4), arrival);
            }
            case Smb2Command.IOCTL -> transact(header, target(header, 8, before), arrival);
            default -> before;
        };
    }

    /** Whether a write goes into a pipe, as far as its beginning tells. */
    boolean writesToPipe(Smb2Header header) {
        Fields body = header.body();
        Fields data = header.message().part(body.u16(2), body.u32(4));
        return Pipes.wanted(target(header, 16, Target.NONE).pipe(), true, data);
    }

    private Target setup(Smb2Header header, Arrival arrival) {
        Fields body = header.body();
        Logon logon = connection.logons.of(header.session());
        logon.token(true, header.message().part(body.u16(12), body.u16(14)));
        connection.ask(header.id(), new Setup(logon));
        connection.narrator.asked(arrival, "session setup", logon.who());
        return Target.NONE;
    }

    private Target connect(Smb2Header header, Arrival arrival) {
        Fields body = header.body();
        String path = header.message().part(body.u16(4), body.u16(6)).unicode();
        connection.ask(header.id(), new Connect(path));
        connection.narrator.asked(arrival, "tree connect", path);
        return Target.NONE;
    }

    private Target create(Smb2Header header, Arrival arrival) {
        if (connection.shares.share(header.session(), header.tree()) == Share.OTHER) {
            return Target.NONE;
        }
        Fields body = header.body();
        String name = header.message().part(body.u16(44), body.u16(46)).unicode();
        Pipe pipe = Pipes.named(name);
        connection.ask(header.id(), new Create(pipe));
        connection.narrator.asked(arrival, "create pipe", name);
        return new Target(null, pipe);
    }

    private Target close(Target target) {
        if (target.handle() != null) {
            connection.pipes.closed(target.handle());
        }
        return target;
    }

    private Target receive(Smb2Header header, Target target) {
        if (target.pipe() != null) {
            connection.ask(header.id(), new Receive(target));
        }
        return target;
    }

    private Target transact(Smb2Header header, Target target, Arrival arrival) {
        Fields body = header.body();
        return body.i32(4) == Smb2Command.PIPE_TRANSCEIVE
                ? send(header, receive(header, target), body.u32(24), body.u32(28), arrival)
                : target;
    }

    private Target send(Smb2Header header, Target target, long at, long length, Arrival arrival) {
        connection.pipes.data(target, true, header.message().part(at, length), length, arrival);
        return target;
    }

    private Target target(Smb2Header header, int at, Target before) {
        Handle handle = Handle.fileId(header.body(), at);
        return handle.equals(Handle.RELATED)
                ? before
                : connection.pipes.at(handle, connection.shares.share(header.session(), header.tree()));
    }
}
