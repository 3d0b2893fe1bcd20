#!/usr/bin/python3
"""Speaks SAMR, signed, on a port that is given instead of asking the endpoint mapper.

talk.py HOST PORT DOMAIN USER PASSWORD [PAUSE]      needs python3-impacket
talk.py --samr-port HOST                            prints the port that the endpoint mapper names

With a pause (seconds) it waits once between two rounds of questions.
"""
import sys
import time

from impacket.dcerpc.v5 import epm, samr, transport
from impacket.dcerpc.v5.rpcrt import RPC_C_AUTHN_LEVEL_PKT_INTEGRITY


def ask(rpc, server):
    domain_id = samr.hSamrLookupDomainInSamServer(rpc, server, "LAB")["DomainId"]
    domain = samr.hSamrOpenDomain(rpc, server, domainId=domain_id)["DomainHandle"]
    users = samr.hSamrEnumerateUsersInDomain(rpc, domain)["Buffer"]["Buffer"]
    print([user["Name"] for user in users])
    samr.hSamrCloseHandle(rpc, domain)


def main():
    if sys.argv[1] == "--samr-port":
        print(epm.hept_map(sys.argv[2], samr.MSRPC_UUID_SAMR, protocol="ncacn_ip_tcp").split("[")[1].rstrip("]"))
        return
    host, port, domain, user, password, *pause = sys.argv[1:]
    dialer = transport.DCERPCTransportFactory(f"ncacn_ip_tcp:{host}[{port}]")
    dialer.set_credentials(user, password, domain)
    rpc = dialer.get_dce_rpc()
    rpc.set_auth_level(RPC_C_AUTHN_LEVEL_PKT_INTEGRITY)
    rpc.connect()
    rpc.bind(samr.MSRPC_UUID_SAMR)
    server = samr.hSamrConnect(rpc)["ServerHandle"]
    ask(rpc, server)
    if pause:
        time.sleep(float(pause[0]))
        ask(rpc, server)
    samr.hSamrCloseHandle(rpc, server)
    rpc.disconnect()


main()
