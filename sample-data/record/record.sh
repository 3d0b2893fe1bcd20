#!/bin/bash
# Records the raw traffic of sample-data: a Samba domain controller, a client and a router between them,
# each in a network namespace of its own. Nothing leaves the namespaces.
#
#   record.sh WORK                      leaves WORK/raw/*.pcap (addresses as recorded; rewrite.py makes the samples from them)
#   record.sh WORK SCENE                only that of one function of scenes.sh
#
# Needs root and the Debian packages samba-ad-dc samba-ad-provision samba-dsdb-modules winbind python3-samba smbclient
# python3-impacket tcpdump iproute2 iptables ethtool openssl.
set -eu
export PATH=/usr/sbin:/usr/bin:/sbin:/bin   # impacket lives in the distribution's own python3
work=$(realpath -m "${1:?usage: record.sh WORK}")
here=$(dirname "$(realpath "$0")")
raw=$work/raw
C=rpcrec-client R=rpcrec-router S=rpcrec-server

# The addresses below have the same text length as those that rewrite.py puts in their place.
client4=10.99.4.31       client6=fd99:9a::1f:44
dc4=10.99.100.77         dc6=fd99:97c0::77
web4=10.99.100.78        web6=fd99:97c0::78      # the same machine; no endpoint mapper listens there
absent4=10.99.100.99     absent6=fd99:97c0::99   # nobody answers the router's ARP and neighbour solicitation
silent4=10.99.101.90     silent6=fd99:97c1::90   # the router drops
denied4=10.99.101.91     denied6=fd99:97c1::91   # the router answers "administratively prohibited"
closed4=10.99.101.92                             # the router answers "port unreachable"
password='Made-up-1'

tear_down() {
    for ns in $C $R $S; do
        if ip netns list | grep -q "^$ns\b"; then
            ip netns pids $ns | xargs -r kill 2>/dev/null || true
        fi
    done
    sleep 1
    for ns in $C $R $S; do
        if ip netns list | grep -q "^$ns\b"; then
            ip netns pids $ns | xargs -r kill -KILL 2>/dev/null || true
            ip netns delete $ns
        fi
    done
}
trap tear_down EXIT

on() { # NAMESPACE HOSTNAME COMMAND...: runs a command in a namespace under a made-up host name
    local ns=$1 name=$2
    shift 2
    ip netns exec "$ns" unshare --uts sh -c 'hostname "$0" && exec "$@"' "$name" "$@"
}
client() { on $C ws31 "$@"; }

build_network() {
    for ns in $C $R $S; do
        ip netns add $ns
        ip netns exec $ns sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 \
            net.ipv6.conf.default.router_solicitations=0
        ip -n $ns link set lo up
    done
    ip link add c0 netns $C address 02:00:00:00:04:31 type veth peer name rc netns $R address 02:00:00:00:04:01
    ip link add s0 netns $S address 02:00:00:00:64:77 type veth peer name rs netns $R address 02:00:00:00:64:01
    # Segments as on the wire, with the checksums in them.
    for end in "$C c0" "$R rc" "$R rs" "$S s0"; do
        set -- $end
        ip netns exec $1 ethtool -K $2 tx off rx off tso off gso off gro off >/dev/null
        ip -n $1 link set $2 up
    done
    address() { ip -n $1 addr add $3 dev $2 ${4:-}; }
    address $C c0 $client4/24;   address $C c0 $client6/64 nodad
    address $R rc 10.99.4.1/24;  address $R rc fd99:9a::1/64 nodad
    address $R rs 10.99.100.1/24; address $R rs fd99:97c0::1/64 nodad
    address $S s0 $dc4/24;       address $S s0 $dc6/64 nodad
    address $S s0 $web4/24;      address $S s0 $web6/64 nodad
    ip -n $C route add default via 10.99.4.1;   ip -n $C -6 route add default via fd99:9a::1
    ip -n $S route add default via 10.99.100.1; ip -n $S -6 route add default via fd99:97c0::1
    ip netns exec $R sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
    ip netns exec $C sysctl -qw net.ipv4.ip_local_port_range="49800 65535"
    ip netns exec $R iptables -A FORWARD -d $silent4 -j DROP
    ip netns exec $R ip6tables -A FORWARD -d $silent6 -j DROP
    ip netns exec $R iptables -A FORWARD -d $denied4 -j REJECT --reject-with icmp-admin-prohibited
    ip netns exec $R ip6tables -A FORWARD -d $denied6 -j REJECT --reject-with icmp6-adm-prohibited
    ip netns exec $R iptables -A FORWARD -d $closed4 -j REJECT --reject-with icmp-port-unreachable
    # Routes for what the firewall judges before it would be delivered.
    ip -n $R route add 10.99.101.0/24 via $dc4
    ip -n $R -6 route add fd99:97c1::/64 via $dc6
}

