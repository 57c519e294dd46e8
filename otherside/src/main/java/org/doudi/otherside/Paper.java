package org.doudi.otherside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A signed file: a line that says what it is, the header as JSON with its keys in the order that the handbook names, the signature of both, and rows as CSV.
 *
 * @param rows the cells of each row, the names of the columns first
 */
record Paper(String kind, Map<String, Object> header, String head, String signature, List<List<String>> rows) {
    static final String DELIVERY = "DOUDI-DELIVERY 1";
    static final String RECEIPT = "DOUDI-RECEIPT 1";
    static final String FEEDBACK = "DOUDI-FEEDBACK 1";
    static final String NOTHING = "0".repeat(64);
    private static final int BLOCK = 1000;
    /** A cell, in quotes or not, behind the begin of the line or a comma. */
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was wrong with a file. */
    static final class NotAsSigned extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotAsSigned(String why) {
            super(why);
        }
    }

    /** Reads a file that a key signed, and checks that it is whole. */
    static Paper read(byte[] file, String kind, PublicKey key) {
        String text = new String(file, StandardCharsets.UTF_8);
        String[] lines = text.split("\n", 4);
        if (lines.length < 4 || !lines[0].equals(kind)) {
            throw new NotAsSigned("not a " + kind);
        }
        Map<String, Object> header = header(lines[1]);
        if (!Seal.id(key).equals(header.get("signer"))
                || !Seal.fits(key, lines[0] + "\n" + lines[1] + "\n", lines[2])) {
            throw new NotAsSigned("signed by somebody else");
        }
        Map<?, ?> content = kind.equals(DELIVERY) && header.get("content") instanceof Map<?, ?> c ? c : header;
        if (!Seal.hash(lines[3]).equals(content.get("hash"))) {
            throw new NotAsSigned("the rows are others");
        }
        List<List<String>> rows = lines[3].lines().map(Paper::cells).toList();
        return new Paper(kind, header, lines[1], lines[2], rows);
    }

    private static Map<String, Object> header(String line) {
        try {
            return JSON.readValue(line, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new NotAsSigned("the header is not JSON");
        }
    }

    /** Signs a delivery or a receipt; what the rows are is told where that kind of file has it. */
    static Paper sign(String kind, Map<String, Object> said, List<List<String>> rows, KeyPair keys) {
        Map<String, Object> header = new LinkedHashMap<>(said);
        byte[] body = body(rows);
        if (kind.equals(DELIVERY)) {
            header.put("content", content(rows, body));
        } else {
            header.put("rows", rows.size() - 1);
            header.put("hash", Seal.hash(body));
        }
        header.put("signer", Seal.id(keys.getPublic()));
        try {
            String head = JSON.writeValueAsString(header);
            return new Paper(kind, header, head, Seal.sign(keys, kind + "\n" + head + "\n"), rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> content(List<List<String>> rows, byte[] body) {
        List<String> blocks = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BLOCK) {
            blocks.add(Seal.hash(body(rows.subList(from, Math.min(rows.size(), from + BLOCK)))));
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put(
                "rows",
                rows.stream()
                        .skip(1)
                        .filter(r -> !r.get(1).equals(Change.GONE.name()))
                        .count());
        content.put("added", count(rows, Change.ADDED));
        content.put("changed", count(rows, Change.CHANGED));
        content.put("gone", count(rows, Change.GONE));
        content.put("bytes", body.length);
        content.put("hash", Seal.hash(body));
        content.put("blocks", blocks);
        return content;
    }

    private static long count(List<List<String>> rows, Change change) {
        return rows.stream().skip(1).filter(r -> r.get(1).equals(change.name())).count();
    }

    /** What a row is against the list before. */
    enum Change {
        ADDED,
        CHANGED,
        SAME,
        GONE
    }

    private static byte[] body(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A line as it is written. */
    static String line(List<String> cells) {
        return String.join(",", cells.stream().map(Paper::cell).toList()) + "\n";
    }

    private static String cell(String text) {
        return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<String> cells(String line) {
        return CELL.matcher(line)
                .results()
                .map(cell ->
                        cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""))
                .toList();
    }

    /** The hash by which the next one and its receipts name it. */
    String hash() {
        return Seal.hash(kind + "\n" + head + "\n");
    }

    byte[] bytes() {
        byte[] begin = (kind + "\n" + head + "\n" + signature + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = body(rows);
        byte[] all = Arrays.copyOf(begin, begin.length + body.length);
        System.arraycopy(body, 0, all, begin.length, body.length);
        return all;
    }

    String text(String name) {
        return String.valueOf(header.get(name));
    }
}
