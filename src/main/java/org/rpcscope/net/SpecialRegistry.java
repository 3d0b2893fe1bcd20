package org.rpcscope.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * IANA's special-purpose address registries (RFC 6890) and the multicast blocks, as they stand in the resources
 * {@code special-purpose-v4.tsv} and {@code special-purpose-v6.tsv}, where their source and date are written.
 */
public final class SpecialRegistry {
    private static final SpecialRegistry BUNDLED =
            new SpecialRegistry(Stream.of("special-purpose-v4.tsv", "special-purpose-v6.tsv")
                    .flatMap(name -> read(name).stream())
                    .toList());

    /** What introduces the day of the copy, in the first line of each resource. */
    private static final String AS_OF = "as of ";

    private final List<SpecialBlock> blocks;

    private SpecialRegistry(List<SpecialBlock> blocks) {
        this.blocks = blocks;
    }

    /** The registry that comes with the program. */
    public static SpecialRegistry bundled() {
        return BUNDLED;
    }

    /**
     * All blocks in the order of the registries, IPv4 first. Blocks lie within others; the longest is the one to ask.
     */
    public List<SpecialBlock> blocks() {
        return blocks;
    }

    /** The day of the copy that comes with the program, as its resource states it: {@code 2026-07-18}. */
    public static String date() {
        try (BufferedReader lines = open("special-purpose-v4.tsv")) {
            String first = String.valueOf(lines.readLine());
            return first.substring(first.indexOf(AS_OF) + AS_OF.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SpecialBlock> read(String name) {
        try (BufferedReader lines = open(name)) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(SpecialRegistry::block)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader open(String name) {
        InputStream resource = SpecialRegistry.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the program is incomplete: " + name + " is missing");
        }
        return new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
    }

    private static SpecialBlock block(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length == 4 && Cidr.parse(cells[0]) instanceof Cidr.Valid(Cidr cidr)) {
            return new SpecialBlock(cidr, cells[1], cells[3], cells[2].equals("True"));
        }
        throw new IllegalStateException("not a line of a registry: " + line);
    }
}
