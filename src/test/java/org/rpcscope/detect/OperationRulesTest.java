package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Networks;
import org.rpcscope.query.FieldNames;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.Explainer;
import org.rpcscope.sigma.RowEvent;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleBook;
import org.rpcscope.sigma.RuleFile;
import org.rpcscope.sigma.RuleReader;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.tuning.Weights;

/** Rules for Zeek's dce_rpc.log: asked of each operation of a session, whoever saw it. */
class OperationRulesTest {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final int CREATE_SERVICE = 12;
    private static final int OPEN_MANAGER = 15;

    private static final Calls CREATED = Calls.captured(SVCCTL, CREATE_SERVICE, 1, 0);
    private static final Calls OPENED = Calls.captured(SVCCTL, OPEN_MANAGER, 1, 0);
    private static final Calls CREATED_LOG = Calls.logged("svcctl", "CreateServiceW", 3);
    private static final Calls OTHER_LOG = Calls.logged("samr", "CreateServiceW", 3);

    private static final String CREATES = """
        endpoint: svcctl
        operation|startswith: Create
        """;

    @Test
    void interfaceAndOperationHaveToBeThoseOfOneCall() {
        assertEquals(List.of(0, 2), flagged(rule(CREATES), said(CREATED), said(OPENED), said(CREATED_LOG)));
        assertEquals(List.of(), flagged(rule(CREATES), said(OPENED, OTHER_LOG)));
        assertEquals(List.of(0), flagged(rule(CREATES), said(OPENED, OTHER_LOG, CREATED)));
    }

    @Test
    void sessionsWhereNothingWasCalledAreNeverMatchedEvenByNegations() {
        assertEquals(List.of(), flagged(rule("endpoint: null"), Conversation.NONE));
        assertEquals(List.of(1), flagged(rule("operation|neq: CreateServiceW"), said(CREATED), said(CREATED, OPENED)));
    }

    @Test
    void fieldsOfTheConnectionAndZonesAreAskedToo() {
        String outbound = CREATES + "network.direction: outbound\nid.resp_h|cidr: 81.2.69.0/24\nid.resp_p: 445\n";
        assertEquals(List.of(0), flagged(rule(outbound), said(CREATED)));
        assertEquals(List.of(), flagged(rule(outbound.replace("outbound", "inbound")), said(CREATED)));
        assertEquals(List.of(), flagged(rule(outbound.replace("81.2.69", "81.2.70")), said(CREATED)));
    }

    @Test
    void pipesAreWrittenAsZeekDoes() {
        Conversation piped =
                new Conversation(List.of(), List.of(CREATED), List.of(), List.of(), List.of("svcctl"), Set.of());
        assertEquals(List.of(0), flagged(rule("named_pipe: '\\pipe\\svcctl'"), piped, said(CREATED)));
        assertEquals(List.of(1), flagged(rule("named_pipe: '445'"), piped, said(CREATED)));
    }

    @Test
    void aFilterIsAskedOfTheSameOperation() {
        String filter = """
            title: not by us
            logsource: {product: zeek, service: dce_rpc}
            filter: {rules: any, s: {operation: CreateServiceW}, condition: not s}
            """;
        List<Rule> rules = rules(rule("endpoint: svcctl"), filter);
        assertEquals(List.of(1), flagged(rules, said(CREATED), said(CREATED, OPENED)));
    }

    @Test
    void anExceptionTakesTheRuleAwayWhereItTakesAllItsOperations() {
        String exception = """
            title: not by us
            logsource: {product: zeek, service: dce_rpc}
            filter: {rules: any, s: {operation: CreateServiceW}, condition: not s}
            """;
        ObservationTable table = table(new Pools(), said(CREATED), said(CREATED, OPENED), said(CREATED, OTHER_LOG));
        List<Rule> rules = rules(rule("endpoint: svcctl"));
        Detector detector = new Detector(table.pools(), rules, Networks.defaults(), Weights.defaults());
        detector.rules(
                rules,
                Exceptions.of(List.of(new ExceptionEntry(exception, true)), LocalDate.of(2026, 11, 24))
                        .applying(LocalDate.of(2026, 11, 24)));
        assertEquals(
                List.of(1),
                Arrays.stream(detector.run(List.of(table)).flaggedSessions())
                        .boxed()
                        .toList());
    }

    @Test
    void theExplanationIsThatOfTheDecidingOperation() {
        ObservationTable table = table(new Pools(), said(OPENED, CREATED));
        Rule rule = rules(rule(CREATES)).getFirst();
        assertTrue(Explainer.explain(rule.expression(), new RowEvent(table, 0)).holds());
        ObservationTable other = table(new Pools(), said(OPENED));
        assertEquals(
                false,
                Explainer.explain(rule.expression(), new RowEvent(other, 0)).holds());
    }

    private static List<Integer> flagged(String rule, Conversation... conversations) {
        return flagged(rules(rule), conversations);
    }

    private static List<Integer> flagged(List<Rule> rules, Conversation... conversations) {
        Pools pools = new Pools();
        ObservationTable table = table(pools, conversations);
        Detection detection = new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
        return Arrays.stream(detection.flaggedSessions()).boxed().toList();
    }

    private static ObservationTable table(Pools pools, Conversation... conversations) {
        ObservationTable table = Observed.open(pools, 1);
        for (int row = 0; row < conversations.length; row++) {
            new Observed("10.0.4.2", "81.2.69.142", 445, Evidence.DCE_RPC).append(table, 50000);
            table.converse(row, conversations[row]);
        }
        table.end();
        return table;
    }

    private static Conversation said(Calls... calls) {
        return new Conversation(List.of(), List.of(calls), List.of(), List.of(), List.of(), Set.of());
    }

    private static String rule(String selection) {
        return """
            title: T
            id: 6cb0d0b3-5a3b-4a1c-8f0f-30f9d9b6a001
            logsource: {product: zeek, service: dce_rpc}
            detection:
                s:
            %s    condition: s
            """.formatted(selection.strip().indent(8));
    }

    private static List<Rule> rules(String... documents) {
        RuleReader reader = new RuleReader(FieldNames.load());
        RuleFile file = reader.read("test.yml", String.join("---\n", documents));
        assertEquals(List.of(), file.rejected());
        return RuleBook.of(List.of(file), FieldNames.load()).rules();
    }
}
