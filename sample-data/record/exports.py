#!/usr/bin/env python3
"""Writes what other programs would export of the connections in conn.log (none of them is used).

exports.py TARGET       reads TARGET/conn.log and TARGET/expected.tsv; writes eve.json (Suricata), ecs.ndjson (Elastic
                        Common Schema) and firewall.csv (a table as a spreadsheet saves it), and adds them to expected.tsv
"""
import datetime
import json
import pathlib
import sys

EPMAPPER = "e1af8308-5d1f-11c9-91a4-08002b14a0fa"


def moment(seconds):
    whole, _, fraction = seconds.partition(".")
    return datetime.datetime.fromtimestamp(int(whole), datetime.timezone.utc).replace(
        microsecond=int((fraction + "000000")[:6]))


def connections(path):
    names = []
    for line in path.read_text().splitlines():
        cells = line.split("\t")
        if cells[0] == "#fields":
            names = cells[1:]
        elif not line.startswith("#"):
            row = dict(zip(names, cells))
            if row["proto"] == "tcp":
                yield row


def number(text):
    return 0 if text == "-" else int(text)


def eve_time(when):
    return when.astimezone(datetime.timezone(datetime.timedelta(hours=1))).strftime("%Y-%m-%dT%H:%M:%S.%f%z")


def eve(row, flow_id):
    start = moment(row["ts"])
    end = start + datetime.timedelta(seconds=float(row["duration"]) if row["duration"] != "-" else 0)
    ends = {"src_ip": row["id.orig_h"], "src_port": int(row["id.orig_p"]), "dest_ip": row["id.resp_h"],
            "dest_port": int(row["id.resp_p"]), "proto": "TCP"}
    head = {"flow_id": flow_id, "in_iface": "eth0"}
    rpc = "dce_rpc" in row["service"].split(",")
    if rpc and row["id.resp_p"] == "135":
        said = {"timestamp": eve_time(start), **head, "event_type": "dcerpc", **ends}
        yield {**said, "dcerpc": {"request": "BIND", "response": "BINDACK", "interfaces": [
            {"uuid": EPMAPPER, "version": "3.0", "ack_result": 0}], "call_id": 1, "rpc_version": "5.0"}}
        opnum, calls = (2, 2) if int(row["resp_bytes"]) > 1000 else (3, 1)  # the whole list comes in two answers
        for call in range(calls):
            yield {**said, "dcerpc": {"request": "REQUEST", "response": "RESPONSE", "req": {
                "opnum": opnum, "frag_cnt": 1, "stub_data_size": 132}, "res": {"frag_cnt": 1, "stub_data_size": 132},
                "call_id": 2 + call, "rpc_version": "5.0"}}
    flags = {"SF": ("1b", "1b"), "REJ": ("02", "14")}.get(row["conn_state"], ("02", "00"))
    yield {"timestamp": eve_time(end + datetime.timedelta(seconds=60)), **head, "event_type": "flow", **ends,
           **({"app_proto": "dcerpc"} if rpc else {"app_proto": "failed"} if row["conn_state"] == "SF" else {}),
           "flow": {"pkts_toserver": number(row["orig_pkts"]), "pkts_toclient": number(row["resp_pkts"]),
                    "bytes_toserver": number(row["orig_ip_bytes"]), "bytes_toclient": number(row["resp_ip_bytes"]),
                    "start": eve_time(start), "end": eve_time(end), "age": int((end - start).total_seconds()),
                    "state": "closed" if row["conn_state"] in ("SF", "REJ") else "new", "reason": "timeout",
                    "alerted": False},
           "tcp": {"tcp_flags_ts": flags[0], "tcp_flags_tc": flags[1], "state": "closed"}}


def ecs(row):
    start = moment(row["ts"])
    refused = row["conn_state"] == "REJ"
    rpc = "dce_rpc" in row["service"].split(",")
    return {"@timestamp": start.strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z", "ecs": {"version": "8.11"},
            "event": {"category": ["network"], "type": ["connection", "denied" if refused else "allowed"],
                      "action": "deny" if refused else "allow"},
            "source": {"ip": row["id.orig_h"], "port": int(row["id.orig_p"]), "bytes": number(row["orig_ip_bytes"]),
                       "packets": number(row["orig_pkts"])},
            "destination": {"ip": row["id.resp_h"], "port": int(row["id.resp_p"]),
                            "bytes": number(row["resp_ip_bytes"]), "packets": number(row["resp_pkts"])},
            "network": {"transport": "tcp", **({"protocol": "dce_rpc"} if rpc else {})},
            "observer": {"name": "sensor1", "type": "firewall"}}


def csv(row):
    cells = [moment(row["ts"]).strftime("%d.%m.%Y %H:%M:%S"), row["id.orig_h"], row["id.orig_p"], row["id.resp_h"],
             row["id.resp_p"], "TCP", "deny" if row["conn_state"] == "REJ" else "allow",
             str(number(row["orig_ip_bytes"])), str(number(row["resp_ip_bytes"])), "LAB\\ann", '"Clients; any"']
    return ";".join(cells)


def main():
    target = pathlib.Path(sys.argv[1])
    rows = list(connections(target / "conn.log"))
    with open(target / "eve.json", "w") as out:
        for i, row in enumerate(rows):
            for record in eve(row, 1_000_000_000_000 + i):
                out.write(json.dumps(record, separators=(",", ":")) + "\n")
    with open(target / "ecs.ndjson", "w") as out:
        for row in rows:
            out.write(json.dumps(ecs(row), separators=(",", ":")) + "\n")
    with open(target / "firewall.csv", "w") as out:
        out.write("Start;Source address;Source port;Destination address;Destination port;Protocol;Action;"
                  "Bytes sent;Bytes received;User;Rule\n")
        for row in rows:
            out.write(csv(row) + "\n")
    table = target / "expected.tsv"
    names = ("eve.json", "ecs.ndjson", "firewall.csv")
    lines = [line for line in table.read_text().splitlines() if not line.startswith(names)]
    for name in names:
        for line in [each for each in lines if each.startswith("conn.log\t")]:
            cells = line.split("\t")
            cells[0] = name
            cells[9] = cells[9].split(",")[0]
            if name == "firewall.csv" and cells[7] == "confirmed":  # it knows no service
                cells[7] = "established"
                cells[6] = "yes" if cells[6] == "yes" and cells[4] == "135" else "no"
            lines.append("\t".join(cells))
    table.write_text("\n".join(lines) + "\n")


main()
