package org.rpcscope.rpc;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a file of one's own adds to the known interfaces. Immutable; any thread.
 *
 * @param interfaces the tables, with what the file adds; those of the program are read when somebody asks
 * @param faults why the file adds nothing, one sentence each; empty where it is used
 */
public record OwnInterfaces(Supplier<Interfaces> interfaces, List<String> faults) {

    /** There is no such file. */
    public static final OwnInterfaces NONE = new OwnInterfaces(Interfaces::bundled, List.of());

    public OwnInterfaces {
        faults = List.copyOf(faults);
    }

    /** Reads a file in the form that {@link Interfaces#with} describes. Takes as long as the disk takes; never throws. */
    public static OwnInterfaces read(Path file) {
        try {
            if (Files.size(file) > Interfaces.LONGEST) {
                return faulty(file + " is larger than " + (Interfaces.LONGEST >> 20) + " MB");
            }
            return switch (Interfaces.bundled().with(file.toString(), Files.readString(file))) {
                case Interfaces.Valid(Interfaces tables) -> new OwnInterfaces(() -> tables, List.of());
                case Interfaces.Faulty(List<String> reasons) -> new OwnInterfaces(Interfaces::bundled, reasons);
            };
        } catch (CharacterCodingException e) {
            return faulty(file + " is not UTF-8 text");
        } catch (IOException e) {
            return faulty(file + " cannot be read: " + e.getMessage());
        }
    }

    private static OwnInterfaces faulty(String reason) {
        return new OwnInterfaces(Interfaces::bundled, List.of(reason));
    }
}
