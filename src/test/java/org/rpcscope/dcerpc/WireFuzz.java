package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.rpcscope.dcerpc.wire.Payloads;
import org.rpcscope.dcerpc.wire.Pdus;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Step;
import org.rpcscope.rpc.Steps;
import org.rpcscope.stream.StreamInspector;

/**
 * Feeds damaged associations to the inspector: PDUs of every type, with the towers of the endpoint mapper in their stubs and
 * the messages of NTLM in their trailers. A few thousand are a test; {@link #main} runs as many as are asked for.
 */
final class WireFuzz {

    /** Everything unfinished in an association, and the first bytes of a stream that is not known yet. */
    private static final int MOST_PENDING = 1 << 16;

    private static final int[] TELLING = {0, 1, 2, 3, 5, 0x0B, 0x0C, 0x10, 0x7F, 0x80, 0xFF};

    private final Random random;
    private final List<List<byte[]>> seeds = new ArrayList<>();
    private long steps;

    WireFuzz(long seed) {
        random = new Random(seed);
        for (Pdus pdus : List.of(Pdus.little(), Pdus.big(), Pdus.ebcdic())) {
            seeds.add(talk(pdus));
        }
    }

    /** How many executions: a million where nothing is said. */
    public static void main(String[] args) {
        long executions = args.length == 0 ? 1_000_000 : Long.parseLong(args[0]);
        WireFuzz fuzz = new WireFuzz(20261124);
        fuzz.run(executions);
        System.out.println(executions + " executions, " + fuzz.steps + " messages understood, no failure");
    }

    void run(long executions) {
        for (long i = 0; i < executions; i++) {
            List<byte[]> pdus = new ArrayList<>(seeds.get(random.nextInt(seeds.size())));
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                damage(pdus);
            }
            try {
                tell(pdus);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("execution " + i, e);
            }
        }
    }

    /** The messages that were understood in all. */
    long steps() {
        return steps;
    }

    private void tell(List<byte[]> pdus) {
        Steps counting = this::count;
        boolean datagrams = random.nextInt(50) == 0;
        StreamInspector<Conversation> inspector =
                new DcerpcInspection(random.nextInt(4) == 0 ? counting : Steps.NONE).open(datagrams, 40000, 135);
        boolean whole = random.nextBoolean();
        for (int i = 0; i < pdus.size(); i++) {
            boolean fromClient = i % 2 == 0 ^ random.nextInt(100) == 0;
            byte[] pdu = pdus.get(i);
            int at = 0;
            while (at < pdu.length) {
                int length = whole ? pdu.length - at : 1 + random.nextInt(pdu.length - at);
                inspector.bytes(fromClient, i, i, ByteBuffer.wrap(pdu), at, length);
                at += length;
                if (inspector.pending() > MOST_PENDING) {
                    throw new IllegalStateException("holds " + inspector.pending() + " bytes");
                }
            }
            if (random.nextInt(100) == 0) {
                inspector.gap(fromClient, i, random.nextInt(3000));
            }
        }
        if (random.nextInt(10) == 0) {
            inspector.drop();
        }
        inspector.result();
    }

    private void count(Step step) {
        steps += step.detail().isEmpty() ? 1 : 2;
    }

    private void damage(List<byte[]> pdus) {
        int which = random.nextInt(pdus.size());
        byte[] pdu = pdus.get(which).clone();
        pdus.set(which, pdu);
        if (pdu.length == 0) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> pdus.set(which, Arrays.copyOf(pdu, random.nextInt(pdu.length)));
            case 1 -> pdus.set(which, Pdus.join(pdu, pdus.get(random.nextInt(pdus.size()))));
            case 2 -> pdus.remove(pdus.size() > 1 ? which : 0);
            case 3 -> pdu[random.nextInt(Math.min(pdu.length, 32))] = telling();
            case 4 -> {
                int from = random.nextInt(pdu.length);
                Arrays.fill(pdu, from, from + random.nextInt(Math.min(9, pdu.length - from + 1)), telling());
            }
            default -> pdu[random.nextInt(pdu.length)] = random.nextBoolean() ? telling() : (byte) random.nextInt(256);
        }
        if (pdus.isEmpty()) {
            pdus.add(new byte[1]);
        }
    }

    private byte telling() {
        return (byte) TELLING[random.nextInt(TELLING.length)];
    }

    /** An association with everything in it, client and server by turns. */
    private static List<byte[]> talk(Pdus pdus) {
        InterfaceId mapper = new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);
        InterfaceId samr = new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);
        Result accepted = new Result(Pdus.ACCEPT, 0, Pdus.NDR);
        byte[] negotiate = pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.negotiate());
        byte[] challenge = pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.challenge("CORP"));
        byte[] authenticate =
                pdus.trailer(Payloads.NTLM, Payloads.INTEGRITY, Payloads.authenticate("CORP", "alice", "DESK"));
        byte[] towers = Payloads.towers(samr, 0x0A000001, 49664, 49665, 49670);
        Item mapping = new Item(0, mapper, Pdus.NDR);
        Item features = new Item(1, mapper, Pdus.FEATURES);
        return List.of(
                pdus.contexts(11, 1, negotiate, mapping, features),
                pdus.results(12, 1, "135\0", challenge, accepted, new Result(Pdus.NEGOTIATE, 3, Pdus.FEATURES)),
                Pdus.join(pdus.auth3(1, authenticate), pdus.request(2, 0, 3, new byte[150])),
                pdus.response(2, 0, towers),
                pdus.request(1, 3, 0, 2, new byte[60]),
                new byte[0],
                pdus.request(2, 3, 0, 2, new byte[60]),
                Pdus.join(pdus.response(1, 3, 0, towers), pdus.response(2, 3, 0, towers)),
                pdus.alter(4, new Item(2, samr, Pdus.NDR, Pdus.NDR64)),
                pdus.alterAck(4, accepted),
                Pdus.join(pdus.request(0x83, 5, 2, 64, new byte[40]), pdus.bare(18, 5), pdus.bare(19, 5)),
                Pdus.join(pdus.fault(5, 2, 5), pdus.bare(17, 0), pdus.bindNak(6, 4)));
    }
}
