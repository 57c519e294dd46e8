package org.doudi.server.audit;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The command that verifies the trail: {@code verify [--data DIR] [FILE]} and {@code export [--data DIR] FILE}.
 *
 * <p>With a file it reads that export and needs the key file only; without one it opens the database of a platform at rest.
 */
public final class AuditVerifyCommand {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final String USAGE =
            "usage: doudi audit verify [--data DIR] [FILE]\n       doudi audit export [--data DIR] FILE";

    private AuditVerifyCommand() {}

    /** What the verification of an export needs: the keys. */
    @ComponentScan("org.doudi.server.vault")
    @Import(AuditVerifier.class)
    static class WithKeys {}

    /** What the verification of the table needs beside. */
    @ComponentScan({
        "org.doudi.server.database",
        "org.doudi.server.identity.store",
        "org.doudi.server.audit.store",
        "org.doudi.server.vault"
    })
    @Import(AuditVerifier.class)
    @ImportAutoConfiguration({
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class WithTable {}

    /** Ends the process with 0 when the trail is whole, 1 when it is not, 2 when the command was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> settings = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals("--data") && i + 1 < arguments.size()) {
                i++;
                settings.add("--doudi.database.data=" + arguments.get(i));
            } else if (word.startsWith("--doudi.")) {
                settings.add(word);
            } else {
                words.add(word);
            }
        }
        if (words.equals(List.of("verify"))) {
            return onTable(settings, (verifier, source) -> tell(verifier.verify(source), out));
        }
        if (words.size() == 2 && words.get(0).equals("export")) {
            Path file = Path.of(words.get(1));
            return onTable(settings, (verifier, source) -> tell(verifier.verify(AuditExport.write(source, file)), out));
        }
        if (words.size() == 2 && words.get(0).equals("verify")) {
            return onFile(settings, Path.of(words.get(1)), out, err);
        }
        err.println(USAGE);
        return MISUSED;
    }

    /** Work with a verifier and the table's trail. */
    private interface Work {
        int with(AuditVerifier verifier, AuditSource source);
    }

    private static int onTable(List<String> settings, Work work) {
        try (ConfigurableApplicationContext context = start(WithTable.class, settings)) {
            String city = context.getEnvironment().getProperty("doudi.city", "2109");
            return Scope.as(
                    Officer.system(new Area(city)),
                    () -> work.with(context.getBean(AuditVerifier.class), context.getBean(AuditSource.class)));
        }
    }

    private static int onFile(List<String> settings, Path file, PrintStream out, PrintStream err) {
        if (!Files.isReadable(file)) {
            err.println("doudi: " + file + " cannot be read");
            return MISUSED;
        }
        try (ConfigurableApplicationContext context = start(WithKeys.class, settings)) {
            return tell(context.getBean(AuditVerifier.class).verify(AuditExport.at(file)), out);
        } catch (IllegalArgumentException e) {
            err.println("doudi: " + file + ": " + e.getMessage());
            return MISUSED;
        }
    }

    private static ConfigurableApplicationContext start(Class<?> parts, List<String> settings) {
        return new SpringApplicationBuilder(parts)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=warn")
                .run(settings.toArray(String[]::new));
    }

    private static int tell(AuditReport report, PrintStream out) {
        report.faults()
                .forEach(f -> out.println("chain " + f.chain() + ", number " + f.number() + ": "
                        + f.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        out.println(report.entries() + " entries, "
                + (report.whole() ? "all whole" : report.faults().size() + " faults"));
        return report.whole() ? WHOLE : BROKEN;
    }
}
