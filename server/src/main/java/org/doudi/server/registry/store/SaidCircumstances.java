package org.doudi.server.registry.store;

import java.math.BigDecimal;
import java.util.function.Function;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.Education;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.SchoolStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a row tells of insurance, schooling and land. Who is at school stands on a list with why others are not, so that an empty
 * cell of either says that it is not so; any other empty cell says nothing.
 */
final class SaidCircumstances {
    /** What lists write, the more exact word first. */
    private static final String EDUCATION =
            "文盲|无=NONE;大专|高职|高专|本科|大学|硕士|博士|研究生=COLLEGE;高中|中专|中职|职高|技校=SENIOR;初中=JUNIOR;小学=PRIMARY";

    private static final String STAGES = "非在校|不在校|否|无=;学前|幼儿园=PRESCHOOL;小学=PRIMARY;初中|七年级|八年级|九年级=JUNIOR;"
            + "大专|高职|高专|本科|大学|硕士|博士|研究生=COLLEGE;中职|中专|职高|职业|技校|技工=VOCATIONAL;高中|高一|高二|高三=SENIOR";
    private static final String ABSENCES =
            "无=;残=DISABILITY;病=ILLNESS;贫|经济|费用=POVERTY;厌学|不愿=UNWILLING;务工|打工|就业|工作=WORK;毕业|完成=FINISHED;其他=OTHER";

    private SaidCircumstances() {}

    static Said insurance(Function<ListColumn, String> cell) {
        ObjectNode fields = Pieces.JSON.createObjectNode();
        yes(fields, "resident", cell.apply(ListColumn.RESIDENT_INSURED));
        yes(fields, "employee", cell.apply(ListColumn.EMPLOYEE_INSURED));
        yes(fields, "illness", cell.apply(ListColumn.ILLNESS_INSURED));
        return said(FactKind.INSURANCE, fields);
    }

    private static void yes(ObjectNode fields, String field, String text) {
        fields.put(field, !ListRow.NO.contains(text) && !text.startsWith("未") && !text.startsWith("不"));
    }

    static Said schooling(Function<ListColumn, String> cell) {
        ObjectNode fields = Pieces.JSON.createObjectNode();
        String education = cell.apply(ListColumn.EDUCATION);
        boolean understood = (education.isEmpty() || code(fields, "education", education, EDUCATION, Education.class))
                && code(fields, "stage", cell.apply(ListColumn.AT_SCHOOL), STAGES, SchoolStage.class)
                && code(fields, "absence", cell.apply(ListColumn.NOT_AT_SCHOOL), ABSENCES, Absence.class);
        return understood ? said(FactKind.SCHOOLING, fields) : new Said(null, Problem.NO_STAGE);
    }

    private static <E extends Enum<E>> boolean code(
            ObjectNode fields, String field, String text, String words, Class<E> type) {
        if (text.isEmpty()) {
            fields.putNull(field);
            return true;
        }
        for (String line : words.split(";", -1)) {
            int equal = line.indexOf('=');
            for (String word : line.substring(0, equal).split("\\|", -1)) {
                if (text.contains(word)) {
                    String code = line.substring(equal + 1);
                    if (code.isEmpty()) {
                        fields.putNull(field);
                    } else {
                        fields.put(field, Enum.valueOf(type, code).name());
                    }
                    return true;
                }
            }
        }
        return false;
    }

    static Said land(Function<ListColumn, String> cell) {
        ObjectNode fields = Pieces.JSON.createObjectNode();
        String arable = mu(cell.apply(ListColumn.ARABLE));
        String forest = mu(cell.apply(ListColumn.FOREST));
        if (arable == null || forest == null) {
            return new Said(null, Problem.NO_AREA);
        }
        if (!arable.isEmpty()) {
            fields.put("arableMu", arable);
        }
        if (!forest.isEmpty()) {
            fields.put("forestMu", forest);
        }
        return fields.isEmpty() ? new Said(null, Problem.NO_AREA) : said(FactKind.LAND, fields);
    }

    /** An area with two places, empty where nothing is written, null where it is none. */
    private static @Nullable String mu(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String area = ListRow.amount(text).replace("亩", "");
        return area.matches("\\d{1,6}(\\.\\d{1,2})?")
                ? CircumstancePieces.mu(new BigDecimal(area).movePointRight(2).longValueExact())
                : null;
    }

    private static Said said(FactKind kind, ObjectNode fields) {
        return new Said(new Saying.Tells(kind, fields), null);
    }
}
