import com.palantir.javaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or mends the layout of every Java file under the folders named. The build runs it as a source file on the
 * toolchain's JDK, because the formatter reads Java with the compiler of the JDK that it runs on.
 */
final class Format {
    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean fix = args[0].equals("fix");
        List<String> words = new ArrayList<>(List.of("--palantir"));
        words.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        for (int folder = 1; folder < args.length; folder++) {
            words.addAll(javaFiles(Path.of(args[folder])));
        }
        StringWriter changed = new StringWriter();
        StringWriter errors = new StringWriter();
        int exit = new Main(
                        new PrintWriter(changed, true), new PrintWriter(errors, true), InputStream.nullInputStream())
                .format(words.toArray(String[]::new));
        System.err.print(errors);
        if (errors.toString().contains("expected token: '_'")) {
            System.err.println("The formatter does not know a bare _ in a record pattern: write var _ there.");
        }
        if (!changed.toString().isBlank()) {
            System.err.print("These files are not formatted:\n" + changed);
            System.err.println("To format them: mvn -q process-sources -Pformat");
        }
        System.exit(exit);
    }

    private static List<String> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
