package org.rpcscope.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a session are called elsewhere: in Sysmon, Zeek and firewall logs. A name belongs to a log source,
 * since "service" means one thing in Zeek and nothing in Sysmon. The data is {@code field-names.tsv} beside this class.
 */
public final class FieldNames {

    /** Which way a session goes across the boundary. */
    public static final String DIRECTION = "network.direction";
    /** The zone of the address that opened the session. */
    public static final String SOURCE_ZONE = "rpcscope.source_zone";
    /** The zone of the other address. */
    public static final String DESTINATION_ZONE = "rpcscope.destination_zone";

    /** Whether the address that opened the session is on the list of partners: {@code true} or {@code false}. */
    public static final String SOURCE_PARTNER = "rpcscope.source_partner";
    /** Whether the other address is on the list of partners. */
    public static final String DESTINATION_PARTNER = "rpcscope.destination_partner";

    /** The Community ID of the session that announced this session's port; absent where none did. */
    public static final String LEARNED_FROM = "rpcscope.learned_from";

    private static final Set<String> ZONES =
            Set.of(DIRECTION, SOURCE_ZONE, DESTINATION_ZONE, SOURCE_PARTNER, DESTINATION_PARTNER);
    private static final String DATA = "field-names.tsv";
    private static final String UNSTATED = "-";

    private final Map<Source, Map<String, String>> names;

    /** The data that comes with the program, read once. */
    private static final class Bundled {
        private static final FieldNames NAMES = read();
    }

    private FieldNames(Map<Source, Map<String, String>> names) {
        this.names = names;
    }

    /** Those that come with the program. */
    public static FieldNames load() {
        return Bundled.NAMES;
    }

    private static FieldNames read() {
        try (InputStream in = Objects.requireNonNull(FieldNames.class.getResourceAsStream(DATA), DATA);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<Source, Map<String, String>> names = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    Source source = new Source(stated(cells[0]), stated(cells[1]), stated(cells[2]));
                    names.computeIfAbsent(source, unused -> new LinkedHashMap<>())
                            .put(cells[3], cells[4]);
                }
            }
            return new FieldNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No other names: for rules about records that keep their own. */
    public static FieldNames none() {
        return new FieldNames(Map.of());
    }

    /** Whether the answer to a question about the field follows from the networks, not from the record. */
    public static boolean isZone(String nativeName) {
        return ZONES.contains(nativeName);
    }

    /**
     * The native name of a field in rules for the log source, whose attributes are null where it does not state them; the
     * field itself where it is native or unknown.
     */
    public String nativeName(
            @Nullable String category, @Nullable String product, @Nullable String service, String field) {
        for (Map.Entry<Source, Map<String, String>> entry : names.entrySet()) {
            String name = entry.getValue().get(field);
            if (name != null && entry.getKey().fits(category, product, service)) {
                return name;
            }
        }
        return field;
    }

    /** What rules for the log source call a native field; the native name where they have no other, which works as well. */
    public String nameIn(
            @Nullable String category, @Nullable String product, @Nullable String service, String nativeName) {
        for (Map.Entry<Source, Map<String, String>> entry : names.entrySet()) {
            if (entry.getKey().fits(category, product, service)) {
                for (Map.Entry<String, String> name : entry.getValue().entrySet()) {
                    if (name.getValue().equals(nativeName)) {
                        return name.getKey();
                    }
                }
            }
        }
        return nativeName;
    }

    /** Whether sessions can be asked in the names of the log source. */
    public boolean knows(@Nullable String category, @Nullable String product, @Nullable String service) {
        return names.keySet().stream().anyMatch(source -> source.fits(category, product, service));
    }

    private static @Nullable String stated(String cell) {
        return cell.equals(UNSTATED) ? null : cell;
    }

    /** A kind of log whose records are sessions, with everything that it states. */
    private record Source(
            @Nullable String category,
            @Nullable String product,
            @Nullable String service) {

        /**
         * Attributes that only one side states do not part them, but one has to be common: else every rule for another
         * product would be asked about firewalls, which have no product.
         */
        boolean fits(@Nullable String otherCategory, @Nullable String otherProduct, @Nullable String otherService) {
            boolean parted =
                    differ(category, otherCategory) || differ(product, otherProduct) || differ(service, otherService);
            return !parted
                    && (same(category, otherCategory) || same(product, otherProduct) || same(service, otherService));
        }

        private static boolean differ(@Nullable String a, @Nullable String b) {
            return a != null && b != null && !fold(a).equals(fold(b));
        }

        private static boolean same(@Nullable String a, @Nullable String b) {
            return a != null && b != null && fold(a).equals(fold(b));
        }

        private static String fold(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }
}
