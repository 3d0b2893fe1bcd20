package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rpcscope.rpc.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ChainStripTest {

    private final Texts texts = new Texts();

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private List<String> lit(Set<Stage> first, Set<Stage> then) {
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            ChainStrip strip = new ChainStrip(texts);
            strip.show(first);
            strip.show(then);
            List<String> words = strip.getChildren().stream()
                    .filter(part -> part.getPseudoClassStates().contains(PseudoClass.getPseudoClass("reached")))
                    .map(part -> ((Label) part.lookup(".chain-word")).getText())
                    .toList();
            return List.of(String.join(" ", words), strip.getAccessibleText());
        });
    }

    @Test
    void theStagesThatWereReachedAreLitAndNamedForAScreenReader() {
        assertEquals(
                List.of("enum execute", "Stages reached: Enumeration, Execution"),
                lit(Set.of(Stage.CONNECTION), Set.of(Stage.EXECUTION, Stage.ENUMERATION)));
    }

    @Test
    void withoutAnyItSaysSo() {
        assertEquals(List.of("", "No stage of an attack is reached"), lit(Set.of(Stage.LATERAL_MOVEMENT), Set.of()));
    }
}
