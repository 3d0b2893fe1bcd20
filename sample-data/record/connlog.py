#!/usr/bin/env python3
"""Writes the conn.log that Zeek would write for captures of sample-data (Zeek itself is not used).

connlog.py TARGET       reads the captures there, and writes conn.log (TSV) and conn-v6.json (JSON lines) beside them

Follows Zeek 6 for the traffic that the samples hold: complete TCP connections, attempts, and ICMP. Site::local_nets is
empty and private address space is local, Zeek's default.
"""
import base64
import hashlib
import ipaddress
import json
import pathlib
import struct
import sys
import time

import packets

FIELDS = [("ts", "time"), ("uid", "string"), ("id.orig_h", "addr"), ("id.orig_p", "port"), ("id.resp_h", "addr"),
          ("id.resp_p", "port"), ("proto", "enum"), ("service", "string"), ("duration", "interval"),
          ("orig_bytes", "count"), ("resp_bytes", "count"), ("conn_state", "string"), ("local_orig", "bool"),
          ("local_resp", "bool"), ("missed_bytes", "count"), ("history", "string"), ("orig_pkts", "count"),
          ("orig_ip_bytes", "count"), ("resp_pkts", "count"), ("resp_ip_bytes", "count"),
          ("tunnel_parents", "set[string]")]
FIN, SYN, RST, ACK = 1, 2, 4, 16
ICMP_PAIRS = {8: 0, 0: 8}
ICMP6_PAIRS = {128: 129, 129: 128, 133: 134, 134: 133, 135: 136, 136: 135}


class Side:
    def __init__(self):
        self.packets = self.ip_bytes = self.payload = 0
        self.next = None  # the next sequence number
        self.fin = False
        self.data = b""


