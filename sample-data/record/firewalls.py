#!/usr/bin/env python3
"""Writes the logs of firewalls and flow collectors in sample-data/firewalls: one story, told in the words of each make.
  firewalls.py FOLDER    (sample-data; its expected.tsv gets the lines of these files anew)
The lines follow the documents of the vendors; no device wrote them."""
import base64, datetime, hashlib, ipaddress, json, os, struct, sys

WS, DC, OUT, SILENT, SHUT = '10.20.4.31', '10.20.100.10', '45.148.10.77', '194.26.29.90', '45.148.10.78'
WS6, OUT6 = 'fd12:9a::1f:44', '2a0e:97c0::77'
START = datetime.datetime(2026, 11, 24, 9, 0, 0, tzinfo=datetime.timezone.utc)


class Talk:
    """One connection: what became of it is `up`, `silent`, or `denied`; bytes are with headers."""
    def __init__(self, n, src, sport, dst, dport, fate, seconds, sent, received, out_packets, in_packets):
        self.n, self.src, self.sport, self.dst, self.dport, self.fate = n, src, sport, dst, dport, fate
        self.seconds, self.sent, self.received, self.outp, self.inp = seconds, sent, received, out_packets, in_packets
        self.begin = START + datetime.timedelta(seconds=10 * n)
        self.end = self.begin + datetime.timedelta(seconds=seconds)
        self.id = 7700 + n

    def six(self): return ':' in self.src
    def ok(self): return self.fate != 'denied'


STORY = [Talk(1, WS, 49711, OUT, 135, 'up', 5, 1700, 2390, 9, 8), Talk(2, WS, 49712, OUT, 49154, 'up', 4, 9200, 16100, 40, 38),
         Talk(3, WS, 49713, SILENT, 135, 'silent', 9, 180, 0, 3, 0), Talk(4, WS, 49714, SHUT, 135, 'denied', 0, 60, 0, 1, 0),
         Talk(5, WS, 49715, DC, 135, 'up', 2, 1700, 2390, 9, 8), Talk(6, WS6, 49716, OUT6, 135, 'up', 5, 1880, 2550, 9, 8)]
V4 = [t for t in STORY if not t.six()]
files, tiers = {}, {}


def syslog(t, host='fw01'): return t.strftime('%b ') + '%2d' % t.day + t.strftime(' %H:%M:%S ') + host + ' '
def day(t): return t.strftime('%Y-%m-%d')
def clock(t): return t.strftime('%H:%M:%S')
def epoch(t): return int(t.timestamp())


def write(name, lines, counted, talks=STORY, confirmed=False):
    """`counted`: whether the log tells that somebody answered; else only that it was allowed."""
    files[name] = lines
    for t in talks:
        up = ('confirmed' if confirmed else 'established') if counted else 'attempt'
        tiers.setdefault(name, []).append((t, {'up': up, 'silent': 'attempt', 'denied': 'blocked'}[t.fate], confirmed))


def windows():
    lines = ['#Version: 1.5', '#Software: Microsoft Windows Firewall', '#Time Format: Local',
             '#Fields: date time action protocol src-ip dst-ip src-port dst-port size tcpflags tcpsyn tcpack tcpwin icmptype'
             ' icmpcode info path pid', '']
    for t in STORY:
        lines.append(f"{day(t.begin)} {clock(t.begin)} {'ALLOW' if t.ok() else 'DROP'} TCP {t.src} {t.dst} {t.sport} {t.dport}"
                     f" 0 - 0 0 0 - - - SEND 1432")
    lines.append(f"{day(START)} 09:01:10 ALLOW ICMP {WS} {DC} - - 0 - - - - 8 0 - SEND 4")
    write('pfirewall.log', lines, False)


def asa():
    lines = []
    for t in STORY:
        head = t.begin.strftime('%b %d %Y %H:%M:%S') + ' asa01 : '
        if not t.ok():
            lines.append(head + f'%ASA-4-106023: Deny tcp src inside:{t.src}/{t.sport} dst outside:{t.dst}/{t.dport} by'
                         ' access-group "inside_in" [0x0, 0x0]')
            continue
        dst_if = 'dmz' if t.dst == DC else 'outside'
        ends = f'for {dst_if}:{t.dst}/{t.dport} ({t.dst}/{t.dport}) to inside:{t.src}/{t.sport} ({t.src}/{t.sport})'
        lines.append(head + f'%ASA-6-302013: Built outbound TCP connection {t.id} {ends}')
        why, amount = ('TCP FINs', t.sent + t.received - 40 * (t.outp + t.inp)) if t.fate == 'up' else ('SYN Timeout', 0)
        lines.append(t.end.strftime('%b %d %Y %H:%M:%S') + f' asa01 : %ASA-6-302014: Teardown TCP connection {t.id} for'
                     f' {dst_if}:{t.dst}/{t.dport} to inside:{t.src}/{t.sport} duration 0:00:{t.seconds:02d} bytes {amount} {why}')
    lines.append('Nov 24 2026 09:01:20 asa01 : %ASA-6-302020: Built outbound ICMP connection for faddr 10.20.100.10/0 gaddr'
                 ' 10.20.4.31/1 laddr 10.20.4.31/1')
    write('cisco-asa.log', lines, True)


