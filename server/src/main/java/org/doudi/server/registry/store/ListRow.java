package org.doudi.server.registry.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.policy.RegisterState;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row of a list says, as far as it can be understood.
 *
 * @param idNumber 18 characters, or empty
 * @param entries what it puts on which roll
 * @param saying what it says beside the rolls, or null
 * @param problem why it cannot be used, or null
 * @param beside the same, if only it were known whom it means
 */
record ListRow(
        String name,
        String idNumber,
        String village,
        @Nullable LocalDate birth,
        @Nullable LocalDate since,
        Map<Roll, JsonNode> entries,
        @Nullable Saying saying,
        @Nullable Problem problem,
        @Nullable Problem beside) {
    static final Set<String> NO = Set.of("", "0", "0.0", "0.00", "否", "无", "未", "N", "n", "no", "false");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-./年]\\s*(\\d{1,2})(?:\\s*[-./月]\\s*(\\d{1,2})?)?\\D*");
    private static final Pattern PLAIN = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final int OLD_LENGTH = 15;
    private static final int LENGTH = 18;
    private static final int LONGEST_DETAIL = 40;

    static ListRow of(ListKind list, List<String> cells, Map<ListColumn, Integer> columns, LocalDate latest) {
        String name = name(cell(cells, columns, ListColumn.NAME));
        String written = narrow(cell(cells, columns, ListColumn.ID_NUMBER));
        String idNumber = idNumber(written);
        Problem problem = null;
        if (name.isEmpty()) {
            problem = Problem.NO_NAME;
        } else if (name.indexOf('\uFFFD') >= 0) {
            problem = Problem.BAD_SIGNS;
        } else if (!written.isEmpty() && idNumber.isEmpty()) {
            problem = Problem.BAD_NUMBER;
        }
        LocalDate since = day(cell(cells, columns, ListColumn.SINCE));
        Map<Roll, JsonNode> entries = new EnumMap<>(Roll.class);
        Problem wrong = entries(list, cells, columns, since, latest, entries);
        Said said = Said.of(list, column -> cell(cells, columns, column), written);
        if (wrong == null) {
            wrong = said.problem();
        }
        if (since != null && since.isAfter(latest)) {
            wrong = Problem.IN_THE_FUTURE;
            problem = wrong;
        }
        return new ListRow(
                name,
                idNumber,
                village(cell(cells, columns, ListColumn.VILLAGE)),
                idNumber.isEmpty() ? day(cell(cells, columns, ListColumn.BIRTH)) : birth(idNumber),
                since,
                entries,
                said.saying(),
                problem == null ? wrong : problem,
                wrong);
    }

    /** The row as it is when people, or the other fields, say whom it means. */
    ListRow known() {
        return new ListRow(name, idNumber, village, birth, since, entries, saying, beside, beside);
    }

    private static @Nullable Problem entries(
            ListKind list,
            List<String> cells,
            Map<ListColumn, Integer> columns,
            @Nullable LocalDate since,
            LocalDate latest,
            Map<Roll, JsonNode> entries) {
        switch (list) {
            case DIBAO -> {
                String amount = amount(cell(cells, columns, ListColumn.MONTHLY)).replace("元", "");
                if (!amount.matches("\\d{1,7}(\\.\\d{1,2})?")) {
                    return Problem.NO_AMOUNT;
                }
                entries.put(
                        Roll.DIBAO,
                        Pieces.of(new RollEntry(
                                Roll.DIBAO,
                                null,
                                since,
                                new BigDecimal(amount).movePointRight(2).longValueExact(),
                                null)));
            }
            case REGISTER -> {
                SaidCauses causes = SaidCauses.of(column -> cell(cells, columns, column));
                if (causes.problem() != null) {
                    return causes.problem();
                }
                ObjectNode poor = Pieces.of(
                        RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false, causes.causes())));
                detail(poor, "attribute", cell(cells, columns, ListColumn.ATTRIBUTE));
                entries.put(Roll.REGISTER, poor);
            }
            case LIFTED -> {
                LocalDate lifted = day(cell(cells, columns, ListColumn.LIFTED_ON));
                if (lifted == null) {
                    return Problem.NO_DAY;
                }
                if (lifted.isAfter(latest)) {
                    return Problem.IN_THE_FUTURE;
                }
                boolean through = !NO.contains(cell(cells, columns, ListColumn.THROUGH_PROGRAMME));
                entries.put(
                        Roll.REGISTER,
                        Pieces.of(RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, lifted, through))));
            }
            case DISABILITY -> {
                ObjectNode certificate = Pieces.JSON.createObjectNode();
                detail(certificate, "category", cell(cells, columns, ListColumn.CATEGORY));
                detail(certificate, "level", cell(cells, columns, ListColumn.LEVEL));
                entries.put(Roll.DISABILITY, certificate);
            }
            case HOUSEHOLDS, INCOME, PROPERTY, INSURANCE, SCHOOLING, LAND -> {
                // no roll
            }
            case TEKUN -> entries.put(Roll.TEKUN, Pieces.JSON.createObjectNode());
            case PREFERENTIAL -> entries.put(Roll.PREFERENTIAL, Pieces.JSON.createObjectNode());
            case ALLOWANCES -> {
                if (!NO.contains(cell(cells, columns, ListColumn.LIVING))) {
                    entries.put(Roll.LIVING_ALLOWANCE, Pieces.JSON.createObjectNode());
                }
                if (!NO.contains(cell(cells, columns, ListColumn.CARE))) {
                    entries.put(Roll.CARE_ALLOWANCE, Pieces.JSON.createObjectNode());
                }
                if (entries.isEmpty()) {
                    return Problem.NOT_ON_IT;
                }
            }
        }
        return null;
    }

    private static void detail(ObjectNode content, String field, String text) {
        if (!text.isEmpty()) {
            content.put(field, text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text);
        }
    }

    static String cell(List<String> cells, Map<ListColumn, Integer> columns, ListColumn column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    /** Without blanks and signs between, as lists write names. */
    static String name(String text) {
        return text.replaceAll("[\\s\\u3000'’]", "").replace('•', '·');
    }

    /** Full-width signs as plain ones, and nothing but letters, digits and a point. */
    static String narrow(String text) {
        StringBuilder narrow = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
            if (Character.isLetterOrDigit(plain) || plain == '.') {
                narrow.append(plain);
            }
        }
        return narrow.toString().toUpperCase(Locale.ROOT);
    }

    /** An amount with plain signs; empty for one below nothing, whose sign would be lost. */
    static String amount(String text) {
        return text.matches(".*[-－−负].*") ? "" : narrow(text);
    }

    /** 18 characters with a right check character: also from 15, and from a disability certificate; else empty. */
    private static String idNumber(String written) {
        String number = written;
        if (number.length() > LENGTH) {
            number = number.substring(0, LENGTH);
        } else if (number.matches("\\d{15}")) {
            String body = number.substring(0, 6) + "19" + number.substring(6, OLD_LENGTH);
            return NewPerson.checked(body);
        }
        return NewPerson.isSound(number) ? number : "";
    }

    private static LocalDate birth(String idNumber) {
        return LocalDate.of(
                Integer.parseInt(idNumber.substring(6, 10)),
                Integer.parseInt(idNumber.substring(10, 12)),
                Integer.parseInt(idNumber.substring(12, 14)));
    }

    private static String village(String text) {
        return text.matches("\\d{12}") ? text : "";
    }

    /** A day as lists write it; a month alone stands for its first day. */
    static @Nullable LocalDate day(String text) {
        for (Pattern pattern : List.of(DAY, PLAIN)) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                try {
                    String day = parts.group(3);
                    return LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            day == null ? 1 : Integer.parseInt(day));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
