package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** A folder of households and lists, as {@code doudi demo-data} writes one; the names of the files say what they are. */
record InputFolder(Path dir, Path households, Path persons, Map<Roll, Path> lists, boolean madeUp) {
    private static final List<String> ENDINGS = List.of(".csv", ".xlsx");

    /**
     * Looks for the files.
     *
     * @throws UnreadableList when the households or the persons are not there
     */
    static InputFolder open(Path dir) throws IOException {
        if (!Files.isDirectory(dir)) {
            String problem = Files.exists(dir) ? "this is a file" : "there is no such folder";
            throw new UnreadableList(
                    dir, 0, problem, "Name the folder with households.jsonl, persons.csv and the lists");
        }
        Path households = dir.resolve("households.jsonl");
        if (!Files.isRegularFile(households)) {
            throw new UnreadableList(
                    households, 0, "there is no such file", "Put the households' facts there, one JSON object a line");
        }
        Path persons = list(dir, "persons");
        if (persons == null) {
            throw new UnreadableList(
                    dir.resolve("persons.csv"),
                    0,
                    "there is no such file",
                    "Put the names and id numbers of the households' members there");
        }
        Map<Roll, Path> lists = new EnumMap<>(Roll.class);
        for (Roll roll : Roll.values()) {
            Path file = list(dir, roll.stem());
            if (file != null) {
                lists.put(roll, file);
            }
        }
        Path manifest = dir.resolve("manifest.json");
        boolean madeUp =
                Files.isRegularFile(manifest) && Files.readString(manifest).contains("\"madeUp\"");
        return new InputFolder(dir, households, persons, lists, madeUp);
    }

    private static @Nullable Path list(Path dir, String stem) {
        for (String ending : ENDINGS) {
            Path file = dir.resolve(stem + ending);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        return null;
    }
}