class Connection:
    def __init__(self, when, ends, protocol):
        self.first = self.last = when
        self.ends, self.protocol = ends, protocol
        self.sides = Side(), Side()
        self.history = ""
        self.reset_by = None

    def count(self, when, sender, ip_size):
        self.last = when
        self.sides[sender].packets += 1
        self.sides[sender].ip_bytes += ip_size

    def mark(self, sender, letter):
        letter = letter.upper() if sender == 0 else letter.lower()
        if letter not in self.history:
            self.history += letter

    def tcp(self, sender, segment):
        sequence, flags = struct.unpack_from(">I", segment, 4)[0], segment[13]
        payload = segment[(segment[12] >> 4) * 4:]
        side = self.sides[sender]
        if flags & SYN:
            self.mark(sender, "h" if flags & ACK else "s")
            side.next = sequence + 1
        elif flags & RST:
            self.mark(sender, "r")
            self.reset_by = sender
        if payload:
            if sequence < side.next:
                self.mark(sender, "t")
            else:
                self.mark(sender, "d")
                side.data += payload
                side.payload += len(payload)
                side.next = sequence + len(payload)
        elif flags & (FIN | SYN | RST) == 0:
            self.mark(sender, "a")
        if flags & FIN:
            self.mark(sender, "f")
            side.fin = True

    def state(self):
        if self.protocol != "tcp":
            return "OTH"
        opener, other = self.sides
        if "h" not in self.history:
            return "REJ" if self.reset_by == 1 else "S0"
        if self.reset_by is not None:
            return ("RSTO", "RSTR")[self.reset_by]
        return {(True, True): "SF", (True, False): "S2", (False, True): "S3"}.get((opener.fin, other.fin), "S1")

    def service(self):
        both = self.sides[0].data + self.sides[1].data
        if self.sides[0].data[:3] in (b"\x05\x00\x0b", b"\x05\x00\x00"):
            return "ntlm,dce_rpc" if b"NTLMSSP\0" in both else "dce_rpc"
        if both[:2] == b"\x16\x03":
            return "ssl"
        return "http" if both[:4] == b"GET " else None

    def row(self):
        source, source_port, destination, destination_port = self.ends
        name = hashlib.sha256(f"{self.first} {self.ends}".encode()).digest()
        lasted = self.last > self.first
        opener, other = self.sides
        return {
            "ts": self.first // 1000 / 10**6,
            "uid": "C" + base64.b64encode(name, b"Zk").decode()[:17],
            "id.orig_h": source, "id.orig_p": source_port, "id.resp_h": destination, "id.resp_p": destination_port,
            "proto": self.protocol, "service": self.service(),
            "duration": (self.last // 1000 - self.first // 1000) / 10**6 if lasted else None,
            "orig_bytes": opener.payload if lasted else None, "resp_bytes": other.payload if lasted else None,
            "conn_state": self.state(), "local_orig": is_local(source), "local_resp": is_local(destination),
            "missed_bytes": 0, "history": self.history or None,
            "orig_pkts": opener.packets, "orig_ip_bytes": opener.ip_bytes,
            "resp_pkts": other.packets, "resp_ip_bytes": other.ip_bytes, "tunnel_parents": None}


def is_local(address):
    address = ipaddress.ip_address(address)
    return not address.is_global and not address.is_multicast or address in ipaddress.ip_network("ff00::/15")


def connections(frames):
    """The connections in Ethernet frames, in the order of their last packets."""
    found = {}
    for when, frame in frames:
        kind, ip = frame[12:14], frame[14:]
        if kind == b"\x08\x00":
            protocol, header, size = ip[9], (ip[0] & 15) * 4, struct.unpack_from(">H", ip, 2)[0]
            source, destination = ip[12:16], ip[16:20]
        elif kind == b"\x86\xdd":
            protocol, header, size = ip[6], 40, 40 + struct.unpack_from(">H", ip, 4)[0]
            source, destination = ip[8:24], ip[24:40]
            if protocol == 0:
                protocol, header = ip[40], 40 + 8 * (ip[41] + 1)
        else:
            continue
        body = ip[header:size]
        source, destination = str(ipaddress.ip_address(source)), str(ipaddress.ip_address(destination))
        if protocol == 6:
            source_port, destination_port = struct.unpack_from(">HH", body)
        elif protocol in (1, 58):
            source_port = body[0]
            destination_port = (ICMP_PAIRS if protocol == 1 else ICMP6_PAIRS).get(body[0], body[1])
        else:
            raise ValueError(f"IP protocol {protocol} is not in the samples")
        ends = source, source_port, destination, destination_port
        turned = destination, destination_port, source, source_port
        if turned in found:
            ends, sender = turned, 1
        else:
            sender = 0
            found.setdefault(ends, Connection(when, ends, "tcp" if protocol == 6 else "icmp"))
        found[ends].count(when, sender, size)
        if protocol == 6:
            found[ends].tcp(sender, body)
        else:
            found[ends].sides[sender].payload += len(body) - 8
    return sorted(found.values(), key=lambda connection: connection.last)


def text(value, kind):
    if value is None:
        return "-"
    if kind in ("time", "interval"):
        return f"{value:.6f}"
    return "T" if value is True else "F" if value is False else str(value)


def write_tsv(path, rows, opened, closed):
    stamp = "%Y-%m-%d-%H-%M-%S"
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n")
        out.write(f"#open\t{time.strftime(stamp, time.gmtime(opened))}\n")
        out.write("\t".join(["#fields"] + [name for name, _ in FIELDS]) + "\n")
        out.write("\t".join(["#types"] + [kind for _, kind in FIELDS]) + "\n")
        for row in rows:
            out.write("\t".join(text(row[name], kind) for name, kind in FIELDS) + "\n")
        out.write(f"#close\t{time.strftime(stamp, time.gmtime(closed))}\n")


def main():
    target = pathlib.Path(sys.argv[1])
    rows = [connection.row() for name in ("outbound-rpc-v4.pcap", "attempts.pcap", "internal.pcap")
            for connection in connections(packets.read_pcap(target / name))]
    write_tsv(target / "conn.log", rows, rows[0]["ts"], rows[-1]["ts"] + 60)
    with open(target / "conn-v6.json", "w", encoding="utf-8", newline="\n") as out:
        for connection in connections(packets.read_pcapng(target / "outbound-rpc-v6.pcapng")):
            row = {name: value for name, value in connection.row().items() if value is not None}
            out.write(json.dumps(row, separators=(",", ":")) + "\n")


main()
