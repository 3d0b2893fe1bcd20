package org.rpcscope.export.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transport;

/**
 * The firewalls of Linux take what is written for them, in a network namespace of the test's own, where that can be made
 * and they are installed.
 */
class RealToolsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final String PART = "# Save this part in a file of its own";

    @TempDir
    Path folder;

    static Stream<Blockade> blockades() {
        Stream<Blockade> sessions = Stream.of(
                session("10.20.4.31", "10.0.0.0/8", "45.148.10.77", 135, Transport.TCP),
                session("10.20.4.31", null, "45.148.10.77", 4747, Transport.TCP),
                session("10.20.4.31", "10.20.4.31/32", "45.148.10.77", 50_001, Transport.UDP),
                session("fd12:9a::1f44", "fc00::/7", "2a0e:97c0::77", 135, Transport.TCP),
                session("fd12:9a::1f44", null, "2a0e:97c0::77", 1025, Transport.UDP));
        Stream<Blockade> networks = Stream.of(
                Blockade.of(Networks.defaults()),
                Blockade.of(networks("10.0.0.0/8")),
                Blockade.of(networks("fd12:9a::/32")),
                Blockade.of(networks("0.0.0.0/0")),
                Blockade.of(networks("::/0")),
                Blockade.of(networks("0.0.0.0/0", "::/0")));
        return Stream.concat(Stream.concat(sessions, networks), drawn(new Random(5)));
    }

    /** Boundaries of many networks: neighbours that are one, networks in networks, and holes of external ones. */
    private static Stream<Blockade> drawn(Random random) {
        return IntStream.range(0, 12).mapToObj(size -> {
            List<NetworkLine> lines = new ArrayList<>();
            for (int i = 0; i <= size * size; i++) {
                boolean v6 = random.nextInt(4) == 0;
                int length = v6 ? 16 + random.nextInt(49) : 4 + random.nextInt(29);
                long high = (0xFD00_0000_0000_0000L | random.nextLong() >>> 8) & -1L << 64 - length;
                IpAddress base = v6 ? new IpAddress(high, 0) : IpAddress.v4(random.nextInt() & -1 << 32 - length);
                boolean internal = random.nextInt(3) > 0;
                lines.add(line(base + "/" + length, internal ? NetworkLine.INTERNAL : NetworkLine.EXTERNAL));
            }
            return Blockade.of(Networks.of(0, lines));
        });
    }

    private static Networks networks(String... internal) {
        return Networks.of(
                0,
                Stream.of(internal)
                        .map(each -> line(each, NetworkLine.INTERNAL))
                        .toList());
    }

    private static NetworkLine line(String cidr, String list) {
        return switch (Cidr.parse(cidr)) {
            case Cidr.Valid(Cidr network) -> new NetworkLine(network, list, "line 1", "");
            case Cidr.Faulty faulty -> throw new IllegalArgumentException(cidr + ": " + faulty.reason());
        };
    }

    private static Blockade session(String from, String network, String to, int port, Transport transport) {
        return Blockade.of(
                new Session.Ends(IpAddress.parse(from), 50_000, IpAddress.parse(to), port, transport), network);
    }

    @ParameterizedTest
    @MethodSource("blockades")
    void nftTakesIt(Blockade blockade) throws IOException, InterruptedException {
        assumeTrue(answer("nft list ruleset").isEmpty(), "nft cannot be used here");
        Path file = Files.writeString(folder.resolve("rules"), Dialect.NFTABLES.text(blockade, DAY));
        assertEquals("", answer("nft -c -f " + file));
        assertEquals("", answer("nft -f " + file + " && nft -f " + file), "it may be applied again");
    }

    @ParameterizedTest
    @MethodSource("blockades")
    void iptablesTakesEachPart(Blockade blockade) throws IOException, InterruptedException {
        assumeTrue(answer("iptables -L && ip6tables -L").startsWith("Chain"), "iptables cannot be used here");
        String[] parts = Dialect.IPTABLES.text(blockade, DAY).split(PART, -1);
        for (String part : List.of(parts).subList(1, parts.length)) {
            Path file = Files.writeString(folder.resolve("rules"), PART + part);
            String restore = (part.contains("ip6tables-restore") ? "ip6" : "ip") + "tables-restore --noflush ";
            assertEquals("", answer(restore + "--test " + file));
            assertEquals("", answer(restore + file));
        }
    }

    /** What commands say in a network namespace of their own; what went wrong, where one did. */
    private String answer(String commands) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        boolean root = System.getProperty("user.name").equals("root"); // who is not is root in that namespace only
        String user = root ? "--fork" : "--map-root-user";
        ProcessBuilder shell = new ProcessBuilder("unshare", user, "--net", "sh", "-c", commands);
        shell.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        shell.redirectErrorStream(true).redirectOutput(said.toFile());
        try {
            int exit = shell.start().waitFor();
            String words = Files.readString(said);
            return exit == 0 ? words : "exit " + exit + ": " + words;
        } catch (IOException absent) {
            return "there is no unshare: " + absent.getMessage();
        }
    }
}
