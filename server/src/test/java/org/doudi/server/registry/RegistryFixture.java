package org.doudi.server.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;

/** A made-up village of demo-data in the test database, and officers who look at it. */
public final class RegistryFixture {
    private RegistryFixture() {}

    /** The township in which the village lies. */
    public static final String TOWNSHIP = "210921100";

    /** Loads the village once. */
    public static void load(RegistryLoader loader, Households households) {
        if (as(Role.TOWNSHIP_CLERK, TOWNSHIP, households::count) == 0) {
            loader.load(folder());
        }
    }

    /** Works as somebody. */
    public static <T> T as(Role role, String area, Supplier<T> work) {
        return Scope.as(officer(role, area), work);
    }

    /** Somebody. */
    public static Officer officer(Role role, String area) {
        return new Officer(new OfficerId(900), "test", "王海燕", role, new Area(area));
    }

    /** The folder. */
    public static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(RegistryFixture.class.getResource("/registry/village"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of the list of persons. */
    public static List<String[]> persons() {
        try {
            return Files.readAllLines(folder().resolve("persons.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
