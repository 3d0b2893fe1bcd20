import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies a jar, what is no class apart, and writes out in its classes what the compiler leaves to the run time: switches over the types of a value
 * ({@link java.lang.runtime.SwitchBootstraps}), and equals and hashCode of records ({@link java.lang.runtime.ObjectMethods}).
 * The run time makes a class or a tree of method handles of each at its first use, and no AOT cache of JDK 25 keeps them:
 * together they cost every start of the program a fifth of its time. What is compared, and in which order, stays the same.
 */
final class Bootstraps {

    private static final int ADDED = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final ClassFile classes;
    private final ZipFile jar;

    private Bootstraps(ZipFile jar) {
        this.jar = jar;
        ClassHierarchyResolver resolver =
                ClassHierarchyResolver.ofResourceParsing(this::own).orElse(ClassHierarchyResolver.defaultResolver());
        this.classes = ClassFile.of(ClassHierarchyResolverOption.of(resolver.cached()));
    }

    /**
     * The libraries of the jar are on the class path.
     *
     * @param data where all that is no class goes: classes come from the AOT cache, and to open a jar of a few files takes a
     *     fifth of the time that one of two thousand takes
     */
    static void writeOut(Path from, Path to, Path data) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to));
                ZipOutputStream rest = new ZipOutputStream(Files.newOutputStream(data))) {
            Bootstraps bootstraps = new Bootstraps(jar);
            for (ZipEntry entry : jar.stream().toList()) {
                boolean isClass = entry.getName().endsWith(".class");
                byte[] bytes = jar.getInputStream(entry).readAllBytes();
                if (!entry.isDirectory()) {
                    put(entry, isClass ? bootstraps.writtenOut(bytes) : bytes, isClass ? out : rest);
                }
            }
        }
    }

    private static void put(ZipEntry entry, byte[] bytes, ZipOutputStream to) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal()); // the same bytes for the same build
        to.putNextEntry(copy);
        to.write(bytes);
        to.closeEntry();
    }

    private InputStream own(ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] writtenOut(byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        ClassDesc type = model.thisClass().asSymbol();
        boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
        List<InvokeDynamicInstruction> found = new ArrayList<>();
        ClassTransform calls = ClassTransform.transformingMethodBodies((code, element) -> {
            if (element instanceof InvokeDynamicInstruction call && body(call) != null) {
                code.invokestatic(type, name(call, found.size()), call.typeSymbol(), isInterface);
                found.add(call);
            } else {
                code.with(element);
            }
        });
        ClassTransform methods = ClassTransform.endHandler(added -> {
            for (int i = 0; i < found.size(); i++) {
                InvokeDynamicInstruction call = found.get(i);
                added.withMethodBody(name(call, i), call.typeSymbol(), ADDED, body(call));
            }
        });
        byte[] changed = classes.transformClass(model, calls.andThen(methods));
        if (found.isEmpty()) {
            return bytes;
        }
        List<VerifyError> faults = classes.verify(changed);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(type + " cannot be written out: " + faults);
        }
        return changed;
    }

    private static String name(InvokeDynamicInstruction call, int number) {
        return call.name().stringValue() + "$" + number;
    }

    /** What the call does, in a method of its own; null where it stays as it is. */
    private static Consumer<CodeBuilder> body(InvokeDynamicInstruction call) {
        String owner = call.bootstrapMethod().owner().displayName();
        String name = call.name().stringValue();
        if (owner.equals("SwitchBootstraps") && name.equals("typeSwitch")) {
            boolean typesAlone = call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
            return typesAlone ? code -> Written.typeSwitch(call.bootstrapArgs(), code) : null;
        }
        if (owner.equals("ObjectMethods") && name.equals("equals")) {
            return code -> Written.equals(call.bootstrapArgs(), code);
        }
        if (owner.equals("ObjectMethods") && name.equals("hashCode")) {
            return code -> Written.hashCode(call.bootstrapArgs(), code);
        }
        return null;
    }
}
