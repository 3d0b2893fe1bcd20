import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Lays out the runnable image in {@code target/rpcscope} and trains its AOT caches. The build runs it as a source file
 * on the toolchain's JDK, which is the JDK that the image will start with, and with the program's own class path, which
 * is how it knows the libraries.
 */
final class Image {
    /** How long a repeated sample is. */
    private static final long REPEATED_BYTES = 64L << 20;

    private static final int TRAINING_SECONDS = 120;

    private final Path base;
    private final Path home;
    private final Path lib;

    private Image(Path base, Path home) {
        this.base = base;
        this.home = home;
        this.lib = home.resolve("lib");
    }

    /** Arguments: the project's folder, the jar of the program, the list of licences. */
    public static void main(String[] args) throws Exception {
        Path base = Path.of(args[0]);
        Image image = new Image(base, base.resolve("target/rpcscope"));
        image.clear();
        image.copyLibraries(Path.of(args[1]));
        image.writeLauncher();
        image.copyTexts(Path.of(args[2]));
        image.train();
    }

    private void clear() throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> walk = Files.walk(home)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(lib.resolve("javafx"));
        Files.createDirectories(home.resolve("bin"));
    }

    private void copyLibraries(Path program) throws IOException {
        Bootstraps.writeOut(program, lib.resolve("rpcscope.jar"), lib.resolve("rpcscope-data.jar"));
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (!name.endsWith(".jar")) {
                continue;
            }
            if (!name.startsWith("javafx-")) {
                copy(jar, lib.resolve(name));
            } else if (isModule(jar)) {
                // The jars of JavaFX without a platform in their name are empty.
                copy(jar, lib.resolve("javafx").resolve(name));
            }
        }
    }

    private static boolean isModule(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        }
    }

    private void writeLauncher() throws IOException {
        // The program first, its data before its classes; the order counts, since a cache fits the class path that it
        // was trained with.
        String classPath;
        try (Stream<Path> jars = Files.list(lib)) {
            classPath = jars.map(jar -> jar.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .sorted(Comparator.comparing((String name) -> !name.startsWith("rpcscope"))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(name -> "$lib/" + name)
                    .collect(Collectors.joining(":"));
        }
        String launcher = Files.readString(base.resolve("src/packaging/rpcscope.sh"))
                .replace("@CLASSPATH@", classPath)
                .replace("@RELEASE@", Integer.toString(Runtime.version().feature()));
        Path file = Files.writeString(home.resolve("bin/rpcscope"), launcher);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(lib.resolve("jdk"), System.getProperty("java.home") + "\n");
    }

    private void copyTexts(Path licences) throws IOException {
        copy(licences, home.resolve("THIRD-PARTY.txt"));
        Path samples = base.resolve("sample-data");
        if (Files.isDirectory(samples)) {
            // The files alone: the scripts that recorded them stay with the sources.
            Path target = Files.createDirectories(home.resolve("sample-data"));
            try (Stream<Path> files = Files.list(samples)) {
                for (Path source : files.filter(Files::isRegularFile).toList()) {
                    copy(source, target.resolve(source.getFileName()));
                }
            }
        }
    }

    private void train() throws Exception {
        Set<String> made = new HashSet<>();
        for (String line : Files.readAllLines(base.resolve("src/packaging/training.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\|", -1);
            String cache = parts[0].strip();
            Path samples = home.resolve("sample-data");
            Path large = home.resolveSibling("training");
            if (line.contains("{long}") && Files.isDirectory(samples)) {
                repeat(samples.resolve("outbound-rpc-v4.pcap"), 24, large.resolve("long.pcap"));
                byte[] log = Files.readAllBytes(samples.resolve("conn.log"));
                repeat(samples.resolve("conn.log"), firstRecord(log), large.resolve("long.log"));
            }
            boolean possible = !line.contains("{samples}") || Files.isDirectory(samples);
            if (possible && made.add(cache)) {
                List<String> words = new ArrayList<>();
                words.add(home.resolve("bin/rpcscope").toString());
                Stream.of(parts[2].strip().split(" +"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.replace("{samples}", samples.toString()))
                        .map(word -> word.replace("{long}", large.toString()))
                        .forEach(words::add);
                run(cache, parts[1].strip(), words);
            }
        }
    }

    /** Where the first line begins that is no header. */
    private static int firstRecord(byte[] log) {
        int at = 0;
        while (log[at] == '#') {
            while (log[at++] != '\n') {}
        }
        return at;
    }

    /** Writes a sample's header and its records again and again: what the program learns of its own hot code by. */
    private static void repeat(Path sample, int header, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        byte[] bytes = Files.readAllBytes(sample);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            out.write(bytes, 0, header);
            for (long written = 0; written < REPEATED_BYTES; written += bytes.length - header) {
                out.write(bytes, header, bytes.length - header);
            }
        }
    }

    private void run(String cache, String options, List<String> words) throws IOException, InterruptedException {
        // Named without its folder, since the launcher splits the options at blanks.
        String file = cache + ".aot";
        Path log = home.resolveSibling("training-" + cache + ".log");
        ProcessBuilder training = new ProcessBuilder(words)
                .directory(lib.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        training.environment().put("RPCSCOPE_JAVA_OPTS", "-XX:AOTCacheOutput=" + file + " " + options);
        Process process = training.start();
        boolean ended = process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended || !Files.exists(lib.resolve(file))) {
            System.err.println("[WARNING] no AOT cache for " + cache + ", the program will start slower; see " + log);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
