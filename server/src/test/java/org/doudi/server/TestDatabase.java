package org.doudi.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doudi.server.database.EmbeddedDatabase;
import org.doudi.server.database.Reach;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for all tests of a run, in a directory that goes away with it. */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path FOLDER = folder();
    private static final EmbeddedDatabase DATABASE = start(FOLDER);

    static EmbeddedDatabase start(Path folder) {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            FileSystemUtils.deleteRecursively(folder.toFile());
        }));
        return database;
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("doudi-test-db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the database is reached, also as the owner of the tables. */
    public static Reach reach() {
        return DATABASE.reach();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        use(context, DATABASE.reach());
    }

    static void use(ConfigurableApplicationContext context, Reach reach) {
        TestPropertyValues.of(
                        "doudi.database.url=" + reach.url(),
                        "doudi.database.owner-user=" + reach.owner().user(),
                        "doudi.database.owner-password=" + reach.owner().password(),
                        "doudi.database.app-user=" + reach.app().user(),
                        "doudi.database.app-password=" + reach.app().password(),
                        "doudi.vault.keys=" + FOLDER.resolve("keys"),
                        "doudi.today=2017-06-20",
                        // tests look at gaps themselves
                        "doudi.gaps.every=0s",
                        "doudi.repeats.every=0s",
                        // tests have the calendar work themselves
                        "doudi.reverification.every=0s")
                .applyTo(context);
    }
}