provision() {
    on $S dc1 samba-tool domain provision --targetdir="$work/dc" --realm=LAB.EXAMPLE --domain=LAB \
        --server-role=dc --host-name=dc1 --host-ip=$dc4 --host-ip6=$dc6 --dns-backend=NONE \
        --adminpass="$password" --option="interfaces=$dc4/24 $dc6/64" --option="bind interfaces only=yes" \
        --option="server services=rpc, ldap, s3fs" \
        --option="log file=$work/samba.log" --option="logging=file" >"$work/provision.log" 2>&1
    for user in anna.lind ben.okoro carla.ruiz; do
        samba-tool user create $user "$password-user" -H "$work/dc/private/sam.ldb" \
            --configfile="$work/dc/etc/smb.conf" >>"$work/provision.log" 2>&1
    done
}

start_controller() { # OPTION...
    on $S dc1 samba -F --no-process-group -M single -s "$work/dc/etc/smb.conf" "$@" </dev/null >"$work/samba.log" 2>&1 &
    controller_pid=$!
    for _ in $(seq 60); do
        if ip netns exec $S ss -Hltn "src $dc4 and sport = 135" | grep -q .; then return; fi
        sleep 0.5
    done
    echo "the domain controller did not start; see $work/samba.log" >&2
    exit 1
}

restart_controller() { # OPTION...
    ip netns pids $S | xargs -r kill 2>/dev/null || true
    wait $controller_pid || true
    start_controller "$@"
}

start_capture() { # NAME
    ip netns exec $R tcpdump -i rc -s 0 -U -Z root --time-stamp-precision=nano -w "$raw/$1.pcap" 2>"$raw/$1.tcpdump" &
    tcpdump_pid=$!
    until grep -qs "listening on" "$raw/$1.tcpdump"; do sleep 0.1; done
}
stop_capture() {
    sleep 1
    kill -INT $tcpdump_pid
    wait $tcpdump_pid || true
}
record() { # NAME COMMAND...
    start_capture "$1"
    shift
    "$@" >>"$work/clients.log" 2>&1 || echo "exit $?: $*" >>"$work/clients.log"
    stop_capture
}

rpcclient_at() { # BINDING COMMANDS
    client rpcclient -s "$work/client.conf" -U "LAB/administrator%$password" "$1" -c "$2"
}
connect() { # SECONDS HOST PORT...: tries to connect, and no more
    local seconds=$1
    shift
    client python3 - "$seconds" "$@" <<'PY'
import socket, sys
seconds, pairs = float(sys.argv[1]), sys.argv[2:]
for host, port in zip(pairs[::2], pairs[1::2]):
    try:
        socket.create_connection((host, int(port)), seconds).close()
    except OSError as refused:
        print(host, port, refused)
PY
}
. "$here/scenes.sh"

mkdir -p "$raw"
printf '[global]\nnetbios name = WS31\nworkgroup = LAB\nrealm = LAB.EXAMPLE\nlock directory = %s\n' \
    "$work/client" >"$work/client.conf"
printf 'private dir = %s\nstate directory = %s\ncache directory = %s\n' \
    "$work/client" "$work/client" "$work/client" >>"$work/client.conf"
mkdir -p "$work/client"
build_network
[ -d "$work/dc" ] || provision
start_controller
: >"$work/clients.log"
"${2:-all_scenes}"
