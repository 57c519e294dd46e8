package org.doudi.server.vault;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keys in a file that tells nothing by itself: encrypted by a data key, which a key management service wraps. */
final class WrappedKeyFile implements KeyStore {
    private static final String CONTEXT = "vault.keys";
    private static final String HEAD = """
            # The keys of this platform, encrypted by a data key that a key management service wraps.
            # Without the service and this file the database cannot be read: keep a copy, apart from the backups.
            """;
    private static final String DATA_KEY = "wrapped ";
    private static final String KEYS = "keys ";

    private final SecretFile file;
    private final Kms kms;

    WrappedKeyFile(Path path, Kms kms) {
        this.file = new SecretFile(path);
        this.kms = kms;
    }

    /** Whether a text is one that this class wrote. */
    static boolean wrote(String text) {
        return text.lines().anyMatch(line -> line.startsWith(DATA_KEY));
    }

    /** Keeps a copy of a key file beside it. */
    static String copy(SecretFile file, String name) {
        SecretFile beside = file.beside(name);
        beside.write(file.read().orElseThrow());
        return beside.toString();
    }

    @Override
    public Optional<Keys> read() {
        return file.read().map(text -> {
            if (!wrote(text)) {
                throw new KeyFileException("The keys in " + file + " lie open, though doudi.vault.kms-command is set:"
                        + " run \"doudi keys wrap\" to have them wrapped");
            }
            SmVault opener = opener(kms.unwrap(line(text, DATA_KEY)));
            try {
                return KeyText.parse(opener.decrypt(CONTEXT, line(text, KEYS)), file.name());
            } catch (UnreadableException e) {
                throw new KeyFileException(
                        "The key management service gave another data key than the one of " + file.name(), e);
            }
        });
    }

    @Override
    public void write(Keys keys) {
        byte[] dataKey = Keys.random(Keys.FIELD_BYTES).getKey();
        byte[] wrapped = kms.wrap(dataKey);
        Base64.Encoder base64 = Base64.getEncoder();
        file.write(HEAD + DATA_KEY + base64.encodeToString(wrapped) + "\n" + KEYS
                + base64.encodeToString(opener(dataKey).encrypt(CONTEXT, KeyText.of(keys))) + "\n");
    }

    @Override
    public String keepAs(String name) {
        return copy(file, name);
    }

    private byte[] line(String text, String start) {
        try {
            return Base64.getDecoder()
                    .decode(text.lines()
                            .filter(l -> l.startsWith(start))
                            .findFirst()
                            .map(l -> l.substring(start.length()).strip())
                            .orElse("")
                            .getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(file.name() + " is damaged", e);
        }
    }

    private SmVault opener(byte[] dataKey) {
        if (dataKey.length != Keys.FIELD_BYTES) {
            throw new KeyFileException(
                    "The key management service gave " + dataKey.length + " bytes instead of a key for " + file.name());
        }
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        fields.put(1, new KeyParameter(dataKey));
        KeyParameter none = new KeyParameter(new byte[Keys.MAC_BYTES]);
        return new SmVault(new Keys(fields, none, null, none, new KeyParameter(new byte[Keys.FIELD_BYTES])));
    }
}
