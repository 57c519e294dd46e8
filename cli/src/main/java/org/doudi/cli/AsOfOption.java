package org.doudi.cli;

import java.time.LocalDate;
import org.doudi.cli.divisions.Divisions;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.parameters.ParameterPack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that names the day for which everything is decided. */
public final class AsOfOption {
    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day for which everything is decided, such as 2017-06-20.")
    private LocalDate asOf;

    /**
     * The day.
     *
     * @throws ParameterException if the parameters do not hold for it
     */
    public LocalDate in(ParameterPack pack, CommandSpec spec) {
        try {
            pack.at(Divisions.load().ruralVillages().get(0).code(), asOf);
        } catch (MissingParameterException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of " + asOf + ": the parameters hold no "
                            + e.missing().get(0).key() + " for that day",
                    e);
        }
        return asOf;
    }
}
