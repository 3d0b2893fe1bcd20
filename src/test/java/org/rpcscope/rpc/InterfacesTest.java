package org.rpcscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InterfacesTest {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final UUID OWN = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");
    private static final Significance SERVICE = new Significance(
            List.of(Stage.EXECUTION, Stage.PERSISTENCE),
            List.of("T1569.002", "T1543.003"),
            Significance.Concern.HIGH,
            "makes a program run as a service");

    private final Interfaces interfaces = Interfaces.bundled();

    private static List<String[]> table(String name) throws IOException {
        try (InputStream in = InterfacesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    @Test
    void everySignificantRowNamesAnInterfaceAndAnOperationOfTheTables() throws IOException {
        Map<String, String> known = new TreeMap<>();
        table("interfaces.tsv").forEach(cells -> known.put(cells[0] + " -", cells[1] + " -"));
        table("operations.tsv")
                .forEach(cells -> known.put(
                        cells[0] + " " + cells[1], known.get(cells[0] + " -").replace(" -", "") + " " + cells[2]));
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String[] cells : table("significance.tsv")) {
            String key = cells[0] + " " + cells[1];
            if (!(cells[2] + " " + cells[3]).equals(known.get(key)) || !seen.add(key)) {
                wrong.add(String.join(" ", cells));
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen.size() > 400, "only " + seen.size() + " rows");
    }

    @Test
    void everyReasonIsASentenceThatFollowsTheName() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] cells : table("significance.tsv")) {
            String reason = cells[7];
            if (!Character.isLowerCase(reason.charAt(0)) || reason.endsWith(".") || reason.length() < 10) {
                wrong.add(reason);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void anOperationSaysWhatItIsWorth() {
        assertEquals("svcctl", interfaces.name(SVCCTL));
        assertEquals("CreateServiceW", interfaces.operation(SVCCTL, 12));
        assertEquals(SERVICE, interfaces.significance(SVCCTL, 12));
        assertEquals(SERVICE, interfaces.significance("SVCCTL", "createservicew"));
        assertEquals(
                "manages the services of a host",
                Objects.requireNonNull(interfaces.significance(SVCCTL)).reason());
        assertNull(interfaces.significance(SVCCTL, 0));
        assertNull(interfaces.significance(SVCCTL, Calls.UNKNOWN_OPNUM));
        assertNull(interfaces.significance("svcctl", "unknown-99"));
        assertNull(interfaces.significance(OWN));
    }

    @Test
    void whatPublicListsOfIndicatorsMisspellIsFoundByItsRightName() {
        assertEquals(
                List.of("T1053.002"),
                Objects.requireNonNull(interfaces.significance("atsvc", "NetrJobAdd"))
                        .techniques());
        assertNull(interfaces.significance("atsvc", "JobAdd"));
        assertEquals(
                Stage.EXECUTION,
                Objects.requireNonNull(interfaces.significance("ISeclogon", "SeclCreateProcessWithLogonW"))
                        .stages()
                        .getFirst());
    }

    @Test
    void oneMayNameAndJudgeInterfacesOfOnesOwn() {
        String text = "# ours\n\n"
                + OWN + "\t-\tlicence\t-\t-\t-\t-\t-\r\n"
                + OWN + "\t3\tlicence\tGetKey\tenumeration\t-\tmedium\thands out a licence key\n"
                + SVCCTL + "\t12\tsvcctl\tCreateServiceW\texecution\tT1569.002\tlow\tis what our installer does\n";
        Interfaces extended = ((Interfaces.Valid) interfaces.with("own.tsv", text)).interfaces();
        assertEquals("licence", extended.name(OWN));
        assertEquals("GetKey", extended.operation(OWN, 3));
        assertEquals(
                new Significance(
                        List.of(Stage.ENUMERATION), List.of(), Significance.Concern.MEDIUM, "hands out a licence key"),
                extended.significance("licence", "getkey"));
        assertEquals(
                "is what our installer does",
                Objects.requireNonNull(extended.significance(SVCCTL, 12)).reason());
        assertEquals("StartServiceW", extended.operation(SVCCTL, 19));
        assertEquals(SERVICE, interfaces.significance(SVCCTL, 12));
    }

    @Test
    void aFaultNamesFileLineAndReason() {
        String good = OWN + "\t3\tlicence\tGetKey\tenumeration\t-\tmedium\thands out a licence key\n";
        String text = good
                + "only\tthree\tcells\n"
                + good
                + good.replace(OWN.toString(), "0-0-0-0-0")
                + good.replace("\t3\t", "\t70000\t")
                + good.replace("\t3\t", "\t-\t")
                + good.replace("GetKey", "-")
                + good.replace("enumeration", "theft")
                + good.replace("\t-\tmedium", "\t1021\tmedium")
                + good.replace("medium", "grave")
                + good.replace("hands out a licence key", "-");
        assertEquals(
                new Interfaces.Faulty(List.of(
                        "own.tsv: line 2: 8 cells are wanted, separated by tabs, not 3",
                        "own.tsv: line 3: this interface and operation stand in a line above already",
                        "own.tsv: line 4: '0-0-0-0-0' is no UUID",
                        "own.tsv: line 5: '70000' is no number of an operation, 0 to 65535, and not '-'",
                        "own.tsv: line 6: an interface as a whole ('-') has no operation",
                        "own.tsv: line 7: the name of operation 3 is missing",
                        "own.tsv: line 8: 'theft' is no stage",
                        "own.tsv: line 9: '1021' is no technique such as T1047 or T1053.005",
                        "own.tsv: line 10: 'grave' is no concern: low, medium or high",
                        "own.tsv: line 11: the reason is missing or longer than 300 characters")),
                interfaces.with("own.tsv", text));
    }

    @Test
    void somethingElseThanATableIsRefusedAfterAFewSentences() {
        String text = "x\n".repeat(1000);
        assertEquals(
                20, ((Interfaces.Faulty) interfaces.with("x", text)).reasons().size());
        assertEquals(
                new Interfaces.Faulty(List.of("x is longer than 8 MB")),
                interfaces.with("x", " ".repeat(Interfaces.LONGEST + 1)));
    }
}
