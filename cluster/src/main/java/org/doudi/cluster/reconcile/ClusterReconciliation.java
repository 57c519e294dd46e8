package org.doudi.cluster.reconcile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cli.reconcile.Findings;
import org.doudi.cli.reconcile.InputFolder;
import org.doudi.cli.reconcile.InputProblem;
import org.doudi.cli.reconcile.Links;
import org.doudi.cli.reconcile.Lists;
import org.doudi.cli.reconcile.Overview;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cli.reconcile.Quality;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollBook;
import org.doudi.cli.reconcile.Tally;
import org.doudi.cluster.households.LineParts;
import org.doudi.cluster.households.ShippedPack;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.link.Ties;
import org.doudi.cluster.lists.BesideList;
import org.doudi.cluster.lists.PartedLists;
import org.doudi.linkage.Progress;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.UnreadableList;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/** Reads a folder, links its lists, assesses its households: what one machine does, on many. The driver sees counts only. */
public final class ClusterReconciliation {
    private final JavaSparkContext spark;
    private final PartedLists reader;
    private final Cutting cutting;
    private final Progress progress;
    private final InputFolder folder;
    private final LocalDate asOf;
    private final List<JavaRDD<List<InputProblem>>> problems = new ArrayList<>();
    private final Map<Roll, Links.Counts> counts = new EnumMap<>(Roll.class);
    private final Set<Roll> unreadable = EnumSet.noneOf(Roll.class);
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long cutRows;
    private long began = System.nanoTime();

    /** How many parts so many bytes are cut into. */
    @FunctionalInterface
    public interface Cutting {
        /** At most {@code bytesAPart} in each, if nothing else was asked for. */
        int parts(long bytes, long bytesAPart);
    }

    /** Opens a folder. */
    public ClusterReconciliation(JavaSparkContext spark, String dir, LocalDate asOf, Cutting cutting, Progress progress)
            throws IOException {
        this.spark = spark;
        this.reader = new PartedLists(spark);
        this.cutting = cutting;
        this.progress = progress;
        this.folder = InputFolder.open(dir, new ClusterPlace(spark.hadoopConfiguration()));
        this.asOf = asOf;
    }

    /** Reconciles the folder; the parameters are those of {@code pack}, which {@code shipped} are too. */
    public ClusterResult run(ParameterPack pack, ShippedPack shipped) throws IOException {
        progress.stage("members");
        BesideList<PersonRows, PersonBook> persons =
                reader.read(folder.persons(), parts(folder.persons()), Books.members());
        take(folder.persons(), persons.parts().map(part -> part.beside().rejects()));
        take(folder.persons(), persons.parts().map(part -> part.beside().brokenRows()));
        take(folder.persons(), persons.parts().map(part -> part.linked().rejects()));
        lap("读各户的人");
        int partitions = persons.parts().getNumPartitions();
        List<JavaRDD<LinkedPart>> rolls = new ArrayList<>();
        for (Map.Entry<Roll, String> list : folder.lists().entrySet()) {
            progress.stage(list.getKey().stem());
            link(list.getKey(), list.getValue(), persons, rolls);
        }
        JavaRDD<LinkedPart> linked = rolls.isEmpty() ? spark.emptyRDD() : together(rolls, persons, partitions);
        StrangerSearch.Found strangers = new StrangerSearch(spark, partitions).found(linked);
        Quality quality = ListQuality.of(linked);
        lap("认出名单上的人");
        progress.stage("households");
        JavaRDD<RollsPart> entries = RollsPart.of(linked, partitions);
        quality.addAll(ListQuality.sum(entries.map(RollsPart::quality)));
        Lists lists = folder.named(unreadable);
        LineParts lines = LineParts.of(spark);
        int many = cutting.parts(LineParts.bytes(spark, folder.households()), PartedLists.BYTES_A_PART);
        JavaRDD<Findings> found = new HouseholdSearch(shipped, asOf, lists, partitions)
                .findings(lines, lines.cut(spark, folder.households(), many), persons.parts(), entries);
        quality.addAll(ListQuality.sum(found.map(Findings::quality)));
        Tally tally =
                found.aggregate(new Tally(), (sum, part) -> added(sum, part.tally()), ClusterReconciliation::added);
        problems.add(found.map(Findings::problems));
        lap("核算各户");
        long unused = 0;
        for (JavaRDD<List<InputProblem>> some : problems) {
            unused += some.map(part -> (long) part.size()).fold(0L, Long::sum);
        }
        Overview overview =
                new Overview(lists, asOf, pack, counts, strangers.people(), tally, quality, unused, seconds);
        return new ClusterResult(overview, linked, strangers, found, problems, cutRows);
    }

    private int parts(String file) throws IOException {
        return cutting.parts(reader.bytes(file), PartedLists.BYTES_A_PART);
    }

    private static Tally added(Tally sum, Tally more) {
        sum.addAll(more);
        return sum;
    }

    private void take(String file, JavaRDD<List<Reject>> rejects) {
        String name = InputFolder.shortName(file);
        problems.add(rejects.map(part ->
                part.stream().map(reject -> InputProblem.of(name, reject)).toList()));
    }

    private void link(
            Roll roll, String file, BesideList<PersonRows, PersonBook> persons, List<JavaRDD<LinkedPart>> rolls)
            throws IOException {
        BesideList<PersonRows, RollBook> list;
        try {
            list = reader.read(file, parts(file), Books.rows(roll));
        } catch (Exception e) {
            UnreadableList told = unreadable(e);
            if (told == null) {
                throw e;
            }
            unreadable.add(roll);
            InputProblem problem = InputProblem.ofFile(InputFolder.shortName(file), String.valueOf(told.getMessage()));
            problems.add(spark.parallelize(List.of(List.of(problem)), 1));
            return;
        }
        ClusterLinker<PersonRows> linker =
                ClusterLinker.ofPeople(spark, persons.parts().getNumPartitions(), new StageClock(Progress.SILENT));
        Ties ties = linker.ties(list.list(), persons.list(), Assignment.Shape.MANY_TO_ONE);
        JavaRDD<LinkedPart> linked = new RollLinking(ties.numbering(), spark.broadcast(ties.weights()))
                .linked(list.parts(), persons.parts(), ties)
                .persist(StorageLevel.MEMORY_AND_DISK());
        counts.put(roll, linked.map(part -> part.links().counts()).reduce(Links.Counts::with));
        cutRows += linker.cutRows();
        rolls.add(linked);
        take(file, list.parts().map(part -> part.linked().rejects()));
        take(file, list.parts().map(part -> part.beside().rejects()));
    }

    private static @Nullable UnreadableList unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableList told) {
                return told;
            }
        }
        return null;
    }

    private JavaRDD<LinkedPart> together(
            List<JavaRDD<LinkedPart>> rolls, BesideList<PersonRows, PersonBook> persons, int partitions) {
        JavaRDD<LinkedPart> all = rolls.get(0);
        for (JavaRDD<LinkedPart> more : rolls.subList(1, rolls.size())) {
            all = all.union(more);
        }
        return new NamesakeSearch(partitions).found(all, persons.parts()).persist(StorageLevel.MEMORY_AND_DISK());
    }

    private void lap(String step) {
        long now = System.nanoTime();
        seconds.put(step, (now - began) / 1e9);
        began = now;
    }
}
