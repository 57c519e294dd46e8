package org.doudi.server.registry;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.Department;

/** The lists that departments keep and hand in, and what they must say. */
public enum ListKind {
    DIBAO(Department.CIVIL_AFFAIRS, ListColumn.MONTHLY),
    TEKUN(Department.CIVIL_AFFAIRS),
    PREFERENTIAL(Department.CIVIL_AFFAIRS),
    INCOME(Department.CIVIL_AFFAIRS, ListColumn.ITEM, ListColumn.YUAN),
    PROPERTY(Department.CIVIL_AFFAIRS),
    REGISTER(Department.POVERTY_OFFICE),
    LIFTED(Department.POVERTY_OFFICE, ListColumn.LIFTED_ON),
    INSURANCE(
            Department.POVERTY_OFFICE,
            ListColumn.RESIDENT_INSURED,
            ListColumn.EMPLOYEE_INSURED,
            ListColumn.ILLNESS_INSURED),
    SCHOOLING(Department.POVERTY_OFFICE, ListColumn.AT_SCHOOL),
    /** One row a household. */
    LAND(Department.POVERTY_OFFICE, ListColumn.ARABLE),
    DISABILITY(Department.DISABLED_FEDERATION),
    ALLOWANCES(Department.DISABLED_FEDERATION, ListColumn.LIVING, ListColumn.CARE),
    /** Households with their members, one row a person. */
    HOUSEHOLDS(
            Department.CIVIL_AFFAIRS,
            ListColumn.HOUSEHOLD,
            ListColumn.RELATION,
            ListColumn.ID_NUMBER,
            ListColumn.VILLAGE);

    private final Department department;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<ListColumn> needed;

    ListKind(Department department, ListColumn... needed) {
        this.department = department;
        this.needed = List.of(needed);
    }

    /** Whose list it is. */
    public Department department() {
        return department;
    }

    /** The lists of a department. */
    public static List<ListKind> of(Department department) {
        return Arrays.stream(values()).filter(k -> k.department == department).toList();
    }

    /** Columns without which it says nothing. */
    public Set<ListColumn> needed() {
        Set<ListColumn> all = EnumSet.of(ListColumn.NAME);
        all.addAll(needed);
        return all;
    }

    /** Columns that it can say something with, in the order of {@link ListColumn}. */
    public Set<ListColumn> columns() {
        Set<ListColumn> all = EnumSet.range(ListColumn.NAME, ListColumn.SINCE);
        all.addAll(
                switch (this) {
                    case DIBAO -> EnumSet.of(ListColumn.MONTHLY);
                    case REGISTER -> EnumSet.range(ListColumn.CAUSE, ListColumn.ATTRIBUTE);
                    case LIFTED -> EnumSet.of(ListColumn.LIFTED_ON, ListColumn.THROUGH_PROGRAMME);
                    case DISABILITY -> EnumSet.of(ListColumn.CATEGORY, ListColumn.LEVEL);
                    case ALLOWANCES -> EnumSet.of(ListColumn.LIVING, ListColumn.CARE);
                    case INCOME -> EnumSet.of(ListColumn.ITEM, ListColumn.YUAN);
                    case PROPERTY -> EnumSet.range(ListColumn.SAVINGS, ListColumn.BUSINESS);
                    case INSURANCE -> EnumSet.range(ListColumn.RESIDENT_INSURED, ListColumn.ILLNESS_INSURED);
                    case SCHOOLING -> EnumSet.range(ListColumn.EDUCATION, ListColumn.NOT_AT_SCHOOL);
                    case LAND -> EnumSet.of(ListColumn.ARABLE, ListColumn.FOREST);
                    case TEKUN, PREFERENTIAL, HOUSEHOLDS -> EnumSet.noneOf(ListColumn.class);
                });
        return all;
    }

    /** The rolls that it fills; none where it tells facts alone. */
    public Set<Roll> rolls() {
        return switch (this) {
            case DIBAO -> EnumSet.of(Roll.DIBAO);
            case TEKUN -> EnumSet.of(Roll.TEKUN);
            case PREFERENTIAL -> EnumSet.of(Roll.PREFERENTIAL);
            case REGISTER, LIFTED -> EnumSet.of(Roll.REGISTER);
            case DISABILITY -> EnumSet.of(Roll.DISABILITY);
            case ALLOWANCES -> EnumSet.of(Roll.LIVING_ALLOWANCE, Roll.CARE_ALLOWANCE);
            case HOUSEHOLDS, INCOME, PROPERTY, INSURANCE, SCHOOLING, LAND -> EnumSet.noneOf(Roll.class);
        };
    }

    /** Whether one list of this kind can be the whole roll; the register comes in two lists. */
    public boolean canBeWhole() {
        return this != REGISTER && this != LIFTED && !rolls().isEmpty();
    }
}
