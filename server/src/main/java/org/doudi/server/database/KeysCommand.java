package org.doudi.server.database;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import org.doudi.server.vault.KeyRing;

/** The commands {@code keys rotate} and {@code keys wrap}. */
public final class KeysCommand {
    private static final String USAGE = """
            usage: doudi keys rotate [--data DIR]
                   doudi keys wrap [--data DIR] --doudi.vault.kms-command=PROGRAM
            rotate makes new keys and encrypts every field by them, while the platform rests; run again after a cut-off, it goes on.
            wrap has an open key file wrapped by the key management service that PROGRAM asks.""";

    private KeysCommand() {}

    /** Ends the process with 0 when it is done, 1 when it could not be, 2 when the command was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(arguments);
        if (line.options().contains("--help") || line.options().contains("-h")) {
            out.println(USAGE);
            return CommandLine.DONE;
        }
        if (line.options().isEmpty() && line.words().equals(List.of("rotate"))) {
            return line.run(
                    (keys, settings) -> {
                        try (AtHand database = AtHand.atRest(settings)) {
                            rotate(keys, database, out);
                        }
                    },
                    err);
        }
        if (line.options().isEmpty() && line.words().equals(List.of("wrap"))) {
            return line.run((keys, settings) -> keys.wrap(), err);
        }
        err.println(USAGE);
        return CommandLine.MISUSED;
    }

    private static void rotate(KeyRing keys, AtHand database, PrintStream out) throws SQLException {
        Reencryption.check(database);
        KeyRing.Rotation rotation = keys.rotation();
        long rows = new Reencryption(rotation, Reencryption.BATCH).run(database, done -> {});
        String retired = rotation.end();
        out.println(rows + " rows are encrypted by key " + rotation.number() + " now");
        out.println("The keys before lie in " + retired
                + ": backups made before open with them only; destroy the two together.");
    }
}
