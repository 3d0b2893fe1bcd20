package org.rpcscope.rpc;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code significance.tsv}, or of a file of the same form that a person wrote.
 *
 * @param opnum {@link #WHOLE} for the interface as a whole
 * @param operation the name; null for the interface as a whole
 * @param significance null where the line gives names only
 */
record InterfaceRow(
        UUID uuid,
        int opnum,
        String interfaceName,
        @Nullable String operation,
        @Nullable Significance significance) {

    /** The number that stands for an interface as a whole. */
    static final int WHOLE = -1;

    private static final String NONE = "-";
    private static final int CELLS = 8;
    private static final int LONGEST = 300;
    // the forms of cells: x is a hexadecimal digit, 9 a decimal one, all else itself
    private static final String UUID_FORM = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    private static final String OPNUM_FORM = "99999"; // or fewer
    private static final String TECHNIQUE_FORM = "T9999";
    private static final String SUBTECHNIQUE_FORM = "T9999.999";

    /** What a line that cannot be used is refused for. */
    static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        Fault(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static InterfaceRow of(String line) throws Fault {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new Fault(CELLS + " cells are wanted, separated by tabs, not " + cells.length);
        }
        if (!has(UUID_FORM, cells[0])) {
            throw new Fault("'" + cells[0] + "' is no UUID");
        }
        int opnum = opnum(cells[1]);
        String operation = cells[3].equals(NONE) ? null : name(cells[3]);
        if (opnum == WHOLE && operation != null) {
            throw new Fault("an interface as a whole ('-') has no operation");
        }
        if (opnum != WHOLE && operation == null) {
            throw new Fault("the name of operation " + opnum + " is missing");
        }
        return new InterfaceRow(UUID.fromString(cells[0]), opnum, name(cells[2]), operation, significance(cells));
    }

    private static boolean has(String form, String cell) {
        boolean has = form.length() == cell.length();
        for (int i = 0; has && i < form.length(); i++) {
            char wanted = form.charAt(i);
            char there = cell.charAt(i);
            has = switch (wanted) {
                case 'x' -> there < 0x80 && Character.digit(there, 16) >= 0;
                case '9' -> there >= '0' && there <= '9';
                default -> there == wanted;
            };
        }
        return has;
    }

    private static int opnum(String cell) throws Fault {
        if (cell.equals(NONE)) {
            return WHOLE;
        }
        boolean number = !cell.isEmpty() && has(OPNUM_FORM.substring(0, Math.min(cell.length(), 5)), cell);
        if (!number || Integer.parseInt(cell) > 0xFFFF) {
            throw new Fault("'" + cell + "' is no number of an operation, 0 to 65535, and not '-'");
        }
        return Integer.parseInt(cell);
    }

    private static String name(String cell) throws Fault {
        if (cell.isBlank() || cell.equals(NONE) || cell.length() > LONGEST) {
            throw new Fault("a name is missing or longer than " + LONGEST + " characters");
        }
        return cell;
    }

    private static @Nullable Significance significance(String[] cells) throws Fault {
        String reason = cells[7];
        if (cells[4].equals(NONE) && cells[5].equals(NONE) && cells[6].equals(NONE) && reason.equals(NONE)) {
            return null;
        }
        if (reason.isBlank() || reason.equals(NONE) || reason.length() > LONGEST) {
            throw new Fault("the reason is missing or longer than " + LONGEST + " characters");
        }
        Significance.Concern concern = Significance.Concern.of(cells[6]);
        if (concern == null) {
            throw new Fault("'" + cells[6] + "' is no concern: low, medium or high");
        }
        return new Significance(stages(cells[4]), techniques(cells[5]), concern, reason);
    }

    private static List<Stage> stages(String cell) throws Fault {
        List<Stage> stages = new ArrayList<>();
        for (String label : cell.split(",", -1)) {
            stages.add(stage(label));
        }
        return stages;
    }

    private static Stage stage(String label) throws Fault {
        for (Stage stage : Stage.values()) {
            if (stage.label().equalsIgnoreCase(label)) {
                return stage;
            }
        }
        throw new Fault("'" + label + "' is no stage");
    }

    private static List<String> techniques(String cell) throws Fault {
        if (cell.equals(NONE)) {
            return List.of();
        }
        List<String> techniques = List.of(cell.split(",", -1));
        for (String technique : techniques) {
            if (!has(TECHNIQUE_FORM, technique) && !has(SUBTECHNIQUE_FORM, technique)) {
                throw new Fault("'" + technique + "' is no technique such as T1047 or T1053.005");
            }
        }
        return techniques;
    }
}
