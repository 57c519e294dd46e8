package org.doudi.linkage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.fields.FieldEngine;
import org.doudi.linkage.person.PersonEngine;
import org.doudi.linkage.person.PersonList;

/** Links lists of people, and lists of anything a schema describes. */
public final class Linker {
    private final Workers workers;
    private final Progress progress;

    /** With so many threads; the answer does not depend on their number. */
    public Linker(int threads, Progress progress) {
        this.workers = new Workers(threads);
        this.progress = progress;
    }

    /**
     * Finds who of the left list is who of the right list.
     *
     * @throws org.doudi.linkage.table.UnreadableList if one of the lists cannot be used
     */
    public Linkage link(Path left, Path right, Assignment.Shape shape) throws IOException {
        StageClock clock = new StageClock(progress);
        clock.begin("read");
        Path[] files = {left, right};
        PersonList[] lists = new PersonList[2];
        try {
            workers.run(2, i -> lists[i] = read(files[i]));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new PersonEngine(workers, clock).link(lists[0], lists[1], shape);
    }

    /** The same for lists already read. The rows are adapted to each other in place: whoever needs them again links a copy. */
    public Linkage link(PersonList left, PersonList right, Assignment.Shape shape) {
        return new PersonEngine(workers, new StageClock(progress)).link(left, right, shape);
    }

    /**
     * Finds the rows of one list that are the same person.
     *
     * @throws org.doudi.linkage.table.UnreadableList if the list cannot be used
     */
    public Linkage dedupe(Path file) throws IOException {
        StageClock clock = new StageClock(progress);
        clock.begin("read");
        return new PersonEngine(workers, clock).dedupe(PersonList.read(file));
    }

    /** The same for a list already read. */
    public Linkage dedupe(PersonList list) {
        return new PersonEngine(workers, new StageClock(progress)).dedupe(list);
    }

    /**
     * Links two lists of records that a schema describes.
     *
     * @throws org.doudi.linkage.table.UnreadableList if a list or the schema cannot be used
     */
    public Linkage link(Path config, Path left, Path right, Assignment.Shape shape) throws IOException {
        StageClock clock = new StageClock(progress);
        clock.begin("read");
        return new FieldEngine(config, workers, clock).link(left, right, shape);
    }

    /**
     * Finds the duplicates of a list of records that a schema describes.
     *
     * @throws org.doudi.linkage.table.UnreadableList if the list or the schema cannot be used
     */
    public Linkage dedupe(Path config, Path file) throws IOException {
        StageClock clock = new StageClock(progress);
        clock.begin("read");
        return new FieldEngine(config, workers, clock).dedupe(file);
    }

    private static PersonList read(Path file) {
        try {
            return PersonList.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
