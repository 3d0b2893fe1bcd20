package org.rpcscope.session;

/**
 * Whom the logs name beside the addresses: the user, the host that wrote the record, the process, and the rule of the
 * firewall. As numbers of the text pool. Columns of their own, in blocks that are made when the first row of one has a
 * name: inputs without names pay nothing. Writing and reading go by the rules of {@link ObservationTable}.
 */
public record Actors(ObservationTable table) {

    /** Writes the names of a reserved row; {@link TextPool#ABSENT} where the log has none. */
    public void name(int row, int user, int host, int process, int policy) {
        if ((user | host | process | policy) == TextPool.ABSENT) {
            return;
        }
        ObservationChunk.Names names = table.chunk(row).names();
        int i = row & (ObservationTable.CHUNK - 1);
        names.user[i] = user;
        names.host[i] = host;
        names.process[i] = process;
        names.policy[i] = policy;
    }

    public int user(int row) {
        return table.chunk(row).named().user[row & (ObservationTable.CHUNK - 1)];
    }

    /** The host that the record is of or from. */
    public int host(int row) {
        return table.chunk(row).named().host[row & (ObservationTable.CHUNK - 1)];
    }

    /** The path or name of the program whose connection it is. */
    public int process(int row) {
        return table.chunk(row).named().process[row & (ObservationTable.CHUNK - 1)];
    }

    /** The name or number of the rule by which a firewall let it pass or not. */
    public int policy(int row) {
        return table.chunk(row).named().policy[row & (ObservationTable.CHUNK - 1)];
    }
}
