package org.rpcscope.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Makes a large log file of Windows from small ones: their chunks again and again, with consecutive record numbers and right
 * checksums. Half-empty chunks stay half empty, as in logs of hosts that are switched off.
 */
public final class EvtxGenerator {

    private static final int BLOCK = 4096;
    private static final int CHUNK = 1 << 16;
    private static final int RECORDS = 512;
    private static final int MOST_CHUNKS = 0xFFFF;

    private long record = 1;

    /** Arguments: the size in megabytes, the file to write, and the log files whose chunks are taken. */
    public static void main(String[] args) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        for (String file : List.of(args).subList(2, args.length)) {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            for (int at = BLOCK; at + CHUNK <= bytes.length; at += CHUNK) {
                if (new String(bytes, at, 7, StandardCharsets.ISO_8859_1).equals("ElfChnk")) {
                    chunks.add(Arrays.copyOfRange(bytes, at, at + CHUNK));
                }
            }
        }
        int count = (int) Math.min(MOST_CHUNKS, Long.parseLong(args[0]) * 1_000_000 / CHUNK);
        EvtxGenerator generator = new EvtxGenerator();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            out.write(new byte[BLOCK]);
            for (int i = 0; i < count; i++) {
                out.write(generator.renumbered(chunks.get(i % chunks.size())));
            }
        }
        try (RandomAccessFile file = new RandomAccessFile(args[1], "rw")) {
            file.write(generator.header(count));
        }
        System.out.println(generator.record - 1 + " records");
    }

    private byte[] header(int chunks) {
        ByteBuffer header = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        header.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
        header.putLong(8, 0).putLong(16, chunks - 1L).putLong(24, record).putInt(32, 128);
        header.putShort(36, (short) 1)
                .putShort(38, (short) 3)
                .putShort(40, (short) BLOCK)
                .putShort(42, (short) chunks);
        CRC32 sum = new CRC32();
        sum.update(header.array(), 0, 120);
        return header.putInt(124, (int) sum.getValue()).array();
    }

    private byte[] renumbered(byte[] of) {
        ByteBuffer chunk = ByteBuffer.wrap(of.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int end = chunk.getInt(48);
        long first = record;
        for (int at = RECORDS; at < end; at += chunk.getInt(at + 4)) {
            chunk.putLong(at + 8, record++);
        }
        chunk.putLong(8, first).putLong(16, record - 1).putLong(24, first).putLong(32, record - 1);
        CRC32 records = new CRC32();
        records.update(chunk.array(), RECORDS, end - RECORDS);
        chunk.putInt(52, (int) records.getValue());
        CRC32 sum = new CRC32();
        sum.update(chunk.array(), 0, 120);
        sum.update(chunk.array(), 128, RECORDS - 128);
        return chunk.putInt(124, (int) sum.getValue()).array();
    }
}
