package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Weights;

class ExceptionProposalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");

    private final List<Rule> rules = BundledRules.load().stream()
            .filter(BundledRule::enabledByDefault)
            .map(BundledRule::rule)
            .filter(rule -> SessionRouting.answers(rule.logSource()))
            .toList();

    private static Conversation spoken(String user) {
        return new Conversation(
                List.of(),
                List.of(Calls.captured(SAMR, 5, 1, 0)),
                List.of(new Authentication("ntlm", null, "LAB", user, null, null, Authentication.Outcome.ACCEPTED)),
                List.of(),
                List.of(),
                Set.of());
    }

    private static ObservationTable table(Conversation... said) {
        ObservationTable table = new ObservationTable(new Input("input", "test", 1), new Pools());
        for (int i = 0; i < said.length; i++) {
            new Observed("10.1.2." + i, "45.148.10.7" + i, 135, Evidence.SYN | Evidence.DCE_RPC).append(table, 50000);
            table.converse(i, said[i]);
        }
        table.end();
        return table;
    }

    private Detection judged(ObservationTable table) {
        return new Detector(table.pools(), rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
    }

    @Test
    void thereIsAFilterForEachLogSourceInItsOwnNames() {
        Detection detection = judged(table(spoken("svc")));
        ExceptionProposal proposal = new ExceptionProposal(
                detection.sessions().session(0), detection.rules(0).subList(0, 2));
        assertEquals("""
            title: 'Except 10.1.2.0 to 45.148.10.70'
            status: experimental
            description: 'Why this is fine'
            author: 'Ada O''Neil'
            date: 2026-11-24
            expires: 2027-11-24
            logsource:
                category: network_connection
                product: windows
            filter:
                rules:
                    - 'e19056ef-ab8d-40f1-80c2-2b330361bf02' # Detect Outbound RPC Traffic
                selection:
                    SourceIp: '10.1.2.0'
                    DestinationIp: '45.148.10.70'
                condition: not selection
            ---
            title: 'Except 10.1.2.0 to 45.148.10.70'
            status: experimental
            description: 'Why this is fine'
            author: 'Ada O''Neil'
            date: 2026-11-24
            expires: 2027-11-24
            logsource:
                product: zeek
                service: conn
            filter:
                rules:
                    - '38cc5259-5585-4827-922b-e8e39c51fde7' # Detect Outbound RPC Traffic (Zeek)
                selection:
                    id.orig_h: '10.1.2.0'
                    id.resp_h: '45.148.10.70'
                condition: not selection
            """, proposal.yaml(ExceptionProposal.Scope.HOST_PAIR, "Ada O'Neil", DAY));
    }

    @Test
    void whatIsNotKnownIsNotProposed() {
        Detection detection = judged(table(Conversation.NONE));
        assertEquals(
                List.of(
                        ExceptionProposal.Scope.DESTINATION,
                        ExceptionProposal.Scope.DESTINATION_AND_PORT,
                        ExceptionProposal.Scope.HOST_PAIR,
                        ExceptionProposal.Scope.SOURCE),
                new ExceptionProposal(detection.sessions().session(0), rules).scopes());
    }

    @Property(tries = 300)
    void whateverTheUserIsCalledTheProposalHidesThemAndNobodyElse(@ForAll @NotEmpty String user) {
        String name = user.codePoints()
                .filter(c -> !Character.isISOControl(c) && c != 0x2028 && c != 0x2029)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .append('1')
                .toString();
        Detection detection = judged(table(spoken(name), spoken("x" + name), Conversation.NONE));
        ExceptionProposal proposal = new ExceptionProposal(detection.sessions().session(0), detection.rules(0));
        assertEquals(List.of(ExceptionProposal.Scope.values()), proposal.scopes());
        for (ExceptionProposal.Scope scope : proposal.scopes()) {
            Exceptions read = Exceptions.of(List.of(new ExceptionEntry(proposal.yaml(scope, user, DAY), true)), DAY);
            assertEquals(List.of(), read.readings().getFirst().faults());
            Detection without = detection.excepting(read.applying(DAY));
            boolean interfaces = scope == ExceptionProposal.Scope.INTERFACE;
            assertEquals(
                    List.of(false, !interfaces, true),
                    List.of(without.flagged(0), without.flagged(1), without.flagged(2)),
                    () -> Objects.toString(scope));
        }
    }
}
