package org.rpcscope.dcerpc.smb;

/** The messages of SMB2 and SMB3 (MS-SMB2 2.2), one or a compound of several behind each other. */
final class Smb2Messages {

    static final int SIGNATURE = 0xFE534D42;

    /** More than any client puts together (MS-SMB2 3.2.4.1.4); what comes behind is passed over. */
    private static final int MOST = 64;

    private final Smb2Requests requests;
    private final Smb2Responses responses;

    Smb2Messages(Connection connection) {
        requests = new Smb2Requests(connection);
        responses = new Smb2Responses(connection);
    }

    void take(Fields message, Arrival arrival) {
        Target target = Target.NONE;
        Fields rest = message;
        for (int i = 0; i < MOST && rest.has(0, Smb2Header.LENGTH) && signature(rest) == SIGNATURE; i++) {
            long next = new Smb2Header(rest).next();
            Smb2Header header = new Smb2Header(next == 0 ? rest : rest.part(0, next));
            if (header.isResponse()) {
                responses.take(header, arrival);
            } else {
                target = requests.take(header, target, arrival);
            }
            if (next == 0) {
                return;
            }
            rest = rest.from(Math.max(next, Smb2Header.LENGTH));
        }
    }

    /** How much of a message is worth keeping: of what is read and written, only what goes through pipes. */
    int keep(Fields beginning) {
        Smb2Header header = new Smb2Header(beginning);
        if (header.next() != 0) {
            return Keep.MESSAGE;
        }
        boolean response = header.isResponse();
        return switch (header.command()) {
            case Smb2Command.SESSION_SETUP, Smb2Command.IOCTL -> Keep.MESSAGE;
            case Smb2Command.WRITE -> !response && requests.writesToPipe(header) ? Keep.MESSAGE : Keep.BEGINNING;
            case Smb2Command.READ -> response && responses.readsFromPipe(header) ? Keep.MESSAGE : Keep.BEGINNING;
            default -> Keep.NAMES;
        };
    }

    static int signature(Fields message) {
        return Integer.reverseBytes(message.i32(0));
    }
}
