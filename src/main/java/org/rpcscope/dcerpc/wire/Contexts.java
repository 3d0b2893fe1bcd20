package org.rpcscope.dcerpc.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Binding.Result;
import org.rpcscope.rpc.Omission;

/** The presentation contexts of an association: what was asked for, and what was granted. */
final class Contexts {

    private static final int MOST = 256;
    private static final int MOST_OFFERS = 4;

    private final ConversationBuilder summary;
    // one or two in most associations, and there are very many associations: no room is kept for more
    private Context[] contexts = new Context[0];
    private List<Offer> offers = List.of();

    Contexts(ConversationBuilder summary) {
        this.summary = summary;
    }

    /** What a number stands for now; null where its bind was not captured. */
    @Nullable
    Context find(int id) {
        for (Context context : contexts) {
            if (context.id == id) {
                return context;
            }
        }
        return null;
    }

    /** A bind or alter_context asks. Until it is answered, calls are taken to mean what it asks for. */
    Offer ask(Pdu pdu) {
        Offer offer = Offer.read(pdu, this, summary);
        offer.items().forEach(item -> put(item.context()));
        if (offers.isEmpty()) {
            offers = new ArrayList<>(1);
        } else if (offers.size() == MOST_OFFERS) {
            offers.removeFirst();
        }
        offers.add(offer);
        return offer;
    }

    /** The server answers each context on its own. What was asked, if that was captured. */
    @Nullable
    Offer answer(int type, int callId, List<Offer.Answer> answers) {
        Offer offer = take(type, callId);
        if (offer == null) {
            return null;
        }
        for (int i = 0; i < Math.min(answers.size(), offer.items().size()); i++) {
            Result result = answers.get(i).result();
            Offer.Item item = offer.items().get(i);
            if (result != null) {
                summary.binding(item.context().interfaceId, result);
            }
            if (result == Result.ACCEPTED) {
                item.context().ndr64 = answers.get(i).ndr64();
            } else if (result != null) {
                restore(item);
            }
        }
        return offer;
    }

    /** The server refuses all that was asked at once. */
    @Nullable
    Offer refuse(int type, int callId) {
        Offer offer = take(type, callId);
        if (offer != null) {
            for (Offer.Item item : offer.items()) {
                summary.binding(item.context().interfaceId, Result.REJECTED);
                restore(item);
            }
        }
        return offer;
    }

    /** The offer with the call's number; some servers answer with another one, so else the only one of its type. */
    private @Nullable Offer take(int type, int callId) {
        Offer only = null;
        int ofType = 0;
        for (Offer offer : offers) {
            if (offer.type() == type) {
                ofType++;
                only = only == null || offer.callId() == callId ? offer : only;
            }
        }
        if (only == null || (ofType > 1 && only.callId() != callId)) {
            return null;
        }
        offers.remove(only);
        offers = offers.isEmpty() ? List.of() : offers;
        return only;
    }

    private void put(Context context) {
        for (int i = 0; i < contexts.length; i++) {
            if (contexts[i].id == context.id) {
                contexts[i] = context;
                return;
            }
        }
        if (contexts.length == MOST) {
            summary.omit(Omission.LIMITED);
        } else {
            contexts = Arrays.copyOf(contexts, contexts.length + 1);
            contexts[contexts.length - 1] = context;
        }
    }

    /** A number that was not given anew means what it meant before. */
    private void restore(Offer.Item item) {
        Context former = item.former();
        if (former != null && find(item.context().id) == item.context()) {
            put(former);
        }
    }
}
