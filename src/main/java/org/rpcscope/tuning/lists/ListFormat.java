package org.rpcscope.tuning.lists;

import java.util.List;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/** The forms in which lists of networks are read and written. Lines that are switched off or faulty are not written. */
public enum ListFormat {
    PLAIN("txt", false),
    /** The {@code networks.cfg} of Zeek's control program. */
    ZEEK_NETWORKS("cfg", false),
    /** The set {@code Site::local_nets} in a script of Zeek. */
    ZEEK_SITE("zeek", false),
    /** {@code HOME_NET} of Suricata: the internal networks, without those that are external in spite of them. */
    SURICATA("yaml", true),
    /** Every list, with all that is said of a line, those that are switched off included. */
    CSV("csv", true),
    /** An exception list of Elastic Security. */
    ELASTIC("ndjson", false);

    /** The longest text that is read, in characters. */
    public static final int LONGEST = 8 << 20;

    private final String extension;
    private final boolean whole;

    ListFormat(String extension, boolean whole) {
        this.extension = extension;
        this.whole = whole;
    }

    /** What the names of such files end with. */
    public String extension() {
        return extension;
    }

    /** Whether it holds more than one list. */
    public boolean whole() {
        return whole;
    }

    /** What a text is taken for. */
    public static ListFormat of(String text) {
        String written = text.strip();
        if (ElasticList.is(written)) {
            return ELASTIC;
        }
        if (written.contains(ZeekSite.NAME)) {
            return ZEEK_SITE;
        }
        if (written.contains(SuricataVariable.NAME) || written.startsWith("[") && written.endsWith("]")) {
            return SURICATA;
        }
        if (CsvList.is(text)) {
            return CSV;
        }
        return ZeekNetworks.is(text) ? ZEEK_NETWORKS : PLAIN;
    }

    /** What a text of any of these forms holds. Never throws for what the text is. */
    public static ListText read(String text) {
        Gathering gathering = new Gathering();
        if (text.length() > LONGEST) {
            gathering.refuse(1, "", "the text is longer than " + (LONGEST >> 20) + " MB", null);
            return gathering.of(PLAIN);
        }
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        ListFormat format = of(plain);
        switch (format) {
            case PLAIN -> PlainList.read(plain, gathering);
            case ZEEK_NETWORKS -> ZeekNetworks.read(plain, gathering);
            case ZEEK_SITE -> ZeekSite.read(plain, gathering);
            case SURICATA -> SuricataVariable.read(plain, gathering);
            case CSV -> CsvList.read(plain, gathering);
            case ELASTIC -> ElasticList.read(plain, gathering);
        }
        return gathering.of(format);
    }

    /**
     * The text of a profile's networks.
     *
     * @param list the one to write, where this form holds one list
     */
    public String write(Profile profile, NetworkList list) {
        List<NetworkEntry> entries = usable(list.of(profile));
        return switch (this) {
            case PLAIN -> PlainList.write(entries);
            case ZEEK_NETWORKS -> ZeekNetworks.write(entries);
            case ZEEK_SITE -> ZeekSite.write(entries);
            case SURICATA -> SuricataVariable.write(profile);
            case CSV -> CsvList.write(profile);
            case ELASTIC -> ElasticList.write(entries, list.id());
        };
    }

    /** The lines that draw the boundary, each with its network in canonical text. */
    static List<NetworkEntry> usable(List<NetworkEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.enabled() && entry.network() != null)
                .map(entry -> entry.withCidr(String.valueOf(entry.network())))
                .toList();
    }
}
