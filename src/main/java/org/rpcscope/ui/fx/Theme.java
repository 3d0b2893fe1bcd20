package org.rpcscope.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.text.Font;

/**
 * The look of the window. The user-agent sheet is one text: AtlantaFX's theme, the Modena colours that ControlsFX reads
 * (popups are other scenes, so an author sheet would not reach them), our own colours by intent, and the fonts of this
 * machine. JavaFX thread only.
 */
public enum Theme {
    /** As the desktop has it. */
    SYSTEM("primer-light"),
    LIGHT("primer-light"),
    DARK("primer-dark"),
    /** White and strong colours on black: every word has a contrast of at least 7 to 1. */
    CONTRAST("primer-dark");

    /** The class of the root of every scene of ours. */
    public static final String ROOT = "app";

    /** Narrow fonts with digits of one width, the nicest first. */
    private static final List<String> FIXED = List.of(
            "JetBrains Mono",
            "Cascadia Mono",
            "SF Mono",
            "Menlo",
            "Consolas",
            "Source Code Pro",
            "Liberation Mono",
            "DejaVu Sans Mono");

    private final String file;

    Theme(String file) {
        this.file = file;
    }

    /** The theme that this one stands for now. */
    private Theme resolved() {
        return this != SYSTEM ? this : schemes().getValue() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /** Whether its surfaces are dark. */
    public boolean isDark() {
        return resolved() != LIGHT;
    }

    /** What the desktop has: {@link #SYSTEM} is to be applied again when it changes. */
    public static ObservableValue<ColorScheme> schemes() {
        return Platform.getPreferences().colorSchemeProperty();
    }

    /** The last part of the key of its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Gives every scene of the program this look, with words of the usual size. */
    public void apply() {
        apply(FontSize.NORMAL);
    }

    /** Gives every scene of the program this look. */
    public void apply(FontSize size) {
        Theme now = resolved();
        String sheet = read("/atlantafx/base/theme/" + now.file + ".css")
                + size.scaled(
                        read("modena-aliases.css") + read("tokens.css") + (now == CONTRAST ? read("contrast.css") : ""))
                + ".mono { -fx-font-family: \"" + fixedFont() + "\"; }\n";
        Application.setUserAgentStylesheet(sheet(sheet));
    }

    /** Rules as a sheet that a scene can name. */
    public static String sheet(String rules) {
        String encoded = Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
        return "data:text/css;base64," + encoded;
    }

    /** The rules for controls that are no part of the theme: for each scene, and the root of each popover. */
    public static String controls() {
        return Objects.requireNonNull(Theme.class.getResource("controls.css")).toExternalForm();
    }

    private static String fixedFont() {
        Set<String> present = Set.copyOf(Font.getFamilies());
        return FIXED.stream().filter(present::contains).findFirst().orElse("Monospaced");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in our own jar
        }
    }
}
