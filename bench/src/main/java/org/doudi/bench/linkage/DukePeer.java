package org.doudi.bench.linkage;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.AbstractKeyFunction;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.databases.KeyFunction;
import no.priv.garshol.duke.datasources.CSVDataSource;
import no.priv.garshol.duke.datasources.Column;
import no.priv.garshol.duke.matchers.AbstractMatchListener;
import org.doudi.bench.data.IdNumbers;

/** Duke with its in-memory blocking database and four keys. */
public final class DukePeer {
    /** Equal, one typing error away, or different: Duke's own comparator finds two neighbours' id numbers alike. */
    private static final Comparator NEAR = new Comparator() {
        @Override
        public boolean isTokenized() {
            return false;
        }

        @Override
        public double compare(String one, String other) {
            return one.equals(other) ? 1 : Levenshtein.distance(one, other) <= 1 ? 0.85 : 0;
        }
    };

    private DukePeer() {}

    /** Arguments: the left list, the right list, the file for the pairs. */
    public static void main(String[] args) throws IOException {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(0.9);
        configuration.setProperties(List.of(
                new PropertyImpl("id"),
                property("nid", NEAR, 0.995, 0.1),
                property("name", NEAR, 0.93, 0.1),
                property("birth", NEAR, 0.95, 0.1),
                property("sex", new ExactComparator(), 0.55, 0.1),
                property("village", new ExactComparator(), 0.85, 0.3),
                property("phone", new ExactComparator(), 0.93, 0.45)));
        InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
        database.setWindowSize(1);
        database.setKeyFunctions(
                List.of(key("nid"), key("name", "birth"), key("name", "village"), key("birth", "village")));
        database.setConfiguration(configuration);
        configuration.addDataSource(1, source(args[0]));
        configuration.addDataSource(2, source(args[1]));
        Processor processor = new Processor(configuration, database);
        processor.setThreads(2);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[2]), StandardCharsets.UTF_8))) {
            out.println("leftId,rightId");
            processor.addMatchListener(new Pairs(out));
            processor.link(configuration.getDataSources(1), configuration.getDataSources(2), true, 40_000);
        }
        processor.close();
    }

    private static PropertyImpl property(String name, Comparator comparator, double high, double low) {
        return new PropertyImpl(name, comparator, low, high);
    }

    /** Rows agree in the key when all its fields are there and equal; a missing field makes the key the row's own. */
    private static KeyFunction key(String... fields) {
        return new AbstractKeyFunction() {
            @Override
            public String makeKey(Record row) {
                StringBuilder key = new StringBuilder();
                for (String field : fields) {
                    String value = row.getValue(field);
                    if (value == null || value.isEmpty()) {
                        return "?" + row.getValue("id");
                    }
                    key.append(value).append('|');
                }
                return key.toString();
            }
        };
    }

    private static CSVDataSource source(String file) {
        CSVDataSource source = new CSVDataSource();
        try {
            source.setReader(Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        source.addColumn(new Column("id", "id", null, null));
        source.addColumn(new Column("idNumber", "nid", null, DukePeer::number));
        source.addColumn(new Column("name", "name", null, name -> name.replaceAll("[·•・‧. ]", "")));
        source.addColumn(new Column("sex", "sex", null, null));
        source.addColumn(new Column("birthDate", "birth", null, null));
        source.addColumn(new Column("village", "village", null, null));
        source.addColumn(new Column("phone", "phone", null, null));
        return source;
    }

    private static String number(String text) {
        String id = text.trim().toUpperCase(Locale.ROOT);
        if (id.length() == 15) {
            String digits = id.substring(0, 6) + "19" + id.substring(6);
            return digits + IdNumbers.check(digits);
        }
        return id.length() == 20 ? id.substring(0, 18) : id;
    }

    /** Writes each pair once; the link mode asks with the second list's rows. */
    private static final class Pairs extends AbstractMatchListener {
        private final PrintWriter out;

        Pairs(PrintWriter out) {
            this.out = out;
        }

        @Override
        public synchronized void matches(Record asked, Record found, double confidence) {
            String a = asked.getValue("id");
            String b = found.getValue("id");
            out.println(a.startsWith("L") ? a + "," + b : b + "," + a);
        }
    }
}
