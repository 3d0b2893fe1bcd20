package org.rpcscope.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The known interfaces and their operations: what they are called, and why some are worth a look. Data, from the resources
 * beside this class and from a file of one's own. Immutable; any thread.
 */
public final class Interfaces {

    /** The longest text of one's own that is read, in characters. */
    public static final int LONGEST = 8 << 20;

    /** After so many faults a text is something else than a table, and more sentences help nobody. */
    private static final int FAULTS = 20;

    /** Characters of a UUID as text. */
    private static final int UUID_LENGTH = 36;

    private final Map<UUID, String> names;
    private final Map<Key, String> operations;
    private final Map<Key, Significance> significances;
    /** Made when a log's names are asked for: a capture has none. */
    private volatile @Nullable Map<Named, Significance> byName;

    private record Key(UUID uuid, int opnum) {}

    private record Named(String interfaceName, String operation) {}

    /** What became of a text that was to extend the tables. */
    public sealed interface Read permits Valid, Faulty {}

    /** The tables with what the text adds. */
    public record Valid(Interfaces interfaces) implements Read {}

    /**
     * The text adds nothing, since half a table would silently judge otherwise.
     *
     * @param reasons what is wrong, with file and line, one sentence each, at least one
     */
    public record Faulty(List<String> reasons) implements Read {}

    /** The tables that come with the program, read once. */
    private static final class Bundled {
        private static final Interfaces TABLES = load();
    }

    private Interfaces(Map<UUID, String> names, Map<Key, String> operations, Map<Key, Significance> significances) {
        this.names = names;
        this.operations = operations;
        this.significances = significances;
    }

    private Map<Named, Significance> folded() {
        Map<Named, Significance> folded = new HashMap<>();
        significances.forEach((key, significance) -> {
            String name = names.get(key.uuid);
            String operation = operations.get(key);
            if (name != null && operation != null) {
                folded.put(new Named(fold(name), fold(operation)), significance);
            }
        });
        return folded;
    }

    /** The tables that come with the program. */
    public static Interfaces bundled() {
        return Bundled.TABLES;
    }

    /** The name of an interface, null for an unknown one. */
    public @Nullable String name(UUID uuid) {
        return names.get(uuid);
    }

    /** The name of an operation, null for an unknown one. */
    public @Nullable String operation(UUID uuid, int opnum) {
        return operations.get(new Key(uuid, opnum));
    }

    /** Why an interface is worth a look, null where it is not or nobody knows. */
    public @Nullable Significance significance(UUID uuid) {
        return significances.get(new Key(uuid, InterfaceRow.WHOLE));
    }

    /** Why an operation is worth a look, null where it is not or nobody knows. */
    public @Nullable Significance significance(UUID uuid, int opnum) {
        return opnum < 0 ? null : significances.get(new Key(uuid, opnum));
    }

    /** The same by the names that a log writes, in any case. */
    public @Nullable Significance significance(String interfaceName, String operation) {
        Map<Named, Significance> known = byName;
        if (known == null) {
            known = folded(); // by several threads at most, with the same answer
            byName = known;
        }
        return known.get(new Named(fold(interfaceName), fold(operation)));
    }

    /**
     * These tables with the lines of a text of the form of {@code significance.tsv}, which go before what is known already.
     * A line may give names only, with "-" in the other cells. Never throws for what the text is.
     *
     * @param file what the text is called in the reasons
     */
    public Read with(String file, String text) {
        if (text.length() > LONGEST) {
            return new Faulty(List.of(file + " is longer than " + (LONGEST >> 20) + " MB"));
        }
        Tables tables = new Tables(names, operations, significances);
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                tables.line(line);
            } catch (InterfaceRow.Fault fault) {
                faults.add(file + ": line " + number + ": " + fault.reason());
                if (faults.size() == FAULTS) {
                    break;
                }
            }
        }
        return faults.isEmpty() ? new Valid(tables.interfaces()) : new Faulty(List.copyOf(faults));
    }

    private static Interfaces load() {
        Tables tables = new Tables(Map.of(), Map.of(), Map.of());
        rows(
                "interfaces.tsv",
                line -> tables.names.put(UUID.fromString(line.substring(0, UUID_LENGTH)), cell(line, 1)));
        Map<String, UUID> uuids = new HashMap<>(); // one for each interface, not for each operation
        rows("operations.tsv", line -> {
            UUID uuid = uuids.computeIfAbsent(line.substring(0, UUID_LENGTH), UUID::fromString);
            tables.operations.put(new Key(uuid, Integer.parseInt(cell(line, 1))), cell(line, 2));
        });
        rows("significance.tsv", line -> {
            try {
                tables.line(line);
            } catch (InterfaceRow.Fault fault) {
                throw new IllegalStateException("a line of the program's own table is wrong: " + line, fault);
            }
        });
        return tables.interfaces();
    }

    private interface Lines {
        void take(String line);
    }

    private static void rows(String resource, Lines rows) {
        try (InputStream in = Interfaces.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + resource);
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(rows::take);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + resource + " cannot be read", e);
        }
    }

    /** A cell behind the first one, which is a UUID. Without a list of all of them: this is read at every start. */
    private static String cell(String line, int number) {
        int from = UUID_LENGTH + 1;
        for (int i = 1; i < number; i++) {
            from = line.indexOf('\t', from) + 1;
        }
        int end = line.indexOf('\t', from);
        return line.substring(from, end < 0 ? line.length() : end);
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Tables that are being put together. */
    private static final class Tables {
        private final Map<UUID, String> names;
        private final Map<Key, String> operations;
        private final Map<Key, Significance> significances;
        private final Set<Key> given = new HashSet<>();

        Tables(Map<UUID, String> names, Map<Key, String> operations, Map<Key, Significance> significances) {
            this.names = new HashMap<>(names);
            this.operations = new HashMap<>(operations);
            this.significances = new HashMap<>(significances);
        }

        void line(String line) throws InterfaceRow.Fault {
            if (line.isBlank() || line.startsWith("#")) {
                return;
            }
            InterfaceRow row = InterfaceRow.of(line);
            Key key = new Key(row.uuid(), row.opnum());
            if (!given.add(key)) {
                throw new InterfaceRow.Fault("this interface and operation stand in a line above already");
            }
            names.put(row.uuid(), row.interfaceName());
            if (row.operation() != null) {
                operations.put(key, row.operation());
            }
            if (row.significance() != null) {
                significances.put(key, row.significance());
            }
        }

        Interfaces interfaces() {
            return new Interfaces(names, operations, significances);
        }
    }
}
