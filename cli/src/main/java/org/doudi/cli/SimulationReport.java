package org.doudi.cli;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Difference;
import org.doudi.policy.simulation.Reform;
import org.doudi.policy.simulation.Simulation;
import org.doudi.policy.simulation.Tally;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes what a simulation found, piece by piece, so that no report has to fit into memory. */
public final class SimulationReport {
    private static final JsonFactory JSON = new JsonFactory();

    private final ParameterPack pack;
    private final Reform reform;
    private boolean firstHousehold = true;

    /** How the report is written. */
    public enum Format {
        /** The sums, for people. */
        TEXT,
        /** Everything. */
        JSON,
        /** The changed households. */
        CSV
    }

    /** A report of what a reform does to what a pack says. */
    public SimulationReport(ParameterPack pack, Reform reform) {
        this.pack = pack;
        this.reform = reform;
    }

    /** What stands before the households. */
    public String head(Format format) {
        return switch (format) {
            case TEXT -> textHead();
            case JSON -> "{\"reform\":" + json(this::reform) + ",\"households\":[";
            case CSV -> {
                StringBuilder out = new StringBuilder();
                new Csv(out)
                        .row(
                                "householdId",
                                "village",
                                "day",
                                "dibaoBefore",
                                "dibaoAfter",
                                "registerBefore",
                                "registerAfter",
                                "medicalBefore",
                                "medicalAfter",
                                "monthlyBeforeYuan",
                                "monthlyAfterYuan",
                                "gainMonthlyYuan",
                                "lossMonthlyYuan");
                yield out.toString();
            }
        };
    }

    /** A household that the reform changes; those of JSON are kept apart by commas. */
    public String household(Format format, Difference d) {
        return switch (format) {
            case TEXT -> "";
            case JSON -> {
                String separator = firstHousehold ? "\n" : ",\n";
                firstHousehold = false;
                yield separator + json(out -> household(d, out));
            }
            case CSV -> {
                StringBuilder out = new StringBuilder();
                new Csv(out)
                        .row(
                                d.household().householdId(),
                                d.household().village(),
                                d.household().assessedOn(),
                                d.before().dibao(),
                                d.after().dibao(),
                                name(d.before().register()),
                                name(d.after().register()),
                                d.before().medical(),
                                d.after().medical(),
                                Assessment.yuan(d.monthlyBeforeFen()),
                                Assessment.yuan(d.monthlyAfterFen()),
                                Assessment.yuan(Math.max(0, d.gainMonthlyFen())),
                                Assessment.yuan(Math.max(0, -d.gainMonthlyFen())));
                yield out.toString();
            }
        };
    }

    /** What stands after the households. */
    public String foot(Format format, Simulation simulation) {
        return switch (format) {
            case TEXT -> textFoot(simulation);
            case JSON -> {
                List<String> counties = new ArrayList<>();
                for (Tally county : simulation.counties()) {
                    counties.add(json(out -> tally(county, out)));
                }
                yield "\n],\n\"counties\":[" + String.join(",\n", counties) + "],\n\"total\":"
                        + json(out -> tally(simulation.total(), out)) + "}\n";
            }
            case CSV -> "";
        };
    }

    private static String name(@Nullable RegisterOutcome outcome) {
        return outcome == null ? "" : outcome.name();
    }

    private String textHead() {
        StringBuilder out = new StringBuilder("Simulation against " + pack.id() + " " + pack.version() + "\n");
        for (ParameterValue value : reform.values()) {
            ParameterValue now = pack.value(value.parameter(), value.place(), reform.from());
            LocalDate to = reform.to();
            out.append("  ").append(value.parameter().key()).append(" = ").append(value.shown());
            out.append(" at ").append(value.place()).append(" from ").append(reform.from());
            out.append(to == null ? "" : " to " + to);
            out.append(now == null ? " (no value now)\n" : " (now " + now.shown() + ")\n");
        }
        return reform.values().isEmpty() ? out + "  no reform: nothing can change\n" : out.toString();
    }

