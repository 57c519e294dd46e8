package org.doudi.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.NewAccount;

/** The list of the demonstration's accounts, for whoever tries it; readable by its owner only. */
final class AccountsFile {
    private static final String HEADER = "role,department,area,username,password,totpSecret\n";

    private AccountsFile() {}

    static void write(Path file, List<NewAccount> accounts) {
        StringBuilder text = new StringBuilder(HEADER);
        for (NewAccount account : accounts) {
            text.append(String.join(
                            ",",
                            account.officer().role().name(),
                            account.officer().department().name(),
                            account.officer().area().code(),
                            account.officer().username(),
                            quoted(account.password()),
                            account.totpSecret()))
                    .append('\n');
        }
        Path whole = file.toAbsolutePath();
        Path beside = whole.resolveSibling(whole.getFileName() + ".new");
        try {
            Files.createDirectories(whole.resolveSibling(".").normalize());
            Files.deleteIfExists(beside);
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._~-]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
