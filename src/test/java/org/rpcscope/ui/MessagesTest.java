package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rpcscope.cases.SourceSearch;
import org.rpcscope.detect.ExceptionProposal;
import org.rpcscope.detect.Suggestion;
import org.rpcscope.graph.GraphFile;
import org.rpcscope.graph.View;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.Topic;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Status;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.Explanation;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.ProfileChange;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.tuning.lists.ListFormat;
import org.rpcscope.ui.addressmap.AddressMapController;
import org.rpcscope.ui.columns.Faults;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.graph.GraphModel;
import org.rpcscope.ui.hosts.Chapter;
import org.rpcscope.ui.hosts.HostColumn;
import org.rpcscope.ui.related.Span;
import org.rpcscope.ui.sessions.SessionColumn;

/** Every text is used, and every text that is used is there. Differences are printed so that they can be pasted. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/rpcscope/ui");
    private static final Path BUNDLE = Path.of("src/main/resources/org/rpcscope/ui/messages.properties");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:[.-][a-z0-9-]+)+)\"");
    private static final Pattern COUNTED = Pattern.compile("texts\\s*\\.count\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern ACTION =
            Pattern.compile("(?:Action\\.(?:always|when|toggle)|copy)\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern MENU = Pattern.compile("menu\\.of\\(\\s*\"([a-z]+)\"");
    private static final Pattern GRAPH_ITEM = Pattern.compile("[^.]item\\(\\s*\"([a-z-]+)\"");
    private static final Pattern NETWORK_COLUMN =
            Pattern.compile("(?:fixed\\(|,\\s*)(?:column|number)\\(\\s*\"([a-z]+)\",\\s*(?:\\(\\)|Coverage)");
    private static final Set<String> NO_KEYS = Set.of(
            "javafx.runtime.version",
            "os.name",
            "os.arch",
            "user.name",
            "cache.key",
            "case.rpcscope",
            "packets.pcapng",
            "report.html",
            "sessions.csv",
            "sessions.jsonl");

    @Test
    void everyKeyInTheCodeHasATextAndEveryTextHasAKey() throws IOException {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLE)) {
            bundle.load(reader);
        }
        Set<String> written = new TreeSet<>(bundle.stringPropertyNames());
        Set<String> used = used(code(), written);
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(written);
        Set<String> unused = new TreeSet<>(written);
        unused.removeAll(used);
        assertEquals(Set.of(), missing, "paste into messages.properties:\n" + lines(missing));
        assertEquals(Set.of(), unused, "nobody shows these");
    }

    private static String lines(Set<String> keys) {
        return keys.stream().map(key -> key + "=").collect(Collectors.joining("\n"));
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Set<String> used(String code, Set<String> written) {
        Set<String> counted = all(COUNTED, code);
        Set<String> actions = all(ACTION, code);
        Set<String> used = new TreeSet<>();
        counted.forEach(key -> used.addAll(List.of(key + ".one", key + ".other")));
        actions.forEach(id -> used.add("action." + id));
        all(MENU, code).forEach(id -> used.add("menu." + id));
        for (Tier tier : Tier.values()) {
            used.addAll(List.of("tier." + tier.label(), "start.tier." + tier.label()));
        }
        for (Status status : Status.values()) {
            used.addAll(List.of(
                    "status." + status.label(),
                    "action.triage." + status.label(),
                    "action.triage.all." + status.label(),
                    "triage.log." + status.label() + ".one",
                    "triage.log." + status.label() + ".other"));
        }
        for (Verdict verdict : Verdict.values()) {
            used.add("verdict." + verdict.label());
        }
        for (SourceSearch.State state : SourceSearch.State.values()) {
            used.add("moved.state." + state.name().toLowerCase(Locale.ROOT));
        }
        for (Topic topic : Topic.FACETS) {
            used.add("facet." + topic.label());
        }
        for (Direction direction : Direction.values()) {
            used.add("direction." + direction.label());
        }
        for (Stage stage : Stage.values()) {
            String key = "stage." + stage.label();
            used.addAll(List.of(key, key + ".short", key + ".words"));
        }
        for (Binding.Result result : Binding.Result.values()) {
            used.add("bind." + result.label());
        }
        for (Authentication.Outcome outcome : Authentication.Outcome.values()) {
            used.add("auth." + outcome.label());
        }
        for (Omission omission : Omission.values()) {
            used.add("omission." + omission.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (Meaning meaning : Meaning.values()) {
            used.add("meaning." + meaning.key());
        }
        for (Mapping.Fault fault : Mapping.Fault.values()) {
            used.add("columns.fault." + Faults.key(fault));
        }
        for (SessionColumn column : SessionColumn.values()) {
            used.add("column." + column.id());
        }
        for (GroupBy by : GroupBy.values()) {
            used.addAll(List.of("sessions.group-by." + by.label(), "action.view.group." + by.label()));
        }
        for (HostColumn column : HostColumn.values()) {
            used.add("host." + column.id());
        }
        for (Theme theme : Theme.values()) {
            used.add("preferences.theme." + theme.label());
        }
        for (Density density : Density.values()) {
            used.add("preferences.density." + density.label());
        }
        for (FontSize size : FontSize.values()) {
            used.add("preferences.font." + size.label());
        }
        for (Chapter chapter : Chapter.values()) {
            used.add("hosts.chapter." + chapter.label());
        }
        for (GraphModel.Arrangement arrangement : GraphModel.Arrangement.values()) {
            String key = "graph.arrangement." + arrangement.name().toLowerCase(Locale.ROOT);
            used.addAll(List.of(key, key + ".words"));
        }
        for (View.GroupBy group : View.GroupBy.values()) {
            used.add("graph.group." + group.name().toLowerCase(Locale.ROOT));
        }
        for (GraphFile kind : GraphFile.values()) {
            used.add("graph.export." + kind.extension());
        }
        for (Span span : Span.values()) {
            used.add("related.span." + span.label());
        }
        all(GRAPH_ITEM, code).forEach(name -> used.add("graph.menu." + name));
        for (Threshold threshold : Threshold.values()) {
            String key = "tuning.threshold." + threshold.name().toLowerCase(Locale.ROOT);
            used.addAll(List.of(key, key + ".set"));
        }
        for (ProfileChange.Part part : ProfileChange.Part.values()) {
            used.add("tuning.part." + part.name().toLowerCase(Locale.ROOT));
        }
        for (ProfileChange.Kind kind : ProfileChange.Kind.values()) {
            used.add("tuning.edit." + kind.name().toLowerCase(Locale.ROOT));
        }
        AddressMapController.LISTS.forEach(list -> used.add("map.assign." + list));
        for (Explanation.Reason reason : Explanation.Reason.values()) {
            used.add("why.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (ExceptionProposal.Scope scope : ExceptionProposal.Scope.values()) {
            used.add("editor.scope." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (NetworkList list : NetworkList.values()) {
            used.addAll(List.of("tuning." + list.id(), "tuning." + list.id() + ".hint"));
            for (String part : List.of("networks.", "networks.onto.", "networks.name.")) {
                used.add(part + list.id() + (part.equals("networks.") ? ".words" : ""));
            }
        }
        for (Suggestion.Kind kind : Suggestion.Kind.values()) {
            used.add("networks.suggest." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        for (ListFormat format : ListFormat.values()) {
            used.add("networks.format." + format.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        all(NETWORK_COLUMN, code)
                .forEach(id -> used.addAll(List.of("networks.column." + id, "networks.column." + id + ".words")));
        for (String literal : all(LITERAL, code)) {
            boolean key = literal.contains(".")
                    && !literal.endsWith(".css")
                    && !literal.endsWith(".json")
                    && !literal.endsWith(".yml");
            boolean other = counted.contains(literal) || actions.contains(literal) || NO_KEYS.contains(literal);
            if (key && !other && !literal.startsWith("org.") || written.contains(literal)) {
                used.add(literal);
            }
        }
        return used;
    }

    private static Set<String> all(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }
}
