import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Objects;

/** The code of what {@link Bootstraps} writes out. Its locals are the arguments of the call. */
final class Written {

    private static final ClassDesc OBJECTS = Objects.class.describeConstable().orElseThrow();

    private Written() {}

    /**
     * The number of the first type from a number on that a value has; -1 for null, how many there are for none of them.
     *
     * @param types the static arguments of the bootstrap method
     */
    static void typeSwitch(List<ConstantDesc> types, CodeBuilder code) {
        Label there = code.newLabel();
        code.aload(0).ifnonnull(there).iconst_m1().ireturn().labelBinding(there);
        for (int i = 0; i < types.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }

    /**
     * Whether two records have equal components, each as its wrapper compares it.
     *
     * @param parts the record, the names of its components, then who reads each: the static arguments
     */
    static void equals(List<ConstantDesc> parts, CodeBuilder code) {
        ClassDesc type = (ClassDesc) parts.getFirst();
        Label other = code.newLabel();
        Label differs = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(type).ifeq(differs);
        code.aload(1).checkcast(type).astore(2);
        for (ConstantDesc part : parts.subList(2, parts.size())) {
            component(part, 0, code);
            component(part, 2, code);
            ClassDesc of = type(part);
            switch (TypeKind.from(of)) {
                case BOOLEAN, BYTE, CHAR, SHORT, INT -> code.if_icmpne(differs);
                case LONG -> code.lcmp().ifne(differs);
                case FLOAT, DOUBLE ->
                    code.invokestatic(wrapper(of), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, of, of))
                            .ifne(differs);
                default ->
                    code.invokestatic(
                                    OBJECTS,
                                    "equals",
                                    MethodTypeDesc.of(
                                            ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object))
                            .ifeq(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    /** The hash of a record: 31 times that of the components before, and that of the component. */
    static void hashCode(List<ConstantDesc> parts, CodeBuilder code) {
        code.iconst_0();
        for (ConstantDesc part : parts.subList(2, parts.size())) {
            code.loadConstant(31).imul();
            component(part, 0, code);
            ClassDesc of = type(part);
            boolean primitive = of.isPrimitive();
            ClassDesc from = primitive ? of : ConstantDescs.CD_Object;
            code.invokestatic(
                    primitive ? wrapper(of) : OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, from));
            code.iadd();
        }
        code.ireturn();
    }

    private static void component(ConstantDesc part, int local, CodeBuilder code) {
        DirectMethodHandleDesc field = (DirectMethodHandleDesc) part;
        code.aload(local).getfield(field.owner(), field.methodName(), type(part));
    }

    private static ClassDesc type(ConstantDesc part) {
        return ((DirectMethodHandleDesc) part).invocationType().returnType();
    }

    private static ClassDesc wrapper(ClassDesc primitive) {
        return switch (primitive.descriptorString()) {
            case "Z" -> ConstantDescs.CD_Boolean;
            case "B" -> ConstantDescs.CD_Byte;
            case "C" -> ConstantDescs.CD_Character;
            case "S" -> ConstantDescs.CD_Short;
            case "I" -> ConstantDescs.CD_Integer;
            case "J" -> ConstantDescs.CD_Long;
            case "F" -> ConstantDescs.CD_Float;
            default -> ConstantDescs.CD_Double;
        };
    }
}
