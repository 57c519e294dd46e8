package org.doudi.cli.demodata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.cli.demodata.Scale.Ground;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.Progress;
import org.doudi.policy.Gap;

/** Makes a folder of lists up, with the truth beside it. The same scale and seed give the same bytes. */
public final class DemoFolder {
    /** The day for which the households are made up; on other days other parameters hold and the truth file is void. */
    public static final LocalDate AS_OF = LocalDate.of(2017, 6, 20);

    private DemoFolder() {}

    /** What was written. */
    public record Written(int households, int persons, Map<String, Integer> rows, Map<Gap.Kind, Integer> gaps) {}

    /**
     * Writes the folder, whole or not at all.
     *
     * @throws org.doudi.cli.folder.ForeignFolder if the folder holds something else
     */
    public static Written write(Path dir, Scale scale, long seed, Progress progress) throws IOException {
        return write(dir, scale.grounds(Divisions.load()), scale, seed, progress);
    }

    /** Whether the folder already holds what this scale and seed would give. */
    public static boolean holds(Path dir, Scale scale, long seed) throws IOException {
        return Manifest.describes(dir, scale, seed);
    }

    static Written write(Path dir, List<Ground> grounds, Scale scale, long seed, Progress progress) throws IOException {
        try (FreshFolder folder = FreshFolder.in(dir, Manifest.FILE, Manifest.FORMAT)) {
            folder.folder("truth");
            Names names = Names.load();
            Population population = new Population(seed, names, AS_OF);
            Written written;
            FactsSink facts = new FactsSink(AS_OF, folder);
            ListSink lists = new ListSink(seed, names, folder);
            try (facts;
                    lists) {
                settle(grounds, population, facts, lists, progress);
            }
            written = new Written(facts.households(), facts.persons(), Manifest.byFile(lists.rows()), facts.gaps());
            Manifest.write(folder, scale, seed, AS_OF, written);
            folder.publish();
            return written;
        } finally {
            progress.end();
        }
    }

    private static void settle(List<Ground> grounds, Population population, Sink facts, Sink lists, Progress progress)
            throws IOException {
        progress.begin("造数据", grounds.size());
        try (Conveyor toFacts = new Conveyor("facts", facts);
                Conveyor toLists = new Conveyor("lists", lists)) {
            for (int i = 0; i < grounds.size(); i++) {
                List<Family> village = population.settle(grounds.get(i));
                toFacts.put(village);
                toLists.put(village);
                progress.at(i + 1L);
            }
            toFacts.finish();
            toLists.finish();
        }
    }
}
