package org.doudi.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doudi.server.database.OwnerFile;
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
        try {
            Files.createDirectories(whole.resolveSibling(".").normalize());
            OwnerFile.write(whole, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9._~-]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
