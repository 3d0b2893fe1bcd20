package org.rpcscope.input;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Names of members as they are shown: only to be read, never to be opened as files. */
final class MemberName {

    private static final int LONGEST = 400;

    private MemberName() {}

    /** A name of UTF-8, or of an older code where it is none: then each byte is a letter. */
    static String text(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * The name below the archive's: without a root, a drive, a step upwards, or a character that a terminal would obey.
     */
    static String below(String archive, String written) {
        StringBuilder name = new StringBuilder(archive);
        for (String part : written.replace('\\', '/').split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                name.append('/').append(part);
            }
        }
        if (name.length() == archive.length()) {
            name.append("/unnamed");
        }
        name.setLength(Math.min(name.length(), archive.length() + LONGEST));
        for (int i = archive.length(); i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                name.setCharAt(i, '_');
            }
        }
        return name.toString();
    }
}
