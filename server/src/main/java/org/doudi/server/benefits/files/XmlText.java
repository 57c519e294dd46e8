package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Writes elements as text as they come, so that no document is ever whole in memory. Before the end of one element something is put in. */
final class XmlText extends DefaultHandler {
    private final Writer to;
    private final String insertAtEndOf;
    private final Runnable insertion;

    XmlText(Writer to, String insertAtEndOf, Runnable insertion) {
        this.to = to;
        this.insertAtEndOf = insertAtEndOf;
        this.insertion = insertion;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) {
        put("<" + localName);
        for (int i = 0; i < attributes.getLength(); i++) {
            put(" " + attributes.getLocalName(i) + "=\"");
            escape(attributes.getValue(i));
            put("\"");
        }
        put(">");
    }

    @Override
    public void endElement(String uri, String localName, String name) {
        if (localName.equals(insertAtEndOf)) {
            insertion.run();
        }
        put("</" + localName + ">");
    }

    @Override
    public void characters(char[] text, int start, int length) {
        escape(new String(text, start, length));
    }

    void put(String text) {
        try {
            to.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void escape(String text) {
        put(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;"));
    }
}
