package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** Lines of a log that were damaged at random, always the same ones. */
final class MutatedLogs {

    private static final String PIECES = "=:;,|/()[]{}\"\\ <>-.#%\t\n0123456789abcdefXYZ\u0000\u00ff";

    private final String[] lines;
    private final SplittableRandom random = new SplittableRandom(135);

    MutatedLogs(byte[] log) {
        lines = new String(log, StandardCharsets.ISO_8859_1).split("\n");
    }

    /** So many damaged lines, one behind the other. */
    byte[] next(int count) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(mutated()).append('\n');
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A line or two of the log, with some bytes replaced, taken out, doubled or cut off. */
    private String mutated() {
        StringBuilder line = new StringBuilder(lines[random.nextInt(lines.length)]);
        if (random.nextInt(10) == 0) {
            line.append(lines[random.nextInt(lines.length)]);
        }
        for (int i = random.nextInt(1, 6); i > 0 && !line.isEmpty(); i--) {
            int at = random.nextInt(line.length());
            switch (random.nextInt(5)) {
                case 0 -> line.deleteCharAt(at);
                case 1 -> line.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
                case 2 -> line.setLength(at);
                case 3 -> line.insert(at, line.substring(at, Math.min(line.length(), at + random.nextInt(20))));
                default -> line.setCharAt(at, PIECES.charAt(random.nextInt(PIECES.length())));
            }
        }
        return line.toString();
    }
}
