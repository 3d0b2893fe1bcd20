package org.rpcscope.rpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The known interfaces and their operations by name: data, from the resources beside this class. Immutable; any thread. */
public final class Interfaces {

    private final Map<UUID, String> names = new HashMap<>();
    private final Map<Key, String> operations = new HashMap<>();

    private record Key(UUID uuid, int opnum) {}

    private Interfaces() {}

    /** The tables that come with the program. */
    public static Interfaces bundled() {
        Interfaces interfaces = new Interfaces();
        interfaces.rows("interfaces.tsv", cells -> interfaces.names.put(UUID.fromString(cells[0]), cells[1]));
        interfaces.rows(
                "operations.tsv",
                cells -> interfaces.operations.put(
                        new Key(UUID.fromString(cells[0]), Integer.parseInt(cells[1])), cells[2]));
        return interfaces;
    }

    /** The name of an interface, null for an unknown one. */
    public @Nullable String name(UUID uuid) {
        return names.get(uuid);
    }

    /** The name of an operation, null for an unknown one. */
    public @Nullable String operation(UUID uuid, int opnum) {
        return operations.get(new Key(uuid, opnum));
    }

    private interface Row {
        void take(String[] cells);
    }

    private void rows(String resource, Row row) {
        try (InputStream in = Interfaces.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table " + resource);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> row.take(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + resource + " cannot be read", e);
        }
    }
}
