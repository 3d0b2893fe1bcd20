package org.rpcscope.graph;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** How many elements of some names a written graph has, as a parser sees it. */
final class XmlCount {
    private XmlCount() {}

    static List<Integer> of(GraphFile file, HostGraph graph, Places places, String... names) throws IOException {
        StringWriter out = new StringWriter();
        file.write(graph, places, out);
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(out.toString())));
            return Arrays.stream(names)
                    .map(name -> document.getElementsByTagName(name).getLength())
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("not well-formed: " + out, e);
        }
    }
}
