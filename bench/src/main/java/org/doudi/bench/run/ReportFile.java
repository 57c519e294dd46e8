package org.doudi.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** The report for programs: machine, versions, every repetition of every figure, and the lines of the table. */
public final class ReportFile {
    private ReportFile() {}

    public static void write(Report report, Map<String, String> versions, Path file) {
        ObjectWriteContext pretty = new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }
        };
        try (JsonGenerator json = new JsonFactory().createGenerator(pretty, Files.newOutputStream(file))) {
            json.writeStartObject();
            json.writeStringProperty(
                    "at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            object(json, "machine", machine());
            object(json, "versions", versions);
            json.writeArrayPropertyStart("figures");
            report.figures().forEach(figure -> figure(json, figure));
            json.writeEndArray();
            json.writeArrayPropertyStart("lines");
            report.rows().forEach(row -> line(json, row));
            json.writeEndArray();
            json.writeArrayPropertyStart("notes");
            report.notes().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void figure(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("name", figure.name());
        json.writeStringProperty("unit", figure.unit());
        json.writeNumberProperty("median", figure.median());
        json.writeArrayPropertyStart("values");
        figure.values().forEach(value -> json.writeNumber(value.doubleValue()));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Row row) {
        json.writeStartObject();
        json.writeStringProperty("measure", row.measure());
        json.writeStringProperty("doudi", row.doudi());
        json.writeStringProperty("peer", row.peer());
        json.writeStringProperty("ratio", row.ratio());
        json.writeStringProperty("goal", row.goal());
        json.writeStringProperty("verdict", row.verdict().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void object(JsonGenerator json, String name, Map<String, String> values) {
        json.writeObjectPropertyStart(name);
        values.forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    /** What the figures were measured on. */
    public static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cpu", firstLine("/proc/cpuinfo", "model name"));
        machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("memory", firstLine("/proc/meminfo", "MemTotal"));
        machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put(
                "flags",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> flag.startsWith("-X"))
                        .collect(Collectors.joining(" ")));
        return machine;
    }

    private static String firstLine(String file, String start) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
