package org.doudi.cli;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Reform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what a reform would change, and from when. */
public final class ReformOptions {
    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE[@PLACE]",
            description = "A value of the reform; without a place, for the whole area. May be given several times.")
    private List<String> sets = List.of();

    @Option(names = "--from", paramLabel = "DATE", required = true, description = "The reform's first day.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The reform's last day.")
    private @Nullable LocalDate to;

    /** The reform over a pack; what cannot be meant is wrong usage. */
    public Reform reform(ParameterPack pack, CommandSpec spec) {
        try {
            return Reform.parse(sets, from, to, pack);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    /** The values as they were typed. */
    public List<String> sets() {
        return sets;
    }

    /** The first day. */
    public LocalDate from() {
        return from;
    }

    /** The last day, or null where it has none. */
    public @Nullable LocalDate to() {
        return to;
    }
}
