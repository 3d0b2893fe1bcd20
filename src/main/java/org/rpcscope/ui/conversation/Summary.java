package org.rpcscope.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Significance;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** What is known of a conversation without its file, as sections. JavaFX thread only. */
final class Summary {

    /** So many lines of a kind are shown: an answer of an endpoint mapper may announce hundreds of ports. */
    private static final int MOST = 40;

    private final Interfaces interfaces;
    private final Texts texts;
    private final IntConsumer jump;

    Summary(Interfaces interfaces, Texts texts, IntConsumer jump) {
        this.interfaces = interfaces;
        this.texts = texts;
        this.jump = jump;
    }

    List<Node> nodes(Chosen chosen, Links links) {
        Conversation said = chosen.session().conversation();
        List<Node> sections = new ArrayList<>();
        add(sections, "conversation.activity", activity(chosen, links));
        add(sections, "conversation.interfaces", lines(said.bindings(), this::binding));
        add(sections, "conversation.operations", lines(chosen.finding().operations(), this::operation));
        add(sections, "conversation.authentication", lines(said.authentications(), this::authentication));
        add(sections, "conversation.announced", lines(said.announcements(), each -> announcement(each, chosen, links)));
        add(sections, "conversation.pipes", lines(said.pipes(), pipe -> line("\\PIPE\\" + pipe, "")));
        List<Omission> omissions = said.omissions().stream().sorted().toList();
        add(sections, "conversation.omissions", lines(omissions, this::omission));
        if (said.isEmpty()) {
            sections.add(Styles.wrapped(texts.get("conversation.none"), Styles.MUTED));
        }
        return sections;
    }

    private void add(List<Node> sections, String title, List<Node> lines) {
        if (!lines.isEmpty()) {
            VBox section = Styles.with(new VBox(Styles.label(texts.get(title), Styles.SECTION)), "section");
            section.getChildren().addAll(lines);
            sections.add(section);
        }
    }

    private <T> List<Node> lines(List<T> things, Function<T, Node> line) {
        List<Node> lines = things.stream().limit(MOST).map(line).collect(Collectors.toCollection(ArrayList::new));
        if (things.size() > MOST) {
            lines.add(Styles.label(
                    texts.get("conversation.more", Amounts.count(things.size() - MOST)), Styles.MUTED, Styles.SMALL));
        }
        return lines;
    }

    /** Who announced the port of this session, and the sessions whose ports it announced that no line below stands for. */
    private List<Node> activity(Chosen chosen, Links links) {
        List<Node> lines = new ArrayList<>();
        Links.Linked announcer = links.announcer();
        if (announcer != null) {
            lines.add(link("conversation.announced-by", announcer));
        }
        List<Integer> listed = chosen.session().conversation().announcements().stream()
                .limit(MOST)
                .map(Announcement::port)
                .toList();
        links.announced().stream()
                .filter(each -> !listed.contains(each.ends().destinationPort()))
                .map(each -> link("conversation.led-to", each))
                .forEach(lines::add);
        if (links.more() > 0) {
            lines.add(Styles.label(texts.get("conversation.more", Amounts.count(links.more())), Styles.MUTED));
        }
        return lines;
    }

    private Node link(String key, Links.Linked linked) {
        var ends = linked.ends();
        String where = texts.get(
                "conversation.ends",
                ends.source().toString(),
                Integer.toString(ends.sourcePort()),
                ends.destination().toString(),
                Integer.toString(ends.destinationPort()));
        Hyperlink link = Styles.with(
                new Hyperlink(texts.get(key, where, texts.times().get().millis(linked.start()))), "jump");
        link.setWrapText(true);
        link.setOnAction(_ -> {
            link.setVisited(false);
            jump.accept(linked.number());
        });
        return link;
    }

    private Node binding(Binding binding) {
        InterfaceId id = binding.interfaceId();
        Binding.Result result = binding.result();
        String state = result == null ? texts.get("conversation.bind-unseen") : texts.get("bind." + result.label());
        String name = interfaces.name(id.uuid());
        Significance why = interfaces.significance(id.uuid());
        Node line = line(
                name == null ? id.uuid().toString() : name + " v" + id.version(),
                join(state, name == null ? "v" + id.version() : id.uuid().toString()),
                why);
        line.pseudoClassStateChanged(Styles.FLAGGED, result == Binding.Result.REJECTED);
        return line;
    }

    private Node operation(Operation operation) {
        String count = operation.count() > 1 ? " × " + Amounts.count(operation.count()) : "";
        String faults = operation.faults() > 0 ? texts.count("conversation.faults", operation.faults()) : "";
        return line(operation.label() + count, faults, operation.significance());
    }

    private Node authentication(Authentication authentication) {
        String user = Stream.of(authentication.domain(), authentication.user())
                .filter(each -> each != null && !each.isEmpty())
                .collect(Collectors.joining("\\"));
        String level = authentication.level();
        String how = authentication.type().toUpperCase(Locale.ROOT)
                + (level == null ? "" : ", " + texts.get("conversation.level", level));
        String workstation = authentication.workstation();
        String service = authentication.service();
        return line(
                user.isEmpty() ? how : user,
                join(
                        user.isEmpty() ? "" : how,
                        workstation == null ? "" : texts.get("conversation.workstation", workstation),
                        service == null ? "" : texts.get("conversation.service", service),
                        texts.get("auth." + authentication.outcome().label())));
    }

    private Node announcement(Announcement announcement, Chosen chosen, Links links) {
        InterfaceId id = announcement.interfaceId();
        String name = id == null ? texts.get("conversation.any-object") : name(id);
        String port = Integer.toString(announcement.port());
        VBox line = line(texts.get("conversation.port", port, name), where(announcement, chosen), null);
        links.at(announcement.port()).stream()
                .map(each -> link("conversation.led-to", each))
                .forEach(line.getChildren()::add);
        return line;
    }

    /** The address, where it is not plainly the server itself. */
    private String where(Announcement announcement, Chosen chosen) {
        IpAddress server = chosen.session().ends().destination();
        IpAddress address = announcement.at(server);
        String host = announcement.host();
        if (host != null) {
            return texts.get("conversation.at", host);
        }
        return address.equals(server) ? "" : texts.get("conversation.at", address.toString());
    }

    private String name(InterfaceId id) {
        String name = interfaces.name(id.uuid());
        return name == null ? id.uuid().toString() : name;
    }

    private Node omission(Omission omission) {
        return Styles.wrapped(
                texts.get("omission." + omission.name().toLowerCase(Locale.ROOT).replace('_', '-')), Styles.WARNING);
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static VBox line(String text, String detail) {
        return line(text, detail, null);
    }

    private static VBox line(String text, String detail, @Nullable Significance why) {
        VBox line = Styles.with(new VBox(Styles.wrapped(text)), "evidence-line", "said");
        if (why != null) {
            line.getChildren().add(Styles.wrapped(why.reason(), Styles.SMALL));
            if (!why.techniques().isEmpty()) {
                FlowPane techniques = Styles.with(new FlowPane(), "badges");
                String level = "level-" + why.concern().label();
                why.techniques().forEach(each -> techniques.getChildren().add(Styles.label(each, "pill", level)));
                line.getChildren().add(techniques);
            }
        }
        if (!detail.isEmpty()) {
            line.getChildren().add(Styles.wrapped(detail, Styles.MUTED, Styles.SMALL));
        }
        return line;
    }
}
