package org.doudi.cli.demodata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.doudi.cli.demodata.Scale.Ground;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.folder.Progress;

/** A folder of made-up lists about a few villages, for tests. */
public final class SomeVillages {
    private SomeVillages() {}

    /** Writes the folder for so many villages, beginning with one of the city's. */
    public static void write(Path dir, int first, int villages, long seed) throws IOException {
        List<Ground> grounds = Scale.CITY.grounds(Divisions.load()).subList(first, first + villages);
        DemoFolder.write(dir, grounds, Scale.CITY, seed, Progress.silent());
    }
}
