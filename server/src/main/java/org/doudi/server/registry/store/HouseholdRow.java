package org.doudi.server.registry.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.Sex;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.registry.store.ImportWork.Staged;
import org.jspecify.annotations.Nullable;

/**
 * One person of a list of households, as far as the row can be understood by itself.
 *
 * @param key what the list calls the household
 * @param idNumber 18 characters, or empty
 * @param problem why it cannot be used, or null
 */
record HouseholdRow(
        Staged staged,
        String key,
        String name,
        String idNumber,
        Relation relation,
        String village,
        String address,
        String phone,
        @Nullable Problem problem) {
    private static final int LONGEST = 100;
    private static final Pattern MONTH = Pattern.compile("\\d{4}\\s*[-./年]\\s*\\d{1,2}\\s*月?|\\d{6}");

    static HouseholdRow of(Plan plan, Staged staged, LocalDate latest) {
        Map<ListColumn, Integer> columns = plan.columns();
        ListRow row = ListRow.of(ListKind.HOUSEHOLDS, staged.cells(), columns, latest);
        String key = cell(staged, columns, ListColumn.HOUSEHOLD);
        Relation relation = Relation.written(
                        cell(staged, columns, ListColumn.RELATION).replaceAll("\\s", ""))
                .orElse(null);
        Problem problem = row.problem();
        if (problem == null && key.isEmpty()) {
            problem = Problem.NO_HOUSEHOLD_KEY;
        }
        if (problem == null && row.idNumber().isEmpty()) {
            problem = Problem.BAD_NUMBER;
        }
        if (problem == null && relation == null) {
            problem = Problem.NO_RELATION;
        }
        if (problem == null) {
            problem = numberAgainst(
                    row.idNumber(),
                    cell(staged, columns, ListColumn.SEX),
                    cell(staged, columns, ListColumn.BIRTH),
                    latest);
        }
        if (problem == null && row.village().isEmpty()) {
            problem = Problem.NO_VILLAGE;
        }
        return new HouseholdRow(
                staged,
                key,
                row.name(),
                row.idNumber(),
                relation == null ? Relation.OTHER : relation,
                row.village(),
                cell(staged, columns, ListColumn.ADDRESS),
                ListRow.narrow(cell(staged, columns, ListColumn.PHONE)),
                problem);
    }

    /** The number holds sex and birth; what the list says of them besides must be the same. */
    private static @Nullable Problem numberAgainst(String idNumber, String sex, String birth, LocalDate latest) {
        Sex said = sex.contains("男") ? Sex.MALE : sex.contains("女") ? Sex.FEMALE : null;
        if (said != null && said != NewPerson.sex(idNumber)) {
            return Problem.SEX_DIFFERS;
        }
        LocalDate born = NewPerson.birth(idNumber);
        if (born.isAfter(latest)) {
            return Problem.IN_THE_FUTURE;
        }
        LocalDate saidBorn = ListRow.day(birth);
        boolean differs = MONTH.matcher(birth).matches()
                ? saidBorn != null && !saidBorn.equals(born.withDayOfMonth(1))
                : !birth.isEmpty() && !born.equals(saidBorn);
        return differs ? Problem.BIRTH_DIFFERS : null;
    }

    /** The same with a problem that was found elsewhere. */
    HouseholdRow with(Problem found) {
        return new HouseholdRow(staged, key, name, idNumber, relation, village, address, phone, found);
    }

    LocalDate birth() {
        return NewPerson.birth(idNumber);
    }

    Sex sex() {
        return NewPerson.sex(idNumber);
    }

    boolean isHead() {
        return relation == Relation.HEAD;
    }

    static String cell(Staged staged, Map<ListColumn, Integer> columns, ListColumn column) {
        Integer place = columns.get(column);
        List<String> cells = staged.cells();
        String text =
                place == null || place >= cells.size() ? "" : cells.get(place).strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
