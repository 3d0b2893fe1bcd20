package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;

/** An association made up by chance, as its PDUs and as what is to be understood of them. */
final class RandomTalk {

    private static final InterfaceId MAPPER =
            new InterfaceId(UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa"), 3, 0);

    private record Turn(boolean fromClient, byte[] pdu) {}

    private final Pdus pdus;
    private final Random random;
    private final List<Turn> turns = new ArrayList<>();
    private final Map<InterfaceId, Binding.Result> bindings = new LinkedHashMap<>();
    private final Map<List<Object>, long[]> calls = new LinkedHashMap<>();
    private final Map<Integer, InterfaceId> contexts = new LinkedHashMap<>();
    private int messages;
    private int call = 1;

    private RandomTalk(Random random) {
        this.random = random;
        this.pdus = List.of(Pdus.little(), Pdus.big(), Pdus.ebcdic()).get(random.nextInt(3));
    }

    static RandomTalk of(Random random) {
        RandomTalk talk = new RandomTalk(random);
        talk.agree(true);
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                talk.agree(false);
            } else {
                talk.call();
            }
        }
        return talk;
    }

    int messages() {
        return messages;
    }

    Conversation expected() {
        List<Binding> bound = new ArrayList<>();
        bindings.forEach((id, result) -> bound.add(new Binding(id, result)));
        List<Calls> counted = new ArrayList<>();
        calls.forEach((key, counts) ->
                counted.add(Calls.captured((UUID) key.getFirst(), (int) key.getLast(), counts[0], counts[1])));
        return new Conversation(bound, counted, List.of(), List.of(), List.of(), Set.of());
    }

    /** Tells it in segments of any size, or PDU by PDU where there is no chance. */
    Dialogue tell(Dialogue dialogue, @Nullable Random chance) {
        for (Turn turn : turns) {
            int at = 0;
            while (at < turn.pdu.length) {
                int left = turn.pdu.length - at;
                int length =
                        chance == null ? left : 1 + chance.nextInt(chance.nextBoolean() ? left : Math.min(left, 30));
                dialogue.send(turn.fromClient, Arrays.copyOfRange(turn.pdu, at, at + length));
                at += length;
            }
        }
        return dialogue;
    }

    /** Overwrites a few bytes, mostly in headers, and cuts or exchanges a PDU. */
    void damage(Random chance) {
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            Turn turn = turns.get(chance.nextInt(turns.size()));
            int reach = chance.nextBoolean() ? Math.min(turn.pdu.length, 32) : turn.pdu.length;
            turn.pdu[chance.nextInt(reach)] = (byte) (chance.nextBoolean() ? chance.nextInt(256) : 0xFF);
        }
        int which = chance.nextInt(turns.size());
        Turn turn = turns.get(which);
        if (chance.nextInt(3) == 0) {
            turns.set(which, new Turn(!turn.fromClient, turn.pdu));
        } else if (chance.nextInt(3) == 0) {
            turns.set(which, new Turn(turn.fromClient, Arrays.copyOf(turn.pdu, chance.nextInt(turn.pdu.length))));
        }
    }

    private void turn(boolean fromClient, byte[] pdu) {
        turns.add(new Turn(fromClient, pdu));
    }

    private void agree(boolean first) {
        Item[] items = new Item[1 + random.nextInt(3)];
        Result[] results = new Result[items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = new Item(random.nextInt(4), interfaceId(), Pdus.NDR);
            bindings.putIfAbsent(items[i].interfaceId(), Binding.Result.UNANSWERED);
        }
        for (int i = 0; i < items.length; i++) {
            boolean distinct = true;
            for (int k = 0; k < items.length; k++) {
                distinct &= k == i || items[k].id() != items[i].id();
            }
            boolean granted = !distinct || !contexts.containsKey(items[i].id()) || random.nextBoolean();
            results[i] = new Result(granted ? Pdus.ACCEPT : Pdus.REJECT, 0, Pdus.NDR);
            Binding.Result result = granted ? Binding.Result.ACCEPTED : Binding.Result.REJECTED;
            bindings.merge(items[i].interfaceId(), result, (a, b) -> a.compareTo(b) > 0 ? a : b);
            if (granted) {
                contexts.put(items[i].id(), items[i].interfaceId());
            }
        }
        int id = call++;
        turn(true, first ? pdus.bind(id, items) : pdus.alter(id, items));
        turn(false, first ? pdus.bindAck(id, results) : pdus.alterAck(id, results));
        messages += 2;
    }

    private InterfaceId interfaceId() {
        int which = random.nextInt(4);
        return which == 0 ? MAPPER : new InterfaceId(new UUID(which << 20, -which), which, 0);
    }

    private void call() {
        int context = random.nextInt(4);
        InterfaceId id = contexts.get(context);
        if (id == null) {
            return;
        }
        int opnum = random.nextInt(6);
        int number = call++;
        fragments(random.nextInt(3), (flags, stub) -> turn(true, pdus.request(flags, number, context, opnum, stub)));
        messages += 2;
        long[] counts = calls.computeIfAbsent(List.of(id.uuid(), opnum), _ -> new long[2]);
        counts[0]++;
        if (random.nextInt(4) == 0) {
            turn(false, pdus.fault(number, context, random.nextInt()));
            counts[1]++;
        } else {
            fragments(random.nextInt(3), (flags, stub) -> turn(false, pdus.response(flags, number, context, stub)));
        }
    }

    private interface Fragment {
        void take(int flags, byte[] stub);
    }

    private void fragments(int more, Fragment fragment) {
        for (int i = 0; i <= more; i++) {
            fragment.take((i == 0 ? Pdu.FIRST : 0) | (i == more ? Pdu.LAST : 0), new byte[random.nextInt(200)]);
        }
    }
}
