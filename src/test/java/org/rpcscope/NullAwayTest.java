package org.rpcscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shows that NullAway is awake: a misspelt package name or flag would switch it off in silence. The compiler is run
 * with the build's own flags, which the build hands over as system properties.
 */
class NullAwayTest {
    private static final String SOURCE = """
        package org.rpcscope.planted;

        import org.jspecify.annotations.NullMarked;
        import org.jspecify.annotations.Nullable;

        @NullMarked
        class Planted {
            int length(@Nullable String text) {
                return %s;
            }
        }
        """;

    @TempDir
    private Path folder;

    @Test
    void aPlantedNullDereferenceStopsTheBuild() throws Exception {
        Compilation compilation = compile("text.length()");

        assertNotEquals(0, compilation.exit(), compilation.output());
        assertTrue(
                compilation.output().contains("error: [NullAway] dereferenced expression 'text' is @Nullable"),
                compilation.output());
    }

    @Test
    void theSameCodeWithACheckCompiles() throws Exception {
        Compilation compilation = compile("text == null ? 0 : text.length()");

        assertEquals(new Compilation(0, ""), compilation);
    }

    private record Compilation(int exit, String output) {}

    private Compilation compile(String expression) throws Exception {
        String plugins = System.getProperty("rpcscope.compilerPlugins", "");
        assumeTrue(!plugins.isEmpty(), "run by Maven, which knows where the compiler's plugins are");
        Path source = Files.writeString(folder.resolve("Planted.java"), SOURCE.formatted(expression));
        Path annotations = Path.of(NullMarked.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Stream.of("api", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(part -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED")
                .forEach(command::add);
        Stream.of("code", "comp")
                .map(part -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + part + "=ALL-UNNAMED")
                .forEach(command::add);
        command.addAll(List.of("-J--sun-misc-unsafe-memory-access=allow", "-J-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-XDcompilePolicy=simple", "-XDaddTypeAnnotationsToSymbol=true"));
        command.addAll(List.of("--should-stop=ifError=FLOW", "-proc:none"));
        command.addAll(List.of("-processorpath", classPath(Path.of(plugins)), "-classpath", annotations.toString()));
        command.add("-Xplugin:ErrorProne " + System.getProperty("rpcscope.nullawayFlags"));
        command.addAll(List.of("-d", folder.toString(), source.toString()));
        File log = folder.resolve("javac.log").toFile();
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        return new Compilation(exit, Files.readString(log.toPath(), StandardCharsets.UTF_8));
    }

    /** Takes the path out of a file of arguments for the java command: {@code -classpath "PATH"}. */
    private static String classPath(Path argumentFile) throws IOException {
        String text = Files.readString(argumentFile);
        return text.substring(text.indexOf('"') + 1, text.lastIndexOf('"'));
    }
}
