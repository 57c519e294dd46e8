package org.doudi.cli.demodata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.PrettyJson;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Says what a folder of lists holds. */
final class Manifest {
    static final String FILE = "manifest.json";
    static final String FORMAT = "doudi-lists/1";

    /** Goes up whenever the same seed would give other people. */
    private static final int GENERATOR = 1;

    private Manifest() {}

    static Map<String, Integer> byFile(Map<DepartmentList, Integer> rows) {
        Map<String, Integer> byFile = new LinkedHashMap<>();
        rows.forEach((list, count) -> byFile.put(list.file, count));
        return byFile;
    }

    /** Whether the folder's manifest was written by this version for this scale and seed. */
    static boolean describes(Path dir, Scale scale, long seed) throws IOException {
        Path file = dir.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String text = Files.readString(file);
        return text.contains("\"" + FORMAT + "\"")
                && text.contains("\"generator\" : " + GENERATOR + ",")
                && text.contains("\"scale\" : \"" + name(scale) + "\"")
                && text.contains("\"seed\" : " + seed + ",");
    }

    private static String name(Scale scale) {
        return scale.name().toLowerCase(Locale.ROOT);
    }

    static void write(FreshFolder folder, Scale scale, long seed, LocalDate asOf, DemoFolder.Written written)
            throws IOException {
        Path file = folder.file(FILE);
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(PrettyJson.INSTANCE, Files.newOutputStream(file), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("format", FORMAT);
            json.writeStringProperty("asOf", asOf.toString());
            json.writeStringProperty("madeUp", "yes: nobody in here is real");
            json.writeStringProperty("scale", name(scale));
            json.writeNumberProperty("seed", seed);
            json.writeNumberProperty("generator", GENERATOR);
            json.writeStringProperty("households", "households.jsonl");
            json.writeNumberProperty("householdCount", written.households());
            json.writeStringProperty("persons", "persons.csv");
            json.writeNumberProperty("personCount", written.persons());
            json.writeArrayPropertyStart("lists");
            for (DepartmentList list : DepartmentList.values()) {
                json.writeStartObject();
                json.writeStringProperty("list", list.name().toLowerCase(Locale.ROOT));
                json.writeStringProperty("file", list.file);
                json.writeStringProperty("title", list.title);
                json.writeStringProperty("department", list.department);
                json.writeNumberProperty("rows", written.rows().getOrDefault(list.file, 0));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        try (InputStream readme = Manifest.class.getResourceAsStream("README.txt")) {
            if (readme == null) {
                throw new IllegalStateException("README.txt is missing from the program");
            }
            Files.copy(readme, folder.file("README.txt"));
        }
    }
}
