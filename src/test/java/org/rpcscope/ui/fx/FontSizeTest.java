package org.rpcscope.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FontSizeTest {

    private static final String SHEET =
            ".a { -fx-font-size: 12px; -fx-padding: 12px; } .b { -fx-icon-size: 26px; -fx-font-size: 11px; }";

    @Test
    void onlySizesOfWordsAndIconsAreScaled() {
        assertEquals(
                List.of(
                        ".a { -fx-font-size: 11px; -fx-padding: 12px; } .b { -fx-icon-size: 24px; -fx-font-size: 10px;"
                                + " }",
                        SHEET,
                        ".a { -fx-font-size: 14px; -fx-padding: 12px; } .b { -fx-icon-size: 30px; -fx-font-size: 13px;"
                                + " }"),
                Stream.of(FontSize.values()).map(size -> size.scaled(SHEET)).toList());
    }
}
