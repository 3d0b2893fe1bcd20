package org.rpcscope.dcerpc.smb;

import static org.rpcscope.dcerpc.smb.Smb2Bytes.FID;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.IPC;
import static org.rpcscope.dcerpc.smb.Smb2Bytes.framed;

import java.util.List;
import org.rpcscope.dcerpc.Pdus;

/** What both sides of a connection say, in order. */
record Transcript(List<Part> parts) {

    record Part(boolean fromClient, byte[] bytes) {}

    private static Part client(byte[] bytes) {
        return new Part(true, bytes);
    }

    private static Part server(byte[] bytes) {
        return new Part(false, bytes);
    }

    static Transcript smb2() {
        byte[] large = new byte[3000];
        return new Transcript(List.of(
                client(framed(Smb2Bytes.negotiate(0))),
                client(framed(Smb2Bytes.treeConnect(1, "\\\\server\\IPC$"))),
                server(framed(Smb2Bytes.treeConnected(1, IPC, 2))),
                client(framed(Smb2Bytes.create(2, IPC, "samr"), Smb2Bytes.relatedWrite(3, Pdus.bind(1, Pdus.SAMR, 1)))),
                server(framed(Smb2Bytes.created(2, IPC, FID))),
                client(framed(Smb2Bytes.read(4, IPC, FID))),
                server(framed(Smb2Bytes.readData(4, IPC, 0, Pdus.bindAck(1)))),
                client(framed(Smb2Bytes.write(5, Smb2Bytes.DISK, 99, large))),
                client(framed(Smb2Bytes.transceive(6, IPC, FID, Pdus.request(2, 6, 2000)))),
                server(framed(Smb2Bytes.pending(11, 6))),
                server(framed(Smb2Bytes.transceived(6, IPC, 0, Pdus.response(2, 500)))),
                client(framed(Smb2Bytes.close(7, IPC, FID)))));
    }

    static Transcript smb1() {
        byte[] bind = Pdus.bind(1, Pdus.SVCCTL, 2);
        byte[] request = Pdus.request(2, 15, 500);
        return new Transcript(List.of(
                client(Smb1Bytes.negotiate(0)),
                client(Smb1Bytes.setupWithNames(1, "alice", "CORP")),
                server(Smb1Bytes.setUp(1, 0)),
                client(Smb1Bytes.treeConnect(2, "\\\\SERVER\\IPC$")),
                server(Smb1Bytes.treeConnected(2, Smb1Bytes.IPC, "IPC")),
                client(Smb1Bytes.ntCreateAndWrite(3, Smb1Bytes.IPC, "\\svcctl", bind)),
                server(Smb1Bytes.ntCreated(3, Smb1Bytes.IPC, Smb1Bytes.FID)),
                client(Smb1Bytes.readAndX(4, Smb1Bytes.IPC, Smb1Bytes.FID)),
                server(Smb1Bytes.readAndXData(4, Smb1Bytes.IPC, Pdus.bindAck(1))),
                client(Smb1Bytes.transact(5, Smb1Bytes.IPC, Smb1Bytes.FID, request, request.length)),
                server(Smb1Bytes.transacted(5, Smb1Bytes.IPC, Pdus.response(2, 500)))));
    }
}
