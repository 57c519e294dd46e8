package org.doudi.server.vault;

import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;

/** Keys as lines: purpose, number, key. */
final class KeyText {
    private static final String HEAD = """
            # The keys of this platform. Without them the encrypted fields of its database cannot be read again:
            # keep a copy in a safe place, apart from the backups of the database. Lines: purpose, number, key.
            """;

    private KeyText() {}

    static String of(Keys keys) {
        StringBuilder text = new StringBuilder(HEAD);
        keys.fields().forEach((number, key) -> line(text, "field", number, key));
        line(text, "index", 1, keys.index());
        KeyParameter next = keys.nextIndex();
        if (next != null) {
            line(text, "next-index", 1, next);
        }
        line(text, "seal", 1, keys.seal());
        line(text, "backup", 1, keys.backup());
        return text.toString();
    }

    /**
     * Reads such lines.
     *
     * @param where what to call them in a message
     */
    static Keys parse(String text, String where) {
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        NavigableMap<String, KeyParameter> single = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.trim().split(" ", -1);
            if (words.length != 3 || !words[1].matches("[1-9]\\d{0,2}") || !words[2].matches("([0-9a-f]{2})+")) {
                throw new KeyFileException("line " + number + " of " + where + " is not a key");
            }
            KeyParameter key = new KeyParameter(HexFormat.of().parseHex(words[2]));
            int length = words[0].equals("field") || words[0].equals("backup") ? Keys.FIELD_BYTES : Keys.MAC_BYTES;
            KeyParameter before =
                    words[0].equals("field") ? fields.put(Integer.valueOf(words[1]), key) : single.put(words[0], key);
            if (key.getKeyLength() != length || before != null) {
                throw new KeyFileException(
                        "line " + number + " of " + where + " is too short, too long or there twice");
            }
        }
        return new Keys(
                fields,
                need(single, "index", where),
                single.get("next-index"),
                need(single, "seal", where),
                need(single, "backup", where));
    }

    private static KeyParameter need(NavigableMap<String, KeyParameter> keys, String purpose, String where) {
        KeyParameter key = keys.get(purpose);
        if (key == null) {
            throw new KeyFileException(where + " has no key \"" + purpose + "\"");
        }
        return key;
    }

    private static void line(StringBuilder text, String purpose, int number, KeyParameter key) {
        text.append(purpose)
                .append(' ')
                .append(number)
                .append(' ')
                .append(HexFormat.of().formatHex(key.getKey()))
                .append('\n');
    }
}
