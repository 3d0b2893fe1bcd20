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
 * Writes a {@code conn.log} as Zeek would have, of any size and always the same: mostly name look-ups and web traffic of
 * some thousand hosts, two in a hundred on port 135 of which some leave the network, one in twenty over IPv6.
 */
public final class ConnLogGenerator {

    private static final String HEADER = """
        #separator \\x09
        #set_separator\t,
        #empty_field\t(empty)
        #unset_field\t-
        #path\tconn
        #open\t2026-03-02-08-00-00
        #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents
        #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]
        """;
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String[] HISTORIES = {"ShADadFf", "ShADadfF", "ShADadR", "ShADadFfR", "ShADdaFf", "ShADadtFf"};

    private final SplittableRandom random = new SplittableRandom(135);
    private long micros = 1_772_438_400_000_000L;

    /** Arguments: the size in megabytes, the file. */
    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[0]) * 1_000_000;
        ConnLogGenerator generator = new ConnLogGenerator();
        long rows = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            for (long written = HEADER.length(); written < size; rows++) {
                line.setLength(0);
                generator.row(line);
                out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
                written += line.length();
            }
        }
        System.out.println(rows + " rows");
    }

    private void row(StringBuilder line) {
        micros += random.nextInt(40_000);
        line.append(micros / 1_000_000).append('.').append(String.format(Locale.ROOT, "%06d", micros % 1_000_000));
        line.append("\tC");
        for (int i = 0; i < 17; i++) {
            line.append(BASE62.charAt(random.nextInt(62)));
        }
        boolean v6 = random.nextInt(20) == 0;
        line.append('\t').append(inside(v6)).append('\t').append(random.nextInt(32_768, 65_536));
        int kind = random.nextInt(100);
        if (kind < 2) {
            boolean leaves = random.nextInt(50) == 0;
            tcp(line, leaves ? outside(v6) : inside(v6), 135, "dce_rpc", !leaves);
        } else if (kind < 45) {
            udp(line, random.nextInt(8) == 0 ? outside(v6) : v6 ? "fd00::53" : "10.0.0.53", 53, "dns");
        } else if (kind < 80) {
            tcp(line, outside(v6), 443, "ssl", false);
        } else if (kind < 88) {
            tcp(line, outside(v6), 80, "http", false);
        } else if (kind < 93) {
            tcp(line, inside(v6), 445, "gssapi,ntlm,smb", true);
        } else if (kind < 97) {
            tcp(line, inside(v6), random.nextInt(1, 65_536), "-", true);
        } else {
            udp(line, outside(v6), 123, "ntp");
        }
    }

    private void tcp(StringBuilder line, String responder, int port, String service, boolean local) {
        line.append('\t').append(responder).append('\t').append(port).append("\ttcp\t");
        int fate = random.nextInt(20);
        if (fate < 3) {
            boolean refused = fate == 0;
            line.append("-\t").append(refused ? duration(2_000) : "-").append(refused ? "\t0\t0\tREJ" : "\t-\t-\tS0");
            ends(line, local)
                    .append(refused ? "Sr\t1\t60\t1\t40" : "S\t1\t60\t0\t0")
                    .append("\t-\n");
            return;
        }
        long sent = random.nextInt(200, 4_000);
        long received = random.nextInt(8) == 0 ? random.nextInt(1_000_000) : random.nextInt(200, 20_000);
        long sentPackets = 4 + received / 1460 / 2;
        long receivedPackets = 4 + received / 1460;
        String state = fate < 16 ? "SF" : fate < 18 ? "RSTO" : fate < 19 ? "RSTR" : "S1";
        line.append(service).append('\t').append(duration(90_000_000));
        line.append('\t')
                .append(sent)
                .append('\t')
                .append(received)
                .append('\t')
                .append(state);
        ends(line, local).append(HISTORIES[random.nextInt(HISTORIES.length)]).append('\t');
        line.append(sentPackets).append('\t').append(sent + sentPackets * 52).append('\t');
        line.append(receivedPackets)
                .append('\t')
                .append(received + receivedPackets * 52)
                .append("\t-\n");
    }

    private void udp(StringBuilder line, String responder, int port, String service) {
        int sent = random.nextInt(28, 60);
        boolean answered = random.nextInt(30) != 0;
        int received = answered ? random.nextInt(44, 400) : 0;
        line.append('\t')
                .append(responder)
                .append('\t')
                .append(port)
                .append("\tudp\t")
                .append(service)
                .append('\t');
        line.append(answered ? duration(300_000) : "-").append('\t');
        line.append(answered ? sent + "\t" + received + "\tSF" : "-\t-\tS0");
        ends(line, false).append(answered ? "Dd" : "D").append("\t1\t").append(sent + 28);
        line.append(answered ? "\t1\t" + (received + 28) : "\t0\t0").append("\t-\n");
    }

    private static StringBuilder ends(StringBuilder line, boolean local) {
        return line.append("\tT\t").append(local ? 'T' : 'F').append("\t0\t");
    }

    private String duration(int most) {
        int d = random.nextInt(most);
        return d / 1_000_000 + "." + String.format(Locale.ROOT, "%06d", d % 1_000_000);
    }

    private String inside(boolean v6) {
        int host = random.nextInt(4_000);
        return v6
                ? "fd00:12:34::" + Integer.toHexString(host + 0x10)
                : "10." + host / 1000 + "." + host / 100 % 10 + "." + (1 + host % 100);
    }

    private String outside(boolean v6) {
        int host = random.nextInt(8) == 0 ? random.nextInt(100_000) : random.nextInt(2_000); // a few are popular
        int mixed = host * 0x9E3779B1;
        return v6
                ? "2a00:1450:4001:" + Integer.toHexString(host >>> 8) + "::" + Integer.toHexString(host & 0xFF | 0x100)
                : (mixed >>> 24) % 120 + 20 + "." + (mixed >>> 16 & 255) + "." + (mixed >>> 8 & 255) + "."
                        + (mixed & 255);
    }
}
