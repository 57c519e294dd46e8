package org.doudi.server.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.BrokenFile;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Fault;
import org.doudi.server.exchange.container.Fault.Place;
import org.doudi.server.exchange.container.FeedbackFile;
import org.doudi.server.exchange.container.FeedbackHead;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.exchange.container.ReceiptHead;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.VerifyingKey;

/** The commands of the exchange, which need no server and no database: check a delivery and its receipt, and answer one. */
public final class ExchangeCommand {
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;
    private static final Set<String> OPTIONS =
            Set.of("--key", "--receipt", "--after", "--signing-key", "--rows", "--number", "--received", "--algorithm");
    private static final String USAGE = """
            usage: doudi exchange verify FILE --key PUBLICKEY [--receipt FILE | --after FILE]
                   doudi exchange receipt FILE OUT --key PUBLICKEY --signing-key KEY --number N --received DAY [--rows CSV]
                   doudi exchange new-key FILE [--algorithm sm2|ed25519]""";

    private final Map<String, String> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final PrintStream out;

    private ExchangeCommand(PrintStream out) {
        this.out = out;
    }

    /** Ends the process with 0 when all is whole, 1 when it is not, 2 when the command was wrong. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        ExchangeCommand command = new ExchangeCommand(out);
        try {
            if (command.reads(arguments)) {
                return command.run();
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            err.println("doudi: " + e.getMessage());
            return MISUSED;
        }
        err.println(USAGE);
        return MISUSED;
    }

    private boolean reads(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (OPTIONS.contains(word) && i + 1 < arguments.size()) {
                i++;
                options.put(word, arguments.get(i));
            } else {
                return false;
            }
        }
        return !words.isEmpty();
    }

    private int run() throws IOException {
        String what = words.get(0);
        if (what.equals("verify") && words.size() == 2 && options.containsKey("--key")) {
            return verify();
        }
        boolean answers = options.keySet().containsAll(Set.of("--key", "--signing-key", "--number", "--received"));
        if (what.equals("receipt") && words.size() == 3 && answers) {
            return receipt();
        }
        if (what.equals("new-key") && words.size() == 2) {
            return newKey();
        }
        throw new IllegalArgumentException("not a whole command\n" + USAGE);
    }

    private String option(String name) {
        String value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private String text(String option) throws IOException {
        return Files.readString(readable(option(option)));
    }

    private static Path readable(String name) {
        Path path = Path.of(name);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new IllegalArgumentException(name + " cannot be read");
        }
        return path;
    }

    private int verify() throws IOException {
        VerifyingKey key = VerifyingKey.read(text("--key"));
        if (isFeedback(readable(words.get(1)))) {
            return feedback(key);
        }
        Path receipt = options.containsKey("--receipt") ? readable(option("--receipt")) : null;
        DeliveryFile file = checked(key, new HashSet<>());
        DeliveryHead head = file.head();
        file.faults().forEach(f -> out.println("delivery: " + words(f)));
        if (!file.faults().isEmpty() || head == null) {
            out.println("not what was signed");
            return BROKEN;
        }
        out.println(head.channel() + ", version " + head.version() + ", " + head.period() + ": "
                + head.content().rows() + " rows, " + head.content().added() + " added, "
                + head.content().changed() + " changed, " + head.content().gone() + " gone");
        out.println("hash " + file.hash() + ", after " + head.previous());
        out.println("the delivery is whole and signed by key " + key.id());
        return receipt == null ? WHOLE : receipt(receipt, head, file.hash(), key);
    }

    private static boolean isFeedback(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            SignedHead.read(SignedHead.Kind.FEEDBACK, in);
            return true;
        } catch (BrokenFile e) {
            return e.fault().place() != Place.KIND;
        }
    }

    /** Feedback, and that it goes on where the file before it ended. */
    private int feedback(VerifyingKey key) throws IOException {
        try {
            FeedbackFile.Read before = options.containsKey("--after") ? feedback(option("--after"), key) : null;
            FeedbackFile.Read read = feedback(words.get(1), key);
            FeedbackHead head = read.head();
            if (before != null && !read.follows(before)) {
                throw new BrokenFile(new Fault(Place.OTHER_DELIVERY, 0));
            }
            out.println(head.channel() + ", rows " + head.first() + " to " + (head.first() + head.rows() - 1)
                    + ", made on " + head.madeOn());
            out.println("hash " + read.lastHash() + ", after " + head.previous());
            out.println("the feedback and each of its rows are whole and signed by key " + key.id());
            return WHOLE;
        } catch (BrokenFile e) {
            out.println("feedback: " + words(e.fault()));
            out.println("not what was signed");
            return BROKEN;
        }
    }

