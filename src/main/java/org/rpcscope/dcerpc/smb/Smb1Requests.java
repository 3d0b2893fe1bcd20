package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.smb.Request.Connect;
import org.rpcscope.dcerpc.smb.Request.Create;
import org.rpcscope.dcerpc.smb.Request.Receive;
import org.rpcscope.dcerpc.smb.Request.Setup;

/** What clients ask for in SMB1. */
final class Smb1Requests {

    /** Words of a session setup with a security blob (MS-SMB 2.2.4.6.1), and of one with names (MS-CIFS 2.2.4.53.1). */
    private static final int SETUP_WITH_TOKEN = 12;

    private static final int SETUP_WITH_NAMES = 13;

    private final Connection connection;

    Smb1Requests(Connection connection) {
        this.connection = connection;
    }

    /**
     * A request, alone or in a chain.
     *
     * @param before what the request before it in the chain opened
     * @return what this one opens, else what was opened before
     */
    Target take(Smb1Block block, Target before, Arrival arrival) {
        switch (block.command()) {
            case Smb1Command.SESSION_SETUP_ANDX -> setup(block, arrival);
            case Smb1Command.TREE_CONNECT_ANDX -> connect(block, arrival);
            case Smb1Command.TREE_DISCONNECT -> connection.shares.left(0, block.tree());
            case Smb1Command.NT_CREATE_ANDX, Smb1Command.OPEN_ANDX -> {
                return create(block, arrival);
            }
            case Smb1Command.CLOSE -> connection.pipes.closed(Handle.fid(block.u16(0)));
            case Smb1Command.READ_ANDX -> receive(block, target(block, block.u16(4), before));
            case Smb1Command.READ -> receive(block, target(block, block.u16(0), before));
            case Smb1Command.TRANSACTION_SECONDARY -> send(block, ofTransaction(block), arrival);
            case Smb1Command.WRITE_ANDX, Smb1Command.WRITE, Smb1Command.TRANSACTION -> {
                Smb1Data data = Smb1Data.written(block);
                Target target = data == null ? Target.NONE : target(block, data.fid(), before);
                send(block, target, arrival);
                if (block.command() == Smb1Command.TRANSACTION) {
                    receive(block, target);
                }
            }
            default -> {}
        }
        return before;
    }

    /** Whether a write goes into a pipe, as far as its beginning tells. */
    boolean writesToPipe(Smb1Block block) {
        Smb1Data data = Smb1Data.written(block);
        return data != null
                && Pipes.wanted(target(block, data.fid(), Target.NONE).pipe(), true, data.in(block.message()));
    }

    private void setup(Smb1Block block, Arrival arrival) {
        Logon logon = connection.logons.of(block.user());
        if (block.words() == SETUP_WITH_TOKEN) {
            logon.token(true, block.message().part(block.dataAt(), block.u16(14)));
        } else if (block.words() == SETUP_WITH_NAMES) {
            Smb1Strings strings = new Smb1Strings(block, block.dataAt() + block.u16(14) + block.u16(16));
            String user = strings.next();
            logon.plain(strings.next(), user);
        }
        connection.ask(block.id(), new Setup(logon));
        connection.narrator.asked(arrival, "session setup", logon.who());
    }

    private void connect(Smb1Block block, Arrival arrival) {
        String path = new Smb1Strings(block, block.dataAt() + block.u16(6)).next();
        connection.ask(block.id(), new Connect(path));
        connection.narrator.asked(arrival, "tree connect", path);
    }

    private Target create(Smb1Block block, Arrival arrival) {
        if (connection.shares.share(0, block.tree()) == Share.OTHER) {
            return Target.NONE;
        }
        String name = new Smb1Strings(block, block.dataAt()).next();
        Pipe pipe = Pipes.named(name);
        connection.ask(block.id(), new Create(pipe));
        connection.narrator.asked(arrival, "create pipe", name);
        return new Target(null, pipe);
    }

    private void receive(Smb1Block block, Target target) {
        if (target.pipe() != null) {
            connection.ask(block.id(), new Receive(target));
        }
    }

    private void send(Smb1Block block, Target target, Arrival arrival) {
        Smb1Data data = Smb1Data.written(block);
        if (data != null) {
            connection.pipes.data(target, true, data.in(block.message()), data.length(), arrival);
        }
    }

    /** A further part of a transaction says nothing of the pipe: the first part did. */
    private Target ofTransaction(Smb1Block block) {
        return connection.asked(block.id(Smb1Command.TRANSACTION)) instanceof Receive(Target target)
                ? target
                : Target.NONE;
    }

    private Target target(Smb1Block block, int fid, Target opened) {
        return opened.pipe() != null
                ? opened
                : connection.pipes.at(Handle.fid(fid), connection.shares.share(0, block.tree()));
    }
}