def ios():
    lines = []
    for t in STORY:
        tag, name = ('%IPV6_ACL-6-ACCESSLOGP', 'OUT6/10') if t.six() else ('%SEC-6-IPACCESSLOGP', 'OUT')
        lines.append(syslog(t.begin, 'r1') + f"{40 + t.n}: {tag}: list {name} {'permitted' if t.ok() else 'denied'} tcp"
                     f" {t.src}({t.sport}) -> {t.dst}({t.dport}), 1 packet")
    lines.append(syslog(START, 'r1') + '50: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to up')
    write('cisco-ios.log', lines, False)


def paloalto():
    lines = []
    for t in STORY:
        when, begin = t.end.strftime('%Y/%m/%d %H:%M:%S'), t.begin.strftime('%Y/%m/%d %H:%M:%S')
        cells = [''] * 48
        kind, app, why = {'up': ('end', 'msrpc', 'tcp-fin'), 'silent': ('end', 'incomplete', 'aged-out'),
                          'denied': ('drop', 'not-applicable', 'policy-deny')}[t.fate]
        nat = '0.0.0.0' if t.six() or t.dst == DC else '146.70.81.1'
        put = {0: '1', 1: when, 2: '012345678901', 3: 'TRAFFIC', 4: kind, 5: '2817', 6: when, 7: t.src, 8: t.dst, 9: nat,
               10: t.dst, 11: 'outbound' if t.ok() else 'no-rpc', 12: 'lab\\alice', 14: app, 15: 'vsys1', 16: 'trust',
               17: 'untrust', 18: 'ethernet1/1', 19: 'ethernet1/2', 20: 'log', 21: when, 22: str(t.id), 23: '1',
               24: str(t.sport), 25: str(t.dport), 26: '0', 27: '0', 28: '0x0', 29: 'tcp',
               30: 'allow' if t.ok() else 'deny', 31: str(t.sent + t.received), 32: str(t.sent), 33: str(t.received),
               34: str(t.outp + t.inp), 35: begin, 36: str(t.seconds), 37: 'any', 39: str(9000 + t.n), 40: '0x0',
               44: str(t.outp), 45: str(t.inp), 46: why, 47: '0'}
        for k, v in put.items(): cells[k] = v
        cells += ['0', '0', '0', 'vsys1', 'PA-220', 'from-policy']
        lines.append('<14>' + syslog(t.end, 'PA-220') + ','.join(cells))
    lines.append('<14>' + syslog(START, 'PA-220') + '1,2026/11/24 09:00:00,012345678901,SYSTEM,general,2817,2026/11/24 09:00:00'
                 ',,general,,0,0,general,informational,"User admin logged in via Web from 10.20.4.40 using https",1,0x0')
    write('palo-alto.log', lines, True, confirmed=True)


def fortigate():
    lines = []
    for t in STORY:
        action = {'up': 'close', 'silent': 'timeout', 'denied': 'deny'}[t.fate]
        service = 'DCE-RPC' if t.dport == 135 else f'tcp/{t.dport}'
        lines.append(f'date={day(t.end)} time={clock(t.end)} devname="FGT60F" devid="FGT60F0000000001" eventtime={epoch(t.end)}'
                     f'000000000 tz="+0000" logid="0000000013" type="traffic" subtype="forward" level="notice" vd="root"'
                     f' srcip={t.src} srcport={t.sport} srcintf="lan" dstip={t.dst} dstport={t.dport} dstintf="wan1"'
                     f' sessionid={t.id} proto=6 action="{action}" policyid=7 policyname="outbound" service="{service}"'
                     f' trandisp="snat" transip=146.70.81.1 duration={t.seconds} sentbyte={t.sent} rcvdbyte={t.received}'
                     f' sentpkt={t.outp} rcvdpkt={t.inp}')
    lines.append('date=2026-11-24 time=09:02:00 devname="FGT60F" logid="0100032001" type="event" subtype="system" level='
                 '"information" vd="root" action="login" status="success" srcip=10.20.4.40 dstip=10.20.4.1')
    write('fortigate.log', lines, True)


