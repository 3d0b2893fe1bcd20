package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;
import org.rpcscope.rpc.Steps;

/**
 * Sums up what the associations of one connection say, and passes on every message to whoever wants to hear of it. Every
 * list has a bound; what goes beyond it is left out, which {@link Omission#LIMITED} says. One thread.
 */
public final class ConversationBuilder {

    private static final int MOST_BINDINGS = 128;
    private static final int MOST_OPERATIONS = 512;
    private static final int MOST_ANNOUNCEMENTS = 1024;
    private static final int MOST_IDENTITIES = 64;
    private static final int MOST_PIPES = 64;

    private final Steps steps;
    private final Map<InterfaceId, Binding.@Nullable Result> bindings = new LinkedHashMap<>(4);
    private final List<Operation> operations = new ArrayList<>(4);
    private final List<Supplier<List<Authentication>>> identities = new ArrayList<>(1);
    private final Set<Announcement> announcements = new LinkedHashSet<>(1);
    private final Set<String> pipes = new LinkedHashSet<>(1);
    private final EnumSet<Omission> omissions = EnumSet.noneOf(Omission.class);
    private boolean recognised;
    private int version;

    /** @param steps who wants to hear of every message; {@link Steps#NONE} costs nothing */
    public ConversationBuilder(Steps steps) {
        this.steps = steps;
    }

    /** Whether somebody wants to hear of every message: if not, none needs to be made. */
    public boolean narrates() {
        return steps != Steps.NONE;
    }

    /** Passes on a message. */
    public void step(Step step) {
        steps.step(step);
    }

    /** A PDU was seen that is valid for its direction. */
    void recognise() {
        if (!recognised) {
            recognised = true;
            version++;
        }
    }

    /** Whether DCE/RPC itself was seen, in any of the associations. */
    public boolean recognised() {
        return recognised;
    }

    /** What is known of an interface that a client bound; the most that was ever known counts. */
    void binding(InterfaceId interfaceId, Binding.Result result) {
        Binding.Result before = bindings.get(interfaceId);
        if ((before == null || before.compareTo(result) < 0) && fits(interfaceId)) {
            bindings.put(interfaceId, result);
            version++;
        }
    }

    /** An interface that is called without a bind. */
    void unbound(InterfaceId interfaceId) {
        if (!bindings.containsKey(interfaceId) && fits(interfaceId)) {
            bindings.put(interfaceId, null);
            version++;
        }
    }

    private boolean fits(InterfaceId interfaceId) {
        boolean fits = bindings.size() < MOST_BINDINGS || bindings.containsKey(interfaceId);
        if (!fits) {
            omit(Omission.LIMITED);
        }
        return fits;
    }

    /** The operation to count the calls of; null where there are too many different ones. */
    @Nullable
    Operation operation(@Nullable UUID uuid, int opnum) {
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation.opnum == opnum && Objects.equals(operation.uuid, uuid)) {
                return operation;
            }
        }
        if (operations.size() == MOST_OPERATIONS) {
            omit(Omission.LIMITED);
            return null;
        }
        Operation operation = new Operation(uuid, opnum);
        operations.add(operation);
        return operation;
    }

    void called(Operation operation) {
        operation.called();
        version++;
    }

    void failed(Operation operation) {
        operation.failed();
        version++;
    }

    /** Ports that a server gave away. */
    void announce(List<Announcement> more) {
        announcements.addAll(more.subList(0, Math.min(more.size(), MOST_ANNOUNCEMENTS - announcements.size())));
        if (!announcements.containsAll(more)) {
            omit(Omission.LIMITED);
        }
        version++;
    }

    /**
     * Somebody authenticates; asked for the answer whenever there is one to give, for its identities may become clearer.
     * Whoever adds it calls {@link #changed} when it answers differently.
     */
    public void identities(Supplier<List<Authentication>> seen) {
        if (identities.size() == MOST_IDENTITIES) {
            omit(Omission.LIMITED);
        } else {
            identities.add(seen);
            version++;
        }
    }

    /** What somebody proves of himself is known better now. */
    public void changed() {
        version++;
    }

    /** A named pipe that carries an association, without {@code \PIPE\}. */
    public void pipe(String name) {
        if (pipes.size() == MOST_PIPES && !pipes.contains(name)) {
            omit(Omission.LIMITED);
        } else if (pipes.add(name)) {
            version++;
        }
    }

    /** Something is not known, or was left out. */
    public void omit(Omission omission) {
        if (omissions.add(omission)) {
            version++;
        }
    }

    /** Grows whenever {@link #result} would answer differently. */
    public int version() {
        return version;
    }

    /** What was said so far; null as long as no PDU was seen. */
    public @Nullable Conversation result() {
        if (!recognised) {
            return null;
        }
        List<Binding> bound = new ArrayList<>(bindings.size());
        bindings.forEach((interfaceId, result) -> bound.add(new Binding(interfaceId, result)));
        List<Calls> calls = operations.stream().map(Operation::calls).toList();
        Set<Authentication> authentications = new LinkedHashSet<>();
        identities.stream().map(Supplier::get).forEach(authentications::addAll);
        return new Conversation(
                bound, calls, List.copyOf(authentications), list(announcements), list(pipes), omissions);
    }

    private static <T> List<T> list(Collection<T> all) {
        return List.copyOf(all);
    }
}
