#!/usr/bin/env python3
"""Makes a capture of RPC over HTTP from a recorded session over TCP: the same PDUs, with HTTP before them.

http.py SAMPLE-DATA TARGET

The PDUs are those of the first SAMR session of outbound-rpc-v4.pcap. TARGET gets three connections of the client: one to port
593, where the server says what it is and PDUs follow, and two to port 80, of which a proxy makes one virtual connection: one
in, one out (MS-RPCH 2.2, 3.2). The proxy's client signs in on one with a name and a password, on the other by NTLM, with the
tokens of the session itself.
"""
import base64
import ipaddress
import pathlib
import struct
import sys

import packets

CLIENT, SERVER = "10.20.4.31", "45.148.10.77"
MACS = {True: bytes.fromhex("020000000401020000000431"), False: bytes.fromhex("020000000431020000000401")}
SAMR_PORT = 49154
FIN, SYN, PSH, ACK = 1, 2, 8, 16
SEGMENT = 1400
MILLISECOND = 1_000_000


def recorded(frames):
    """The PDUs of the first session on SAMR's port, as (from the client, PDU)."""
    pdus, streams, chosen = [], {True: b"", False: b""}, None
    expected = {}
    for _, frame in frames:
        ip = frame[14:]
        if frame[12:14] != b"\x08\x00" or ip[9] != 6:
            continue
        source, destination = struct.unpack_from(">HH", ip, 20)
        if SAMR_PORT not in (source, destination):
            continue
        chosen = chosen or max(source, destination)
        if chosen not in (source, destination):
            continue
        of_client = destination == SAMR_PORT
        size = struct.unpack_from(">H", ip, 2)[0]
        data = ip[20 + (ip[32] >> 4) * 4:size]
        sequence = struct.unpack_from(">I", ip, 24)[0]
        if not data or expected.get(of_client, sequence) != sequence:
            continue
        expected[of_client] = (sequence + len(data)) & 0xFFFFFFFF
        streams[of_client] += data
        while len(streams[of_client]) >= 16:
            length = struct.unpack_from("<H", streams[of_client], 8)[0]
            if len(streams[of_client]) < length:
                break
            pdus.append((of_client, streams[of_client][:length]))
            streams[of_client] = streams[of_client][length:]
    return pdus


class Connection:
    """A TCP connection without losses, a millisecond between packets."""

    def __init__(self, time, client_port, server_port):
        self.time, self.ports, self.frames = time, (client_port, server_port), []
        self.sequence = {True: 1000, False: 5000}
        self.send(True, SYN)
        self.send(False, SYN | ACK)
        self.send(True, ACK)

    def send(self, of_client, flags, data=b""):
        ports = self.ports if of_client else self.ports[::-1]
        ends = (CLIENT, SERVER) if of_client else (SERVER, CLIENT)
        acknowledged = self.sequence[not of_client] if flags & ACK else 0
        tcp = struct.pack(">HHIIBBHHH", *ports, self.sequence[of_client], acknowledged, 0x50, flags, 64240, 0, 0)
        ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 40 + len(data), len(self.frames), 0x4000, 64, 6, 0,
                         *(ipaddress.ip_address(end).packed for end in ends))
        packet = bytes(packets.mend_ip(bytearray(ip + tcp + data)))
        self.frames.append((self.time, MACS[of_client] + b"\x08\x00" + packet))
        self.time += MILLISECOND
        self.sequence[of_client] += len(data) + (1 if flags & (SYN | FIN) else 0)

    def say(self, of_client, data):
        for at in range(0, len(data), SEGMENT):
            self.send(of_client, ACK | PSH, data[at:at + SEGMENT])

    def close(self):
        self.send(True, FIN | ACK)
        self.send(False, FIN | ACK)
        self.send(True, ACK)
        return self.frames


def head(start, *fields):
    return "\r\n".join((start,) + fields + ("", "")).encode()


def tokens(pdus):
    """The three messages of NTLM in the trailers of the session, in base64."""
    found = [pdu[pdu.index(b"NTLMSSP\0"):] for _, pdu in pdus if b"NTLMSSP\0" in pdu]
    return [base64.b64encode(token).decode() for token in found[:3]]


def request(verb, length, *credentials):
    return head(f"{verb} /rpc/rpcproxy.dll?dc1.lab.example:593 HTTP/1.1", "Accept: application/rpc",
                "User-Agent: MSRPC", "Host: proxy.lab.example", f"Content-Length: {length}",
                *(f"Authorization: {each}" for each in credentials))


def unauthorized(challenge):
    return head("HTTP/1.1 401 Unauthorized", f"WWW-Authenticate: {challenge}", "Content-Length: 0")


def rts(flags, *commands):
    """An RTS PDU (MS-RPCH 2.2.3.6); its commands are pairs of a number and a value."""
    body = b"".join(struct.pack("<I", number) + value for number, value in commands)
    return struct.pack("<BBBB4sHHIHH", 5, 0, 20, 3, b"\x10\0\0\0", 20 + len(body), 0, 0, flags, len(commands)) + body


VERSION = (6, struct.pack("<I", 1))
WINDOW = (0, struct.pack("<I", 65536))
LIFETIME = (4, struct.pack("<I", 0x40000000))
KEEP_ALIVE = (5, struct.pack("<I", 300000))


def cookie(number):
    return 3, bytes(15) + bytes([number])


def direct(time, pdus):
    connection = Connection(time, 51001, 593)
    connection.say(False, b"ncacn_http/1.0")
    for of_client, pdu in pdus:
        connection.say(of_client, pdu)
    return connection.close()


def proxied(time, pdus):
    """Both connections of a virtual one: CONN/A, CONN/B and CONN/C (MS-RPCH 3.2.1.1), then PDUs on their own sides."""
    out, into = Connection(time, 51002, 80), Connection(time, 51003, 80)
    greeting = rts(0, VERSION, cookie(1), cookie(2), WINDOW)
    secret = base64.b64encode(b"LAB\\clerk:made-up").decode()
    out.say(True, request("RPC_OUT_DATA", len(greeting), f"Basic {secret}") + greeting)
    negotiate, challenge, authenticate = tokens(pdus)
    into.say(True, request("RPC_IN_DATA", 0))
    into.say(False, unauthorized("NTLM"))
    into.say(True, request("RPC_IN_DATA", 0, f"NTLM {negotiate}"))
    into.say(False, unauthorized(f"NTLM {challenge}"))
    into.say(True, request("RPC_IN_DATA", 1 << 30, f"NTLM {authenticate}"))
    into.say(True, rts(0, VERSION, cookie(1), cookie(3), LIFETIME, KEEP_ALIVE, (12, bytes(16))))
    out.say(False, head("HTTP/1.1 200 Success", "Content-Type: application/rpc", f"Content-Length: {1 << 30}"))
    out.say(False, rts(0, (2, struct.pack("<I", 120000))))
    out.say(False, rts(0, VERSION, WINDOW, (2, struct.pack("<I", 120000))))
    for of_client, pdu in pdus:
        turn = into if of_client else out
        turn.time = max(into.time, out.time)
        turn.say(of_client, pdu)
    return out.close() + into.close()


def main():
    source, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    frames = packets.read_pcap(source / "outbound-rpc-v4.pcap")
    pdus = recorded(frames)
    begin = frames[0][0]
    made = direct(begin, pdus) + proxied(begin + 10**9, pdus)
    packets.write_pcap(target, sorted(made, key=lambda packet: packet[0]))


main()