    private static FeedbackFile.Read feedback(String file, VerifyingKey key) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(readable(file)))) {
            return FeedbackFile.read(in, key, row -> {});
        }
    }

    private DeliveryFile checked(VerifyingKey key, Set<String> rows) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(readable(words.get(1))))) {
            return DeliveryFile.check(in, key, rows::remove);
        }
    }

    /** The rows of the receipt have to be rows of the delivery, which is read once more for that. */
    private int receipt(Path receipt, DeliveryHead delivery, String hash, VerifyingKey key) throws IOException {
        Set<String> rows = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(receipt))) {
            VerifyingKey receiver = VerifyingKey.decoded(delivery.terms().receiverKey());
            ReceiptHead head = ReceiptFile.read(in, receiver, h -> {
                if (!rows.add(h.row())) {
                    throw new BrokenFile(new Fault(Place.FEEDBACK, rows.size() + 2L));
                }
            });
            if (!head.answers(hash, delivery.channel(), delivery.version())) {
                throw new BrokenFile(new Fault(Place.OTHER_DELIVERY, 0));
            }
            checked(key, rows);
            if (!rows.isEmpty()) {
                throw new BrokenFile(new Fault(Place.FEEDBACK, 0));
            }
            out.println("the receipt number " + head.number() + " of " + head.receivedOn() + " with " + head.rows()
                    + " rows is whole and signed by key " + receiver.id());
            return WHOLE;
        } catch (BrokenFile e) {
            out.println("receipt: " + words(e.fault()));
            out.println("not what was signed");
            return BROKEN;
        }
    }

    private static String words(Fault fault) {
        String place = fault.place().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return fault.line() == 0 ? place : place + ", from line " + fault.line() + " of the rows on";
    }

    private int receipt() throws IOException {
        DeliveryFile file = checked(VerifyingKey.read(text("--key")), new HashSet<>());
        DeliveryHead head = file.head();
        if (head == null || !file.faults().isEmpty()) {
            file.faults().forEach(f -> out.println("delivery: " + words(f)));
            return BROKEN;
        }
        List<Handling> rows = new ArrayList<>();
        if (options.containsKey("--rows")) {
            try (InputStream in = Files.newInputStream(readable(option("--rows")))) {
                ReceiptFile.rows(in, rows::add);
            } catch (BrokenFile e) {
                throw new IllegalArgumentException(option("--rows") + ": " + words(e.fault()));
            }
        }
        String day = LocalDate.parse(option("--received")).toString();
        int number = Integer.parseInt(option("--number"));
        Sealing by = Sealing.read(text("--signing-key"));
        try (OutputStream to = Files.newOutputStream(Path.of(words.get(2)))) {
            ReceiptFile.write(new ReceiptFile.Answer(head, file.hash(), number, day), rows, by, to);
        }
        out.println("a receipt with " + rows.size() + " rows, signed by key "
                + by.verifying().id());
        return WHOLE;
    }

    private int newKey() throws IOException {
        Algorithm algorithm =
                Algorithm.valueOf(options.getOrDefault("--algorithm", "sm2").toUpperCase(Locale.ROOT));
        Path path = Path.of(words.get(1));
        Sealing fresh = Sealing.fresh(algorithm);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(path, fresh.text(), StandardOpenOption.WRITE);
        Path open = Path.of(path + ".pub");
        Files.writeString(open, fresh.verifying().pem());
        out.println(path + " signs, keep it to yourself; " + open + " is for the other side, key "
                + fresh.verifying().id());
        return WHOLE;
    }
}