def checkpoint():
    lines = []
    for t in STORY:
        lines.append(f'<134>1 {day(t.begin)}T{clock(t.begin)}Z cp01 CheckPoint 2210 - [action:"{"Accept" if t.ok() else "Drop"}";'
                     f' ifname:"eth1"; origin:"10.20.4.1"; time:"{epoch(t.begin)}"; dst:"{t.dst}"; product:"VPN-1 & FireWall-1";'
                     f' proto:"6"; rule:"4"; rule_name:"outbound"; s_port:"{t.sport}"; service:"{t.dport}"; src:"{t.src}"; ]')
    write('check-point.log', lines, False)


def filterlog():
    lines = []
    for t in STORY:
        act = 'pass' if t.ok() else 'block'
        if t.six():
            rest = f'6,0x00,0x00000,64,tcp,6,40,{t.src},{t.dst},{t.sport},{t.dport},0,S,1,,64240,,mss'
        else:
            rest = f'4,0x0,,64,4711,0,DF,6,tcp,60,{t.src},{t.dst},{t.sport},{t.dport},0,S,1,,64240,,mss'
        for retry in range(3 if t.fate == 'silent' else 1):
            lines.append('<134>' + syslog(t.begin + datetime.timedelta(seconds=3 * retry), 'pf01')
                         + f'filterlog[7223]: 81,,,1000000103,igb1,match,{act},in,{rest}')
    lines.append('<38>' + syslog(START, 'pf01') + 'sshd[991]: Accepted publickey for admin from 10.20.4.40 port 50022 ssh2')
    write('pfsense.log', lines, False)


def juniper():
    lines = []
    for t in STORY:
        head = f'<14>1 {day(t.end)}T{clock(t.end)}Z srx1 RT_FLOW - '
        ends = (f'source-address="{t.src}" source-port="{t.sport}" destination-address="{t.dst}" destination-port="{t.dport}"'
                f' service-name="{"junos-ms-rpc-tcp" if t.dport == 135 else "None"}" protocol-id="6" policy-name="outbound"')
        if t.ok():
            lines.append(f'<14>1 {day(t.begin)}T{clock(t.begin)}Z srx1 RT_FLOW - RT_FLOW_SESSION_CREATE [junos@2636.1.1.1.2.129'
                         f' {ends} session-id="{t.id}" username="N/A" application="UNKNOWN"]')
            why = 'TCP FIN' if t.fate == 'up' else 'idle Timeout'
            lines.append(head + f'RT_FLOW_SESSION_CLOSE [junos@2636.1.1.1.2.129 reason="{why}" {ends} session-id="{t.id}"'
                         f' packets-from-client="{t.outp}" bytes-from-client="{t.sent}" packets-from-server="{t.inp}"'
                         f' bytes-from-server="{t.received}" elapsed-time="{t.seconds}" application="UNKNOWN"]')
        else:
            lines.append(head + f'RT_FLOW_SESSION_DENY [junos@2636.1.1.1.2.129 {ends} session-id="{t.id}" reason="Denied by policy"]')
    lines.append('<30>1 2026-11-24T09:02:00Z srx1 mgd 8682 UI_CHILD_START [junos@2636.1.1.1.2.129 command="/usr/libexec/ui/x"]')
    write('juniper-srx.log', lines, True)


def sonicwall():
    lines = []
    for t in V4:
        def line(when, m, msg, more):
            return (f'<134> id=firewall sn=0006B1000001 time="{day(when)} {clock(when)} UTC" fw=10.20.4.1 pri=6 c=262144 m={m}'
                    f' msg="{msg}" src={t.src}:{t.sport}:X0 dst={t.dst}:{t.dport}:X1 proto=tcp/{t.dport}{more}')
        if t.ok():
            lines.append(line(t.begin, 98, 'Connection Opened', ' fw_action="NA"'))
            lines.append(line(t.end, 537, 'Connection Closed', f' sent={t.sent} rcvd={t.received} spkt={t.outp} rpkt={t.inp}'
                              ' fw_action="NA"'))
        else:
            lines.append(line(t.begin, 36, 'TCP connection dropped', ' fw_action="drop"'))
    write('sonicwall.log', lines, True, V4)


