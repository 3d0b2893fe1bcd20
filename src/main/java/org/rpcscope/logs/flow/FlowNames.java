package org.rpcscope.logs.flow;

import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;

/** How exporters and collectors name the parts of a flow record in JSON. */
enum FlowNames {
    /** VPC flow logs and firewall rules logging (Google Cloud, "About VPC Flow Logs records", "Firewall Rules Logging"). */
    GCP(Map.ofEntries(
            Map.entry(Part.SOURCE, "jsonPayload.connection.src_ip connection.src_ip"),
            Map.entry(Part.DESTINATION, "jsonPayload.connection.dest_ip connection.dest_ip"),
            Map.entry(Part.SOURCE_PORT, "jsonPayload.connection.src_port connection.src_port"),
            Map.entry(Part.DESTINATION_PORT, "jsonPayload.connection.dest_port connection.dest_port"),
            Map.entry(Part.TRANSPORT, "jsonPayload.connection.protocol connection.protocol"),
            Map.entry(Part.START, "jsonPayload.start_time start_time"),
            Map.entry(Part.END, "jsonPayload.end_time end_time"),
            Map.entry(Part.TIME, "timestamp"),
            Map.entry(Part.SOURCE_BYTES, "jsonPayload.bytes_sent bytes_sent"),
            Map.entry(Part.SOURCE_PACKETS, "jsonPayload.packets_sent packets_sent"),
            Map.entry(Part.ACTION, "jsonPayload.disposition disposition"),
            Map.entry(Part.HOST, "jsonPayload.src_instance.vm_name jsonPayload.instance.vm_name"),
            Map.entry(Part.POLICY, "jsonPayload.rule_details.reference"))),

    /**
     * NetFlow and IPFIX: the names of IANA's registry of information elements, of nProbe, of nfdump ({@code -o ndjson}), of
     * GoFlow2, of pmacct, and of Logstash.
     */
    NETFLOW(Map.ofEntries(
            Map.entry(
                    Part.SOURCE,
                    "sourceIPv4Address sourceIPv6Address IPV4_SRC_ADDR IPV6_SRC_ADDR src4_addr src6_addr SrcAddr"
                            + " src_addr ip_src netflow.ipv4_src_addr netflow.ipv6_src_addr"),
            Map.entry(
                    Part.DESTINATION,
                    "destinationIPv4Address destinationIPv6Address IPV4_DST_ADDR IPV6_DST_ADDR dst4_addr dst6_addr"
                            + " DstAddr dst_addr ip_dst netflow.ipv4_dst_addr netflow.ipv6_dst_addr"),
            Map.entry(
                    Part.SOURCE_PORT, "sourceTransportPort L4_SRC_PORT src_port SrcPort port_src netflow.l4_src_port"),
            Map.entry(
                    Part.DESTINATION_PORT,
                    "destinationTransportPort L4_DST_PORT dst_port DstPort port_dst netflow.l4_dst_port"),
            Map.entry(Part.TRANSPORT, "protocolIdentifier PROTOCOL proto Proto ip_proto netflow.protocol"),
            Map.entry(
                    Part.START,
                    "flowStartMilliseconds flowStartSeconds FLOW_START_MILLISECONDS FIRST_SWITCHED first t_first"
                        + " time_flow_start_ns TimeFlowStartNs TimeFlowStart timestamp_start netflow.first_switched"),
            Map.entry(
                    Part.END,
                    "flowEndMilliseconds flowEndSeconds FLOW_END_MILLISECONDS LAST_SWITCHED last t_last"
                            + " time_flow_end_ns TimeFlowEndNs TimeFlowEnd timestamp_end netflow.last_switched"),
            Map.entry(Part.TIME, "@timestamp received TimeReceived"),
            Map.entry(
                    Part.SOURCE_BYTES,
                    "octetDeltaCount octetTotalCount IN_BYTES in_bytes Bytes bytes netflow.in_bytes"),
            Map.entry(
                    Part.SOURCE_PACKETS,
                    "packetDeltaCount packetTotalCount IN_PKTS in_packets Packets packets netflow.in_pkts"),
            Map.entry(Part.DESTINATION_BYTES, "OUT_BYTES out_bytes reverseOctetDeltaCount"),
            Map.entry(Part.DESTINATION_PACKETS, "OUT_PKTS out_packets reversePacketDeltaCount"),
            Map.entry(Part.FLAGS, "tcpControlBits TCP_FLAGS TCPFlags netflow.tcp_flags")));

    private final PartNames names;

    FlowNames(Map<Part, String> words) {
        names = PartNames.of(new EnumMap<>(words));
    }

    PartNames names() {
        return names;
    }
}
