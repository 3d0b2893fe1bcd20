package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.Unfinished;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.session.Sessions;
import org.rpcscope.ui.fx.Times;

/** Values that one is likely to ask for where they are not counted: round numbers, days of the data, known partners. */
final class Examples {

    private static final String FROM = ">=";

    private Examples() {}

    /** Those that go on from what is written, in their order; none where the values of the field are counted. */
    static List<String> of(Unfinished.Value value, Detection detection) {
        boolean behindColon = value.sign().equals(":");
        Stream<String> all = switch (value.field()) {
            case SCORE -> Stream.of("90", "80", "70", "60", "50", "40");
            case BYTES, SOURCE_BYTES, DESTINATION_BYTES -> Stream.of("1k", "10k", "100k", "1M", "10M", "100M");
            case PACKETS -> Stream.of("10", "100", "1k", "10k", "100k");
            case DURATION -> Stream.of("1s", "10s", "1m", "10m", "1h", "1d");
            case PORT, SOURCE_PORT -> behindColon ? Stream.of() : Stream.of("1024", "49152");
            case TIME -> days(detection.sessions());
            case PARTNER -> partners(detection);
            default -> Stream.of();
        };
        boolean compares = behindColon && value.field() != Field.PARTNER;
        String part = value.part().toLowerCase(Locale.ROOT);
        return all.map(each -> compares ? FROM + each : each)
                .filter(each -> value.field() == Field.PARTNER
                        ? each.toLowerCase(Locale.ROOT).contains(part)
                        : each.toLowerCase(Locale.ROOT).startsWith(part))
                .distinct()
                .toList();
    }

    /** The first and the last day, and the last hour. */
    private static Stream<String> days(Sessions sessions) {
        if (sessions.count() == 0) {
            return Stream.of();
        }
        long first = sessions.start(0);
        long last = sessions.start(sessions.count() - 1);
        return Stream.of(
                Times.UTC.text(first, "yyyy-MM-dd"),
                Times.UTC.text(last, "yyyy-MM-dd"),
                Times.UTC.text(last, "yyyy-MM-dd'T'HH:00"));
    }

    private static Stream<String> partners(Detection detection) {
        return detection.networks().lines().stream()
                .filter(line -> line.list().equals(NetworkLine.PARTNER))
                .flatMap(line -> Stream.of(line.owner().strip(), line.comment().strip()))
                .filter(text -> !text.isEmpty())
                .sorted(String.CASE_INSENSITIVE_ORDER);
    }
}
