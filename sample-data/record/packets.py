"""Capture files and packet headers, as far as the sample scripts need them (standard library only)."""
import struct

ETHERNET = 1
MAGIC = {(b"\xd4\xc3\xb2\xa1"): ("<", 1000), (b"\x4d\x3c\xb2\xa1"): ("<", 1),
         (b"\xa1\xb2\xc3\xd4"): (">", 1000), (b"\xa1\xb2\x3c\x4d"): (">", 1)}


def read_pcap(path):
    """Packets of a pcap file as (nanoseconds, bytes)."""
    data = open(path, "rb").read()
    order, unit = MAGIC[data[:4]]
    at, packets = 24, []
    while at < len(data):
        seconds, fraction, captured, _ = struct.unpack_from(order + "IIII", data, at)
        packets.append((seconds * 10**9 + fraction * unit, data[at + 16:at + 16 + captured]))
        at += 16 + captured
    return packets


def write_pcap(path, packets, order="<", nanoseconds=False, link=ETHERNET, snap=262144):
    unit = 1 if nanoseconds else 1000
    magic = 0xA1B23C4D if nanoseconds else 0xA1B2C3D4
    with open(path, "wb") as out:
        out.write(struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, snap, link))
        for time, packet in packets:
            there = packet[:snap]
            out.write(struct.pack(order + "IIII", time // 10**9, time % 10**9 // unit, len(there), len(packet)))
            out.write(there)


def write_pcapng(path, packets, interface="eth0", system="Linux", order="<"):
    """One section, one Ethernet interface with nanosecond stamps."""
    def option(code, value):
        return struct.pack(order + "HH", code, len(value)) + value + bytes(-len(value) % 4)

    def block(kind, body):
        size = 12 + len(body)
        return struct.pack(order + "II", kind, size) + body + struct.pack(order + "I", size)

    end = option(0, b"")
    with open(path, "wb") as out:
        out.write(block(0x0A0D0D0A, struct.pack(order + "IHHq", 0x1A2B3C4D, 1, 0, -1)
                        + option(3, system.encode()) + option(4, b"RPC Scope sample-data/record") + end))
        out.write(block(1, struct.pack(order + "HHI", ETHERNET, 0, 262144) + option(2, interface.encode())
                        + option(9, b"\x09") + option(12, system.encode()) + end))
        for time, packet in packets:
            out.write(block(6, struct.pack(order + "IIIII", 0, time >> 32, time & 0xFFFFFFFF, len(packet), len(packet))
                            + packet + bytes(-len(packet) % 4)))


def read_pcapng(path):
    """Packets of a file written by write_pcapng, as (nanoseconds, bytes)."""
    data = open(path, "rb").read()
    at, packets = 0, []
    while at < len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if kind == 6:
            _, high, low, captured, _ = struct.unpack_from("<IIIII", data, at + 8)
            packets.append((high << 32 | low, data[at + 28:at + 28 + captured]))
        at += size
    return packets


def checksum(data):
    """The Internet checksum (RFC 1071)."""
    if len(data) % 2:
        data += b"\0"
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


TRANSPORT_CHECKSUM = {6: 16, 17: 6, 58: 2}  # protocol: where its checksum stands; these cover a pseudo header


def mend_ip(ip):
    """An IP packet (bytearray) with right checksums; also inside the ICMP errors that carry one."""
    if ip[0] >> 4 == 4:
        header, protocol = (ip[0] & 15) * 4, ip[9]
        ip[10:12] = b"\0\0"
        ip[10:12] = struct.pack(">H", checksum(bytes(ip[:header])))
        addresses, size = bytes(ip[12:20]), struct.unpack_from(">H", ip, 2)[0]
    else:
        header, protocol = 40, ip[6]
        if protocol == 0:  # hop-by-hop options, as multicast listener reports have them
            protocol, header = ip[40], 40 + 8 * (ip[41] + 1)
        addresses, size = bytes(ip[8:40]), 40 + struct.unpack_from(">H", ip, 4)[0]
    body = ip[header:size]
    if protocol == 1 and body[0] == 3 or protocol == 58 and body[0] in (1, 2, 3, 4):
        body[8:] = mend_ip(body[8:])
    place = 2 if protocol == 1 else TRANSPORT_CHECKSUM.get(protocol)
    if place is not None and size <= len(ip):
        body[place:place + 2] = b"\0\0"
        pseudo = b"" if protocol == 1 else addresses + struct.pack(">II", len(body), protocol)
        body[place:place + 2] = struct.pack(">H", checksum(pseudo + bytes(body)))
    ip[header:size] = body
    return ip


def mend_frame(frame):
    """An Ethernet frame with right checksums."""
    frame = bytearray(frame)
    if frame[12:14] in (b"\x08\x00", b"\x86\xdd"):
        frame[14:] = mend_ip(frame[14:])
    return bytes(frame)
