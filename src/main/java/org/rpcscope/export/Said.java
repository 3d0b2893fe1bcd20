package org.rpcscope.export;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Stage;

/** What was said over DCE/RPC, as words for cells of a table. */
final class Said {

    private static final String BETWEEN = "; ";

    private final Interfaces interfaces;

    Said(Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** The interfaces that were bound or called, by name, else by UUID. */
    String interfaces(Finding finding) {
        return String.join(BETWEEN, interfaceNames(finding));
    }

    private Set<String> interfaceNames(Finding finding) {
        Set<String> names = new LinkedHashSet<>();
        for (Binding binding : finding.session().conversation().bindings()) {
            if (binding.result() != Binding.Result.NEGOTIATED) {
                String name = interfaces.name(binding.interfaceId().uuid());
                names.add(name != null ? name : binding.interfaceId().uuid().toString());
            }
        }
        for (Operation operation : finding.operations()) {
            if (operation.interfaceName() != null) {
                names.add(operation.interfaceName());
            }
        }
        return names;
    }

    /** The operations that were called. */
    static String operations(Finding finding) {
        return finding.operations().stream().map(Said::operation).distinct().collect(Collectors.joining(BETWEEN));
    }

    private static String operation(Operation operation) {
        String name = operation.name();
        return name != null ? name : "operation " + operation.opnum();
    }

    /** The operation that gives most concern, and how many others there are. */
    static String worstOperation(Finding finding) {
        List<String> names =
                finding.operations().stream().map(Said::operation).distinct().toList();
        String worst = finding.operations().stream()
                .filter(each -> each.significance() != null)
                .max(Comparator.comparing(
                        each -> Objects.requireNonNull(each.significance()).concern()))
                .map(Said::operation)
                .orElse(names.isEmpty() ? "" : names.getFirst());
        return names.size() < 2 ? worst : worst + " +" + (names.size() - 1);
    }

    /** Who the client said to be, as {@code DOMAIN\\user}. */
    static String authenticated(Finding finding) {
        return signedIn(finding).collect(Collectors.joining(BETWEEN));
    }

    /** Who the client said to be, and whom a log names. */
    static String users(Finding finding) {
        return Stream.concat(
                        signedIn(finding),
                        Stream.ofNullable(finding.session().words().user()))
                .distinct()
                .collect(Collectors.joining(BETWEEN));
    }

    private static Stream<String> signedIn(Finding finding) {
        return finding.session().conversation().authentications().stream()
                .filter(each -> each.user() != null && !each.user().isEmpty())
                .map(Said::user)
                .distinct();
    }

    private static String user(Authentication each) {
        boolean local = each.domain() == null || each.domain().isEmpty();
        return local ? String.valueOf(each.user()) : each.domain() + "\\" + each.user();
    }

    static String stages(Finding finding) {
        return finding.stages().stream().map(Stage::label).collect(Collectors.joining(BETWEEN));
    }
}
