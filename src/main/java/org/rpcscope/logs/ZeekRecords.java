package org.rpcscope.logs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.Pools;

/**
 * What records of Zeek's logs beside {@code conn.log} mean: those of {@code dce_rpc.log} and {@code ntlm.log} belong to a
 * connection, all others are events, on which rules for their logs run. Fields as documented by Zeek
 * (docs.zeek.org, base/protocols: dce-rpc, ntlm, krb; base/frameworks/notice). One thread.
 */
final class ZeekRecords {

    private static final Map<String, String> LABELS = Map.of(
            "kerberos", "Kerberos",
            "notice", "Notice",
            "dns", "DNS",
            "http", "HTTP",
            "ssl", "TLS",
            "smb_files", "SMB file",
            "smb_mapping", "SMB share",
            "rdp", "RDP",
            "weird", "Protocol anomaly");

    private final Pools pools;

    ZeekRecords(Pools pools) {
        this.pools = pools;
    }

    /** Takes a record that is not of {@code conn.log}; what cannot be used becomes a problem of the chunk. */
    void take(LineChunk chunk, String path, ZeekFields fields, long offset) {
        long time = fields.time();
        if (time == Numbers.BAD) {
            chunk.rows.problem(offset, "no time in a record of " + path);
            return;
        }
        switch (path) {
            case "dce_rpc" -> remark(chunk, path, fields, time, offset, call(fields), null);
            case "ntlm" -> {
                remark(chunk, path, fields, time, offset, null, ntlm(fields));
                nameServer(chunk, fields);
            }
            default -> chunk.events.add(event(path, fields, time, offset));
        }
    }

    private void remark(
            LineChunk chunk,
            String path,
            ZeekFields fields,
            long time,
            long offset,
            Remark.@Nullable Call call,
            @Nullable Authentication authentication) {
        IpAddress source = fields.address("id.orig_h");
        IpAddress destination = fields.address("id.resp_h");
        int sourcePort = fields.port("id.orig_p");
        int destinationPort = fields.port("id.resp_p");
        if (source == null || destination == null || sourcePort < 0 || destinationPort < 0) {
            chunk.rows.problem(offset, "no ends in a record of " + path);
            return;
        }
        int from = pools.addresses().intern(source);
        int to = pools.addresses().intern(destination);
        String uid = fields.text("uid");
        String ends = from + " " + to + " " + (sourcePort << 16 | destinationPort);
        chunk.remarks.add(new Remark(
                uid == null ? ends : uid + ' ' + ends, // a forged uid joins nothing that has other ends
                from,
                to,
                sourcePort << 16 | destinationPort,
                time,
                offset,
                call,
                authentication,
                List.of()));
    }

    private static Remark.Call call(ZeekFields fields) {
        return Remark.Call.named(fields.text("endpoint"), fields.text("operation"), pipe(fields.text("named_pipe")));
    }

    static @Nullable String pipe(@Nullable String written) {
        if (written == null || written.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        String prefix = "\\pipe\\";
        return written.regionMatches(true, 0, prefix, 0, prefix.length())
                ? written.substring(prefix.length())
                : written;
    }

    private static Authentication ntlm(ZeekFields fields) {
        String success = Objects.requireNonNullElse(fields.text("success"), "");
        Authentication.Outcome outcome = switch (success) {
            case "T", "true" -> Authentication.Outcome.ACCEPTED;
            case "F", "false" -> Authentication.Outcome.DENIED;
            default -> Authentication.Outcome.UNKNOWN;
        };
        return new Authentication(
                "ntlm",
                null,
                fields.text("domainname"),
                fields.text("username"),
                fields.text("hostname"),
                fields.text("server_nb_computer_name"),
                outcome);
    }

    private static void nameServer(LineChunk chunk, ZeekFields fields) {
        String name = fields.text("server_dns_computer_name");
        String shortName = name != null ? name : fields.text("server_nb_computer_name");
        IpAddress server = fields.address("id.resp_h");
        if (shortName != null && server != null) {
            chunk.events.names().add(shortName, server);
        }
    }

    private static LogEvent event(String path, ZeekFields fields, long time, long offset) {
        boolean notice = path.equals("notice");
        IpAddress source = fields.address(notice ? "src" : "id.orig_h");
        IpAddress destination = fields.address(notice ? "dst" : "id.resp_h");
        return new LogEvent(
                time,
                null,
                source == null ? fields.address("id.orig_h") : source,
                destination == null ? fields.address("id.resp_h") : destination,
                path.equals("kerberos") ? principal(fields.text("client")) : null,
                new EventKind(null, "zeek", path, "", LABELS.getOrDefault(path, path)),
                subject(path, fields),
                offset,
                fields.all());
    }

    /** A principal as Zeek writes it, {@code name/REALM}, as other users are written: {@code REALM\name}. */
    private static @Nullable String principal(@Nullable String client) {
        int slash = client == null ? -1 : client.lastIndexOf('/');
        return client == null || slash < 0 ? client : client.substring(slash + 1) + '\\' + client.substring(0, slash);
    }

    private static String subject(String path, ZeekFields fields) {
        return switch (path) {
            case "notice" -> words(fields, ": ", "note", "msg");
            case "kerberos" -> words(fields, " ", "request_type", "service", "error_msg");
            case "dns" -> words(fields, " ", "qtype_name", "query");
            case "http" -> words(fields, " ", "method", "host", "uri");
            case "ssl" -> words(fields, " ", "version", "server_name");
            case "smb_files" -> words(fields, " ", "action", "path", "name");
            case "smb_mapping" -> words(fields, " ", "path");
            case "rdp" -> words(fields, " ", "cookie", "result");
            case "weird" -> words(fields, " ", "name", "addl");
            default -> "";
        };
    }

    private static String words(ZeekFields fields, String between, String... names) {
        StringBuilder words = new StringBuilder();
        for (String name : names) {
            String text = fields.text(name);
            if (text != null && !text.isEmpty()) {
                words.append(words.isEmpty() ? "" : between).append(text);
            }
        }
        return words.toString();
    }
}
