package org.doudi.server.registry.store;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.IncomeItem;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/** Reads out of a row's cells what it says beside the rolls, or why that cannot be understood. */
record Said(@Nullable Saying saying, @Nullable Problem problem) {
    private static final Said NOTHING = new Said(null, null);
    private static final int CERTIFICATE = 20;
    private static final int MOST_THINGS = 99;

    /** The signs of the categories in the order of the certificate's number: 1 is sight, 7 is several. */
    private static final List<String> CATEGORIES = List.of("视", "听", "言|语", "肢", "智", "精", "多");

    private static final List<String> LEVELS = List.of("1|一|壹|Ⅰ", "2|二|贰|Ⅱ", "3|三|叁|Ⅲ", "4|四|肆|Ⅳ");

    /** What the items of income go by on lists, the more exact word first. */
    private static final String ITEMS = "基础养老|城乡居民养老=BASIC_PENSION;养老|退休=PENSION;失业=UNEMPLOYMENT;工资|务工|打工|薪=WAGE;"
            + "种植|养殖|种养|农业=FARMING;惠农|粮补|农资=FARM_SUBSIDY;经商|做买卖|买卖|经营=TRADE;利息=INTEREST;租金|出租=RENT;"
            + "流转=LAND_TRANSFER;分红|红利=DIVIDEND;赡养|抚养|扶养=SUPPORT_RECEIVED;赔偿|补偿=COMPENSATION;赠与|馈赠=GIFT;"
            + "低保=DIBAO_PAYMENT;特困=TEKUN_PAYMENT;残疾=DISABILITY_ALLOWANCE;优抚=PREFERENTIAL_ALLOWANCE;高龄=OLD_AGE_ALLOWANCE;"
            + "助学=STUDENT_AID;计生|计划生育=FAMILY_PLANNING_AWARD;医疗救助=MEDICAL_AID;临时救助=TEMPORARY_AID;"
            + "报销=INSURANCE_REIMBURSEMENT;见义勇为=BRAVERY_AWARD";

    /**
     * Reads a row.
     *
     * @param number the id or certificate number as it stands there, without blanks
     */
    static Said of(ListKind list, Function<ListColumn, String> cell, String number) {
        return switch (list) {
            case DISABILITY -> certificate(cell, number);
            case INCOME -> income(cell);
            case PROPERTY -> property(cell);
            case INSURANCE -> SaidCircumstances.insurance(cell);
            case SCHOOLING -> SaidCircumstances.schooling(cell);
            case LAND -> SaidCircumstances.land(cell);
            case HOUSEHOLDS, DIBAO, TEKUN, PREFERENTIAL, REGISTER, LIFTED, ALLOWANCES -> NOTHING;
        };
    }

    /** From the two columns, or from the last two digits of a certificate's number; a list that tells neither says nothing of it. */
    private static Said certificate(Function<ListColumn, String> cell, String number) {
        String category = cell.apply(ListColumn.CATEGORY);
        String level = cell.apply(ListColumn.LEVEL);
        if (category.isEmpty() && level.isEmpty()) {
            if (number.length() != CERTIFICATE) {
                return NOTHING;
            }
            category = number.substring(CERTIFICATE - 2, CERTIFICATE - 1);
            level = number.substring(CERTIFICATE - 1);
        }
        int kind = place(CATEGORIES, category);
        if (kind < 0 && category.matches("[1-7]")) {
            kind = Integer.parseInt(category) - 1;
        }
        int grade = place(LEVELS, level);
        return kind < 0 || grade < 0
                ? new Said(null, Problem.NO_LEVEL)
                : new Said(new Saying.Certificate(new Disability(DisabilityCategory.values()[kind], grade + 1)), null);
    }

    /** Which of the words a text holds; -1 where none or more than one. */
    private static int place(List<String> words, String text) {
        int found = -1;
        for (int i = 0; i < words.size(); i++) {
            for (String word : words.get(i).split("\\|", -1)) {
                if (text.contains(word)) {
                    if (found >= 0 && found != i) {
                        return -1;
                    }
                    found = i;
                }
            }
        }
        return found;
    }

    private static Said income(Function<ListColumn, String> cell) {
        Optional<IncomeItem> item = item(cell.apply(ListColumn.ITEM));
        if (item.isEmpty()) {
            return new Said(null, Problem.NO_ITEM);
        }
        Long fen = fen(cell.apply(ListColumn.YUAN));
        return fen == null ? new Said(null, Problem.NO_AMOUNT) : new Said(new Saying.Earns(item.get(), fen), null);
    }

    private static Optional<IncomeItem> item(String text) {
        for (String line : ITEMS.split(";", -1)) {
            String[] words = line.split("=", -1);
            if (!text.isEmpty() && place(List.of(words[0]), text) == 0) {
                return Optional.of(IncomeItem.valueOf(words[1]));
            }
        }
        return Optional.empty();
    }

    private static Said property(Function<ListColumn, String> cell) {
        Map<ListColumn, Long> counts = new EnumMap<>(ListColumn.class);
        for (ListColumn column : List.of(
                ListColumn.SAVINGS, ListColumn.HOUSES, ListColumn.CARS, ListColumn.MACHINES, ListColumn.BUSINESS)) {
            String text = cell.apply(column);
            if (text.isEmpty()) {
                continue;
            }
            Long count = switch (column) {
                case SAVINGS -> fen(text);
                case BUSINESS -> ListRow.NO.contains(text) ? 0L : 1L;
                default -> things(text);
            };
            if (count == null) {
                return new Said(null, Problem.NO_AMOUNT);
            }
            counts.put(column, count);
        }
        return counts.isEmpty() ? new Said(null, Problem.NO_AMOUNT) : new Said(new Saying.Owns(counts), null);
    }

    private static @Nullable Long fen(String text) {
        String yuan = ListRow.amount(text).replace("元", "");
        return yuan.matches("\\d{1,8}(\\.\\d{1,2})?")
                ? new BigDecimal(yuan).movePointRight(2).longValueExact()
                : null;
    }

    private static @Nullable Long things(String text) {
        String count = ListRow.amount(text).replaceAll("[套辆台处]", "");
        return count.matches("\\d{1,2}") && Integer.parseInt(count) <= MOST_THINGS ? Long.valueOf(count) : null;
    }
}
