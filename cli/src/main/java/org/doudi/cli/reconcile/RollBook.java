package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.RowKeys;
import org.jspecify.annotations.Nullable;

/** Rows of one roll with what they say about the roll itself: all of them, or those of a part of the list. */
public final class RollBook implements Serializable {
    private static final Set<String> NO = Set.of("", "0", "0.00", "否", "无", "未", "N", "n", "no", "false");

    private final Roll roll;
    private final List<RollRow> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    /** A book without rows yet. */
    public RollBook(Roll roll) {
        this.roll = roll;
    }

    static RollBook read(Roll roll, Path file) throws IOException {
        RollBook book = new RollBook(roll);
        ListReader.read(file, book.reader(file));
        return book;
    }

    /** Receives the rows of a list, or of a part of one, into this book. */
    public RowHandler reader(Path file) {
        // broken rows are told by the linkage, which reads the same file
        return new FieldReader(file, required(roll), this::read, broken -> {});
    }

    private static Set<Field> required(Roll roll) {
        return switch (roll) {
            case DIBAO -> EnumSet.of(Field.NAME, Field.HOUSEHOLD, Field.MONTHLY);
            case REGISTER -> EnumSet.of(Field.NAME, Field.HOUSEHOLD);
            case LIFTED -> EnumSet.of(Field.NAME, Field.HOUSEHOLD, Field.LIFTED_ON);
            case TEKUN, CERTIFICATES -> EnumSet.of(Field.NAME);
            case ALLOWANCES -> EnumSet.of(Field.NAME, Field.LIVING, Field.CARE);
        };
    }

    /** The roll. */
    public Roll roll() {
        return roll;
    }

    /** Adds a row. */
    public void add(RollRow row) {
        rows.add(row);
    }

    /** The rows, by line. */
    public List<RollRow> rows() {
        return rows;
    }

    /** For each row that the linkage kept, its place here, or −1. */
    public int[] placesOf(RowKeys keys) {
        Map<Long, Integer> byLine = new HashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            byLine.put(rows.get(row).line(), row);
        }
        int[] places = new int[keys.size()];
        Arrays.setAll(places, row -> byLine.getOrDefault((long) keys.line(row), -1));
        return places;
    }

    /** Cells that could not be used. */
    public List<Reject> rejects() {
        return rejects;
    }

    private void read(long line, String[] cells) {
        LocalDate since = day(line, cells, Field.SINCE);
        LocalDate liftedOn = day(line, cells, Field.LIFTED_ON);
        if (roll == Roll.LIFTED && liftedOn == null && cells[Field.LIFTED_ON.ordinal()].isEmpty()) {
            reject(line, Field.LIFTED_ON, "", "没有脱贫时间，渐退期算不出来", "补上脱贫时间");
        }
        add(new RollRow(
                line,
                cells[Field.HOUSEHOLD.ordinal()],
                cells[Field.NAME.ordinal()],
                cells[Field.ID_NUMBER.ordinal()],
                cells[Field.VILLAGE.ordinal()],
                since,
                fen(line, cells[Field.MONTHLY.ordinal()]),
                liftedOn,
                !NO.contains(cells[Field.THROUGH_PROGRAMME.ordinal()]),
                !NO.contains(cells[Field.LIVING.ordinal()]),
                !NO.contains(cells[Field.CARE.ordinal()])));
    }

    private @Nullable LocalDate day(long line, String[] cells, Field field) {
        String text = cells[field.ordinal()];
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = DayText.parse(text);
        if (day == null) {
            reject(line, field, text, "这不是一个日期", "写成 2016-12-31 这样，或 2016-12");
        }
        return day;
    }

    private long fen(long line, String text) {
        if (text.isEmpty()) {
            if (roll == Roll.DIBAO) {
                reject(line, Field.MONTHLY, text, "没有保障金额", "补上户月保障金额");
            }
            return 0;
        }
        try {
            BigDecimal yuan =
                    new BigDecimal(text.replace(",", "").replace("，", "").replace("元", ""));
            if (yuan.signum() >= 0 && yuan.precision() - yuan.scale() < 12) {
                return yuan.movePointRight(2).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // told below
        }
        reject(line, Field.MONTHLY, text, "这不是一个金额", "写成 310.00 这样，不能是负数，最多两位小数");
        return 0;
    }

    private void reject(long line, Field field, String value, String problem, String whatToDo) {
        rejects.add(new Reject(line, field.headers().get(0), value, problem, whatToDo, Reject.Scope.CELL));
    }
}
