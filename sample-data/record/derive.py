#!/usr/bin/env python3
"""Makes the edge cases of the capture tests from one recorded exchange: the same packets in other wrappings.

derive.py SAMPLE-DATA TARGET

The exchange is a session of outbound-rpc-v4.pcap in which the client asks the endpoint mapper for SAMR's port (and one of
outbound-rpc-v6.pcapng for the IPv6 cases). TARGET gets one small capture a case, and cases.tsv: the one session that each
must yield.
"""
import ipaddress
import pathlib
import struct
import sys

import packets

CLIENT_MAC, GATEWAY_MAC = bytes.fromhex("020000000431"), bytes.fromhex("020000000401")
RAW, NULL, COOKED, COOKED2 = 101, 0, 113, 276
PPP, PPP_HDLC, CISCO_HDLC, PFLOG, NFLOG = 9, 50, 104, 117, 239
FIN, SYN, PSH, ACK = 1, 2, 8, 16


def exchange(frames, ip_header):
    """The second session on port 135, without the link layer: (time, packet)."""
    ports = []
    chosen = []
    for time, frame in frames:
        ip = frame[14:]
        if frame[12:14] == b"\x08\x06" or ip[9 if ip_header == 20 else 6] != 6:
            continue
        ends = set(struct.unpack_from(">HH", ip, ip_header))
        if 135 in ends:
            port = max(ends)
            if port not in ports:
                ports.append(port)
            if ports.index(port) == 1:
                chosen.append((time, ip))
    return chosen


def from_client(ip):
    return ip[12:16] == ipaddress.ip_address("10.20.4.31").packed or ip[8:10] == b"\xfd\x12"


def ethernet(ip, between=b""):
    """A frame; between stands before the EtherType (tags)."""
    macs = GATEWAY_MAC + CLIENT_MAC if from_client(ip) else CLIENT_MAC + GATEWAY_MAC
    return macs + between + (b"\x08\x00" if ip[0] >> 4 == 4 else b"\x86\xdd") + ip


def framed(kind, body, ip):
    """A frame with another EtherType, addressed as the packet inside."""
    return ethernet(ip)[:12] + struct.pack(">H", kind) + body


def ipv4(protocol, body, source="10.20.0.1", destination="10.20.0.2"):
    header = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(body), 1, 0, 64, protocol, 0,
                         ipaddress.ip_address(source).packed, ipaddress.ip_address(destination).packed)
    return bytes(packets.mend_ip(bytearray(header + body)))


def ipv6(protocol, body):
    ends = ipaddress.ip_address("fd12:9a::a").packed + ipaddress.ip_address("fd12:9a::b").packed
    return struct.pack(">IHBB", 0x60000000, len(body), protocol, 64) + ends + body


def vxlan(ip):
    body = struct.pack(">II", 0x08000000, 4242 << 8) + ethernet(ip)
    return ethernet(ipv4(17, struct.pack(">HHHH", 51000, 4789, 8 + len(body), 0) + body))


