package org.rpcscope.logs.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.logs.windows.WindowsLogs.Result;

/** Event logs that were exported as XML. */
class WindowsXmlTest {

    private static final String SYSMON = """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
        <Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/><EventID>3</EventID>\
        <TimeCreated SystemTime='2026-03-02T08:00:01.000000000Z'/><EventRecordID>7</EventRecordID>\
        <Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS31</Computer><Security UserID='S-1-5-18'/>\
        </System><EventData><Data Name='UtcTime'>2026-03-02 08:00:00.250</Data><Data Name='Image'>C:\\a &amp; b.exe</Data>\
        <Data Name='User'>LAB\\ann</Data><Data Name='Protocol'>tcp</Data><Data Name='Initiated'>true</Data>\
        <Data Name='SourceIp'>10.20.4.31</Data><Data Name='SourcePort'>57714</Data>\
        <Data Name='DestinationIp'>45.148.10.77</Data><Data Name='DestinationPort'>135</Data></EventData></Event>\
        """;
    private static final String ROW =
            "1772438400250000000 tcp 10.20.4.31:57714 > 45.148.10.77:135 established success 3"
                    + " WS31 LAB\\ann C:\\a & b.exe at ";

    private static Result read(String text) {
        return WindowsLogs.read(new WindowsXml(WindowsLogs.clock()), text.getBytes(StandardCharsets.UTF_8), 2);
    }

    @Test
    void eventsAreReadWithARootAroundThemOrWithout() {
        assertEquals(
                List.of(ROW + 0, ROW + SYSMON.length()), read(SYSMON + SYSMON).rows());
        String head = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<Events>\n";
        assertEquals(
                new Result(List.of(ROW + head.length()), List.of(), List.of(), List.of()),
                read(head + SYSMON + "\n</Events>\n"));
        assertEquals(
                List.of(ROW + 0),
                read(SYSMON.replace("><", ">\r\n  <")).rows(),
                "whatever blanks are between elements");
    }

    @Test
    void everythingElseIsAnEventWithTheNamesOfRules() {
        Result result = read("""
            <Event xmlns="x"><System><Provider Name="Microsoft-Windows-Windows Defender"/>\
            <EventID Qualifiers="0">1116</EventID><TimeCreated SystemTime="2026-03-02T08:00:00Z"/>\
            <Channel>Microsoft-Windows-Windows Defender/Operational</Channel><Computer>WS31</Computer></System>\
            <EventData><Data Name="Threat Name">Virus:&lt;x&gt;&#65;&#x42;</Data><Data>one</Data><Data>two</Data>\
            <Data Name="Path"><![CDATA[a & b]]></Data><Data Name="Empty"/><Binary>00FF</Binary></EventData>\
            <RenderingInfo Culture="en-US"><Message>Found it.</Message></RenderingInfo></Event>
            """);
        assertEquals(
                List.of("1772438400000000000 null windows windefend 1116 WS31 null null [Virus:<x>AB] at 0"),
                result.events());
        assertEquals(
                List.of("{Binary=00FF, Channel=Microsoft-Windows-Windows Defender/Operational, Computer=WS31,"
                        + " Data=[one, two], Empty=, EventID=1116, EventID_Qualifiers=0, Message=Found it.,"
                        + " Path=a & b, Provider_Name=Microsoft-Windows-Windows Defender, ThreatName=Virus:<x>AB,"
                        + " TimeCreated_SystemTime=2026-03-02T08:00:00Z}"),
                result.fields());
    }

    @Test
    void manyBlocksGiveEveryEventOnce() {
        String text = (SYSMON + "\n").repeat(2000);
        Result result = read(text);
        assertEquals(2000, result.rows().size());
        assertEquals(ROW + 1999 * (SYSMON.length() + 1), result.rows().getLast());
        assertTrue(text.length() > 3 << 18);
    }

    @Test
    void aDamagedEventIsAProblemAndTheOthersAreRead() {
        String deep = "<Event>" + "<a>".repeat(100) + "</a>".repeat(100) + "</Event>";
        String type = "<Event><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;</Event>";
        String noId = "<Event><System/></Event>";
        String open = "<Event><System>";
        Result result = read(deep + type + noId + SYSMON + open);
        int at = deep.length() + type.length() + noId.length();
        assertEquals(List.of(ROW + at), result.rows());
        assertEquals(
                List.of(
                        "offset 0: its XML is nested too deeply",
                        "offset " + deep.length() + ": its XML is damaged",
                        "offset " + (deep.length() + type.length()) + ": the event has no id",
                        "offset " + (at + SYSMON.length()) + ": the event does not end"),
                result.problems());
    }

    @Test
    void anEventThatDoesNotEndTakesNoMoreMemoryThanABlock() {
        String endless = "<Event><a>" + "x".repeat(5 << 20);
        Result result = read(endless + SYSMON);
        assertEquals(List.of(ROW + endless.length()), result.rows());
        assertEquals(List.of("offset 0: the event does not end"), result.problems());
    }

    @Test
    void onlyEventsTell() {
        WindowsXml format = new WindowsXml(() -> 0);
        assertEquals(95, format.likelihood(new Head(("\uFEFF " + SYSMON).getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                60, format.likelihood(new Head("<Event><System></System></Event>".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, format.likelihood(new Head("<Events><x/></Events>".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, format.likelihood(new Head("Event".getBytes(StandardCharsets.UTF_8))));
        assertEquals(0, format.likelihood(new Head(new byte[0])));
    }
}
