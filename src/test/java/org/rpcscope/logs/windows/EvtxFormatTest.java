package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rpcscope.logs.windows.WindowsLogs.EIGHT;
import static org.rpcscope.logs.windows.WindowsLogs.SECURITY;
import static org.rpcscope.logs.windows.WindowsLogs.SYSMON;
import static org.rpcscope.logs.windows.WindowsLogs.SYSMON_LOG;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.logs.windows.EvtxWriter.Event;
import org.rpcscope.logs.windows.EvtxWriter.Value;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** What log files of Windows give, whole or damaged. */
class EvtxFormatTest {

    private static final int CHUNK = 4096;
    private static final int RECORD = CHUNK + 512;

    private static Result read(byte[] file) {
        return WindowsLogs.read(new EvtxFormat(WindowsLogs.clock()), file, 1);
    }

    static Event filtered(int id, String host, String direction, String source, int from, String destination, int to) {
        return Event.of(
                SECURITY,
                id,
                "Security",
                host,
                EIGHT,
                "ProcessID",
                "820",
                "Application",
                "svchost.exe",
                "Direction",
                direction,
                "SourceAddress",
                source,
                "SourcePort",
                "" + from,
                "DestAddress",
                destination,
                "DestPort",
                "" + to,
                "Protocol",
                "6");
    }

