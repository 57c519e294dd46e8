package org.doudi.server.database;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands {@code backup FILE} and {@code restore FILE}. */
public final class BackupCommand {
    private static final String USAGE = """
            usage: doudi backup [--data DIR] FILE
                   doudi restore [--data DIR] [--keys FILE] [--replace] FILE
            backup writes all tables into a new, encrypted file, while the platform runs or rests. It opens with the key file
            alone; with DOUDI_BACKUP_PASSPHRASE in the environment the keys go along, sealed by that passphrase.
            restore makes a database from it where there is none; --replace puts the one that is there aside.""";

    private BackupCommand() {}

    /** Ends the process with 0 when it is done, 1 when it could not be, 2 when the command was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), CommandLine.passphrase(), System.out, System.err));
    }

    static int run(List<String> arguments, @Nullable String passphrase, PrintStream out, PrintStream err) {
        CommandLine line = new CommandLine(arguments);
        if (line.options().contains("--help") || line.options().contains("-h")) {
            out.println(USAGE);
            return CommandLine.DONE;
        }
        if (line.words().size() == 2) {
            String command = line.words().get(0);
            Path file = Path.of(line.words().get(1));
            if (command.equals("backup") && line.options().isEmpty() && line.keys() == null) {
                return backup(line, file, passphrase, out, err);
            }
            if (command.equals("restore") && List.of("--replace").containsAll(line.options())) {
                return restore(line, file, passphrase, out, err);
            }
        }
        err.println(USAGE);
        return CommandLine.MISUSED;
    }

    private static int backup(
            CommandLine line, Path file, @Nullable String passphrase, PrintStream out, PrintStream err) {
        return line.run(
                (keys, settings) -> {
                    try (AtHand database = AtHand.open(settings)) {
                        Backup.Written written = new Backup(keys, passphrase).write(database, file);
                        out.println(file + ": " + written.tables() + " tables, " + written.rows() + " rows, "
                                + written.bytes() + " bytes");
                        out.println(
                                passphrase == null
                                        ? "It opens with the key file only: keep a copy of that in another place."
                                        : "It opens with the key file, or with the passphrase.");
                    }
                },
                err);
    }

    private static int restore(
            CommandLine line, Path file, @Nullable String passphrase, PrintStream out, PrintStream err) {
        String keyFile = line.keys();
        Restore.Source source = new Restore.Source(
                file,
                keyFile == null ? null : Path.of(keyFile),
                passphrase,
                line.options().isEmpty() ? Restore.Occupied.REFUSE : Restore.Occupied.PUT_ASIDE);
        return line.run(
                (keys, settings) -> {
                    Restore.Restored restored = new Restore(keys, source).into(settings);
                    out.println("restored as it was at " + restored.moment() + ": " + restored.rows() + " rows");
                    if (restored.aside() != null) {
                        out.println("what was there before lies in " + restored.aside());
                    }
                },
                err);
    }
}
