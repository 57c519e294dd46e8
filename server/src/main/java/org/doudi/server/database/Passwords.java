package org.doudi.server.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The embedded database's passwords: random, one a role, in a file beside the data. */
record Passwords(String superuser, String owner, String app) {
    private static final int BYTES = 24;

    static Passwords in(Path file) throws IOException {
        if (Files.notExists(file)) {
            OwnerFile.write(
                    file,
                    "# The passwords of the embedded database's roles. Keep this file with the data.\n" + "postgres="
                            + random() + "\ndoudi=" + random() + "\ndoudi_app=" + random() + "\n");
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        }
        return new Passwords(need(lines, "postgres", file), need(lines, "doudi", file), need(lines, "doudi_app", file));
    }

    private static String need(Properties lines, String role, Path file) throws IOException {
        String password = lines.getProperty(role, "");
        // they are put into statements as they are
        if (!password.matches("[0-9a-f]{16,128}")) {
            throw new IOException("the file " + file + " has no password of ours for " + role);
        }
        return password;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Passwords are not for logs. */
    @Override
    public String toString() {
        return "passwords";
    }
}
