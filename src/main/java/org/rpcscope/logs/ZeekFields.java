package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/** The fields of one line of a Zeek log by Zeek's names, whatever the file writes them as. */
record ZeekFields(Map<String, @Nullable Object> all) {

    /** Members by which exporters say which log a record is of: Corelight, OTRF, Humio. */
    private static final List<String> PATHS = List.of("_path", "@stream", "@path");

    /** With the ends named as Zeek does: exporters write {@code id_orig_h}, or an object {@code id}. */
    static ZeekFields of(Map<String, @Nullable Object> members) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name.equals("id") && value instanceof Map<?, ?> ends) {
                ends.forEach((end, each) -> named.put("id." + end, each));
            } else {
                named.put(named(name), value);
            }
        });
        return new ZeekFields(named);
    }

    /** Zeek's name for a field that exporters write {@code id_orig_h}. */
    static String named(String name) {
        return name.startsWith("id_") ? "id." + name.substring(3) : name;
    }

    /** Which log the record is of; null where neither it nor its members tell. */
    @Nullable
    String path() {
        for (String name : PATHS) {
            String path = text(name);
            if (path != null) {
                return path;
            }
        }
        if (text("ts") == null) {
            return null;
        }
        boolean ends = text("id.orig_h") != null && text("id.resp_h") != null;
        if (ends && all.containsKey("conn_state")) {
            return "conn";
        }
        if (ends && all.containsKey("endpoint") && all.containsKey("operation")) {
            return "dce_rpc";
        }
        if (ends && all.containsKey("request_type") && all.containsKey("service")) {
            return "kerberos";
        }
        if (ends && all.containsKey("server_nb_computer_name")) {
            return "ntlm";
        }
        return all.containsKey("note") && all.containsKey("msg") ? "notice" : null;
    }

    /** A value as text; null where there is none, or more than one. */
    @Nullable
    String text(String name) {
        Object value = all.get(name);
        return value == null || value instanceof Map || value instanceof List ? null : value.toString();
    }

    @Nullable
    IpAddress address(String name) {
        String text = text(name);
        return text == null ? null : IpAddress.parse(text);
    }

    /** A port, or -1. */
    int port(String name) {
        String text = text(name);
        byte[] bytes = padded(text == null ? "" : text);
        long port = text == null ? Numbers.BAD : Numbers.count(bytes, 0, bytes.length - Words.PAD);
        return port >= 0 && port <= 0xFFFF ? (int) port : -1;
    }

    /** Nanoseconds since 1970, or {@link Numbers#BAD}. */
    long time() {
        String text = text("ts");
        if (text == null) {
            return Numbers.BAD;
        }
        byte[] bytes = padded(text);
        return Times.parse(bytes, 0, bytes.length - Words.PAD);
    }

    private static byte[] padded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(bytes, bytes.length + Words.PAD);
    }
}