    private static String textFoot(Simulation simulation) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "%n%-8s%12s%10s%10s%10s%10s%10s%16s%16s%18s%n",
                "county",
                "households",
                "changed",
                "dibao in",
                "dibao out",
                "gaining",
                "losing",
                "gain/month",
                "loss/month",
                "cost/year"));
        for (Tally county : simulation.counties()) {
            out.append(row(county.place(), county));
        }
        Tally total = simulation.total();
        out.append(row("all", total)).append('\n');
        transitions(total, out);
        out.append("\nAmounts in yuan. Cost: dibao and the two disability allowances, twelve months.\n");
        return out.toString();
    }

    private static String row(String name, Tally t) {
        return String.format(
                Locale.ROOT,
                "%-8s%12d%10d%10d%10d%10d%10d%16s%16s%18s%n",
                name,
                t.households(),
                t.changed(),
                t.enterDibao(),
                t.leaveDibao(),
                t.gaining(),
                t.losing(),
                Assessment.yuan(t.gainedMonthlyFen()),
                Assessment.yuan(t.lostMonthlyFen()),
                Assessment.yuan(t.yearlyCostFen()));
    }

    private static void transitions(Tally t, StringBuilder out) {
        for (DibaoOutcome from : DibaoOutcome.values()) {
            for (DibaoOutcome to : DibaoOutcome.values()) {
                move(out, "dibao", from, to, t.dibao(from, to));
            }
        }
        for (RegisterOutcome from : RegisterOutcome.values()) {
            for (RegisterOutcome to : RegisterOutcome.values()) {
                move(out, "register", from, to, t.register(from, to));
            }
        }
        for (MedicalOutcome from : MedicalOutcome.values()) {
            for (MedicalOutcome to : MedicalOutcome.values()) {
                move(out, "medical", from, to, t.medical(from, to));
            }
        }
        for (Tally.PersonRoll roll : Tally.PersonRoll.values()) {
            if (t.entered(roll) + t.left(roll) > 0) {
                out.append(String.format(
                        Locale.ROOT, "  %-20s %d persons in, %d out%n", roll, t.entered(roll), t.left(roll)));
            }
        }
    }

    private static void move(StringBuilder out, String what, Enum<?> from, Enum<?> to, long households) {
        if (from != to && households > 0) {
            out.append(String.format(Locale.ROOT, "  %-20s %s → %s: %d%n", what, from, to, households));
        }
    }

    /** Something that writes one JSON value. */
    private interface Json {
        void write(JsonGenerator out);
    }

    private static String json(Json value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            value.write(out);
        }
        return text.toString();
    }

    private void reform(JsonGenerator out) {
        out.writeStartObject();
        text(out, "pack", pack.id());
        text(out, "version", pack.version());
        text(out, "from", reform.from().toString());
        if (reform.to() != null) {
            text(out, "to", reform.to().toString());
        }
        out.writeName("values");
        out.writeStartArray();
        for (ParameterValue value : reform.values()) {
            out.writeStartObject();
            text(out, "key", value.parameter().key());
            text(out, "place", value.place());
            text(out, "value", value.shown());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void household(Difference d, JsonGenerator out) {
        out.writeStartObject();
        text(out, "householdId", d.household().householdId());
        text(out, "village", d.household().village());
        text(out, "day", d.household().assessedOn().toString());
        text(out, "dibaoBefore", d.before().dibao().name());
        text(out, "dibaoAfter", d.after().dibao().name());
        text(out, "registerBefore", name(d.before().register()));
        text(out, "registerAfter", name(d.after().register()));
        text(out, "medicalBefore", d.before().medical().name());
        text(out, "medicalAfter", d.after().medical().name());
        text(out, "monthlyBeforeYuan", Assessment.yuan(d.monthlyBeforeFen()));
        text(out, "monthlyAfterYuan", Assessment.yuan(d.monthlyAfterFen()));
        text(out, "gainMonthlyYuan", Assessment.yuan(d.gainMonthlyFen()));
        out.writeEndObject();
    }

    private static void tally(Tally t, JsonGenerator out) {
        out.writeStartObject();
        if (!t.place().isEmpty()) {
            text(out, "county", t.place());
        }
        number(out, "households", t.households());
        number(out, "changed", t.changed());
        number(out, "enterDibao", t.enterDibao());
        number(out, "leaveDibao", t.leaveDibao());
        number(out, "enterRegister", t.register(RegisterOutcome.NOT_POOR, RegisterOutcome.POOR));
        number(out, "leaveRegister", t.register(RegisterOutcome.POOR, RegisterOutcome.NOT_POOR));
        for (Tally.PersonRoll roll : Tally.PersonRoll.values()) {
            out.writeName(roll.name());
            out.writeStartObject();
            number(out, "entered", t.entered(roll));
            number(out, "left", t.left(roll));
            out.writeEndObject();
        }
        number(out, "gaining", t.gaining());
        number(out, "losing", t.losing());
        text(out, "gainedMonthlyYuan", Assessment.yuan(t.gainedMonthlyFen()));
        text(out, "lostMonthlyYuan", Assessment.yuan(t.lostMonthlyFen()));
        text(out, "dibaoYearlyBeforeYuan", Assessment.yuan(t.dibaoYearlyBeforeFen()));
        text(out, "dibaoYearlyAfterYuan", Assessment.yuan(t.dibaoYearlyAfterFen()));
        text(out, "allowancesYearlyBeforeYuan", Assessment.yuan(t.allowancesYearlyBeforeFen()));
        text(out, "allowancesYearlyAfterYuan", Assessment.yuan(t.allowancesYearlyAfterFen()));
        text(out, "yearlyCostYuan", Assessment.yuan(t.yearlyCostFen()));
        out.writeEndObject();
    }

    private static void text(JsonGenerator out, String name, String value) {
        out.writeName(name);
        out.writeString(value);
    }

    private static void number(JsonGenerator out, String name, long value) {
        out.writeName(name);
        out.writeNumber(value);
    }
}
