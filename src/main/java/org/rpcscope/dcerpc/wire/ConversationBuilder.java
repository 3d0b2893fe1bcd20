package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
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
    // there are very many connections: no room is kept for what most of them do not have
    private Binding[] bindings = new Binding[0];
    private Operation[] operations = new Operation[0];
    private List<Supplier<List<Authentication>>> identities = List.of();
    private Set<Announcement> announcements = Set.of();
    private Set<String> pipes = Set.of();
    private Set<Omission> omissions = Set.of();
    private boolean recognised;
    private boolean asked;
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

    /** A carrier was asked for RPC by name: who signs in for it is worth telling, though no PDU may ever come. */
    public void asked() {
        asked = true;
    }

    /** Whether DCE/RPC itself was seen, in any of the associations. */
    public boolean recognised() {
        return recognised;
    }

    /**
     * What is known of an interface that a client asked for; the most that was ever known counts.
     *
     * @param result null where it is called without a bind
     * @return the interface, of which one copy is enough
     */
    InterfaceId binding(InterfaceId interfaceId, Binding.@Nullable Result result) {
        for (int i = 0; i < bindings.length; i++) {
            Binding known = bindings[i];
            if (known.interfaceId().equals(interfaceId)) {
                if (result != null && (known.result() == null || known.result().compareTo(result) < 0)) {
                    bindings[i] = new Binding(known.interfaceId(), result);
                    version++;
                }
                return known.interfaceId();
            }
        }
        if (bindings.length == MOST_BINDINGS) {
            omit(Omission.LIMITED);
        } else {
            bindings = Arrays.copyOf(bindings, bindings.length + 1);
            bindings[bindings.length - 1] = new Binding(interfaceId, result);
            version++;
        }
        return interfaceId;
    }

    /** The operation to count the calls of; null where there are too many different ones. */
    @Nullable
    Operation operation(@Nullable UUID uuid, int opnum) {
        for (Operation operation : operations) {
            if (operation.opnum == opnum && Objects.equals(operation.uuid, uuid)) {
                return operation;
            }
        }
        if (operations.length == MOST_OPERATIONS) {
            omit(Omission.LIMITED);
            return null;
        }
        Operation operation = new Operation(uuid, opnum);
        operations = Arrays.copyOf(operations, operations.length + 1);
        operations[operations.length - 1] = operation;
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
        if (announcements.isEmpty()) {
            announcements = new LinkedHashSet<>(4);
        }
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
            return;
        }
        if (identities.size() == 1) {
            identities = new ArrayList<>(identities);
        }
        if (identities.isEmpty()) {
            identities = List.of(seen);
        } else {
            identities.add(seen);
        }
        version++;
    }

    /** What somebody proves of himself is known better now. */
    public void changed() {
        version++;
    }

    /** A named pipe that carries an association, without {@code \PIPE\}. */
    public void pipe(String name) {
        if (pipes.size() == MOST_PIPES && !pipes.contains(name)) {
            omit(Omission.LIMITED);
            return;
        }
        if (pipes.isEmpty()) {
            pipes = new LinkedHashSet<>(2);
        }
        if (pipes.add(name)) {
            version++;
        }
    }

    /** Something is not known, or was left out. */
    public void omit(Omission omission) {
        if (omissions.isEmpty()) {
            omissions = EnumSet.of(omission);
            version++;
        } else if (omissions.add(omission)) {
            version++;
        }
    }

    /** Grows whenever {@link #result} would answer differently. */
    public int version() {
        return version;
    }

    /** What was said so far; null as long as no PDU was seen, and nobody has signed in to {@link #asked ask} for RPC. */
    public @Nullable Conversation result() {
        if (!recognised && !asked) {
            return null;
        }
        Set<Authentication> authentications = new LinkedHashSet<>();
        for (Supplier<List<Authentication>> identity : identities) {
            authentications.addAll(identity.get());
        }
        if (!recognised && authentications.isEmpty()) {
            return null;
        }
        Calls[] calls = new Calls[operations.length];
        Arrays.setAll(calls, i -> operations[i].calls());
        return new Conversation(
                List.of(bindings),
                List.of(calls),
                List.copyOf(authentications),
                List.copyOf(announcements),
                List.copyOf(pipes),
                omissions);
    }
}
