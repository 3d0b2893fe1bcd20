#!/usr/bin/env python3
"""Makes the captures of sample-data from what record.sh recorded: other addresses, another day, right checksums.

rewrite.py WORK TARGET              the samples
rewrite.py WORK TARGET NAME...      those that tests read

An address is replaced wherever it stands: in headers, in ARP and neighbour discovery, in endpoint mapper towers (four
bytes, big endian), and as text in ASCII and UTF-16. Old and new text have the same length, so no length field changes.

Samba answers the endpoint mapper with towers that name 0.0.0.0 and the port. In the samples listed in FILLED_TOWERS the
answers name the server instead, as Windows does; in the others they stay as they were.
"""
import datetime
import ipaddress
import pathlib
import sys

import packets

DAY = datetime.datetime(2026, 11, 24, tzinfo=datetime.timezone.utc)
CLIENT = {"10.99.4.31": "10.20.4.31", "fd99:9a::1f:44": "fd12:9a::1f:44",
          "10.99.4.1": "10.20.4.1", "fd99:9a::1": "fd12:9a::1"}
OUTSIDE = {"10.99.100.77": "45.148.10.77", "fd99:97c0::77": "2a0e:97c0::77"}
INSIDE = {"10.99.100.77": "10.20.100.10", "fd99:97c0::77": "fd12:97c0::77"}
NOWHERE = {"10.99.101.90": "194.26.29.90", "fd99:97c1::90": "2a0e:97c1::90",
           "10.99.100.78": "45.148.10.78", "fd99:97c0::78": "2a0e:97c0::78",
           "10.99.101.91": "194.26.29.91", "fd99:97c1::91": "2a0e:97c1::91",
           "10.99.101.92": "194.26.29.92",
           "10.99.100.99": "45.148.10.99", "fd99:97c0::99": "2a0e:97c0::99"}

FILLED_TOWERS = {"outbound-rpc-v4.pcap", "replication.pcap"}
IP_FLOOR = b"\x01\x00\x09\x04\x00"  # lengths and protocol of a tower's IP floor; the four address bytes follow

# What must not be left: the beginnings of the recorded addresses, in both byte orders and as text.
BEGINNINGS = [b"\x0a\x63\x04", b"\x0a\x63\x64", b"\x0a\x63\x65", b"\xfd\x99\x00\x9a", b"\xfd\x99\x97"]
LEFT_OVERS = BEGINNINGS + [form[::-1] for form in BEGINNINGS] + [
    text.encode(code) for text in ("10.99.", "fd99:", "FD99:") for code in ("ascii", "utf-16-le")]

# sample: the recordings in it, each with the time of day of its first packet and its addresses
SAMPLES = {
    "outbound-rpc-v4.pcap": [("outbound-v4", "09:15:00", CLIENT | OUTSIDE)],
    "outbound-rpc-v6.pcapng": [("outbound-v6", "09:20:00", CLIENT | OUTSIDE)],
    "attempts.pcap": [("attempts", "09:30:00", CLIENT | NOWHERE)],
    "internal.pcap": [("internal-v4", "10:00:00", CLIENT | INSIDE),
                      ("internal-v6", "10:02:00", CLIENT | INSIDE),
                      ("special", "10:04:00", CLIENT | {"10.99.100.77": "203.0.113.90"}),
                      ("web", "10:06:00", CLIENT | {"10.99.100.78": "146.70.81.78"})],
    "unusual-port.pcap": [("unusual-port-bind", "11:00:00", CLIENT | OUTSIDE),
                          ("unusual-port-middle", "11:05:00", CLIENT | OUTSIDE)],
    "replication.pcap": [("replication", "11:30:00", CLIENT | OUTSIDE)],
    "inbound.pcap": [("inbound", "13:00:00", INSIDE | {"10.99.4.31": "91.92.2.88", "10.99.4.1": "91.92.2.1",
                                                       "fd99:9a::1f:44": "2a0e:9a::1f:44", "fd99:9a::1": "2a0e:9a::1"})],
}

# the same, of what only tests read
FOR_TESTS = {
    "big-endian.pcap": [("big-endian-client", "12:00:00", CLIENT | INSIDE),
                        ("big-endian-both", "12:05:00", CLIENT | OUTSIDE)],
}


def forms(old, new):
    """The ways an address is written in a packet, as pairs of old and new bytes."""
    assert len(old) == len(new), (old, new)
    yield ipaddress.ip_address(old).packed, ipaddress.ip_address(new).packed
    for before, after in {(old, new), (old.upper(), new.upper())}:
        yield before.encode("utf-16-le"), after.encode("utf-16-le")
        yield before.encode(), after.encode()


def fill_towers(frame):
    """An IPv4 answer of the endpoint mapper with its sender's address in the towers."""
    if frame[12:14] == b"\x08\x00" and frame[23] == 6 and frame[34:36] == b"\x00\x87":
        return frame.replace(IP_FLOOR + bytes(4), IP_FLOOR + frame[26:30])
    return frame


def rewrite(recording, start, addresses, fill):
    # The longest text first: one address may be the beginning of another.
    pairs = sorted((pair for item in addresses.items() for pair in forms(*item)), key=lambda pair: -len(pair[0]))
    moment = DAY + datetime.timedelta(**dict(zip(("hours", "minutes", "seconds"), map(int, start.split(":")))))
    shift = int(moment.timestamp()) * 10**9 + 118_204_367 - recording[0][0]
    for time, frame in recording:
        for old, new in pairs:
            frame = frame.replace(old, new)
        frame = packets.mend_frame(fill_towers(frame) if fill else frame)
        for form in LEFT_OVERS:
            if form in frame:
                print(f"look at {form!r} left in a packet at {frame.index(form)}", file=sys.stderr)
        yield time + shift, frame


def main():
    work, target, *wanted = sys.argv[1:]
    work, target = pathlib.Path(work), pathlib.Path(target)
    for name in wanted or SAMPLES:
        parts = (SAMPLES | FOR_TESTS)[name]
        frames = [frame for recording, start, addresses in parts
                  for frame in rewrite(packets.read_pcap(work / "raw" / f"{recording}.pcap"), start, addresses,
                                       name in FILLED_TOWERS)]
        if name.endswith(".pcapng"):
            packets.write_pcapng(target / name, frames)
        else:
            packets.write_pcap(target / name, frames)


main()
