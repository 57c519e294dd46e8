package org.doudi.server.benefits.files;

import java.io.CharConversionException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.jspecify.annotations.Nullable;

/** Walks through a bank's XML without ever having more of it than one element. Document types and entities are refused. */
final class XmlWalk {
    private static final int DEEPEST = 40;
    /** Longer than any text of these messages may be. */
    private static final int LONGEST = 2_000;

    /** What is met on the way; a path is like {@code Document/GrpHdr/MsgId}. */
    interface Visitor {
        void start(String path);

        /** The end of an element, with the text in it and its currency. */
        void end(String path, String text, @Nullable String currency, String place);
    }

    private XmlWalk() {}

    static void walk(InputStream file, String namespace, Visitor visitor) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        String place = "1:1";
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(file);
            try {
                place = walk(reader, namespace, visitor);
            } catch (XMLStreamException e) {
                throw refused(e, place(reader.getLocation()));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw refused(e, place);
        }
    }

    private static String walk(XMLStreamReader reader, String namespace, Visitor visitor) throws XMLStreamException {
        StringBuilder path = new StringBuilder();
        StringBuilder text = new StringBuilder();
        String currency = null;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == 0 && !namespace.equals(reader.getNamespaceURI())) {
                        throw new FileRefused(Cause.WRONG_MESSAGE, place(reader.getLocation()));
                    }
                    if (++depth > DEEPEST) {
                        throw new FileRefused(Cause.MALFORMED, place(reader.getLocation()));
                    }
                    path.append(path.length() == 0 ? "" : "/").append(reader.getLocalName());
                    text.setLength(0);
                    currency = reader.getAttributeValue(null, "Ccy");
                    visitor.start(path.toString());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    visitor.end(path.toString(), text.toString().strip(), currency, place(reader.getLocation()));
                    path.setLength(Math.max(0, path.lastIndexOf("/")));
                    text.setLength(0);
                    currency = null;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() + reader.getTextLength() > LONGEST) {
                        throw new FileRefused(Cause.TOO_LONG, place(reader.getLocation()));
                    }
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new FileRefused(Cause.ENTITIES, place(reader.getLocation()));
                default -> {
                    // comments and the like say nothing about money
                }
            }
        }
        return place(reader.getLocation());
    }

    private static FileRefused refused(XMLStreamException e, String place) {
        for (Throwable t = e;
                t != null;
                t = t instanceof XMLStreamException x && x.getNestedException() != null
                        ? x.getNestedException()
                        : t.getCause()) {
            if (t instanceof FileRefused refused) {
                return refused;
            }
            if (t instanceof CharConversionException || t instanceof UnsupportedEncodingException) {
                return new FileRefused(Cause.ENCODING, place, e);
            }
        }
        return new FileRefused(Cause.MALFORMED, place, e);
    }

    private static String place(Location at) {
        return at.getLineNumber() + ":" + at.getColumnNumber();
    }
}
