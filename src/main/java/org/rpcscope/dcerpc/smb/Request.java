package org.rpcscope.dcerpc.smb;

/** What a client asked for and the server has not answered yet, as far as the answer is of interest. */
sealed interface Request {

    /** To prove who it is. */
    record Setup(Logon logon) implements Request {}

    /** To connect to a share. */
    record Connect(String path) implements Request {}

    /** To open what may be a pipe. */
    record Create(Pipe pipe) implements Request {}

    /** To hand over what the pipe has to say: a read, or a transaction. */
    record Receive(Target target) implements Request {}
}
