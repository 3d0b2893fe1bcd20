package org.rpcscope.session;

/** What the tables of one case share: their addresses and their texts. */
public record Pools(AddressPool addresses, TextPool texts) {

    public Pools() {
        this(new AddressPool(), new TextPool());
    }
}
