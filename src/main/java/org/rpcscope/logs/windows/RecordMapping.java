package org.rpcscope.logs.windows;

import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.IsoTimes;
import org.rpcscope.logs.Rows;
import org.rpcscope.logs.Verdict;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventBatch;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.ObservationTable;

/**
 * Makes of a record what it is: a connection of Sysmon (3) or of the Windows Filtering Platform (5152, 5156, 5157) is a
 * session, everything else an event. The same for all forms in which records are handed over. One thread.
 */
final class RecordMapping {

    private static final int LONGEST_SUBJECT = 200;
    private static final String[] PEERS = {"IpAddress", "ClientAddress", "SourceNetworkAddress", "Address"};

    private static final int KNOWN = 1 << 8;

    private static final IpAddress NO_ADDRESS = IpAddress.v4(0);

    private final LocalEnds localEnds;
    private final Connection connection;
    private final IsoTimes times = new IsoTimes();
    private final String[] hosts = new String[KNOWN]; // whose addresses were told
    private final IpAddress[] addresses = new IpAddress[KNOWN];
    private IpAddress source = NO_ADDRESS; // of the connection that was begun
    private IpAddress destination = NO_ADDRESS;

    RecordMapping(ObservationTable table, LocalEnds localEnds) {
        this.localEnds = localEnds;
        this.connection = new Connection(table.pools());
    }

    /** Adds the record to the rows or to the events. */
    void take(WindowsRecord record, Rows rows, EventBatch events) {
        boolean isSession = switch (record.eventId()) {
            case 3 -> isOfSysmon(record) && sysmon(record, rows);
            case 5152, 5156, 5157 -> isOfSecurity(record) && filtered(record, rows);
            default -> false;
        };
        if (!isSession) {
            events.add(event(record));
        }
    }

    private static boolean isOfSysmon(WindowsRecord record) {
        return record.provider().endsWith("-Sysmon") || record.channel().endsWith("-Sysmon/Operational");
    }

    private static boolean isOfSecurity(WindowsRecord record) {
        return record.channel().equalsIgnoreCase("Security")
                || record.provider().equals("Microsoft-Windows-Security-Auditing");
    }

    /** Sysmon names the client as the source, whichever end wrote the record. */
    private boolean sysmon(WindowsRecord record, Rows rows) {
        String moment = record.text("UtcTime");
        long utc = moment == null ? -1 : times.parse(moment);
        boolean whole = begin(record, "SourceIp", "DestinationIp", "DestinationPort", utc >= 0 ? utc : record.time());
        if (!whole) {
            return false;
        }
        boolean initiated = !"false".equalsIgnoreCase(record.text("Initiated"));
        own(record.computer(), initiated ? source : destination);
        connection.verdict = Verdict.ESTABLISHED;
        connection.user = text(record.text("User"));
        connection.process = text(record.text("Image"));
        rows.add(connection, record.origin());
        return true;
    }

    /** The filtering platform names the local end as the source, except where a remote end came in and a writer turns it. */
    private boolean filtered(WindowsRecord record, Rows rows) {
        if (!begin(record, "SourceAddress", "DestAddress", "DestPort", record.time())) {
            return false;
        }
        String direction = record.text("Direction");
        if (isInbound(direction)) {
            localEnds.unsure(record.computer(), record.origin());
        } else if (isOutbound(direction)) {
            own(record.computer(), source);
        }
        connection.verdict = record.eventId() == 5156 ? Verdict.ALLOWED : Verdict.DENIED;
        connection.process = text(record.text("Application"));
        connection.policy = text(record.text("FilterRTID"));
        rows.add(connection, record.origin());
        return true;
    }

    /** Tells that a host has an address, unless that was told: most records repeat it, and all threads listen. */
    private void own(String host, IpAddress address) {
        int slot = (31 * host.hashCode() + address.hashCode()) & KNOWN - 1;
        if (!host.equals(hosts[slot]) || !address.equals(addresses[slot])) {
            hosts[slot] = host;
            addresses[slot] = address;
            localEnds.own(host, address);
        }
    }

    /** Begins a connection with what all of these records have; false where the record is not of one. */
    private boolean begin(WindowsRecord record, String from, String to, String toPort, long time) {
        IpAddress one = address(record.text(from));
        IpAddress other = address(record.text(to));
        int transport = transport(record.text("Protocol"));
        int sourcePort = WindowsTexts.number(record.text("SourcePort"));
        int destinationPort = WindowsTexts.number(record.text(toPort));
        boolean noPorts = sourcePort <= 0 || destinationPort <= 0 || Math.max(sourcePort, destinationPort) > 0xFFFF;
        if (one == null || other == null || transport < 0 || noPorts || time < 0) {
            return false;
        }
        source = one;
        destination = other;
        connection.clear();
        connection.ends(one, other);
        connection.sourcePort = sourcePort;
        connection.destinationPort = destinationPort;
        connection.transport = transport;
        connection.start = time;
        connection.isReport = true;
        connection.action = text(Integer.toString(record.eventId()));
        connection.host = text(record.computer());
        return true;
    }

    private int text(@Nullable String text) {
        return connection.text(WindowsTexts.present(text));
    }

    private static boolean isInbound(@Nullable String direction) {
        return "%%14592".equals(direction) || "Inbound".equalsIgnoreCase(direction);
    }

    private static boolean isOutbound(@Nullable String direction) {
        return "%%14593".equals(direction) || "Outbound".equalsIgnoreCase(direction);
    }

    private static LogEvent event(WindowsRecord record) {
        EventTypes.EventType type = EventTypes.KNOWN.of(record);
        IpAddress peer = null;
        for (int i = 0; peer == null && i < PEERS.length; i++) {
            peer = address(record.text(PEERS[i]));
        }
        return new LogEvent(
                Math.max(0, record.time()),
                WindowsTexts.present(record.computer()),
                null,
                peer,
                user(record, type.user()),
                type.kind(),
                subject(record, type),
                record.origin(),
                record.fields());
    }

    private static String subject(WindowsRecord record, EventTypes.EventType type) {
        for (String field : type.subject()) {
            String text = WindowsTexts.present(record.text(field));
            if (text != null) {
                return text.length() <= LONGEST_SUBJECT ? text : text.substring(0, LONGEST_SUBJECT);
            }
        }
        return "";
    }

    /** Who did it, by the one field or by the account's name and domain that begin alike. */
    private static @Nullable String user(WindowsRecord record, String which) {
        if (which.isEmpty()) {
            return null;
        }
        String name = WindowsTexts.present(record.text(which));
        if (name != null) {
            return name;
        }
        name = WindowsTexts.present(record.text(which + "UserName"));
        name = name == null ? WindowsTexts.present(record.text(which + "Name")) : name;
        String domain = WindowsTexts.present(record.text(which + "DomainName"));
        return name == null || domain == null ? name : domain + '\\' + name;
    }

    private static @Nullable IpAddress address(@Nullable String text) {
        return text == null || text.isEmpty() ? null : IpAddress.parse(text);
    }

    /** The number of a transport, or -1 for one that has no sessions. */
    private static int transport(@Nullable String protocol) {
        return switch (protocol) {
            case "tcp", "TCP", "6" -> 6;
            case "udp", "UDP", "17" -> 17;
            case null, default -> -1;
        };
    }
}
