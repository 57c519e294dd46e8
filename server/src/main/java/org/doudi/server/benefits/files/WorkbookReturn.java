package org.doudi.server.benefits.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.jspecify.annotations.Nullable;

/** A return as a workbook ({@code .xlsx}): the first sheet, read row by row, with bounds on what a small file may unfold to. */
final class WorkbookReturn implements ReturnReader {
    private static final int MOST_PACKED = 64 << 20;
    private static final long MOST_UNPACKED = 512L << 20;
    private static final int MOST_TEXTS = 3_000_000;
    private static final int MOST_ENTRIES = 1_000;
    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 2_000;
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Override
    public @Nullable ReturnRow read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) throws IOException {
        byte[] packed = file.readNBytes(MOST_PACKED + 1);
        if (packed.length > MOST_PACKED) {
            throw new FileRefused(Cause.TOO_BIG, "xlsx");
        }
        List<String> texts = new ArrayList<>();
        part(packed, TEXTS, reader -> texts(reader, texts));
        ReturnTable table = new ReturnTable(rows);
        if (!part(packed, SHEET, reader -> sheet(reader, texts, table))) {
            throw new FileRefused(Cause.MALFORMED, SHEET);
        }
        table.end();
        return null;
    }

    /** Works through a part. */
    private interface Work {
        void on(XMLStreamReader reader) throws XMLStreamException;
    }

    private static boolean part(byte[] packed, String name, Work work) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            int entries = 0;
            long[] unpacked = {0};
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new FileRefused(Cause.TOO_BIG, "xlsx");
                }
                InputStream bounded = new BoundedInput(zip, MOST_UNPACKED, unpacked);
                if (entry.getName().equals(name)) {
                    parse(bounded, name, work);
                    return true;
                }
                bounded.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return false;
        } catch (ZipException | java.io.EOFException e) {
            throw new FileRefused(Cause.MALFORMED, "xlsx", e);
        }
    }

    private static void parse(InputStream in, String name, Work work) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            work.on(factory.createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            Throwable nested = e.getNestedException();
            if (nested instanceof FileRefused refused) {
                throw refused;
            }
            throw new FileRefused(Cause.MALFORMED, name, e);
        }
    }

    private static void texts(XMLStreamReader reader, List<String> texts) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            int event = next(reader, TEXTS);
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("si")) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.CHARACTERS) {
                append(text, reader, TEXTS);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("si")) {
                if (texts.size() == MOST_TEXTS) {
                    throw new FileRefused(Cause.TOO_BIG, TEXTS);
                }
                texts.add(text.toString());
            }
        }
    }

    private static void sheet(XMLStreamReader reader, List<String> texts, ReturnTable table) throws XMLStreamException {
        List<String> cells = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String type = "";
        String place = "1";
        int column = 0;
        int row = 0;
        while (reader.hasNext()) {
            int event = next(reader, place);
            if (event == XMLStreamConstants.CHARACTERS) {
                append(text, reader, place);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "row" -> {
                        cells.clear();
                        row++;
                        place = Integer.toString(row);
                    }
                    case "c" -> {
                        String kind = reader.getAttributeValue(null, "t");
                        type = kind == null ? "" : kind;
                        int named = ReturnTable.column(reader.getAttributeValue(null, "r"));
                        column = named < 0 ? cells.size() : named;
                        text.setLength(0);
                    }
                    default -> text.setLength(0);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "c" -> put(cells, column, value(type, text.toString(), texts, place), place);
                    case "row" -> {
                        if (cells.stream().anyMatch(c -> !c.isBlank())) {
                            table.row(cells, place);
                        }
                    }
                    default -> {
                        // the rest is dress
                    }
                }
            }
        }
    }

    private static void put(List<String> cells, int column, String value, String place) {
        if (column >= MOST_COLUMNS) {
            throw new FileRefused(Cause.COLUMNS, place);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    private static String value(String type, String text, List<String> texts, String place) {
        if (!type.equals("s")) {
            return text;
        }
        try {
            return texts.get(Integer.parseInt(text.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new FileRefused(Cause.MALFORMED, place, e);
        }
    }

    private static int next(XMLStreamReader reader, String place) throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new FileRefused(Cause.ENTITIES, place);
        }
        return event;
    }

    private static void append(StringBuilder text, XMLStreamReader reader, String place) {
        if (text.length() + reader.getTextLength() > LONGEST) {
            throw new FileRefused(Cause.TOO_LONG, place);
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }
}
