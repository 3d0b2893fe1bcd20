package org.rpcscope.graph;

import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.rpcscope.net.Zone;

/** Draws a graph as Scalable Vector Graphics 1.1. */
final class SvgPicture {

    private static final double MARGIN = 80;
    private static final double ARROW = 9;
    private static final Places.Point NOWHERE = new Places.Point(0, 0);

    /** Strokes by the place of the tier: what is sure is a whole line. */
    private static final List<String> DASHES = List.of("none", "none", "6 4", "2 3");

    private SvgPicture() {}

    /**
     * Writes the element of the picture.
     *
     * @param title what it is of, for those who do not see it
     */
    static void write(HostGraph graph, Places places, String title, XMLStreamWriter xml) throws XMLStreamException {
        List<Places.Point> points = graph.nodes().stream()
                .map(node -> Objects.requireNonNullElse(places.of(node.key()), NOWHERE))
                .toList();
        double left = points.stream().mapToDouble(Places.Point::x).min().orElse(0) - MARGIN;
        double top = points.stream().mapToDouble(Places.Point::y).min().orElse(0) - MARGIN;
        double right = points.stream().mapToDouble(Places.Point::x).max().orElse(0) + MARGIN;
        double bottom = points.stream().mapToDouble(Places.Point::y).max().orElse(0) + MARGIN;
        Drawing drawing = new Drawing(graph, places);
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
        xml.writeAttribute(
                "viewBox",
                GraphFile.number(left) + " " + GraphFile.number(top) + " " + GraphFile.number(right - left) + " "
                        + GraphFile.number(bottom - top));
        xml.writeAttribute("role", "img");
        xml.writeAttribute("aria-label", title);
        title(xml, title);
        for (HostGraph.Edge edge : graph.edges()) {
            Places.Point from = points.get(edge.from());
            Places.Point to = points.get(edge.to());
            double bow = Curve.bow(graph.nodes().get(edge.from()), from.x(), from.y(), to.x(), to.y());
            edge(xml, edge, new Curve(from.x(), from.y(), to.x(), to.y(), bow), drawing.radius(edge.to()));
        }
        for (int i = 0; i < points.size(); i++) {
            node(xml, graph.nodes().get(i), points.get(i), drawing.radius(i));
        }
        xml.writeEndElement();
    }

    private static void edge(XMLStreamWriter xml, HostGraph.Edge edge, Curve curve, double radius)
            throws XMLStreamException {
        xml.writeStartElement("polyline");
        StringJoiner points = new StringJoiner(" ");
        for (int part = 0; part <= curve.parts(); part++) {
            points.add(point(curve.x(part), curve.y(part)));
        }
        xml.writeAttribute("points", points.toString());
        xml.writeAttribute("fill", "none");
        xml.writeAttribute("stroke", colour(edge));
        xml.writeAttribute("stroke-width", GraphFile.number(Math.min(5, 1 + Math.log1p(edge.sessions()) / 2)));
        xml.writeAttribute("stroke-dasharray", DASHES.get(edge.tier().ordinal()));
        title(
                xml,
                edge.sessions() + " sessions, " + edge.flagged() + " flagged, "
                        + edge.tier().label());
        xml.writeEndElement();
        arrow(xml, edge, curve, radius);
    }

    /** Who opened the sessions is half of what a line says. */
    private static void arrow(XMLStreamWriter xml, HostGraph.Edge edge, Curve curve, double radius)
            throws XMLStreamException {
        double dx = curve.x1() - curve.x(curve.parts() - 1);
        double dy = curve.y1() - curve.y(curve.parts() - 1);
        double length = Math.hypot(dx, dy);
        if (length * curve.parts() < radius + 3 * ARROW) {
            return; // no room between the two
        }
        double alongX = dx / length;
        double alongY = dy / length;
        double tipX = curve.x1() - alongX * radius;
        double tipY = curve.y1() - alongY * radius;
        double backX = tipX - ARROW * alongX;
        double backY = tipY - ARROW * alongY;
        xml.writeEmptyElement("polygon");
        xml.writeAttribute(
                "points",
                point(tipX, tipY) + " " + point(backX - alongY * ARROW / 2, backY + alongX * ARROW / 2) + " "
                        + point(backX + alongY * ARROW / 2, backY - alongX * ARROW / 2));
        xml.writeAttribute("fill", colour(edge));
    }

    private static String point(double x, double y) {
        return GraphFile.number(x) + "," + GraphFile.number(y);
    }

    private static String colour(HostGraph.Edge edge) {
        return edge.flagged() > 0 ? "black" : "silver";
    }

    private static void node(XMLStreamWriter xml, HostGraph.Node node, Places.Point at, double radius)
            throws XMLStreamException {
        boolean host = node.key() instanceof NodeKey.Host;
        xml.writeStartElement(host ? "circle" : "rect");
        if (host) {
            xml.writeAttribute("cx", GraphFile.number(at.x()));
            xml.writeAttribute("cy", GraphFile.number(at.y()));
            xml.writeAttribute("r", GraphFile.number(radius));
        } else {
            xml.writeAttribute("x", GraphFile.number(at.x() - radius));
            xml.writeAttribute("y", GraphFile.number(at.y() - radius));
            xml.writeAttribute("width", GraphFile.number(2 * radius));
            xml.writeAttribute("height", GraphFile.number(2 * radius));
            xml.writeAttribute("rx", "4");
        }
        xml.writeAttribute("fill", node.zone() == Zone.INTERNAL ? "white" : "gainsboro");
        xml.writeAttribute("stroke", "black");
        title(xml, node.hosts() + " hosts, " + node.sessions() + " sessions, " + node.flagged() + " flagged");
        xml.writeEndElement();
        xml.writeStartElement("text");
        xml.writeAttribute("x", GraphFile.number(at.x()));
        xml.writeAttribute("y", GraphFile.number(at.y() + radius + 14));
        xml.writeAttribute("text-anchor", "middle");
        xml.writeAttribute("font-family", "sans-serif");
        xml.writeAttribute("font-size", "11");
        xml.writeCharacters(node.key().label());
        xml.writeEndElement();
    }

    private static void title(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeStartElement("title");
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
