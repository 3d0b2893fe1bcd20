package org.rpcscope.session;

/**
 * What the tables of one case share.
 *
 * @param addresses of sessions and of events
 * @param texts the words of sessions
 * @param eventTexts hosts, users and subjects of events: apart, since they are many more and a rule about sessions should
 *     not find their pool full
 */
public record Pools(AddressPool addresses, TextPool texts, TextPool eventTexts) {

    public Pools() {
        this(new AddressPool(), new TextPool(), new TextPool());
    }
}
