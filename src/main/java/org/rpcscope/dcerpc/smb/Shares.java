package org.rpcscope.dcerpc.smb;

/** The shares that a client is connected to. */
final class Shares {

    private static final int MOST = 256;

    /** A tree has its number within a session (MS-SMB2 3.3.1.8); SMB1 has one count for the connection, as session 0. */
    private record Tree(long session, long number) {}

    private final Recent<Tree, Share> trees = new Recent<>(MOST, _ -> {});

    void connected(long session, long tree, Share share) {
        trees.put(new Tree(session, tree), share);
    }

    void left(long session, long tree) {
        trees.remove(new Tree(session, tree));
    }

    Share share(long session, long tree) {
        Share share = trees.get(new Tree(session, tree));
        return share == null ? Share.UNKNOWN : share;
    }
}
