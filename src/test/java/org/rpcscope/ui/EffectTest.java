package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;

/** Drives the effect of the draft and of other profiles, as rows, in the real window without a display. */
class EffectTest {

    private static final String[] CASE = {
        "sessions",
        "confirmed 10.20.4.31 49812 45.148.10.77 135",
        "attempt 10.20.9.200 50001 185.12.64.3 135",
        "attempt 10.20.9.200 50002 185.12.64.3 135",
        "established 81.2.69.142 50002 185.12.64.3 135"
    };

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void openTheCase() {
        bench = new Bench(folder);
        bench.open(bench.file("case.txt", CASE));
        bench.awaitWords("#status", "3 flagged");
    }

    @AfterEach
    void closeTheWindow() {
        bench.close();
    }

    private void fire(String button) {
        Bench.run(() -> ((ButtonBase) bench.scene().lookup(button)).fire());
    }

    /** Makes a profile from a file the draft: one edit. */
    private void edit(String name, String... internal) {
        List<NetworkEntry> entries = Stream.of(internal)
                .map(cidr -> new NetworkEntry(cidr, true, ""))
                .toList();
        choose(name, ProfileFile.write(Profile.defaults().withInternal(entries)));
        fire("#button-tuning-open");
    }

    private void choose(String name, String text) {
        bench.chosen.clear();
        bench.chosen.add(bench.file(name, text));
    }

    /** What the table of sessions says, without the times. */
    private List<String> sessions() {
        return Bench.fx(() -> {
            TableView<?> view = (TableView<?>) bench.scene().lookup("#effect-sessions");
            return IntStream.range(0, view.getItems().size())
                    .mapToObj(line -> String.join(
                            " ",
                            IntStream.of(0, 2, 3, 4)
                                    .mapToObj(column -> String.valueOf(
                                            view.getColumns().get(column).getCellData(line)))
                                    .toList()))
                    .toList();
        });
    }

    private List<String> hosts() {
        return Bench.fx(() -> ((ListView<?>) bench.scene().lookup("#effect-hosts"))
                .getItems().stream().map(Object::toString).toList());
    }

    @Test
    void theCountsOfTheChangeLineOpenTheirSessionsAndConfirmedOnesAreNamedInRed() {
        edit("one.json", "10.0.0.0/8", "45.148.10.77/32");
        bench.awaitWords("#change", "+0 flagged\n−1 flagged");
        edit("two.json", "10.0.0.0/8", "45.148.10.77/32", "81.2.69.142/32");
        bench.awaitWords("#change", "+1 flagged\n−1 flagged\nhides 1 confirmed session");
        fire("#change-added");
        bench.await(List.of("established 81.2.69.142 185.12.64.3 135"), this::sessions);
        assertEquals(List.of("81.2.69.142"), hosts());
        fire("#change-hidden");
        bench.await(List.of("confirmed 10.20.4.31 45.148.10.77 135"), this::sessions);
        assertEquals(List.of("10.20.4.31"), hosts());
        bench.awaitWords(".effect-warning", "hides 1 confirmed session: 10.20.4.31 → 45.148.10.77 port 135");
        bench.awaitWords("#effect-steps", "Whole draft\n+1\n−1\n");
        bench.awaitWords(
                "#effect-steps",
                "internal: 10.0.0.0/8, internal: + 45.148.10.77/32, internal: − 172.16.0.0/12 and 2 more\n+0\n−1\n");
        bench.awaitWords("#effect-steps", "internal: + 81.2.69.142/32\n+1\n−0\n");
        Bench.run(() -> ((ListView<?>) bench.scene().lookup("#effect-steps"))
                .getSelectionModel()
                .select(2));
        bench.await(List.of(), this::sessions);
        fire("#effect-added");
        fire("#effect-confirmed"); // lets the tier go
        bench.await(List.of("established 81.2.69.142 185.12.64.3 135"), this::sessions);
        fire("#button-tuning-apply");
        bench.await(List.of(), this::sessions);
        bench.awaitWords("#status", "3 flagged");
        bench.awaitWords("#effect-steps", "Nothing is pending.");
    }

    @Test
    void anotherProfileIsComparedWithTheOneThatHolds() {
        Profile other = Profile.defaults().withInternal(List.of(new NetworkEntry("10.20.4.0/24", true, "")));
        fire("#tuning-effect");
        choose("other.json", ProfileFile.write(other));
        fire("#button-tuning-compare");
        bench.awaitWords("#effect-steps", "From what holds to other.json\n+0\n−2\n");
        bench.await(
                List.of("attempt 10.20.9.200 185.12.64.3 135", "attempt 10.20.9.200 185.12.64.3 135"), this::sessions);
        assertEquals(List.of("10.20.9.200"), hosts());
        bench.awaitWords("#change", "No change pending");
        fire("#effect-draft");
        bench.await(List.of(), this::sessions);
    }

    @Test
    void whatIsNoProfileIsNamed() {
        choose("other.json", "{}");
        fire("#tuning-effect");
        fire("#button-tuning-compare");
        bench.awaitWords("#change", "other.json: the version is missing: this program reads versions up to 2");
    }
}
