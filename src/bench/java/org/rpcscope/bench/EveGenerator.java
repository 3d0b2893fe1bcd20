package org.rpcscope.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes an {@code eve.json} as Suricata would have, of any size and always the same: flows of some thousand hosts, with a
 * record of what was said for one in three (names, TLS, DCE/RPC) and an alert for one in a hundred.
 */
public final class EveGenerator {

    private final SplittableRandom random = new SplittableRandom(135);
    private long micros = 1_772_438_400_000_000L;
    private long flow = 1_000_000_000_000L;

    /** Arguments: the size in megabytes, the file. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[0]) * 1_000_000;
        EveGenerator generator = new EveGenerator();
        long flows = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            StringBuilder lines = new StringBuilder();
            for (long written = 0; written < size; flows++) {
                lines.setLength(0);
                generator.flow(lines);
                out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
                written += lines.length();
            }
        }
        System.out.println(flows + " flows");
    }

    private void flow(StringBuilder lines) {
        micros += random.nextInt(40_000);
        flow += random.nextInt(1, 1_000_000);
        int kind = random.nextInt(100);
        boolean rpc = kind < 2;
        boolean dns = kind >= 2 && kind < 40;
        boolean answered = dns || random.nextInt(20) >= 3;
        boolean leaves = random.nextInt(rpc ? 50 : 2) == 0;
        String source = "10." + random.nextInt(4) + "." + random.nextInt(10) + "." + random.nextInt(1, 101);
        String destination = leaves ? outside() : "10.9." + random.nextInt(4) + "." + random.nextInt(1, 200);
        int port = rpc ? 135 : dns ? 53 : random.nextInt(6) == 0 ? 445 : 443;
        String ends = "\"src_ip\":\"%s\",\"src_port\":%d,\"dest_ip\":\"%s\",\"dest_port\":%d,\"proto\":\"%s\""
                .formatted(source, random.nextInt(32_768, 65_536), destination, port, dns ? "UDP" : "TCP");
        String app = rpc ? "dcerpc" : dns ? "dns" : port == 445 ? "smb" : "tls";
        if (answered && (rpc || random.nextInt(3) == 0)) {
            said(lines, app, ends);
        }
        if (random.nextInt(100) == 0) {
            record(lines, "alert", ends)
                    .append(",\"alert\":{\"action\":\"allowed\",\"gid\":1,\"signature_id\":2027190,\"rev\":1,")
                    .append("\"signature\":\"ET POLICY unusual traffic\",\"category\":\"Misc"
                            + " activity\",\"severity\":3}}\n");
        }
        long sent = answered ? random.nextInt(200, 4_000) : 60;
        long received = answered ? random.nextInt(200, 20_000) : 0;
        record(lines, "flow", ends).append(answered ? ",\"app_proto\":\"" + app + "\"" : "");
        lines.append(",\"flow\":{\"pkts_toserver\":").append(answered ? 4 + received / 2920 : 1);
        lines.append(",\"pkts_toclient\":").append(answered ? 4 + received / 1460 : 0);
        lines.append(",\"bytes_toserver\":")
                .append(sent)
                .append(",\"bytes_toclient\":")
                .append(received);
        lines.append(",\"start\":\"").append(time(0)).append("\",\"end\":\"").append(time(random.nextInt(90_000_000)));
        lines.append("\",\"age\":5,\"state\":\"").append(answered ? "closed" : "new");
        lines.append("\",\"reason\":\"timeout\",\"alerted\":false}");
        if (!dns) {
            String flags = answered ? "1b" : "02";
            lines.append(",\"tcp\":{\"tcp_flags\":\"1b\",\"tcp_flags_ts\":\"").append(flags);
            lines.append("\",\"tcp_flags_tc\":\"").append(answered ? "1b" : "00");
            lines.append("\",\"syn\":true,\"ack\":true,\"state\":\"")
                    .append(answered ? "closed" : "syn_sent")
                    .append("\"}");
        }
        lines.append("}\n");
    }

    private void said(StringBuilder lines, String app, String ends) {
        switch (app) {
            case "dcerpc" -> {
                record(lines, "dcerpc", ends)
                        .append(",\"dcerpc\":{\"request\":\"BIND\",\"response\":\"BINDACK\",\"interfaces\":[{\"uuid\":")
                        .append("\"e1af8308-5d1f-11c9-91a4-08002b14a0fa\",\"version\":\"3.0\",\"ack_result\":0}],")
                        .append("\"call_id\":1,\"rpc_version\":\"5.0\"}}\n");
                record(lines, "dcerpc", ends)
                        .append(",\"dcerpc\":{\"request\":\"REQUEST\",\"response\":\"RESPONSE\",\"req\":{\"opnum\":3,")
                        .append("\"frag_cnt\":1,\"stub_data_size\":132},\"call_id\":2,\"rpc_version\":\"5.0\"}}\n");
            }
            case "dns" ->
                record(lines, "dns", ends)
                        .append(",\"dns\":{\"version\":2,\"type\":\"query\",\"id\":4711,\"rrname\":\"host")
                        .append(random.nextInt(5_000))
                        .append(".example.com\",\"rrtype\":\"A\",\"tx_id\":0}}\n");
            default ->
                record(lines, app, ends)
                        .append(",\"")
                        .append(app)
                        .append("\":{\"sni\":\"www")
                        .append(random.nextInt(5_000))
                        .append(".example.com\",\"version\":\"TLS 1.3\",\"subject\":\"CN=www.example.com\"}}\n");
        }
    }

    private StringBuilder record(StringBuilder lines, String type, String ends) {
        return lines.append("{\"timestamp\":\"")
                .append(time(0))
                .append("\",\"flow_id\":")
                .append(flow)
                .append(",\"in_iface\":\"eth0\",\"event_type\":\"")
                .append(type)
                .append("\",")
                .append(ends);
    }

    private String time(int later) {
        long at = micros + later;
        long second = at / 1_000_000 % 86_400;
        return String.format(
                Locale.ROOT,
                "2026-03-%02dT%02d:%02d:%02d.%06d+0000",
                2 + at / 1_000_000 / 86_400 % 27,
                second / 3600,
                second / 60 % 60,
                second % 60,
                at % 1_000_000);
    }

    private String outside() {
        int mixed = random.nextInt(20_000) * 0x9E3779B1;
        return (mixed >>> 24) % 120 + 20 + "." + (mixed >>> 16 & 255) + "." + (mixed >>> 8 & 255) + "." + (mixed & 255);
    }
}
