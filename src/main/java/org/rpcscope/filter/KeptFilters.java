package org.rpcscope.filter;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filters that outlive the window, in a case or in the settings. Immutable; any thread.
 *
 * @param saved those that have names, in the order of the menu
 * @param recent those that held, the newest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record KeptFilters(List<SavedFilter> saved, List<String> recent) {

    public static final KeptFilters NONE = new KeptFilters(List.of(), List.of());

    /** So many are read of each: a file may hold anything. */
    private static final int MOST = 1000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Leaves out what no filter can be. */
    @JsonCreator
    static KeptFilters read(
            @JsonProperty("saved") @Nullable List<@Nullable SavedFilter> saved,
            @JsonProperty("recent") @Nullable List<@Nullable String> recent) {
        return new KeptFilters(
                saved == null
                        ? List.of()
                        : saved.stream()
                                .filter(KeptFilters::whole)
                                .map(Objects::requireNonNull)
                                .limit(MOST)
                                .toList(),
                recent == null
                        ? List.of()
                        : recent.stream()
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull)
                                .limit(MOST)
                                .toList());
    }

    /** Jackson sets what is missing to null, whatever the record says. */
    @SuppressWarnings("ConstantValue")
    private static boolean whole(@Nullable SavedFilter filter) {
        return filter != null
                && filter.name() != null
                && filter.text() != null
                && !filter.name().isBlank();
    }

    /** The text in which a case keeps them. */
    public String write() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("lists of texts can be written", e);
        }
    }

    /** Reads what {@link #write} made; what is no such text is no filters. */
    public static KeptFilters read(String text) {
        try {
            return Objects.requireNonNullElse(MAPPER.readValue(text, KeptFilters.class), NONE);
        } catch (JsonProcessingException e) { // damaged, or of a later form
            return NONE;
        }
    }
}
