package org.doudi.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.doudi.server.benefits.Opening.OnRoll;

/** The made-up dibao roll of before, as civil affairs keeps it: one line a person, the household's amount on each. */
final class DibaoList {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEAD = "户主";
    private static final Pattern YUAN = Pattern.compile("\\d{1,6}(\\.\\d{1,2})?");
    private static final int ID_NUMBER = 4;
    private static final int RELATION = 7;
    private static final int AMOUNT = 12;

    private DibaoList() {}

    /** The heads and what their households get; nobody where there is no such list. */
    static List<OnRoll> of(Path folder) {
        Path list = folder.resolve("dibao.csv");
        if (!Files.exists(list)) {
            return List.of();
        }
        try {
            return Files.readAllLines(list, GB18030).stream()
                    .map(line -> line.split(",", -1))
                    .filter(c -> c.length > AMOUNT
                            && c[RELATION].equals(HEAD)
                            && YUAN.matcher(c[AMOUNT].strip()).matches())
                    .map(c -> new OnRoll(
                            c[ID_NUMBER],
                            new BigDecimal(c[AMOUNT].strip()).movePointRight(2).longValueExact()))
                    .filter(entry -> entry.fen() > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the dibao list cannot be read", e);
        }
    }
}
