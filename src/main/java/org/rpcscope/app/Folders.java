package org.rpcscope.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where the operating system wants what a program keeps: the XDG base directories on Linux, the Library on macOS, the
 * application data folders on Windows.
 *
 * @param config settings, which a person may copy to another machine
 * @param state logs, which are about this machine
 */
record Folders(Path config, Path state) {

    private static final String NAME = "rpcscope";

    static Folders ofThisMachine() {
        return of(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")), System::getenv);
    }

    /** The folders on a system of that name, for a user with that home and environment. */
    static Folders of(String system, Path home, UnaryOperator<@Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            Path library = home.resolve("Library");
            return new Folders(
                    library.resolve("Application Support").resolve(NAME),
                    library.resolve("Logs").resolve(NAME));
        }
        if (name.contains("win")) {
            return new Folders(
                    named(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")),
                    named(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")));
        }
        return new Folders(
                named(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                named(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
    }

    private static Path named(UnaryOperator<@Nullable String> environment, String variable, Path otherwise) {
        String value = environment.apply(variable);
        return (value == null || value.isEmpty() ? otherwise : Path.of(value)).resolve(NAME);
    }
}
