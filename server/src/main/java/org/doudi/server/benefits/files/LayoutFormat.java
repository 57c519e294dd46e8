package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.benefits.files.FileRefused.Cause;

/**
 * A bank's own layout, delimited or of fixed widths. A layout is a text of these lines:
 *
 * <pre>
 * encoding=GB18030
 * separator=|
 * header={message}|{date}|{count}|{sum}
 * row={number}|{reference}|{account}|{holder}|{amount}
 * trailer=
 * </pre>
 *
 * <p>A field may have a width in bytes: {@code {holder:60}} is filled with spaces behind, {@code {sum:>18}} before, {@code {fen:018}} with
 * zeros before. No value has the separator or a line's end in it, and none is cut.
 */
final class LayoutFormat implements BankFormat {
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "GB18030", "GBK");
    private static final Set<String> KEYS = Set.of("encoding", "separator", "header", "row", "trailer");
    private static final Pattern FIELD = Pattern.compile("\\{([a-z-]+)(?::(>|0)?([1-9][0-9]{0,2}))?\\}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String END = "\r\n";
    private static final Set<String> HEAD =
            Set.of("message", "date", "count", "sum", "sum-fen", "payer", "payer-account", "payer-bank");
    private static final Set<String> ROW = Set.of("number", "reference", "account", "bank", "holder", "amount", "fen");

    /** How a value is brought to its width. */
    private enum Fill {
        NONE,
        BEHIND,
        BEFORE,
        ZEROS
    }

    private record Part(String literal, String field, Fill fill, int width) {}

    private final Charset encoding;
    private final String separator;
    private final List<Part> header;
    private final List<Part> row;
    private final List<Part> trailer;

    private LayoutFormat(Charset encoding, String separator, List<Part> header, List<Part> row, List<Part> trailer) {
        this.encoding = encoding;
        this.separator = separator;
        this.header = header;
        this.row = row;
        this.trailer = trailer;
    }

    static LayoutFormat parse(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new FileRefused(Cause.LAYOUT, "layout", e);
        }
        for (String key : lines.stringPropertyNames()) {
            if (!KEYS.contains(key)) {
                throw new FileRefused(Cause.LAYOUT, key);
            }
        }
        String name = lines.getProperty("encoding", "");
        if (!ENCODINGS.contains(name)) {
            throw new FileRefused(Cause.LAYOUT, "encoding");
        }
        List<Part> row = parts("row", lines.getProperty("row", ""), ROW);
        if (row.stream().noneMatch(p -> p.field().equals("reference"))) {
            throw new FileRefused(Cause.LAYOUT, "row");
        }
        return new LayoutFormat(
                Charset.forName(name),
                lines.getProperty("separator", ""),
                parts("header", lines.getProperty("header", ""), HEAD),
                row,
                parts("trailer", lines.getProperty("trailer", ""), HEAD));
    }

    Charset encoding() {
        return encoding;
    }

    private static List<Part> parts(String key, String template, Set<String> fields) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = FIELD.matcher(template);
        int done = 0;
        while (matcher.find()) {
            String field = String.valueOf(matcher.group(1));
            if (!fields.contains(field)) {
                throw new FileRefused(Cause.LAYOUT, key + " {" + field + "}");
            }
            String fill = matcher.group(2);
            String width = matcher.group(3);
            Fill how = width == null
                    ? Fill.NONE
                    : fill == null ? Fill.BEHIND : fill.equals(">") ? Fill.BEFORE : Fill.ZEROS;
            parts.add(new Part(
                    template.substring(done, matcher.start()),
                    field,
                    how,
                    width == null ? 0 : Integer.parseInt(width)));
            done = matcher.end();
        }
        String rest = template.substring(done);
        if (rest.contains("{") || rest.contains("}")) {
            throw new FileRefused(Cause.LAYOUT, key + " " + rest);
        }
        if (!template.isEmpty()) {
            parts.add(new Part(rest, "", Fill.NONE, 0));
        }
        return List.copyOf(parts);
    }

    @Override
    public void write(FileHead head, Payments payments, OutputStream to) throws IOException {
        CharsetEncoder encoder = encoding.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Map<String, String> values = new HashMap<>();
        values.put("message", head.message());
        values.put("date", head.dueOn().format(DAY));
        values.put("count", Long.toString(head.transfers()));
        values.put("sum", yuan(head.fen()));
        values.put("sum-fen", Long.toString(head.fen()));
        values.put("payer", head.payer().name());
        values.put("payer-account", head.payer().account());
        values.put("payer-bank", head.payer().bank() == null ? "" : head.payer().bank());
        line(header, values, "header", encoder, to);
        long[] number = {0};
        payments.each(payment -> {
            number[0]++;
            Map<String, String> row = Map.of(
                    "number", Long.toString(number[0]),
                    "reference", payment.reference(),
                    "account", payment.number(),
                    "bank", payment.bank(),
                    "holder", payment.holder(),
                    "amount", yuan(payment.fen()),
                    "fen", Long.toString(payment.fen()));
            try {
                line(this.row, row, payment.reference(), encoder, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        line(trailer, values, "trailer", encoder, to);
    }

    private void line(
            List<Part> parts, Map<String, String> values, String place, CharsetEncoder encoder, OutputStream to)
            throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        for (Part part : parts) {
            to.write(bytes(part.literal(), place, encoder));
            if (!part.field().isEmpty()) {
                field(part, values.getOrDefault(part.field(), ""), place, encoder, to);
            }
        }
        to.write(END.getBytes(encoding));
    }

    private void field(Part part, String value, String place, CharsetEncoder encoder, OutputStream to)
            throws IOException {
        if ((!separator.isEmpty() && value.contains(separator)) || value.chars().anyMatch(c -> c < ' ')) {
            throw new FileRefused(Cause.CHARACTERS, place);
        }
        byte[] bytes = bytes(value, place, encoder);
        if (part.fill() == Fill.NONE) {
            to.write(bytes);
            return;
        }
        int missing = part.width() - bytes.length;
        if (missing < 0) {
            throw new FileRefused(Cause.TOO_LONG, place + " {" + part.field() + "}");
        }
        if (part.fill() == Fill.BEHIND) {
            to.write(bytes);
        }
        byte[] filler = (part.fill() == Fill.ZEROS ? "0" : " ").repeat(missing).getBytes(encoding);
        to.write(filler);
        if (part.fill() != Fill.BEHIND) {
            to.write(bytes);
        }
    }

    private static byte[] bytes(String text, String place, CharsetEncoder encoder) {
        try {
            ByteBuffer buffer = encoder.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new FileRefused(Cause.CHARACTERS, place, e);
        }
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
