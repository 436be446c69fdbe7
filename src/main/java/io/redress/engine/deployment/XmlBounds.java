package io.redress.engine.deployment;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How large and how deep a model may be: far beyond what a person draws, far below what stops the server that reads it. */
final class XmlBounds {

    static final int DEEPEST = 100;
    static final int LARGEST = 2 * 1024 * 1024;
    private static final int MOST = 50_000;

    private XmlBounds() {}

    /** Whether it stays within; what isn't XML at all is left to who reads it. */
    static boolean hold(byte[] model) {
        if (model.length > LARGEST) {
            return false;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int depth = 0;
        int elements = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(model));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    elements++;
                    if (depth > DEEPEST || elements > MOST) {
                        return false;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return true;
        } catch (XMLStreamException e) {
            return true;
        }
    }
}