    private static List<Event> many(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(filtered(5156, "WS31", "%%14593", "10.20.4.31", 50_000 + i, "45.148.10.77", 135));
        }
        return events;
    }

    @Test
    void connectionsAreSessionsAndTheRestIsEvents() {
        byte[] file = EvtxWriter.file(List.of(
                filtered(5156, "WS31", "%%14593", "10.20.4.31", 57714, "45.148.10.77", 135),
                filtered(5157, "WS31", "%%14593", "fd12:9a::1f:44", 57715, "2a0e:97c0::77", 135),
                Event.of(
                        SYSMON,
                        3,
                        SYSMON_LOG,
                        "WS31",
                        EIGHT + 1_500_000_000L,
                        "UtcTime",
                        "2026-03-02 08:00:00.250",
                        "Image",
                        "C:\\a.exe",
                        "User",
                        "LAB\\ann",
                        "Protocol",
                        "tcp",
                        "Initiated",
                        "true",
                        "SourceIp",
                        "10.20.4.31",
                        "SourcePort",
                        "57716",
                        "DestinationIp",
                        "45.148.10.77",
                        "DestinationPort",
                        "135"),
                Event.of(
                        "Service Control Manager",
                        7045,
                        "System",
                        "WS31",
                        EIGHT,
                        "ServiceName",
                        "updater",
                        "ImagePath",
                        "C:\\u.exe",
                        "AccountName",
                        "LocalSystem")));
        assertEquals(
                new Result(
                        List.of(
                                "1772438400000000000 tcp 10.20.4.31:57714 > 45.148.10.77:135 attempt unknown 5156"
                                        + " WS31 null svchost.exe at 4608",
                                "1772438400000000000 tcp fd12:9a::1f:44:57715 > 2a0e:97c0::77:135 blocked failure 5157"
                                        + " WS31 null svchost.exe at 6152",
                                "1772438400250000000 tcp 10.20.4.31:57716 > 45.148.10.77:135 established success 3"
                                        + " WS31 LAB\\ann C:\\a.exe at 6448"),
                        List.of("1772438400000000000 null windows system 7045 WS31 null LocalSystem [updater] at 7712"),
                        List.of("{AccountName=LocalSystem, Channel=System, Computer=WS31, EventID=7045,"
                                + " EventRecordID=4, ImagePath=C:\\u.exe, Keywords=0x8000000000000000, Level=4,"
                                + " Provider_Name=Service Control Manager, ServiceName=updater,"
                                + " TimeCreated_SystemTime=2026-03-02T08:00:00.000000000Z, Version=0}"),
                        List.of()),
                read(file));
    }

    @Test
    void manyThreadsGiveWhatOneGives() {
        byte[] file = EvtxWriter.file(many(4000));
        Result one = read(file);
        assertEquals(4000, one.rows().size());
        assertTrue(file.length > 10 << 16);
        assertEquals(one, WindowsLogs.read(new EvtxFormat(WindowsLogs.clock()), file, 3));
    }

    @Test
    void theEndThatCameInIsTheOneThatIsNotTheHostsOwn() {
        byte[] file = EvtxWriter.file(List.of(
                filtered(5156, "DC1", "%%14592", "10.20.4.31", 50_001, "10.20.100.10", 135),
                filtered(5156, "DC1", "%%14592", "10.20.100.10", 49_155, "10.20.4.31", 40_000),
                filtered(5156, "DC1", "%%14592", "10.20.9.9", 135, "10.20.4.31", 50_002),
                filtered(5156, "DC1", "%%14592", "239.255.255.250", 1900, "10.20.100.10", 1024),
                filtered(5156, "DC1", "%%14593", "10.20.100.10", 50_003, "10.20.4.31", 445)));
        assertEquals(
                List.of(
                        "10.20.4.31:50001 > 10.20.100.10:135",
                        "10.20.4.31:40000 > 10.20.100.10:49155",
                        "10.20.4.31:50002 > 10.20.9.9:135",
                        "10.20.100.10:1024 > 239.255.255.250:1900",
                        "10.20.100.10:50003 > 10.20.4.31:445"),
                read(file).rows().stream()
                        .map(row -> row.substring(row.indexOf("tcp ") + 4, row.indexOf(" attempt")))
                        .toList());
    }

    @Test
    void valuesOfEveryTypeAreWrittenAsWindowsWritesThem() {
        Map<String, Value> data = new LinkedHashMap<>();
        data.put("null", new Value(0x00, new byte[0]));
        data.put("text", Value.text("Ünï\ncode"));
        data.put("ansi", new Value(0x02, new byte[] {'a', 'b', 0}));
        data.put("int8", new Value(0x03, new byte[] {-1}));
        data.put("uint8", Value.u8(255));
        data.put("uint16", Value.u16(65535));
        data.put("uint32", Value.u32(4294967295L));
        data.put("int64", new Value(0x09, EvtxWriter.little(8).putLong(-5).array()));
        data.put("uint64", new Value(0x0A, EvtxWriter.little(8).putLong(-1).array()));
        data.put("real", new Value(0x0C, EvtxWriter.little(8).putDouble(1.5).array()));
        data.put("bool", new Value(0x0D, new byte[] {1, 0, 0, 0}));
        data.put("binary", new Value(0x0E, new byte[] {1, (byte) 0xAB}));
        data.put("guid", new Value(0x0F, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}));
        data.put("time", Value.time(EIGHT));
        data.put("systemtime", new Value(0x12, new byte[] {(byte) 0xEA, 7, 3, 0, 1, 0, 2, 0, 8, 0, 5, 0, 6, 0, 7, 0}));
        data.put("sid", new Value(0x13, new byte[] {1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 32, 2, 0, 0}));
        data.put("hex32", new Value(0x14, new byte[] {0x1F, 0, 0, 0}));
        data.put("texts", Value.texts("one", "two"));
        data.put(
                "numbers",
                new Value(0x88, EvtxWriter.little(8).putInt(1).putInt(2).array()));
        data.put("wrong size", new Value(0x08, new byte[] {1, 2}));
        data.put("Level", Value.text("own"));
        Result result = read(EvtxWriter.file(List.of(new Event("Provider", 9, "Other", "H", EIGHT, data))));
        assertEquals(
                List.of("{Channel=Other, Computer=H, EventData_Level=own, EventID=9, EventRecordID=1, "
                        + "Keywords=0x8000000000000000, Level=4, Provider_Name=Provider, "
                        + "TimeCreated_SystemTime=2026-03-02T08:00:00.000000000Z, Version=0, ansi=ab, binary=01AB, "
                        + "bool=true, guid={04030201-0605-0807-090A-0B0C0D0E0F10}, hex32=0x1f, int64=-5, int8=-1, "
                        + "numbers=[1, 2], real=1.5, sid=S-1-5-32-544, systemtime=2026-03-02T08:05:06.007Z, "
                        + "text=Ünï\ncode, texts=[one, two], time=2026-03-02T08:00:00.000000000Z, uint16=65535, "
                        + "uint32=4294967295, uint64=18446744073709551615, uint8=255, wrongsize=0102}"),
                result.fields());
        assertEquals(List.of(), result.problems());
    }

    @Test
    void aWrongChecksumIsAProblemAndTheRecordsAreRead() {
        byte[] file = EvtxWriter.file(many(3));
        file[CHUNK + 52]++;
        assertEquals(3, read(file).rows().size());
        assertEquals(
                List.of(
                        "offset 4096: the checksum of the chunk's header is wrong",
                        "offset 4096: the checksum of the chunk's records is wrong"),
                read(file).problems());
    }

    @Test
    void aFileThatWasNotClosedHasChecksumsThatSayNothing() {
        byte[] file = EvtxWriter.file(many(3));
        file[120] = 1;
        file[CHUNK + 52]++;
        assertEquals(3, read(file).rows().size());
        assertEquals(List.of(), read(file).problems());
    }

    @Test
    void aFileThatEndsEarlyIsReadToItsEnd() {
        byte[] file = EvtxWriter.file(many(4000));
        Result whole = read(file);
        Result part = read(Arrays.copyOf(file, 3 * (1 << 16) + 20_000));
        assertEquals(whole.rows().subList(0, part.rows().size()), part.rows());
        assertTrue(part.rows().size() > 400, "rows: " + part.rows().size());
        assertEquals(List.of("offset 216608: the file ends within a chunk"), part.problems());
    }

    @Test
    void aChunkThatIsNoneIsPassedOver() {
        byte[] file = EvtxWriter.file(many(4000));
        int all = read(file).rows().size();
        file[CHUNK + (1 << 16)] = 'X';
        Result result = read(file);
        assertTrue(result.rows().size() < all && result.rows().size() > all / 2);
        assertEquals(List.of("offset 69632: this is no chunk"), result.problems());
    }

    @Test
    void roomThatIsNotUsedYetIsNoProblem() {
        byte[] file = EvtxWriter.file(many(3));
        Result result = read(Arrays.copyOf(file, file.length + (3 << 16)));
        assertEquals(3, result.rows().size());
        assertEquals(List.of(), result.problems());
    }

    @Test
    void recordsBehindTheLastOneAreLeftAlone() {
        byte[] file = EvtxWriter.file(many(3));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.getInt(CHUNK + 48);
        int last = bytes.getInt(CHUNK + 44);
        bytes.putInt(CHUNK + 48, last).putInt(120, 1);
        assertEquals(2, read(file).rows().size());
        assertTrue(end > last);
    }

    @Test
    void aDamagedRecordIsAProblemAndTheNextOneIsRead() {
        byte[] file = EvtxWriter.file(many(3));
        file[120] = 1;
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int second = RECORD + bytes.getInt(RECORD + 4);
        bytes.putInt(second + 4, 7);
        Result result = read(file);
        assertEquals(2, result.rows().size());
        assertEquals(List.of("offset " + second + ": this is no record"), result.problems());
    }

    @Test
    void aTemplateThatIsDamagedTakesItsRecordsWithIt() {
        byte[] file = EvtxWriter.file(many(3));
        file[120] = 1;
        file[RECORD + 24 + 4 + 10 + 24 + 4] = 0x7F; // the first token of the definition
        Result result = read(file);
        assertEquals(List.of(), result.rows());
        assertEquals("offset 4608: its template is damaged", result.problems().getFirst());
    }

    @Test
    void onlyTheSignatureTells() {
        EvtxFormat format = new EvtxFormat(() -> 0);
        assertEquals(100, format.likelihood(new Head(EvtxWriter.file(many(1)))));
        assertEquals(0, format.likelihood(new Head("ElfFile ".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, format.likelihood(new Head(new byte[3])));
        assertEquals(
                List.of("offset 0: the header of the log file is damaged"),
                read("ElfFile\0".getBytes(StandardCharsets.UTF_8)).problems());
    }
}
