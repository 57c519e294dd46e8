package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.folder.Progress;
import org.doudi.linkage.Linker;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.UnreadableList;
import org.doudi.policy.parameters.ParameterPack;

/** Reads a folder, links its lists, assesses its households. */
public final class Reconciliation {
    private final InputFolder folder;
    private final LocalDate asOf;
    private final ParameterPack pack;
    private final int threads;
    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final List<InputProblem> problems = new ArrayList<>();
    private final Quality quality = new Quality();
    private final Map<Roll, RollBook> books = new EnumMap<>(Roll.class);
    private final Map<Roll, Links> links = new EnumMap<>(Roll.class);
    private final Set<Roll> unreadable = EnumSet.noneOf(Roll.class);
    private long began = System.nanoTime();

    private Reconciliation(InputFolder folder, LocalDate asOf, ParameterPack pack, int threads, Progress progress) {
        this.folder = folder;
        this.asOf = asOf;
        this.pack = pack;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Reconciles a folder.
     *
     * @throws UnreadableList when the households or the persons cannot be used at all
     */
    public static Reconciled of(Path dir, LocalDate asOf, ParameterPack pack, int threads, Progress progress)
            throws IOException {
        return new Reconciliation(InputFolder.open(dir), asOf, pack, threads, progress).run();
    }

    private Reconciled run() throws IOException {
        progress.begin("读各户的人", 0);
        // the linkage packs the persons while we read their names
        CompletableFuture<PersonList> packing = CompletableFuture.supplyAsync(() -> pack(Path.of(folder.persons())));
        PersonBook persons = PersonBook.read(Path.of(folder.persons()));
        Linking linking = Linking.with(new Linker(threads, stage -> progress.at(0)), packed(packing), persons);
        take(folder.persons(), persons.rejects());
        take(folder.persons(), persons.brokenRows());
        take(folder.persons(), linking.personList().rejects());
        lap("读各户的人");
        Map<String, HouseholdRolls> rolls = link(persons, linking);
        Strangers strangers = Strangers.find(books, links, threads);
        lap("认出名单上的人");
        Lists lists = folder.named(unreadable);
        HouseholdLines lines = new HouseholdLines(pack, asOf, lists, persons, rolls);
        Findings found = Assessing.assess(lines, Path.of(folder.households()), threads, progress);
        lap("核算各户");
        problems.addAll(found.problems());
        quality.addAll(found.quality());
        Map<Roll, Links.Counts> counts = new EnumMap<>(Roll.class);
        links.forEach((roll, linked) -> counts.put(roll, linked.counts()));
        Overview overview = new Overview(
                lists, asOf, pack, counts, strangers.people(), found.tally(), quality, problems.size(), seconds);
        return new Reconciled(overview, persons, books, links, strangers, found, problems);
    }

    private static PersonList pack(Path file) {
        try {
            return PersonList.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PersonList packed(CompletableFuture<PersonList> packing) throws IOException {
        try {
            return packing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException disk) {
                throw disk.getCause();
            }
            if (e.getCause() instanceof UnreadableList unusable) {
                throw unusable;
            }
            throw e;
        }
    }

    private Map<String, HouseholdRolls> link(PersonBook persons, Linking linking) throws IOException {
        Map<String, HouseholdRolls> households = new HashMap<>();
        RowCheck check = new RowCheck(persons, quality);
        Namesakes namesakes = new Namesakes(persons, Divisions.load());
        int done = 0;
        progress.begin("认出名单上的人", folder.lists().size());
        for (Map.Entry<Roll, String> list : folder.lists().entrySet()) {
            Roll roll = list.getKey();
            try {
                RollBook book = RollBook.read(roll, Path.of(list.getValue()));
                Linking.Linked linked = linking.link(Path.of(list.getValue()), book);
                take(list.getValue(), linked.list().rejects());
                take(list.getValue(), book.rejects());
                books.put(roll, book);
                links.put(roll, linked.links());
                check.check(book, linked.links());
                check.duplicates(book, linked.links());
                namesakes.hint(book, linked.links());
                RollFiller.fill(
                        book,
                        linked.links(),
                        persons,
                        (household, claim) -> households
                                .computeIfAbsent(household, id -> new HouseholdRolls())
                                .take(claim, quality));
            } catch (UnreadableList e) {
                unreadable.add(roll);
                problems.add(
                        InputProblem.ofFile(InputFolder.shortName(list.getValue()), String.valueOf(e.getMessage())));
            }
            progress.at(++done);
        }
        return households;
    }

    private void take(String file, List<Reject> rejects) {
        for (Reject reject : rejects) {
            problems.add(InputProblem.of(InputFolder.shortName(file), reject));
        }
    }

    private void lap(String step) {
        long now = System.nanoTime();
        seconds.put(step, (now - began) / 1e9);
        began = now;
    }
}
