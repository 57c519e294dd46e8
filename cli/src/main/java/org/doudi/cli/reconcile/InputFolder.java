package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/**
 * A folder of households and lists, as {@code doudi demo-data} writes one; the names of the files say what they are.
 *
 * @param households the file of the households
 * @param persons the list of their members
 * @param lists the rolls that are there
 * @param madeUp whether they are made up
 */
public record InputFolder(String households, String persons, Map<Roll, String> lists, boolean madeUp) {
    /** The file system that the folder lies in. */
    public interface Place {
        /** Whether there is such a folder. */
        boolean isFolder(String name) throws IOException;

        /** Whether there is anything of that name. */
        boolean exists(String name) throws IOException;

        /** Whether there is such a file, or what stands for one here. */
        boolean isList(String name) throws IOException;

        /** The text of a small file. */
        String text(String name) throws IOException;

        /** The endings of lists, the first choice first. */
        List<String> endings();
    }

    /** The files of this machine. */
    private static final Place THIS_MACHINE = new Place() {
        @Override
        public boolean isFolder(String name) {
            return Files.isDirectory(Path.of(name));
        }

        @Override
        public boolean exists(String name) {
            return Files.exists(Path.of(name));
        }

        @Override
        public boolean isList(String name) {
            return Files.isRegularFile(Path.of(name));
        }

        @Override
        public String text(String name) throws IOException {
            return Files.readString(Path.of(name));
        }

        @Override
        public List<String> endings() {
            return List.of(".csv", ".xlsx");
        }
    };

    static InputFolder open(Path dir) throws IOException {
        return open(dir.toString(), THIS_MACHINE);
    }

    /**
     * Looks for the files.
     *
     * @throws UnreadableList when the households or the persons are not there
     */
    public static InputFolder open(String dir, Place place) throws IOException {
        if (!place.isFolder(dir)) {
            String problem = place.exists(dir) ? "this is a file" : "there is no such folder";
            throw new UnreadableList(
                    Path.of(dir), 0, problem, "Name the folder with households.jsonl, persons.csv and the lists");
        }
        String in = dir.endsWith("/") ? dir : dir + "/";
        String households = in + "households.jsonl";
        if (!place.isList(households)) {
            throw new UnreadableList(
                    Path.of(households),
                    0,
                    "there is no such file",
                    "Put the households' facts there, one JSON object a line");
        }
        String persons = list(in, "persons", place);
        if (persons == null) {
            throw new UnreadableList(
                    Path.of(in + "persons.csv"),
                    0,
                    "there is no such file",
                    "Put the names and id numbers of the households' members there");
        }
        Map<Roll, String> lists = new EnumMap<>(Roll.class);
        for (Roll roll : Roll.values()) {
            String file = list(in, roll.stem(), place);
            if (file != null) {
                lists.put(roll, file);
            }
        }
        String manifest = in + "manifest.json";
        boolean madeUp = place.isList(manifest) && place.text(manifest).contains("\"madeUp\"");
        return new InputFolder(households, persons, lists, madeUp);
    }

    private static @Nullable String list(String in, String stem, Place place) throws IOException {
        for (String ending : place.endings()) {
            if (place.isList(in + stem + ending)) {
                return in + stem + ending;
            }
        }
        return null;
    }

    /** The name of a file without its folder. */
    public static String shortName(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The lists by name. */
    public Lists named(Set<Roll> unreadable) {
        Map<Roll, String> names = new EnumMap<>(Roll.class);
        lists.forEach((roll, file) -> names.put(roll, shortName(file)));
        return new Lists(shortName(households), names, unreadable, madeUp);
    }
}
