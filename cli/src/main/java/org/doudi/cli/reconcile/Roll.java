package org.doudi.cli.reconcile;

import java.util.Locale;

/** The lists that are the rolls, and who keeps each. The name in lower case is the name of its file, csv or xlsx. */
public enum Roll {
    DIBAO(Department.CIVIL_AFFAIRS, Holder.HOUSEHOLD),
    TEKUN(Department.CIVIL_AFFAIRS, Holder.PERSON),
    REGISTER(Department.POVERTY_OFFICE, Holder.HOUSEHOLD),
    LIFTED(Department.POVERTY_OFFICE, Holder.HOUSEHOLD),
    CERTIFICATES(Department.DISABLED_FEDERATION, Holder.PERSON),
    ALLOWANCES(Department.DISABLED_FEDERATION, Holder.PERSON);

    /** Whether a whole household or a single person stands on the roll. */
    enum Holder {
        HOUSEHOLD,
        PERSON
    }

    final Department department;
    final Holder holder;

    Roll(Department department, Holder holder) {
        this.department = department;
        this.holder = holder;
    }

    /** Whether households stand on it; each case has one row or several. */
    public boolean ofHouseholds() {
        return holder == Holder.HOUSEHOLD;
    }

    /** The name of its file, without the ending. */
    public String stem() {
        return name().toLowerCase(Locale.ROOT);
    }
}
