package org.rpcscope.overview;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;

/** What sessions are counted by. */
public enum Topic {
    TIER(Field.TIER),
    STATUS(Field.STATUS),
    /** The highest level of the rules that match. */
    LEVEL(Field.LEVEL),
    STAGE(Field.STAGE),
    SOURCE(Field.SOURCE),
    DESTINATION(Field.DESTINATION),
    /** By 256 IPv4 addresses, and by /48 of IPv6. */
    DESTINATION_NETWORK(Field.DESTINATION),
    SOURCE_NETWORK(Field.SOURCE),
    PORT(Field.PORT),
    INTERFACE(Field.INTERFACE),
    OPERATION(Field.OPERATION),
    USER(Field.USER),
    PROCESS(Field.PROCESS),
    RULE(Field.RULE),
    VERDICT(Field.VERDICT),
    TAG(Field.TAG),
    DESTINATION_ZONE(Field.DESTINATION_ZONE),
    DIRECTION(Field.DIRECTION),
    TRANSPORT(Field.TRANSPORT),
    OUTCOME(Field.OUTCOME),
    SERVICE(Field.SERVICE),
    ACTION(Field.ACTION),
    INPUT(Field.INPUT),
    /** Either end: for a filter that is being written; the facets show the ends apart. */
    END(Field.ADDRESS),
    SOURCE_PORT(Field.SOURCE_PORT),
    SOURCE_ZONE(Field.SOURCE_ZONE),
    /** Of either end. */
    ZONE(Field.ZONE),
    FLAGGED(Field.FLAGGED);

    /** What is shown beside the table. */
    public static final List<Topic> FACETS =
            List.copyOf(EnumSet.complementOf(EnumSet.of(END, SOURCE_PORT, SOURCE_ZONE, ZONE, FLAGGED)));

    private final Field field;

    Topic(Field field) {
        this.field = field;
    }

    /** A word for it in lower case, such as {@code source-network}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field with which a filter asks for a value. */
    public Field field() {
        return field;
    }

    /** The topic whose values a filter asks for with the field; null where they are not counted, as numbers are not. */
    public static @Nullable Topic of(Field field) {
        return Arrays.stream(values())
                .filter(topic -> topic.field == field && topic != DESTINATION_NETWORK && topic != SOURCE_NETWORK)
                .findFirst()
                .orElse(null);
    }
}
