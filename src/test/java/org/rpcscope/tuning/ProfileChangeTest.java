package org.rpcscope.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rpcscope.tuning.ProfileChange.Kind;
import org.rpcscope.tuning.ProfileChange.Part;

class ProfileChangeTest {

    private static final String EXCEPTION = "title: A partner\nfilter: {}\n";

    private static NetworkEntry on(String cidr) {
        return new NetworkEntry(cidr, true, "");
    }

    @Test
    void everyPartThatDiffersIsNamed() {
        Profile before = Profile.defaults()
                .withInternal(
                        List.of(on("10.0.0.0/8"), on("172.16.0.0/12"), on("192.168.0.0/16"), on("192.168.0.0/16")))
                .withExceptions(List.of(new ExceptionEntry(EXCEPTION, true)))
                .withDismissed(List.of(new Dismissal("internal", "192.0.2.0/24", "")))
                .withRule("a", true)
                .withRule("b", true)
                .withThresholds(Thresholds.NONE.with(Threshold.PACKETS, 3));
        Profile after = new Profile(
                List.of(
                        on("10.0.0.0/8"),
                        new NetworkEntry("172.16.0.0/12", false, ""),
                        new NetworkEntry("192.168.0.0/16", true, "home"),
                        on("45.0.0.0/8")),
                List.of(on("10.1.0.0/16")),
                List.of(on("198.51.100.0/24")),
                List.of(),
                Map.of("a", false, "c", true),
                new Weights(Map.of(Weight.TIER_CONFIRMED, 50)),
                List.of(new ExceptionEntry(EXCEPTION, false), new ExceptionEntry("no yaml", true)),
                Thresholds.NONE.with(Threshold.BYTES, 200));
        assertEquals(
                List.of(
                        new ProfileChange(Part.INTERNAL, Kind.OFF, "172.16.0.0/12"),
                        new ProfileChange(Part.INTERNAL, Kind.CHANGED, "192.168.0.0/16"),
                        new ProfileChange(Part.INTERNAL, Kind.ADDED, "45.0.0.0/8"),
                        new ProfileChange(Part.INTERNAL, Kind.REMOVED, "192.168.0.0/16 (2)"),
                        new ProfileChange(Part.EXTERNAL, Kind.ADDED, "10.1.0.0/16"),
                        new ProfileChange(Part.PARTNER, Kind.ADDED, "198.51.100.0/24"),
                        new ProfileChange(Part.DISMISSED, Kind.REMOVED, "192.0.2.0/24"),
                        new ProfileChange(Part.RULE, Kind.OFF, "a"),
                        new ProfileChange(Part.RULE, Kind.CHANGED, "b"),
                        new ProfileChange(Part.RULE, Kind.ON, "c"),
                        new ProfileChange(Part.EXCEPTION, Kind.OFF, "A partner"),
                        new ProfileChange(Part.EXCEPTION, Kind.ADDED, "?"),
                        new ProfileChange(Part.WEIGHT, Kind.CHANGED, "tier.confirmed 50"),
                        new ProfileChange(Part.THRESHOLD, Kind.CHANGED, "min_bytes 200"),
                        new ProfileChange(Part.THRESHOLD, Kind.OFF, "min_packets")),
                ProfileChange.between(before, after));
        assertEquals(List.of(), ProfileChange.between(after, after));
    }
}
