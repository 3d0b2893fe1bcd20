package org.rpcscope.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DissectionTest {

    private static final String IP = "45000030000040004006f5a80a14041f2d940a4d" // IPv4, 20 bytes
            + "c2940087" + "4be49fcd" + "e559d566" + "501800ff" + "00000000" // TCP, 20 bytes
            + "05000b0310000000"; // what a bind begins with

    private static final String ETHERNET = "020000000401020000000431" + "0800";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** The layers with where they stand, without their fields. */
    private static List<String> layers(int linkType, byte[] bytes) {
        return Dissection.of(linkType, bytes).layers().stream()
                .map(layer -> layer.name() + " @" + layer.offset() + "+" + layer.length())
                .toList();
    }

    @Test
    void everyLayerSaysWhereItsBytesAre() {
        assertEquals(
                List.of(
                        "Ethernet Header (14 bytes) @0+14",
                        "IPv4 Header (20 bytes) @14+20",
                        "TCP Header (20 bytes) @34+20",
                        "Data @54+8"),
                layers(1, bytes(ETHERNET + IP)));
    }

    @Test
    void fieldsAreReadWithoutTheSlashOfJava() {
        Dissection dissection = Dissection.of(101, bytes(IP));
        List<String> fields = dissection.layers().getFirst().fields().stream()
                .map(Dissection.Field::text)
                .toList();
        assertTrue(fields.contains("Source address: 10.20.4.31"), fields::toString);
        assertTrue(fields.contains("Protocol: 6 (TCP)"), fields::toString);
    }

    @Test
    void linkHeadersThatPcap4jDoesNotReadAlikeAreReadHere() {
        List<String> inner = List.of("IPv4 Header (20 bytes) @4+20", "TCP Header (20 bytes) @24+20", "Data @44+8");
        List<String> loopback = new ArrayList<>(List.of("BSD loopback @0+4"));
        loopback.addAll(inner);
        assertEquals(loopback, layers(0, bytes("02000000" + IP)));
        assertEquals(
                List.of(
                        "Linux cooked 2 @0+20",
                        "IPv4 Header (20 bytes) @20+20",
                        "TCP Header (20 bytes) @40+20",
                        "Data @60+8"),
                layers(276, bytes("0800" + "0".repeat(36) + IP)));
        assertEquals(
                List.of("pf log @0+64", "IPv4 Header (20 bytes) @64+20", "TCP Header (20 bytes) @84+20", "Data @104+8"),
                layers(117, bytes("3d020100" + "0".repeat(120) + IP)));
        List<String> serial = new ArrayList<>(List.of("Cisco HDLC @0+4"));
        serial.addAll(inner);
        assertEquals(serial, layers(104, bytes("0f000800" + IP)));
    }

    @Test
    void anUnknownLinkTypeIsBytesAlone() {
        assertEquals(List.of("Data @0+48"), layers(147, bytes(IP)));
    }

    @Test
    void nothingIsReadOfNoBytes() {
        assertEquals(Dissection.NONE, Dissection.of(1, new byte[0]));
    }

    @Test
    void whateverTheBytesAreTheLayersCoverThemAndNothingIsThrown() {
        Random random = new Random(42);
        byte[] whole = bytes(ETHERNET + IP);
        for (int linkType : new int[] {0, 1, 12, 14, 101, 108, 113, 228, 229, 276, 147}) {
            for (int i = 0; i < 2000; i++) {
                byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
                for (int flips = random.nextInt(6); flips > 0; flips--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }
                int at = 0;
                for (Dissection.Layer layer : Dissection.of(linkType, broken).layers()) {
                    assertEquals(at, layer.offset(), () -> HexFormat.of().formatHex(broken));
                    at += layer.length();
                }
                assertEquals(
                        broken.length, at, () -> linkType + " " + HexFormat.of().formatHex(broken));
            }
        }
    }
}
