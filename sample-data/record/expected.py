#!/usr/bin/env python3
"""Writes expected.tsv: what must be found in each file of sample-data, as tshark and the recording say.

expected.py TARGET      needs tshark

Independent of RPC Scope: sessions, DCE/RPC, resets and ICMP errors come from tshark's dissectors, zones from the list below.
"""
import collections
import csv
import ipaddress
import json
import pathlib
import subprocess
import sys

FIELDS = ["tcp.stream", "frame.protocols", "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "tcp.srcport", "tcp.dstport",
          "tcp.flags.syn", "tcp.flags.ack", "tcp.flags.reset", "tcp.len", "dcerpc.pkt_type",
          "icmp.type", "icmp.code", "icmpv6.type", "icmpv6.code", "communityid"]
ZONES = [(ipaddress.ip_network(network), zone) for network, zone in [
    ("10.0.0.0/8", "internal"), ("fc00::/7", "internal"), ("203.0.113.0/24", "special"),
    ("0.0.0.0/0", "external"), ("::/0", "external")]]
BLOCKING = {("icmp", 3, 3), ("icmp", 3, 9), ("icmp", 3, 10), ("icmp", 3, 13), ("icmpv6", 1, 1), ("icmpv6", 1, 4)}
NOTES = {
    ("attempts.pcap", "attempt", "silent"): "SYN repeated, never answered",
    ("attempts.pcap", "attempt", "icmp"): "ICMP host or address unreachable",
    ("attempts.pcap", "blocked", "reset"): "refused: RST to the SYN",
    ("attempts.pcap", "blocked", "icmp"): "ICMP port unreachable or administratively prohibited",
}


class Session:
    def __init__(self):
        self.ends = None
        self.rpc = self.handshake = self.reset = False
        self.payload = 0
        self.errors = set()
        self.community = ""
        self.opened = None


def rows_of(path):
    command = ["tshark", "-r", str(path), "-o", "tcp.try_heuristic_first:TRUE", "--enable-protocol", "communityid",
               "-T", "fields", "-E", "header=n", "-E", "occurrence=a"]
    for field in FIELDS:
        command += ["-e", field]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for line in out.splitlines():
        yield dict(zip(FIELDS, line.split("\t")))


def sessions_of(path):
    sessions = collections.OrderedDict()
    by_ends = {}
    for row in rows_of(path):
        if not row["tcp.stream"] or not row["tcp.srcport"]:
            continue
        # In an ICMP error the inner packet's addresses follow the outer ones.
        source = (row["ip.src"] or row["ipv6.src"]).split(",")[-1]
        destination = (row["ip.dst"] or row["ipv6.dst"]).split(",")[-1]
        ends = source, row["tcp.srcport"], destination, row["tcp.dstport"]
        error = next(((name, int(row[name + ".type"]), int(row[name + ".code"])) for name in ("icmp", "icmpv6")
                      if row[name + ".type"]), None)
        if error:
            by_ends[ends].errors.add(error)
            continue
        session = sessions.setdefault(row["tcp.stream"], Session())
        syn, ack = row["tcp.flags.syn"] == "1", row["tcp.flags.ack"] == "1"
        rpc_client = row["dcerpc.pkt_type"].split(",")[0] in ("0", "11", "14", "16")
        if session.ends is None or (session.opened is None and (rpc_client or syn and not ack)):
            session.ends = ends
            session.opened = True if rpc_client or syn and not ack else None
            by_ends[ends] = session
        session.rpc |= bool(row["dcerpc.pkt_type"])
        session.handshake |= syn and ack
        session.reset |= row["tcp.flags.reset"] == "1" and not session.handshake
        session.payload += int(row["tcp.len"] or 0)
        session.community = row["communityid"].split(",")[0] or session.community
    return sessions.values()


def zone(address):
    address = ipaddress.ip_address(address)
    return next(name for network, name in ZONES if address.version == network.version and address in network)


def tier(session):
    if session.rpc:
        return "confirmed", "rpc"
    if session.reset:
        return "blocked", "reset"
    if session.errors:
        return ("blocked" if session.errors & BLOCKING else "attempt"), "icmp"
    return ("established", "data") if session.payload else ("attempt", "silent")


def note(name, session, level, why):
    source, _, destination, port = session.ends
    path = f"{zone(source)} to {zone(destination)}"
    if (name, level, why) in NOTES:
        return NOTES[name, level, why]
    if not session.rpc:
        return f"{path}, no RPC"
    if port == "135":
        return f"{path}, endpoint mapper"
    if name == "unusual-port.pcap":
        return f"{path}, SAMR on an unusual port" + ("" if session.handshake else ", recorded from the middle")
    return f"{path}, the port that the endpoint mapper named"


def is_flagged(source, destination, port, rpc):
    return zone(source) == "internal" and zone(destination) == "external" and (port == "135" or rpc)


def log_rows(target):
    """The log records of TCP sessions, as (file, record)."""
    lines = (target / "conn.log").read_text().splitlines()
    names = next(line for line in lines if line.startswith("#fields")).split("\t")[1:]
    for line in lines:
        if not line.startswith("#"):
            yield "conn.log", dict(zip(names, line.split("\t")))
    for line in (target / "conn-v6.json").read_text().splitlines():
        yield "conn-v6.json", json.loads(line)


def log_sessions(target, communities):
    for name, row in log_rows(target):
        if row["proto"] != "tcp":
            continue
        ends = row["id.orig_h"], str(row["id.orig_p"]), row["id.resp_h"], str(row["id.resp_p"])
        rpc = "dce_rpc" in row.get("service", "-")
        level = ("confirmed" if rpc else "blocked" if row["conn_state"] == "REJ"
                 else "attempt" if row["conn_state"] == "S0" else "established")
        flagged = "yes" if is_flagged(ends[0], ends[2], ends[3], rpc) else "no"
        yield [name, *ends, "tcp", flagged, level, communities[ends],
               f"{zone(ends[0])} to {zone(ends[2])}, conn_state {row['conn_state']}"]


def main():
    target = pathlib.Path(sys.argv[1])
    with open(target / "expected.tsv", "w", encoding="utf-8", newline="\n") as out:
        table = csv.writer(out, delimiter="\t", lineterminator="\n")
        table.writerow(["file", "source_ip", "source_port", "destination_ip", "destination_port", "transport",
                        "flagged", "tier", "community_id", "note"])
        communities = {}
        for path in sorted(list(target.glob("*.pcap")) + list(target.glob("*.pcapng"))):
            for session in sessions_of(path):
                source, source_port, destination, port = session.ends
                level, why = tier(session)
                flagged = is_flagged(source, destination, port, session.rpc)
                assert session.ends not in communities, "the same ends in two captures"
                communities[session.ends] = session.community
                table.writerow([path.name, source, source_port, destination, port, "tcp", "yes" if flagged else "no",
                                level, session.community, note(path.name, session, level, why)])
        table.writerows(log_sessions(target, communities))


main()
