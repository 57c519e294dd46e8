package org.doudi.server.database;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.vault.KeyFileException;
import org.doudi.server.vault.KeyRing;
import org.doudi.server.vault.SealBrokenException;
import org.doudi.server.vault.VaultConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** What the commands on the database have in common: words, settings, and one line for a failure. */
final class CommandLine {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;
    private static final String PASSPHRASE = "DOUDI_BACKUP_PASSPHRASE";

    private final List<String> words = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private @Nullable String keys;

    /** What the commands need of the platform: its settings and its keys. */
    @EnableConfigurationProperties(DatabaseSettings.class)
    @Import(VaultConfiguration.class)
    static class Parts {}

    /** A command's work. */
    interface Work {
        void with(KeyRing keys, DatabaseSettings settings) throws IOException, SQLException;
    }

    CommandLine(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean more = i + 1 < arguments.size();
            if (word.startsWith("--data=")) {
                settings.add("--doudi.database.data=" + word.substring("--data=".length()));
            } else if (word.equals("--data") && more) {
                i++;
                settings.add("--doudi.database.data=" + arguments.get(i));
            } else if (word.equals("--keys") && more) {
                i++;
                keys = arguments.get(i);
            } else if (word.startsWith("--doudi.")) {
                settings.add(word);
            } else if (word.startsWith("-")) {
                options.add(word);
            } else {
                words.add(word);
            }
        }
    }

    /** The words that are no option. */
    List<String> words() {
        return words;
    }

    /** The options without a value. */
    List<String> options() {
        return options;
    }

    /** The value of {@code --keys}. */
    @Nullable
    String keys() {
        return keys;
    }

    /** The passphrase from the environment; an empty one is none. */
    static @Nullable String passphrase() {
        String passphrase = System.getenv(PASSPHRASE);
        return passphrase == null || passphrase.isEmpty() ? null : passphrase;
    }

    int run(Work work, PrintStream err) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=warn")
                .run(settings.toArray(String[]::new))) {
            work.with(context.getBean(KeyRing.class), context.getBean(DatabaseSettings.class));
            return DONE;
        } catch (DatabaseRefusedException | KeyFileException | SealBrokenException | IOException | SQLException e) {
            err.println("doudi: "
                    + (e instanceof java.nio.file.NoSuchFileException
                            ? e.getMessage() + ": there is no such file"
                            : e.getMessage()));
            return FAILED;
        }
    }
}
