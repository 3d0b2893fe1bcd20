# What record.sh records: one function a scene, each leaving one capture in WORK/raw. Sourced by record.sh.

enumerate() { # HOST: the endpoint mapper, then a signed session on the port that it names
    client impacket-rpcdump -port 135 "$1"
    rpcclient_at "ncacn_ip_tcp:$1[sign]" 'querydominfo;enumdomusers;queryuser 0x450;lsaquery'
}
sign_in_only() { # HOST
    rpcclient_at "ncacn_ip_tcp:$1[sign]" 'querydominfo;enumdomgroups'
}
replicate() { # HOST: what a stolen administrator's password is used for
    client python3 "$here/replicate.py" "$1" LAB administrator "$password" anna.lind
}

big_endian() { # a client of the other byte order, then a server too; changes the controller
    record big-endian-client client python3 "$here/bigendian.py" $dc4 LAB administrator "$password"
    restart_controller --option="rpc big endian=yes"
    record big-endian-both client python3 "$here/bigendian.py" $dc6 LAB administrator "$password"
}

attempts() {
    connect 8 $silent4 135 $silent6 135    # nothing comes back
    connect 5 $web4 135 $web6 135          # refused
    connect 5 $denied4 135 $denied6 135    # administratively prohibited
    connect 5 $closed4 135                 # port unreachable
    connect 8 $absent4 135 $absent6 135    # host unreachable
    sleep 4                                # the router's last answer belongs to this recording
}

web() { # what is no RPC: TLS on 443 and HTTP on 8443
    (cd "$work/web" && client python3 - $web4 <<'PY'
import ssl, sys, urllib.request
trusting = ssl.create_default_context()
trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
host = sys.argv[1]
print(urllib.request.urlopen(f"https://{host}/", context=trusting).read())
print(urllib.request.urlopen(f"http://{host}:8443/").read())
PY
    )
}
start_web() {
    mkdir -p "$work/web"
    echo '<p>Nothing to see here.</p>' >"$work/web/index.html"
    openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=web1 -days 9 -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
    on $S web1 python3 - "$work" $web4 >"$work/web.log" 2>&1 <<'PY' &
import functools, http.server, ssl, sys, threading
work, host = sys.argv[1:]
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=work + "/web")
plain = http.server.ThreadingHTTPServer((host, 8443), handler)
secure = http.server.ThreadingHTTPServer((host, 443), handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(work + "/cert.pem", work + "/key.pem")
secure.socket = context.wrap_socket(secure.socket, server_side=True)
threading.Thread(target=plain.serve_forever).start()
secure.serve_forever()
PY
    until ip netns exec $S ss -Hltn "src $web4 and sport = 443" | grep -q .; do sleep 0.2; done
}

redirect_unusual_ports() { # 4747 and 443 of the controller lead to the port that samr is on
    local samr_port port
    samr_port=$(client python3 "$here/talk.py" --samr-port $dc4)
    for port in 4747 443; do
        ip netns exec $S iptables -t nat -A PREROUTING -d $dc4 -p tcp --dport $port -j REDIRECT --to-ports "$samr_port"
    done
}
talk() { # PORT [PAUSE]
    client python3 "$here/talk.py" $dc4 "$1" LAB administrator "$password" ${2:-}
}
middle_of_a_session() { # the recording starts when the session is already bound and talking
    talk 443 4 >>"$work/clients.log" 2>&1 &
    local session=$!
    sleep 2
    start_capture unusual-port-middle
    wait $session
    stop_capture
}

all_scenes() {
    start_web
    record outbound-v4 enumerate $dc4
    record outbound-v6 enumerate $dc6
    record attempts attempts
    record internal-v4 enumerate $dc4
    record internal-v6 sign_in_only $dc6
    record special sign_in_only $dc4
    record web web
    record inbound enumerate $dc4
    record replication replicate $dc4
    redirect_unusual_ports
    record unusual-port-bind talk 4747
    middle_of_a_session
    big_endian
}
