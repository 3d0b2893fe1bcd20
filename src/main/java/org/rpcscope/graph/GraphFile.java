package org.rpcscope.graph;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.rpcscope.graph.HostGraph.Edge;
import org.rpcscope.graph.HostGraph.Node;

/** A graph as a file for another program. */
public enum GraphFile {
    /** GraphML (graphml.graphdrawing.org, primer of 2007): nodes and edges with their numbers. */
    GRAPHML("graphml") {
        @Override
        void write(HostGraph graph, Places places, XMLStreamWriter xml) throws XMLStreamException {
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
            key(xml, "node", "label", "string");
            key(xml, "node", "zone", "string");
            key(xml, "node", "hosts", "int");
            key(xml, "all", "sessions", "long");
            key(xml, "all", "flagged", "long");
            key(xml, "edge", "tier", "string");
            xml.writeStartElement("graph");
            xml.writeAttribute("edgedefault", "directed");
            for (int i = 0; i < graph.nodes().size(); i++) {
                Node node = graph.nodes().get(i);
                xml.writeStartElement("node");
                xml.writeAttribute("id", "n" + i);
                data(xml, "label", node.key().label());
                data(xml, "zone", node.zone().label());
                data(xml, "hosts", node.hosts());
                data(xml, "sessions", node.sessions());
                data(xml, "flagged", node.flagged());
                xml.writeEndElement();
            }
            for (Edge edge : graph.edges()) {
                xml.writeStartElement("edge");
                xml.writeAttribute("source", "n" + edge.from());
                xml.writeAttribute("target", "n" + edge.to());
                data(xml, "sessions", edge.sessions());
                data(xml, "flagged", edge.flagged());
                data(xml, "tier", edge.tier().label());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }
    },
    /** GEXF 1.3 (gexf.net): the same, with the places of the nodes. */
    GEXF("gexf") {
        @Override
        void write(HostGraph graph, Places places, XMLStreamWriter xml) throws XMLStreamException {
            xml.writeStartElement("gexf");
            xml.writeDefaultNamespace("http://gexf.net/1.3");
            xml.writeNamespace("viz", "http://gexf.net/1.3/viz");
            xml.writeAttribute("version", "1.3");
            xml.writeStartElement("graph");
            xml.writeAttribute("defaultedgetype", "directed");
            attributes(xml, "node", List.of("zone", "hosts", "sessions", "flagged"));
            attributes(xml, "edge", List.of("sessions", "flagged", "tier"));
            xml.writeStartElement("nodes");
            for (int i = 0; i < graph.nodes().size(); i++) {
                Node node = graph.nodes().get(i);
                xml.writeStartElement("node");
                xml.writeAttribute("id", "n" + i);
                xml.writeAttribute("label", node.key().label());
                cells(xml, node.zone().label(), node.hosts(), node.sessions(), node.flagged());
                Places.Point point = places.of(node.key());
                if (point != null) {
                    xml.writeEmptyElement("viz", "position", "http://gexf.net/1.3/viz");
                    xml.writeAttribute("x", number(point.x()));
                    xml.writeAttribute("y", number(-point.y())); // upwards there
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement("edges");
            for (int i = 0; i < graph.edges().size(); i++) {
                Edge edge = graph.edges().get(i);
                xml.writeStartElement("edge");
                xml.writeAttribute("id", "e" + i);
                xml.writeAttribute("source", "n" + edge.from());
                xml.writeAttribute("target", "n" + edge.to());
                xml.writeAttribute("weight", Long.toString(edge.sessions()));
                cells(xml, edge.sessions(), edge.flagged(), edge.tier().label());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }
    },
    /** The picture as lines and shapes, without colours of any theme: black on white, for print. */
    SVG("svg") {
        @Override
        void write(HostGraph graph, Places places, XMLStreamWriter xml) throws XMLStreamException {
            SvgPicture.write(graph, places, TITLE, xml);
        }
    },
    /** The edges as comma-separated values (RFC 4180). */
    CSV("csv") {
        @Override
        void write(HostGraph graph, Places places, XMLStreamWriter xml) {
            throw new IllegalStateException("edges are written as text");
        }
    };

    private static final String TITLE = "Hosts and the sessions between them";

    private final String extension;

    GraphFile(String extension) {
        this.extension = extension;
    }

    /** How names of such files end, without the dot. */
    public String extension() {
        return extension;
    }

    abstract void write(HostGraph graph, Places places, XMLStreamWriter xml) throws XMLStreamException;

    /** Writes a graph. The labels are addresses, networks and words of ours: nothing of a capture or a log is text here. */
    public void write(HostGraph graph, Places places, Writer out) throws IOException {
        BufferedWriter buffered = new BufferedWriter(out);
        if (this == CSV) {
            edges(graph, buffered);
        } else {
            try {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(buffered);
                xml.writeStartDocument("UTF-8", "1.0");
                write(graph, places, xml);
                xml.writeEndDocument();
                xml.flush();
            } catch (XMLStreamException e) {
                throw new IOException("the graph could not be written: " + e.getMessage(), e);
            }
        }
        buffered.flush();
    }

    /** Writes the SVG as an element that may stand in a page of HTML. */
    public static void inline(HostGraph graph, Places places, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            SvgPicture.write(graph, places, TITLE, xml);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the picture could not be written: " + e.getMessage(), e);
        }
    }

    private static void edges(HostGraph graph, Writer out) throws IOException {
        out.write(
                "source,source_zone,source_hosts,destination,destination_zone,destination_hosts,sessions,flagged,tier\r\n");
        for (Edge edge : graph.edges()) {
            Node from = graph.nodes().get(edge.from());
            Node to = graph.nodes().get(edge.to());
            out.write(String.join(
                    ",",
                    from.key().label(),
                    from.zone().label(),
                    Integer.toString(from.hosts()),
                    to.key().label(),
                    to.zone().label(),
                    Integer.toString(to.hosts()),
                    Long.toString(edge.sessions()),
                    Long.toString(edge.flagged()),
                    edge.tier().label()));
            out.write("\r\n");
        }
    }

    private static void key(XMLStreamWriter xml, String of, String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        for (Map.Entry<String, String> attribute :
                List.of(Map.entry("id", name), Map.entry("for", of), Map.entry("attr.name", name))) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        xml.writeAttribute("attr.type", type);
    }

    private static void data(XMLStreamWriter xml, String key, Object value) throws XMLStreamException {
        xml.writeStartElement("data");
        xml.writeAttribute("key", key);
        xml.writeCharacters(value.toString());
        xml.writeEndElement();
    }

    private static void attributes(XMLStreamWriter xml, String of, List<String> names) throws XMLStreamException {
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", of);
        for (int i = 0; i < names.size(); i++) {
            boolean text = names.get(i).equals("zone") || names.get(i).equals("tier");
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("id", Integer.toString(i));
            xml.writeAttribute("title", names.get(i));
            xml.writeAttribute("type", text ? "string" : "long");
        }
        xml.writeEndElement();
    }

    private static void cells(XMLStreamWriter xml, Object... values) throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (int i = 0; i < values.length; i++) {
            xml.writeEmptyElement("attvalue");
            xml.writeAttribute("for", Integer.toString(i));
            xml.writeAttribute("value", values[i].toString());
        }
        xml.writeEndElement();
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
