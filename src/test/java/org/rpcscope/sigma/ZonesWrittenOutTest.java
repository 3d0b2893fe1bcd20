package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Standing;
import org.rpcscope.query.FieldNames;

class ZonesWrittenOutTest {

    private static final FieldNames NAMES = FieldNames.load();

    private static Rule read(String yaml) {
        RuleFile file = new RuleReader(NAMES).read("test.yml", yaml);
        assertEquals(List.of(), file.rejected(), yaml);
        return file.rules().getFirst();
    }

    private static String written(Rule rule, Networks networks) {
        return assertInstanceOf(ZonesWrittenOut.Written.class, ZonesWrittenOut.write(rule, networks))
                .yaml();
    }

    @Test
    void outboundIsFromANetworkOfOnesOwnToNoneOfThemAndNoSpecialOne() {
        Rule rule = BundledRules.load().getFirst().rule();
        List<String> lines = written(rule, Networks.defaults()).lines().toList();
        List<String> detection = lines.subList(lines.indexOf("detection:"), lines.size());
        assertEquals(
                List.of(
                        "detection:",
                        "    source_internal:",
                        "        SourceIp|cidr:",
                        "            - '10.0.0.0/8'",
                        "            - '172.16.0.0/12'"),
                detection.subList(0, 5));
        assertEquals(
                List.of(
                        "    selection_rest:",
                        "        Initiated: 'true'",
                        "        Protocol: 'tcp'",
                        "        DestinationPort: 135",
                        "    condition: '(selection_rest and (source_internal and not destination_internal and not"
                                + " destination_special))'",
                        "falsepositives:"),
                detection.subList(detection.indexOf("    selection_rest:"), detection.indexOf("falsepositives:") + 1));
    }

    @Test
    void allBundledRulesAboutSessionsCanBeWrittenOut() {
        for (BundledRule bundled : BundledRules.load()) {
            if (SessionRouting.answers(bundled.rule().logSource())) {
                read(written(bundled.rule(), Networks.defaults()));
            }
        }
    }

    @Test
    void whatIsNotMadeOfSearchesIsRefused() {
        Rule rule = read("title: A\n"
                + "logsource: {category: network}\n"
                + "detection: {a: {network.direction: inbound}, condition: a}\n");
        assertEquals(
                new ZonesWrittenOut.Refused("the detection does not stand on lines of its own"),
                ZonesWrittenOut.write(rule, Networks.defaults()));
    }

    @Property(tries = 400)
    void itSaysTheSameAboutPlainAddresses(
            @ForAll("rules") String yaml,
            @ForAll("networks") Networks networks,
            @ForAll @Size(min = 1, max = 20) List<@From("sessions") Map<String, Object>> sessions) {
        Rule rule = read(yaml);
        String text = written(rule, networks);
        Rule plain = read(text);
        assertEquals(rule.info().title(), plain.info().title());
        for (Map<String, Object> session : sessions) {
            Standing source = standing(networks, session.get("source.ip"));
            Standing destination = standing(networks, session.get("destination.ip"));
            Event event = Event.of(session);
            assertEquals(
                    EventEvaluator.matches(
                            rule.expression(), new ZonedEvent(event, ZoneTable.fields(source, destination))),
                    EventEvaluator.matches(plain.expression(), event),
                    () -> yaml + "\n" + text + "\n" + session);
        }
    }

    private static Standing standing(Networks networks, Object address) {
        IpAddress parsed = Objects.requireNonNull(IpAddress.parse(address.toString()));
        return networks.standing(parsed.high(), parsed.low());
    }

    @Provide
    Arbitrary<Map<String, Object>> sessions() {
        Arbitrary<String> addresses = Arbitraries.oneOf(
                Arbitraries.of(
                        "10.0.0.1",
                        "10.20.0.255",
                        "172.31.255.255",
                        "8.8.8.8",
                        "127.0.0.1",
                        "224.0.0.1",
                        "fc00::1",
                        "2001:db8::1",
                        "2a00::1",
                        "64:ff9b::a00:1",
                        "2002:a00:1::1",
                        "::1",
                        "fe80::1",
                        "ff02::1"),
                Arbitraries.integers().map(bits -> IpAddress.v4(bits).toString()));
        return Combinators.combine(addresses, addresses, Arbitraries.of(135, 443))
                .as((source, destination, port) ->
                        Map.of("source.ip", source, "destination.ip", destination, "destination.port", port));
    }

    @Provide
    Arbitrary<Networks> networks() {
        Arbitrary<NetworkLine> lines = Combinators.combine(
                        Arbitraries.of(
                                "10.0.0.0/8",
                                "10.20.0.0/16",
                                "8.8.8.0/24",
                                "fc00::/7",
                                "2a00::/16",
                                "0.0.0.0/0",
                                "::/0"),
                        Arbitraries.of(NetworkLine.INTERNAL, NetworkLine.EXTERNAL, NetworkLine.PARTNER))
                .as((cidr, list) -> new NetworkLine(
                        assertInstanceOf(Cidr.Valid.class, Cidr.parse(cidr)).cidr(), list, "line", ""));
        return lines.list().ofMaxSize(4).map(all -> Networks.of(1, all));
    }

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> items = Arbitraries.of(
                "network.direction: outbound",
                "network.direction: [inbound, internal]",
                "network.direction|contains: bound",
                "network.direction|neq: unknown",
                "rpcscope.source_zone: internal",
                "rpcscope.destination_zone: special",
                "rpcscope.destination_zone|startswith: EX",
                "rpcscope.destination_partner: 'true'",
                "destination.port: 135",
                "destination.port|gte: 400");
        Arbitrary<String> maps = items.list().ofMinSize(1).ofMaxSize(3).map(all -> {
            List<String> keys = new ArrayList<>();
            StringBuilder map = new StringBuilder();
            for (String item : all) {
                String key = item.substring(0, item.indexOf(':'));
                if (!keys.contains(key)) {
                    keys.add(key);
                    map.append(map.isEmpty() ? "" : "\n").append(item);
                }
            }
            return map.toString();
        });
        Arbitrary<String> searches = Arbitraries.oneOf(
                maps.map(map -> map.indent(8)),
                maps.list().ofMinSize(1).ofMaxSize(3).map(all -> {
                    StringBuilder list = new StringBuilder();
                    all.forEach(map -> list.append("        - ")
                            .append(map.replace("\n", "\n          "))
                            .append('\n'));
                    return list.toString();
                }));
        Arbitrary<String> conditions = Arbitraries.of(
                "selection and not filter_a",
                "1 of them",
                "all of them",
                "not selection",
                "not (selection or filter_a) or filter_b",
                "selection and 1 of filter_*",
                "not 1 of filter_*");
        return Combinators.combine(
                        searches,
                        searches,
                        searches,
                        conditions,
                        Arbitraries.of(
                                "category: network_connection\n    product: windows",
                                "product: zeek\n    service: conn",
                                "category: network\n    service: connection"))
                .as((a, b, c, condition, source) ->
                        "title: 'A: rule'\nlogsource:\n    " + source + "\ndetection:\n    selection:\n"
                                + a + "    filter_a:\n" + b + "    # a remark\n    filter_b:\n" + c + "    condition: "
                                + condition
                                + "\nlevel: low\n");
    }
}