def geneve(ip):
    option = struct.pack(">HBB4s", 0x0102, 0x80, 1, b"gwlb")
    body = struct.pack(">BBHI", len(option) // 4, 0, 0x6558, 4242 << 8) + option + ethernet(ip)
    return ethernet(ipv4(17, struct.pack(">HHHH", 51000, 6081, 8 + len(body), 0) + body))


def erspan(ip):
    """Mirrored by a switch: type II in GRE with a sequence number."""
    return ethernet(ipv4(47, struct.pack(">HHIHHI", 0x1000, 0x88BE, 7, 0x1001, 0x0064, 0) + ethernet(ip)))


def erspan3(ip):
    """Type III, with the optional header for the platform."""
    header = struct.pack(">HHIHH", 0x2001, 0x0064, 99, 0, 1) + bytes(8)
    return ethernet(ipv4(47, struct.pack(">HHI", 0x1000, 0x22EB, 7) + header + ethernet(ip)))


def pflog(action):
    """What pf writes before a packet that it logs: 61 bytes, padded to 64."""
    def wrap(ip):
        family = 2 if ip[0] >> 4 == 4 else 24
        return struct.pack(">BBBB16s16sIIIIIIB3x", 61, family, action, 0, b"em0", b"", 4, 0, 0, 0, 0, 0, 2) + ip
    return wrap


def nflog(order):
    """What netfilter writes: a prefix, then the packet."""
    def value(kind, body):
        return struct.pack(order + "HH", 4 + len(body), kind) + body + bytes(-len(body) % 4)
    return lambda ip: struct.pack(">BBH", 2, 0, 5) + value(10, b"rpc\0") + value(9, ip)


def fragments4(ip, size=64):
    """IPv4 fragments of a packet, the last one first."""
    pieces = []
    for at in range(20, len(ip), size):
        more = 0x2000 if at + size < len(ip) else 0
        header = bytearray(ip[:20])
        body = ip[at:at + size]
        header[2:4] = struct.pack(">H", 20 + len(body))
        header[6:8] = struct.pack(">H", more | (at - 20) // 8)
        header[10:12] = b"\0\0"
        header[10:12] = struct.pack(">H", packets.checksum(bytes(header)))
        pieces.append(bytes(header) + body)
    return pieces[::-1]


def fragments6(ip, number, size=64):
    pieces = []
    for at in range(40, len(ip), size):
        body = ip[at:at + size]
        more = 1 if at + size < len(ip) else 0
        header = ip[:4] + struct.pack(">HB", 8 + len(body), 44) + ip[7:40]
        pieces.append(header + struct.pack(">BBHI", 6, 0, (at - 40) | more, number) + body)
    return pieces


def options6(ip):
    """An IPv6 packet with hop-by-hop and destination options of padding before its TCP header."""
    hop, destination = struct.pack(">BBBB4x", 60, 0, 1, 4), struct.pack(">BBBB12x", 6, 1, 1, 12)
    return ip[:4] + struct.pack(">HB", len(ip) - 40 + 24, 0) + ip[7:40] + hop + destination + ip[40:]


def segments(time, ip, size=40):
    """An IPv4 packet's TCP payload in segments of the given size."""
    header = 20 + (ip[32] >> 4) * 4
    sequence = struct.unpack_from(">I", ip, 24)[0]
    pieces = []
    for at in range(header, len(ip), size):
        piece = bytearray(ip[:header] + ip[at:at + size])
        piece[2:4] = struct.pack(">H", len(piece))
        piece[24:28] = struct.pack(">I", (sequence + at - header) & 0xFFFFFFFF)
        pieces.append((time + (at - header) * 10, bytes(packets.mend_ip(piece))))
    return pieces or [(time, ip)]


def out_of_order(session):
    """Payloads in small segments: each pair swapped, the first of each payload sent twice."""
    out = []
    for time, ip in session:
        pieces = segments(time, ip)
        stamps = [stamp for stamp, _ in pieces]
        pieces = [pieces[at ^ 1 if at ^ 1 < len(pieces) else at][1] for at in range(len(pieces))]
        out += list(zip(stamps, pieces))
        if len(pieces) > 1:
            out.append((stamps[-1] + 1, pieces[1]))
    return out


def renumbered(session, seconds, step):
    """The session again, later and with other sequence numbers: the ports are used anew."""
    for time, ip in session:
        ip = bytearray(ip)
        sequence, acknowledged = struct.unpack_from(">II", ip, 24)
        flags = ip[33]
        ip[24:28] = struct.pack(">I", (sequence + step) & 0xFFFFFFFF)
        if flags & ACK:
            ip[28:32] = struct.pack(">I", (acknowledged + step) & 0xFFFFFFFF)
        yield time + seconds * 10**9, bytes(packets.mend_ip(ip))


def cooked(ip):
    direction, mac = (0, CLIENT_MAC) if from_client(ip) else (4, GATEWAY_MAC)
    return struct.pack(">HHH6s2sH", direction, 1, 6, mac, b"", 0x0800) + ip


def cooked2(ip):
    direction, mac = (0, CLIENT_MAC) if from_client(ip) else (4, GATEWAY_MAC)
    return struct.pack(">HHIHBB6s2s", 0x0800, 0, 2, 1, direction, 6, mac, b"") + ip


def wrapped(session, wrap):
    return [(time, wrap(ip)) for time, ip in session]


def captures(v4, v6):
    """The cases as (name, note, sessions in it, write)."""
    def pcap(session, **how):
        return lambda path: packets.write_pcap(path, session, **how)

    def pcapng(session, **how):
        return lambda path: packets.write_pcapng(path, session, **how)

    def case(name, note, wrap):
        return name + ".pcap", note, 1, pcap(wrapped(v4, wrap))

    yield case("plain", "the exchange as recorded", ethernet)
    yield case("vlan", "802.1Q tag 42", lambda ip: ethernet(ip, b"\x81\x00\x00\x2a"))
    yield case("qinq", "802.1ad tag 7 around 802.1Q tag 42", lambda ip: ethernet(ip, b"\x88\xa8\x00\x07\x81\x00\x00\x2a"))
    yield case("mpls", "two MPLS labels", lambda ip: framed(0x8847, bytes.fromhex("00064040 000c8140") + ip, ip))
    yield case("pppoe", "PPPoE session 9", lambda ip: framed(
        0x8864, struct.pack(">BBHHH", 0x11, 0, 9, len(ip) + 2, 0x0021) + ip, ip))
    yield case("gre", "GRE over IPv4", lambda ip: ethernet(ipv4(47, b"\0\0\x08\0" + ip)))
    yield case("gre-key", "GRE with checksum, key and sequence fields", lambda ip: ethernet(
        ipv4(47, b"\xb0\0\x08\0" + struct.pack(">HHII", gre_checksum(ip), 0, 77, 5) + ip)))
    yield case("ip-in-ip", "IPv4 in IPv4", lambda ip: ethernet(ipv4(4, ip)))
    yield case("ip-in-ip6", "IPv4 in IPv6", lambda ip: ethernet(ipv6(4, ip)))
    yield case("vxlan", "VXLAN 4242", vxlan)
    yield "big-endian-ns.pcap", "big-endian, nanoseconds", 1, pcap(wrapped(v4, ethernet), order=">", nanoseconds=True)
    yield "big-endian.pcapng", "big-endian section, nanoseconds", 1, pcapng(wrapped(v4, ethernet), order=">")
    yield "raw.pcap", "raw IP", 1, pcap(v4, link=RAW)
    yield "loopback.pcap", "BSD loopback", 1, pcap(wrapped(v4, lambda ip: struct.pack("<I", 2) + ip), link=NULL)
    yield "cooked.pcap", "Linux cooked capture", 1, pcap(wrapped(v4, cooked), link=COOKED)
    yield "cooked2.pcap", "Linux cooked capture 2", 1, pcap(wrapped(v4, cooked2), link=COOKED2)
    yield case("geneve", "Geneve 4242 with an option", geneve)
    yield case("erspan", "ERSPAN type II", erspan)
    yield case("erspan3", "ERSPAN type III with a header for the platform", erspan3)
    yield "ppp.pcap", "PPP without address and control", 1, pcap(wrapped(v4, lambda ip: b"\x00\x21" + ip), link=PPP)
    yield "ppp-short.pcap", "PPP with a protocol number of one byte", 1, pcap(
        wrapped(v4, lambda ip: b"\xff\x03\x21" + ip), link=PPP_HDLC)
    yield "cisco.pcap", "Cisco's framing on a serial line", 1, pcap(
        wrapped(v4, lambda ip: b"\x0f\x00\x08\x00" + ip), link=CISCO_HDLC)
    yield "pflog.pcap", "logged by OpenBSD's packet filter, passed", 1, pcap(wrapped(v4, pflog(0)), link=PFLOG)
    yield "pflog-blocked.pcap", "the first packet, logged by OpenBSD's packet filter, blocked", 1, pcap(
        wrapped(v4[:1], pflog(1)), link=PFLOG)
    yield "nflog.pcap", "logged by netfilter", 1, pcap(wrapped(v4, nflog("<")), link=NFLOG)
    yield "nflog-big-endian.pcap", "logged by netfilter on a big-endian host", 1, pcap(
        wrapped(v4, nflog(">")), link=NFLOG)
    yield "fragments.pcap", "IPv4 fragments of 64 bytes, the last one first", 1, pcap(
        [(time, ethernet(piece)) for time, ip in v4 for piece in fragments4(ip)])
    yield "fragments-cut.pcap", "IPv4 fragments of 144 bytes, of which 112 were captured with their headers", 1, pcap(
        [(time, ethernet(piece)) for time, ip in v4 for piece in fragments4(ip, 144)], snap=112)
    yield "out-of-order.pcap", "segments of 40 bytes in swapped order, some of them repeated", 1, pcap(
        wrapped(out_of_order(v4), ethernet))
    yield "no-handshake.pcap", "begins with the request, after the bind", 1, pcap(wrapped(v4[7:], ethernet))
    yield "port-reuse.pcap", "the same ends twice, a minute apart", 2, pcap(
        wrapped(v4 + list(renumbered(v4, 60, 1_000_000)), ethernet))
    yield "padded.pcap", "Ethernet padding behind short packets", 1, pcap(
        wrapped(v4, lambda ip: ethernet(ip) + b"\xaa" * 6))
    yield "v6.pcap", "over IPv6", 1, pcap(wrapped(v6, ethernet))
    yield "v6-in-v4.pcap", "IPv6 in IPv4 (6in4)", 1, pcap(wrapped(v6, lambda ip: ethernet(ipv4(41, ip))))
    yield "v6-options.pcap", "IPv6 with hop-by-hop and destination options", 1, pcap(
        wrapped(v6, lambda ip: ethernet(options6(ip))))
    yield "v6-fragments.pcap", "IPv6 fragments of 64 bytes", 1, pcap(
        [(time, ethernet(piece)) for number, (time, ip) in enumerate(v6) for piece in fragments6(ip, number)])


def gre_checksum(ip):
    return packets.checksum(b"\xb0\0\x08\0" + struct.pack(">HHII", 0, 0, 77, 5) + ip)


def payload(session, of_client):
    header = 20 if session[0][1][0] >> 4 == 4 else 40
    return sum(len(ip) - header - (ip[header + 12] >> 4) * 4 for _, ip in session if from_client(ip) == of_client)


def main():
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    v4 = exchange(packets.read_pcap(source / "outbound-rpc-v4.pcap"), 20)
    v6 = exchange(packets.read_pcapng(source / "outbound-rpc-v6.pcapng"), 40)
    with open(target / "cases.tsv", "w", encoding="utf-8", newline="\n") as out:
        out.write("file\tsessions\tsource_ip\tsource_port\tdestination_ip\tdestination_port\ttier\tsource_bytes"
                  "\tdestination_bytes\tnote\n")
        for name, note, count, write in captures(v4, v6):
            write(target / name)
            session = v6 if name.startswith("v6") else v4[7:] if name.startswith("no-handshake") else v4
            tier = "confirmed"
            if name == "fragments-cut.pcap":
                session = [(time, fragments4(ip, 144)[-1]) for time, ip in v4]
            if name == "pflog-blocked.pcap":
                session, tier = v4[:1], "blocked"
            first = (v6 if name.startswith("v6") else v4)[0][1]
            ends = ("fd12:9a::1f:44", "2a0e:97c0::77") if name.startswith("v6") else ("10.20.4.31", "45.148.10.77")
            port = struct.unpack_from(">H", first, 40 if name.startswith("v6") else 20)[0]
            out.write(f"{name}\t{count}\t{ends[0]}\t{port}\t{ends[1]}\t135\t{tier}\t{payload(session, True)}"
                      f"\t{payload(session, False)}\t{note}\n")


main()