def sophos():
    lines = []
    for t in STORY:
        kind, status = ('Allowed', 'Allow') if t.ok() else ('Denied', 'Deny')
        lines.append(f'device="SFW" date={day(t.begin)} time={clock(t.begin)} timezone="+00:00" device_name="XGS" device_id=X1'
                     f' log_id=010101600001 log_type="Firewall" log_component="Firewall Rule" log_subtype="{kind}"'
                     f' status="{status}" priority=Information duration={t.seconds} fw_rule_id=5 fw_rule_name="outbound"'
                     f' user_name="alice" src_ip={t.src} dst_ip={t.dst} protocol="TCP" src_port={t.sport} dst_port={t.dport}'
                     f' sent_pkts={t.outp} recv_pkts={t.inp} sent_bytes={t.sent} recv_bytes={t.received} connevent="Stop"'
                     f' connid="{t.id}"')
    write('sophos.log', lines, True)


def watchguard():
    lines = []
    for t in STORY:
        lines.append('<140>' + syslog(t.begin, 'wg01') + f'firewall: msg_id="3000-0148" {"Allow" if t.ok() else "Deny"} Trusted'
                     f' External 52 tcp 20 127 {t.src} {t.dst} {t.sport} {t.dport} offset 8 S 1 win 32 (Outgoing-00)')
    write('watchguard.log', lines, False)


def netfilter():
    lines = []
    for t in STORY:
        word = '[UFW ALLOW]' if t.ok() else '[UFW BLOCK]'
        shape = 'LEN=80 TC=0 HOPLIMIT=63 FLOWLBL=0' if t.six() else 'LEN=60 TOS=0x00 PREC=0x00 TTL=63 ID=1 DF'
        lines.append(syslog(t.begin, 'gw') + f'kernel: [ 1234.{t.n:06d}] {word} IN=lan0 OUT=wan0 MAC=00:00:00:00:00:00 SRC={t.src}'
                     f' DST={t.dst} {shape} PROTO=TCP SPT={t.sport} DPT={t.dport} WINDOW=64240 RES=0x00 SYN URGP=0')
    lines.append(syslog(START, 'gw') + 'systemd[1]: Started Session 12 of User root.')
    write('netfilter.log', lines, False)


def pf():
    lines = []
    for t in STORY:
        lines.append(t.begin.strftime('%b %d %H:%M:%S.000001') + f" rule 7/(match) {'pass' if t.ok() else 'block'} in on em1:"
                     f' {t.src}.{t.sport} > {t.dst}.{t.dport}: S 1:1(0) win 16384 <mss 1460> (DF)')
    write('openbsd-pf.log', lines, False)


def aws():
    lines = ['version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status']
    for t in STORY:
        eni, tail = 'eni-0f00000000000001', f'{epoch(t.begin)} {epoch(t.end)} {"ACCEPT" if t.ok() else "REJECT"} OK'
        lines.append(f'2 123456789012 {eni} {t.src} {t.dst} {t.sport} {t.dport} 6 {t.outp} {t.sent} {tail}')
        if t.inp:
            lines.append(f'2 123456789012 {eni} {t.dst} {t.src} {t.dport} {t.sport} 6 {t.inp} {t.received} {tail}')
    lines.append('2 123456789012 eni-0f00000000000001 - - - - - - - 1795510800 1795510860 - NODATA')
    write('aws-vpc-flow.log', lines, True)


def azure():
    lines = []
    for t in STORY:
        at = epoch(t.begin) * 1000
        ends = f'{t.src},{t.dst},{t.sport},{t.dport},6,O'
        tuples = [f'{at},{ends},D,NX,0,0,0,0'] if not t.ok() else [
            f'{at},{ends},B,NX,0,0,0,0',
            f'{epoch(t.end) * 1000},{ends},E,NX,{t.outp},{t.sent},{t.inp},{t.received}']
        lines.append(json.dumps({'time': f'{day(t.begin)}T{clock(t.begin)}.0000000Z', 'flowLogVersion': 4, 'macAddress':
                                 '000D3A000001', 'category': 'FlowLogFlowEvent', 'flowRecords': {'flows': [{'aclID': 'a',
                                 'flowGroups': [{'rule': 'outbound' if t.ok() else 'no-rpc', 'flowTuples': tuples}]}]}}))
    write('azure-flow.json', lines, True)


