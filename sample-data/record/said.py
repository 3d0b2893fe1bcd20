#!/usr/bin/env python3
"""Writes what was said in big-endian.pcap, as tshark understands it: one line for each session.

said.py CAPTURE OUT      needs tshark

Byte orders are those of the PDUs' own headers: whose are which is what the capture is about.
"""
import collections
import csv
import subprocess
import sys

FIELDS = ["tcp.stream", "tcp.srcport", "tcp.dstport", "dcerpc.pkt_type", "dcerpc.drep.byteorder", "dcerpc.cn_bind_to_uuid",
          "dcerpc.cn_ctx_id", "dcerpc.opnum", "dcerpc.cn_status", "ntlmssp.auth.domain", "ntlmssp.auth.username",
          "ntlmssp.auth.hostname", "dcerpc.auth_level", "epm.proto.tcp_port"]
BIND, ALTER, REQUEST, RESPONSE, FAULT = "11", "14", "0", "2", "3"
FROM_CLIENT = {BIND, ALTER, REQUEST, "16"}
ORDERS = {"0": "big", "1": "little"}
LEVELS = {"": "", "2": "connect", "5": "integrity", "6": "privacy"}


def first(text):
    return text.split(",")[0]


def main():
    capture, out = sys.argv[1:]
    command = ["tshark", "-r", capture, "-Y", "dcerpc", "-T", "fields", "-o", "tcp.try_heuristic_first:TRUE"]
    for field in FIELDS:
        command += ["-e", field]
    sessions = collections.OrderedDict()
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        row = dict(zip(FIELDS, line.split("\t")))
        kind = row["dcerpc.pkt_type"]
        ends = row["tcp.srcport"], row["tcp.dstport"]
        said = sessions.setdefault(row["tcp.stream"], {"ends": ends, "orders": ["", ""], "opnums": collections.Counter(),
                                                       "faults": 0, "uuid": "", "who": "", "level": "", "ports": []})
        said["orders"][0 if kind in FROM_CLIENT else 1] = ORDERS[row["dcerpc.drep.byteorder"]]
        if kind == BIND:
            said["uuid"] = first(row["dcerpc.cn_bind_to_uuid"])
            said["level"] = LEVELS[first(row["dcerpc.auth_level"])]
        if kind == REQUEST:
            said["opnums"][int(row["dcerpc.opnum"])] += 1
        said["faults"] += kind == FAULT
        if row["ntlmssp.auth.username"]:
            said["who"] = " ".join(row["ntlmssp.auth." + part] for part in ("domain", "username", "hostname"))
        if kind == RESPONSE and row["epm.proto.tcp_port"]:
            said["ports"] += row["epm.proto.tcp_port"].split(",")
    with open(out, "w", encoding="utf-8", newline="\n") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(["source_port", "destination_port", "client_order", "server_order", "interface", "calls", "faults",
                        "level", "domain_user_workstation", "announced_ports"])
        for said in sessions.values():
            calls = " ".join(f"{opnum}x{count}" for opnum, count in said["opnums"].items())
            table.writerow([*said["ends"], *said["orders"], said["uuid"], calls, said["faults"], said["level"], said["who"],
                            " ".join(said["ports"])])


main()
