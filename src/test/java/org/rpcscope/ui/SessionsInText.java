package org.rpcscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problem;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * A format for tests. Its first line is {@code sessions}; each further line is a session ({@code TIER SOURCE PORT
 * DESTINATION PORT}, then the name of one of {@link Talks}, or {@code INTERFACE/OPERATION} and {@code DOMAIN\\user} as often
 * as wished), or {@code event SECONDS HOST ADDRESS EVENT-ID} and what it was about, or {@code random N} for so many invented ones, {@code bad} for a problem, {@code wait} for a reader that shows
 * what it has and waits until it is let go on.
 */
final class SessionsInText implements InputFormat<ObservationTable> {

    /** 2026-11-24 09:41:07 UTC. */
    static final long START = 1_795_513_267_000_000_000L;

    private static final int TCP_ANSWERED =
            Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;

    /** Into the tables of which pools it has read: those of the case, or others for what is asked beside them. */
    final List<Pools> reads = new CopyOnWriteArrayList<>();

    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Lets readers that wait go on. */
    void goOn() {
        goOn.countDown();
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public int likelihood(Head head) {
        return new String(head.bytes(), StandardCharsets.UTF_8).startsWith("sessions\n") ? 100 : 0;
    }

    @Override
    public void read(ByteSource source, ObservationTable table, Reading reading) {
        reads.add(table.pools());
        long offset = 0;
        for (String line : text(source).lines().toList()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "sessions", "" -> {}
                case "random" -> random(table, Integer.parseInt(words[1]), reading);
                case "bad" -> reading.problems().add(Problem.at(offset, "the record is longer than the file"));
                case "wait" -> await(table);
                case "event" -> event(table, line.split(" ", 6), offset);
                default -> session(table, words, offset);
            }
            offset += line.length() + 1;
            reading.progress().advance(line.length() + 1);
        }
        table.end();
    }

    private void await(ObservationTable table) {
        table.publish();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(ByteSource source) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
            int size = source.read(0, buffer);
            return new String(buffer.array(), 0, Math.max(0, size), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record of the system log of Windows, so many seconds after {@link #START}. */
    private static void event(ObservationTable table, String[] words, long origin) {
        String label = words[4].equals("7045") ? "Service installed" : "Service state";
        table.events()
                .add(new LogEvent(
                        START + Long.parseLong(words[1]) * 1_000_000_000L,
                        words[2],
                        IpAddress.parse(words[3]),
                        null,
                        "LAB\\alice",
                        new EventKind(null, "windows", "system", words[4], label),
                        words[5],
                        origin,
                        Map.of(
                                "EventID",
                                Integer.parseInt(words[4]),
                                "Provider_Name",
                                "Service Control Manager",
                                "ImagePath",
                                words[5])));
    }

    private static void session(ObservationTable table, String[] words, long origin) {
        int row = table.reserve(1);
        var addresses = table.pools().addresses();
        int source = addresses.intern(IpAddress.parse(words[1]));
        int destination = addresses.intern(IpAddress.parse(words[3]));
        int ports = Integer.parseInt(words[2]) << 16 | Integer.parseInt(words[4]);
        long start = START + row * 1_234_567_000L;
        table.open(row, source, destination, ports, start, origin);
        int evidence = evidence(words[0]);
        boolean answered = (evidence & Evidence.SOURCE_PAYLOAD) != 0;
        table.count(row, answered ? 4_100 : 0, answered ? 6_700 : 0, answered ? 9 : 1, answered ? 8 : 0);
        table.see(row, start + 3_200_000_000L, evidence);
        if (words.length > 5) {
            boolean named = !words[5].contains("/") && !words[5].contains("\\");
            List<String> told = Arrays.asList(words).subList(5, words.length);
            table.converse(row, named ? Talks.conversation(words[5]) : conversation(told));
        }
    }

    private static Conversation conversation(List<String> words) {
        List<Calls> calls = new ArrayList<>();
        List<Authentication> users = new ArrayList<>();
        for (String word : words) {
            String[] parts = word.split("[/\\\\]");
            if (word.indexOf('/') >= 0) {
                calls.add(Calls.logged(parts[0], parts[1], 1));
            } else {
                users.add(new Authentication(
                        "ntlm", "packet", parts[0], parts[1], null, null, Authentication.Outcome.ACCEPTED));
            }
        }
        return new Conversation(List.of(), calls, users, List.of(), List.of(), Set.of());
    }

    private static int evidence(String tier) {
        return Evidence.DIRECTION_KNOWN
                | switch (tier) {
                    case "confirmed" -> TCP_ANSWERED | Evidence.DCE_RPC;
                    case "established" -> TCP_ANSWERED;
                    case "attempt" -> Evidence.SYN;
                    case "blocked" -> Evidence.SYN | Evidence.REFUSED;
                    default -> throw new IllegalArgumentException(tier);
                };
    }

    /** Two hosts in a hundred speak to the outside on port 135, a few over IPv6. */
    private static void random(ObservationTable table, int count, Reading reading) {
        Random random = new Random(7);
        String[] tiers = {"attempt", "attempt", "attempt", "attempt", "established", "blocked", "confirmed"};
        var addresses = table.pools().addresses();
        for (int i = 0; i < count && !reading.progress().cancelled(); i++) {
            int row = table.reserve(1);
            boolean v6 = random.nextInt(50) == 0;
            int from = random.nextInt(3000);
            int to = random.nextInt(40_000);
            int source = v6
                    ? addresses.intern(0xfd12_009a_0000_0000L, 0x1f44_0000L + from)
                    : addresses.intern(IpAddress.v4(10 << 24 | 20 << 16 | from));
            int destination = v6
                    ? addresses.intern(0x2a0e_97c0_0000_0000L | to, 0x5054_00ff_fe12_3456L + to)
                    : addresses.intern(IpAddress.v4((random.nextInt(30) == 0 ? 45 : 172) << 24 | 16 << 16 | to));
            int port = random.nextInt(5) == 0 ? 135 : random.nextInt(3) == 0 ? 445 : 443;
            long start = START + i * 3_000_017L;
            table.open(row, source, destination, (49152 + random.nextInt(16000)) << 16 | port, start, i * 64L);
            int evidence = evidence(port == 135 ? tiers[random.nextInt(tiers.length)] : "established");
            boolean answered = (evidence & Evidence.SOURCE_PAYLOAD) != 0;
            table.count(
                    row,
                    answered ? random.nextInt(90_000) : 0,
                    answered ? random.nextInt(900_000) : 0,
                    answered ? 9 : 1,
                    answered ? 8 : 0);
            table.see(row, start + random.nextLong(90_000_000_000L), evidence);
            if ((i & 0xFFFF) == 0) {
                table.publish();
            }
        }
    }
}