def gcp():
    lines = []
    for t in STORY:
        def line(src, sport, dst, dport, size, packets):
            times = {'start_time': f'{day(t.begin)}T{clock(t.begin)}Z', 'end_time': f'{day(t.end)}T{clock(t.end)}Z'}
            return json.dumps({'insertId': f'x{t.n}', 'jsonPayload': {'connection': {'src_ip': src, 'src_port': sport,
                               'dest_ip': dst, 'dest_port': dport, 'protocol': 6}, 'bytes_sent': str(size), 'packets_sent':
                               str(packets), **times, 'reporter': 'SRC'}, 'logName': 'projects/lab/logs/vpc_flows',
                               'timestamp': times['end_time']})
        if t.ok():
            lines.append(line(t.src, t.sport, t.dst, t.dport, t.sent, t.outp))
            if t.inp: lines.append(line(t.dst, t.dport, t.src, t.sport, t.received, t.inp))
    write('gcp-flow.json', lines, True, [t for t in STORY if t.ok()])


def nfdump():
    lines = ['ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt,in,out']
    for t in STORY:
        if not t.ok(): continue
        times = f'{day(t.begin)} {clock(t.begin)},{day(t.end)} {clock(t.end)},{t.seconds}.000'
        flags = '...AP.SF' if t.fate == 'up' else '......S.'
        lines.append(f'{times},{t.src},{t.dst},{t.sport},{t.dport},TCP,{flags},0,0,{t.outp},{t.sent},0,0,1,2')
        if t.inp:
            lines.append(f'{times},{t.dst},{t.src},{t.dport},{t.sport},TCP,{flags},0,0,{t.inp},{t.received},0,0,2,1')
    lines += ['Summary', 'flows,bytes,packets,avg_bps,avg_pps,avg_bpp', '9,36400,123,1,1,1']
    write('nfdump.csv', lines, True, [t for t in STORY if t.ok()])


def ipfix():
    lines = []
    for t in STORY:
        v = '6' if t.six() else '4'
        def line(src, sport, dst, dport, size, packets):
            return json.dumps({f'sourceIPv{v}Address': src, 'sourceTransportPort': sport, f'destinationIPv{v}Address': dst,
                               'destinationTransportPort': dport, 'protocolIdentifier': 6, 'octetDeltaCount': size,
                               'packetDeltaCount': packets, 'flowStartMilliseconds': epoch(t.begin) * 1000,
                               'flowEndMilliseconds': epoch(t.end) * 1000, 'tcpControlBits': 27 if t.inp else 2})
        if t.ok():
            lines.append(line(t.src, t.sport, t.dst, t.dport, t.sent, t.outp))
            if t.inp: lines.append(line(t.dst, t.dport, t.src, t.sport, t.received, t.inp))
    write('netflow.json', lines, True, [t for t in STORY if t.ok()])


def cef():
    lines = []
    for t in STORY:
        lines.append(syslog(t.begin) + f'CEF:0|Example|Gateway|1.0|100|connection|3|rt={epoch(t.begin) * 1000} src={t.src} spt={t.sport}'
                     f' dst={t.dst} dpt={t.dport} proto=TCP act={"allowed" if t.ok() else "blocked"} out={t.sent} in={t.received}'
                     f' suser=alice dvchost=gw cs1=outbound cs1Label=Rule')
    write('gateway.cef', lines, True)


def community(t):
    a, b = ipaddress.ip_address(t.src).packed, ipaddress.ip_address(t.dst).packed
    one, two = (a, t.sport), (b, t.dport)
    if two < one: one, two = two, one
    raw = struct.pack('!H', 0) + one[0] + two[0] + struct.pack('!BBHH', 6, 0, one[1], two[1])
    return '1:' + base64.b64encode(hashlib.sha1(raw).digest()).decode()


def main(folder):
    for make in (windows, asa, ios, paloalto, fortigate, checkpoint, filterlog, juniper, sonicwall, sophos, watchguard,
                 netfilter, pf, aws, azure, gcp, nfdump, ipfix, cef):
        make()
    os.makedirs(os.path.join(folder, 'firewalls'), exist_ok=True)
    table = os.path.join(folder, 'expected.tsv')
    kept = [l for l in open(table).read().splitlines() if not l.startswith('firewalls/')]
    for name, lines in files.items():
        with open(os.path.join(folder, 'firewalls', name), 'w', newline='\n') as f:
            f.write('\n'.join(lines) + '\n')
        for t, tier, confirmed in tiers[name]:
            flagged = t.dst != DC and (t.dport == 135 or confirmed and t.fate == 'up')
            note = {'up': 'let pass', 'silent': 'let pass, never answered', 'denied': 'denied'}[t.fate]
            kept.append('\t'.join(['firewalls/' + name, t.src, str(t.sport), t.dst, str(t.dport), 'tcp',
                                   'yes' if flagged else 'no', tier, community(t), note]))
    open(table, 'w').write('\n'.join(kept) + '\n')


main(sys.argv[1])
