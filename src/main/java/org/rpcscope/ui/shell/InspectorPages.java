package org.rpcscope.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import org.rpcscope.ui.conversation.ConversationView;
import org.rpcscope.ui.conversation.PacketsView;
import org.rpcscope.ui.conversation.StopView;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.inspector.InspectorView;
import org.rpcscope.ui.related.RelatedView;

/** The pages of the inspector behind the evidence: what was said, and what else happened. JavaFX thread only. */
record InspectorPages(ConversationView conversation, PacketsView packets, StopView stop, RelatedView related) {

    private static final String CONVERSATION = "inspector.conversation";
    private static final String PACKETS = "inspector.packets";
    private static final String STOP = "inspector.stop";
    private static final String RELATED = "inspector.related";

    static InspectorPages of(Features features, Texts texts, Clip clip) {
        Features.Conversation feature = features.conversation();
        return new InspectorPages(
                new ConversationView(
                        feature.model(),
                        feature.controller(),
                        feature.interfaces(),
                        texts,
                        clip,
                        features.table().controller()::choose),
                new PacketsView(feature.model(), texts, clip),
                new StopView(feature.model(), texts, clip),
                new RelatedView(features.related().model(), features.related().controller(), texts));
    }

    List<InspectorView.Page> pages(Features features) {
        Consumer<Boolean> looked = features.conversation().model().looked()::set;
        return List.of(
                new InspectorView.Page(CONVERSATION, conversation.node(), looked),
                new InspectorView.Page(PACKETS, packets.node(), looked),
                new InspectorView.Page(
                        RELATED, related.node(), features.related().model().looked()::set),
                new InspectorView.Page(STOP, stop.node(), _ -> {}));
    }

    /** Enter on a message turns to its packets. */
    void join(InspectorView inspector) {
        conversation.onPackets(() -> inspector.open(PACKETS));
    }

    void close() {
        conversation.close();
        packets.close();
        stop.close();
        related.close();
    }
}
