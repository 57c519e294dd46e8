package org.doudi.server.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;

/** The file that the keys lie in: one a line, readable by its owner only. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final String HEAD = """
            # The keys of this platform. Without them the encrypted fields of its database cannot be read again:
            # keep a copy in a safe place, apart from the backups of the database. Lines: purpose, number, key.
            """;

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    /** Reads the keys; makes them when there is no file yet. */
    Keys readOrCreate() {
        try {
            if (Files.notExists(path)) {
                write(fresh());
            }
            return read();
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Adds a key for fields, which encrypts from the next start on; the older ones still decrypt. */
    Keys rotate() {
        Keys keys = readOrCreate().withNewField(random(Keys.FIELD_BYTES));
        try {
            write(keys);
        } catch (IOException e) {
            throw new KeyFileException("The key file " + path + " cannot be written: " + e.getMessage(), e);
        }
        return keys;
    }

    private Keys read() throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.removeAll(EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
        if (!permissions.isEmpty()) {
            throw new KeyFileException(
                    "The key file " + path + " is open to others than its owner: run chmod 600 on it, and if others"
                            + " could have read it, rotate the keys");
        }
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        NavigableMap<String, KeyParameter> single = new TreeMap<>();
        int number = 0;
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.trim().split(" ", -1);
            if (words.length != 3 || !words[1].matches("[1-9]\\d{0,2}") || !words[2].matches("([0-9a-f]{2})+")) {
                throw new KeyFileException("line " + number + " of the key file " + path + " is not a key");
            }
            KeyParameter key = new KeyParameter(HexFormat.of().parseHex(words[2]));
            int length = words[0].equals("field") || words[0].equals("backup") ? Keys.FIELD_BYTES : Keys.MAC_BYTES;
            KeyParameter before =
                    words[0].equals("field") ? fields.put(Integer.valueOf(words[1]), key) : single.put(words[0], key);
            if (key.getKeyLength() != length || before != null) {
                throw new KeyFileException(
                        "line " + number + " of the key file " + path + " is too short, too long or there twice");
            }
        }
        return new Keys(fields, need(single, "index"), need(single, "seal"), need(single, "backup"));
    }

    private KeyParameter need(NavigableMap<String, KeyParameter> keys, String purpose) {
        KeyParameter key = keys.get(purpose);
        if (key == null) {
            throw new KeyFileException("The key file " + path + " has no key \"" + purpose + "\"");
        }
        return key;
    }

    private static Keys fresh() {
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        fields.put(1, random(Keys.FIELD_BYTES));
        return new Keys(fields, random(Keys.MAC_BYTES), random(Keys.MAC_BYTES), random(Keys.FIELD_BYTES));
    }

    private static KeyParameter random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return new KeyParameter(bytes);
    }

    /** Writes beside and moves over, so that no crash leaves half a key file. */
    private void write(Keys keys) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        keys.fields().forEach((number, key) -> line(text, "field", number, key));
        line(text, "index", 1, keys.index());
        line(text, "seal", 1, keys.seal());
        line(text, "backup", 1, keys.backup());
        Path target = path.toAbsolutePath();
        Path folder = target.resolveSibling(".");
        Files.createDirectories(folder.normalize());
        Path beside = target.resolveSibling(target.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel file = FileChannel.open(
                beside,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
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
