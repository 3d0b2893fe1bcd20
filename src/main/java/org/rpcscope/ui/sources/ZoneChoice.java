package org.rpcscope.ui.sources;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Says in which zone times were taken that name none, and takes them in another one. JavaFX thread only. */
final class ZoneChoice {

    /** Zones in which many logs are written; UTC and that of this machine stand before them. */
    private static final List<String> OTHERS = List.of(
            "Europe/London",
            "Europe/Berlin",
            "Europe/Kyiv",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "America/Sao_Paulo",
            "Asia/Dubai",
            "Asia/Kolkata",
            "Asia/Singapore",
            "Asia/Tokyo",
            "Australia/Sydney");

    private final Texts texts;
    private final MenuButton button = Styles.with(new MenuButton(), "assumed-choice", Styles.SMALL);

    ZoneChoice(Texts texts, Consumer<ZoneId> chosen) {
        this.texts = texts;
        button.setId("zone-choice");
        Set<ZoneId> zones = new LinkedHashSet<>(List.of(ZoneOffset.UTC, ZoneId.systemDefault()));
        OTHERS.forEach(name -> zones.add(ZoneId.of(name)));
        for (ZoneId zone : zones) {
            MenuItem item = new MenuItem(name(zone));
            item.setOnAction(_ -> chosen.accept(zone));
            button.getItems().add(item);
        }
    }

    MenuButton node() {
        return button;
    }

    /** Shows the zone that was taken. */
    void show(ZoneId zone) {
        button.setText(texts.get("sources.assumed-zone", name(zone)));
        button.setAccessibleText(button.getText());
    }

    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
