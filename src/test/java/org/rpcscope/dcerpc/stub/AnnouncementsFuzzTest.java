package org.rpcscope.dcerpc.stub;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.stub.Answers.Form;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.InterfaceId;

/** Hostile answers: valid ones with some of their bytes changed, or cut short. */
class AnnouncementsFuzzTest {

    private static final int RUNS = Integer.getInteger("rpcscope.fuzz", 100_000);

    private record Seed(UUID uuid, int opnum, Form form, byte[] bytes) {}

    @Test
    void mutatedAnswersRaiseNoExceptionAndAnnounceNoMoreThanTheyHoldBytes() {
        Random random = new Random(20261124);
        List<Seed> seeds = seeds();
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            for (int i = 0; i < RUNS; i++) {
                Seed seed = seeds.get(random.nextInt(seeds.size()));
                byte[] bytes = seed.bytes().clone();
                for (int k = random.nextInt(6); k > 0; k--) {
                    bytes[random.nextInt(bytes.length)] =
                            (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(3) - 1);
                }
                int from = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : 0;
                int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length - from) : bytes.length - from;
                boolean ndr64 = random.nextInt(10) == 0
                        ? random.nextBoolean()
                        : seed.form().ndr64();
                Stub stub = new Stub(
                        ByteBuffer.wrap(bytes), from, length, seed.form().little(), ndr64);
                List<Announcement> found = Announcements.of(seed.uuid(), seed.opnum(), stub);
                assertTrue(found.size() <= length / 8);
            }
        });
    }

    private static List<Seed> seeds() {
        InterfaceId id = new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
        List<byte[]> towers =
                List.of(Answers.tcp(id, 49679, IpAddress.v4(7)), new byte[0], Answers.tcp(id, 1025, IpAddress.v4(8)));
        List<String> bindings = List.of("7:WORKSTATION6[52419]", "7:198.51.100.7[52419]", "7:2001:db8::7[1]");
        List<Seed> seeds = new ArrayList<>();
        for (Form form : Answers.FORMS) {
            byte[] properties = Answers.properties(
                    form.little(), List.of(Answers.standard(bindings), Answers.handler(bindings)), bindings);
            seeds.add(new Seed(
                    Answers.ENDPOINT_MAPPER,
                    2,
                    form,
                    Answers.lookup(form, towers, "note").bytes()));
            seeds.add(new Seed(
                    Answers.ENDPOINT_MAPPER, 3, form, Answers.map(form, towers).bytes()));
            seeds.add(new Seed(
                    Answers.OBJECT_EXPORTER,
                    0,
                    form,
                    Answers.resolveOxid(form, bindings).bytes()));
            seeds.add(new Seed(
                    Answers.OBJECT_EXPORTER,
                    5,
                    form,
                    Answers.serverAlive2(form, bindings).bytes()));
            seeds.add(new Seed(
                    Answers.ACTIVATION,
                    0,
                    form,
                    Answers.remoteActivation(form, bindings, bindings).bytes()));
            seeds.add(new Seed(
                    Answers.SCM_ACTIVATOR,
                    4,
                    form,
                    Answers.createInstanceExtended(form, properties).bytes()));
        }
        return seeds;
    }
}
