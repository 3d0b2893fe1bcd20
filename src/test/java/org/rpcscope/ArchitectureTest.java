package org.rpcscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The arrows between the packages, and the few things that are allowed in one place only. Each rule says why it is
 * there; a rule that stands in the way is discussed, not worked around.
 */
class ArchitectureTest {
    private static final String ROOT = "org.rpcscope.";

    /** The rooms by layer, lowest first: a room uses the layers below its own, never one beside it. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("net", "job"),
            Set.of("input"),
            Set.of("query", "rpc", "stream", "mapping"),
            Set.of("session"),
            Set.of("capture", "dcerpc", "logs", "sigma", "tuning"),
            Set.of("detect"),
            Set.of("filter"),
            Set.of("cases", "graph", "addressmap", "overview", "export"),
            Set.of("ui", "cli"),
            Set.of("app"));

    /** The lowest layer that may look at the clock by itself. */
    private static final int LAYER_OF_CASES = 7;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rpcscope");

    @Test
    void theRulesLookAtTheWholeProgram() {
        assertTrue(CLASSES.size() > 200, "only " + CLASSES.size() + " classes were imported: every rule would pass");
    }

    @Test
    void everyPackageStandsInALayer() {
        SortedSet<String> rooms = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .map(ArchitectureTest::room)
                .collect(toCollection(TreeSet::new));
        rooms.removeAll(layerOfRoom().keySet());
        assertEquals(new TreeSet<>(), rooms, "packages that no layer names escape the rules");
    }

    @TestFactory
    Stream<DynamicTest> aRoomUsesOnlyLowerLayers() {
        Map<String, Integer> layerOf = layerOfRoom();
        return layerOf.entrySet().stream().map(room -> {
            String[] forbidden = layerOf.entrySet().stream()
                    .filter(other -> other.getValue() >= room.getValue())
                    .map(Map.Entry::getKey)
                    .filter(other -> !other.equals(room.getKey()))
                    .map(ArchitectureTest::tree)
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(room.getKey(), () -> {
                if (forbidden.length > 0) {
                    noClasses()
                            .that()
                            .resideInAPackage(tree(room.getKey()))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .because("data goes one way, from bytes to views: a room that knows what is above or beside"
                                    + " it can be neither tested nor replaced alone")
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }
            });
        });
    }

    /** Packages in a cycle are one package with a wall through it: those that use nothing else are taken away in turn. */
    @Test
    void noCycles() {
        Map<String, Set<String>> left = uses();
        while (left.values().removeIf(used -> left.keySet().stream().noneMatch(used::contains))) {}
        assertEquals(Map.of(), left, "packages that use each other, or that use such packages");
    }

