package org.rpcscope.logs.windows;

import org.jspecify.annotations.Nullable;

/**
 * Where in the XML of an event an element stands ([MS-EVEN6] 2.2.17 and the event schema of Windows), and which fields its
 * attributes and its text therefore are. What belongs to the system has the names of rules: {@code EventID}, {@code
 * Provider_Name}; what belongs to the provider has the provider's own.
 */
enum Place {
    /** Above the event. */
    DOCUMENT,
    EVENT,
    SYSTEM,
    /** An element of the system's part. */
    PROPERTY,
    /** The list of the provider's data. */
    EVENT_DATA,
    /** An item of that list, named by an attribute. */
    DATA,
    /** Anything else: an element of the provider's own XML, or of the rendered texts. */
    OTHER;

    /** The field of items that have no name. */
    static final String UNNAMED = "Data";

    /** The place of an element within this one. */
    Place child(String element) {
        return switch (this) {
            case DOCUMENT -> element.equals("Events") ? DOCUMENT : EVENT;
            case EVENT ->
                switch (element) {
                    case "System" -> SYSTEM;
                    case "EventData" -> EVENT_DATA;
                    default -> OTHER;
                };
            case SYSTEM -> PROPERTY;
            case EVENT_DATA -> element.equals("Data") ? DATA : OTHER;
            case PROPERTY, DATA, OTHER -> OTHER;
        };
    }

    /** The field that an attribute of an element at this place is; null where it is none. */
    @Nullable
    String attributeField(String element, String attribute) {
        return this == PROPERTY ? element + '_' + attribute : null;
    }

    /** Whether the attribute names the element's text. */
    boolean isName(String attribute) {
        return this == DATA && attribute.equals("Name");
    }

    /** The field that the text of an element at this place is, unless an attribute names it; null where it is none. */
    @Nullable
    String textField(String element) {
        return switch (this) {
            case DATA -> UNNAMED;
            case PROPERTY -> element;
            case OTHER -> FieldView.own(element);
            case DOCUMENT, EVENT, SYSTEM, EVENT_DATA -> null;
        };
    }
}
