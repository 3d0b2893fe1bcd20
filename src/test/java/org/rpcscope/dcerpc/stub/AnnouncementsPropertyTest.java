package org.rpcscope.dcerpc.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.stub.Answers.Form;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.InterfaceId;

/** What is written is read, in every form of NDR, and whatever is written does no harm. */
class AnnouncementsPropertyTest {

    @Property
    void towersReadBack(@ForAll("forms") Form form, @ForAll @Size(max = 20) List<@From("towers") Announcement> towers) {
        List<byte[]> written =
                towers.stream().map(AnnouncementsPropertyTest::tower).toList();
        List<Announcement> expected = towers.stream().distinct().toList();
        Stub map = Answers.map(form, written).stub();
        assertEquals(expected, Announcements.of(Answers.ENDPOINT_MAPPER, 3, map));
    }

    @Property
    void entriesOfALookupReadBack(
            @ForAll("forms") Form form,
            @ForAll @Size(max = 20) List<@From("towers") Announcement> towers,
            @ForAll("annotations") String annotation) {
        List<byte[]> written =
                towers.stream().map(AnnouncementsPropertyTest::tower).toList();
        List<Announcement> expected = towers.stream().distinct().toList();
        Stub lookup = Answers.lookup(form, written, annotation).stub();
        assertEquals(expected, Announcements.of(Answers.ENDPOINT_MAPPER, 2, lookup));
    }

    @Property
    void stringBindingsReadBack(
            @ForAll("forms") Form form, @ForAll @Size(max = 10) List<@From("bindings") Announcement> bindings) {
        List<String> written =
                bindings.stream().map(AnnouncementsPropertyTest::binding).toList();
        List<Announcement> expected = bindings.stream().distinct().toList();
        Stub resolved = Answers.resolveOxid(form, written).stub();
        assertEquals(expected, Announcements.of(Answers.OBJECT_EXPORTER, 4, resolved));
        Stub activated = Answers.remoteActivation(form, written, written).stub();
        assertEquals(expected, Announcements.of(Answers.ACTIVATION, 0, activated));
        byte[] properties = Answers.properties(form.little(), List.of(Answers.standard(written)), written);
        Stub created = Answers.createInstance(form, properties).stub();
        assertEquals(expected, Announcements.of(Answers.SCM_ACTIVATOR, 4, created));
    }

    @Property
    void anyBytesAreReadAsFarAsTheyMakeSense(@ForAll("forms") Form form, @ForAll byte[] bytes) {
        Stub stub = new Stub(ByteBuffer.wrap(bytes), 0, bytes.length, form.little(), form.ndr64());
        for (UUID uuid :
                List.of(Answers.ENDPOINT_MAPPER, Answers.OBJECT_EXPORTER, Answers.ACTIVATION, Answers.SCM_ACTIVATOR)) {
            for (int opnum = 0; opnum < 6; opnum++) {
                for (Announcement found : Announcements.of(uuid, opnum, stub)) {
                    assertTrue(found.port() > 0 && found.port() <= 0xFFFF);
                }
            }
        }
    }

    @Provide
    Arbitrary<Form> forms() {
        return Arbitraries.of(Answers.FORMS);
    }

    @Provide
    Arbitrary<Announcement> towers() {
        Arbitrary<UUID> uuids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<Integer> versions = Arbitraries.integers().between(0, 0xFFFF);
        Arbitrary<InterfaceId> ids =
                Combinators.combine(uuids, versions, versions).as(InterfaceId::new);
        return Combinators.combine(ids, Arbitraries.integers(), ports())
                .as((id, address, port) ->
                        new Announcement(Announcement.Kind.ENDPOINT_MAPPER, id, IpAddress.v4(address), null, port));
    }

    @Provide
    Arbitrary<Announcement> bindings() {
        Arbitrary<IpAddress> v4 = Arbitraries.integers().map(IpAddress::v4);
        Arbitrary<IpAddress> v6 =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(IpAddress::new);
        Arbitrary<Announcement> addresses = Combinators.combine(Arbitraries.oneOf(v4, v6), ports())
                .as((address, port) -> exporter(address, null, port));
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('g', 'z')
                .withChars('-', '.')
                .ofMinLength(1)
                .ofMaxLength(255);
        return Arbitraries.oneOf(
                addresses, Combinators.combine(names, ports()).as((name, port) -> exporter(null, name, port)));
    }

    @Provide
    Arbitrary<String> annotations() {
        return Arbitraries.strings().ascii().ofMaxLength(63);
    }

    private static Arbitrary<Integer> ports() {
        return Arbitraries.integers().between(1, 0xFFFF);
    }

    private static Announcement exporter(@Nullable IpAddress address, @Nullable String host, int port) {
        return new Announcement(Announcement.Kind.OBJECT_EXPORTER, null, address, host, port);
    }

    private static byte[] tower(Announcement tower) {
        return Answers.tcp(
                Objects.requireNonNull(tower.interfaceId()), tower.port(), Objects.requireNonNull(tower.address()));
    }

    private static String binding(Announcement binding) {
        return "7:" + (binding.address() == null ? binding.host() : binding.address()) + "[" + binding.port() + "]";
    }
}
