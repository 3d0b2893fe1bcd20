package org.rpcscope.detect;

import java.util.Arrays;
import java.util.List;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.Level;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;

/** Rules of tests, put together by hand. */
final class Rules {

    static final Expression OUTBOUND = item("network.direction", "outbound");
    static final Expression PORT_135 = new Expression.Item("destination.port", new Is(135));
    static final Expression DCE_RPC = item("network.protocol", "dce_rpc");

    private Rules() {}

    /** The rules that the program is for: RPC from inside to outside, by port and by what was seen. */
    static List<Rule> outboundRpc() {
        return List.of(
                rule("Outbound endpoint mapper", Level.HIGH, and(OUTBOUND, PORT_135)),
                rule("Outbound DCE/RPC", Level.CRITICAL, and(DCE_RPC, OUTBOUND)));
    }

    /** Whatever goes to a port that was announced. */
    static List<Rule> learned() {
        return List.of(rule("Learned", Level.MEDIUM, new Expression.Item("rpcscope.learned_from", new Present())));
    }

    static Rule rule(String title, Level level, Expression expression) {
        RuleInfo info =
                new RuleInfo(title, title, level, "", "", List.of(), List.of(), List.of(), "test", "test.yml", "", "");
        return new Rule(info, new LogSource("network_connection", "windows", null), expression);
    }

    static Expression and(Expression... parts) {
        return new Expression.And(Arrays.asList(parts));
    }

    static Expression or(Expression... parts) {
        return new Expression.Or(Arrays.asList(parts));
    }

    static Expression not(Expression part) {
        return new Expression.Not(part);
    }

    static Expression item(String field, String value) {
        return new Expression.Item(field, new Equal(value));
    }

    static Expression in(String field, String cidr) {
        return Cidr.parse(cidr) instanceof Cidr.Valid(Cidr network)
                ? new Expression.Item(field, new Within(network))
                : new Expression.Always(false);
    }

    record Equal(String wanted) implements ValueTest {
        @Override
        public boolean text(String value) {
            return value.equals(wanted);
        }
    }

    record Is(long wanted) implements ValueTest {

        @Override
        public boolean number(long value) {
            return value == wanted;
        }
    }

    record Within(Cidr network) implements ValueTest {

        @Override
        public boolean address(IpAddress value) {
            return network.contains(value);
        }
    }

    record Present() implements ValueTest {

        @Override
        public boolean text(String value) {
            return true;
        }
    }
}