    @Test
    void theWindowNeverKnowsTheReaders() {
        noClasses()
                .that()
                .resideInAPackage(tree("ui"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tree("capture"), tree("dcerpc"), tree("logs"))
                .because("the window shows sessions whatever they were read from; app joins it to the readers")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    /** Only ui.shell joins the features, so that each can be opened, tested and left out alone. */
    @Test
    void featuresOfTheWindowDoNotKnowEachOther() {
        Map<String, Set<String>> features = uses();
        features.keySet().removeIf(name -> !name.startsWith(ROOT + "ui.") || name.equals(ROOT + "ui.shell"));
        assertTrue(features.size() >= 4, "features: " + features.keySet());
        features.values()
                .forEach(used -> used.removeIf(name -> !name.startsWith(ROOT + "ui.") || name.equals(ROOT + "ui.fx")));
        features.values().removeIf(Set::isEmpty);
        assertEquals(Map.of(), features, "features that know others");
    }

    @Test
    void javaFxIsForTheWindowOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(tree("ui"), tree("app"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("scan runs where there is no JavaFX, and the engine is the same")
                .check(CLASSES);
    }

    @Test
    void runLaterIsCalledInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(tree("ui.fx"))
                .should()
                .accessTargetWhere(calls("Platform.runLater", "javafx.application.Platform", "runLater"))
                .because("results reach the JavaFX thread at a bounded rate, which one place must see to")
                .check(CLASSES);
    }

    @Test
    void threadsAreMadeInJobOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(tree("job"))
                .should()
                .accessTargetWhere(makesAThread())
                .orShould()
                .beAssignableTo(Thread.class)
                .because("a thread that no job owns can be neither cancelled nor counted, and --threads would be a lie")
                .check(CLASSES);
    }

    @Test
    void nothingTouchesTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat(describe("open connections or look up names", ArchitectureTest::reachesTheNetwork))
                .orShould()
                .accessTargetWhere(calls("URL.openStream", "java.net.URL", "openStream")
                        .or(calls("URL.openConnection", "java.net.URL", "openConnection"))
                        .or(calls("URL.getContent", "java.net.URL", "getContent")))
                .because("analysts open hostile files where evidence lies: the program makes no connection of its own")
                .check(CLASSES);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(not(describe(
                        "synthetic", (JavaField field) -> field.getModifiers().contains(SYNTHETIC))))
                .should()
                .beFinal()
                .because("state that belongs to nobody makes two windows, and two tests, disturb each other")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void timeAndChanceAreParametersBelowCases() {
        String[] pure = LAYERS.subList(0, LAYER_OF_CASES).stream()
                .flatMap(Set::stream)
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(pure)
                .should()
                .accessTargetWhere(asksTheClockOrChance())
                .because("the same input gives the same answer, today and in a year")
                .check(CLASSES);
    }

    private static boolean reachesTheNetwork(JavaClass type) {
        String name = type.getName();
        boolean harmless = Set.of(
                        "java.net.URI",
                        "java.net.URISyntaxException",
                        "java.net.URL",
                        "java.net.MalformedURLException",
                        "java.net.URLDecoder",
                        "java.net.URLEncoder")
                .contains(name);
        return (name.startsWith("java.net.") && !harmless)
                || name.startsWith("javax.net.")
                || name.startsWith("com.sun.net.")
                || name.startsWith("java.rmi.")
                || (name.startsWith("java.nio.channels.") && name.contains("Socket"))
                || name.startsWith("java.nio.channels.DatagramChannel");
    }

    private static DescribedPredicate<JavaAccess<?>> makesAThread() {
        return describe("make a thread or borrow one of the common pool", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return switch (owner) {
                case "java.lang.Thread" ->
                    Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread")
                            .contains(name);
                case "java.util.concurrent.Executors",
                        "java.util.concurrent.ForkJoinPool",
                        "java.util.concurrent.ThreadPoolExecutor",
                        "java.util.concurrent.ScheduledThreadPoolExecutor",
                        "java.util.Timer" -> true;
                case "java.util.concurrent.CompletableFuture" -> name.endsWith("Async");
                default ->
                    name.equals("parallelStream") || (owner.startsWith("java.util.stream.") && name.equals("parallel"));
            };
        });
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheClockOrChance() {
        return describe("ask the clock or chance", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            boolean withoutParameter = access.getTarget() instanceof CodeUnitAccessTarget unit
                    && unit.getRawParameterTypes().isEmpty();
            return switch (owner) {
                case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
                case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                case "java.util.concurrent.ThreadLocalRandom", "java.security.SecureRandom" -> true;
                case "java.lang.Math" -> name.equals("random");
                case "java.util.UUID" -> name.equals("randomUUID");
                case "java.util.Random", "java.util.SplittableRandom", "java.util.Date" ->
                    name.equals("<init>") && withoutParameter;
                default -> owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access);
            };
        });
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String words, String owner, String method) {
        return describe(
                words,
                access -> access.getTargetOwner().getName().equals(owner)
                        && access.getTarget().getName().equals(method));
    }

    private static Map<String, Integer> layerOfRoom() {
        Map<String, Integer> layers = new TreeMap<>();
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String room : LAYERS.get(layer)) {
                layers.put(room, layer);
            }
        }
        return layers;
    }

    private static String room(String packageName) {
        String rest = packageName.substring(Math.min(packageName.length(), ROOT.length()));
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static String tree(String room) {
        return ROOT + room + "..";
    }

    /** By package, the other packages of the program that it uses. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> used = uses.computeIfAbsent(type.getPackageName(), _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getPackageName())
                    .filter(name -> name.startsWith(ROOT) && !name.equals(type.getPackageName()))
                    .forEach(used::add);
        }
        return uses;
    }
}
