#!/usr/bin/python3
"""A client whose numbers go most significant byte first (C706 14.1): it binds, asks and signs in that order of bytes.

bigendian.py HOST DOMAIN USER PASSWORD      needs python3-samba

It asks the endpoint mapper for a port each time, then LSARPC, which refuses it over TCP, or SAMR there: signed as the
library has it, signed as told, and encrypted. The library itself asks the endpoint mapper, and that in the machine's own
order.
"""
import sys

from samba import NTSTATUSError, credentials, param
from samba.dcerpc import lsa, samr, security

host, domain, user, password = sys.argv[1:]
settings = param.LoadParm()
settings.load_default()
who = credentials.Credentials()
who.guess(settings)
who.set_domain(domain)
who.set_username(user)
who.set_password(password)
who.set_kerberos_state(credentials.DONT_USE_KERBEROS)




def ask_lsa(binding):
    rpc = lsa.lsarpc(binding, settings, who)
    policy = rpc.OpenPolicy2("", lsa.ObjectAttribute(), security.SEC_FLAG_MAXIMUM_ALLOWED)
    print(rpc.QueryInfoPolicy2(policy, lsa.LSA_POLICY_INFO_DNS).dns_domain.string)
    rpc.Close(policy)


def ask_samr(binding):
    rpc = samr.samr(binding, settings, who)
    server = rpc.Connect2(None, security.SEC_FLAG_MAXIMUM_ALLOWED)
    print([each.name.string for each in rpc.EnumDomains(server, 0, 1024)[1].entries])
    rpc.Close(server)


for protection in ("", ",sign", ",seal"):
    for ask in (ask_lsa, ask_samr):
        try:
            ask(f"ncacn_ip_tcp:{host}[bigendian{protection}]")
        except NTSTATUSError as refused:
            print(ask.__name__, protection, refused)
