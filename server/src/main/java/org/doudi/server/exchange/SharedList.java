package org.doudi.server.exchange;

import static org.doudi.server.exchange.SharedField.CAUSE;
import static org.doudi.server.exchange.SharedField.DISABILITY_CATEGORY;
import static org.doudi.server.exchange.SharedField.DISABILITY_LEVEL;
import static org.doudi.server.exchange.SharedField.HOUSEHOLD_NUMBER;
import static org.doudi.server.exchange.SharedField.ID_NUMBER;
import static org.doudi.server.exchange.SharedField.INCOME_PER_HEAD_YUAN;
import static org.doudi.server.exchange.SharedField.LIFTED_ON;
import static org.doudi.server.exchange.SharedField.MASKED_ID_NUMBER;
import static org.doudi.server.exchange.SharedField.MEMBERS;
import static org.doudi.server.exchange.SharedField.MONTHLY_YUAN;
import static org.doudi.server.exchange.SharedField.NAME;
import static org.doudi.server.exchange.SharedField.ON_ROLLS;
import static org.doudi.server.exchange.SharedField.SINCE;
import static org.doudi.server.exchange.SharedField.THROUGH_PROGRAMME;
import static org.doudi.server.exchange.SharedField.VILLAGE;

import java.util.EnumSet;
import java.util.Set;
import org.doudi.server.identity.Department;

/** The lists that the departments owe each other (clauses 2.4-6, 2.4-7 and 2.4-8). */
public enum SharedList {
    /** Households on dibao. */
    DIBAO(Department.CIVIL_AFFAIRS, Department.POVERTY_OFFICE, MEMBERS, SINCE, MONTHLY_YUAN),
    /** People supported as tekun. */
    TEKUN(Department.CIVIL_AFFAIRS, Department.POVERTY_OFFICE, SINCE),
    /** Households on the register as poor. */
    REGISTER(Department.POVERTY_OFFICE, Department.CIVIL_AFFAIRS, MEMBERS, CAUSE),
    /** Dibao households lifted out of poverty, with their income. */
    LIFTED(
            Department.POVERTY_OFFICE,
            Department.CIVIL_AFFAIRS,
            MEMBERS,
            LIFTED_ON,
            THROUGH_PROGRAMME,
            INCOME_PER_HEAD_YUAN),
    /** Disabled people of households on dibao or the register. */
    DISABLED(Department.CIVIL_AFFAIRS, Department.DISABLED_FEDERATION, DISABILITY_CATEGORY, DISABILITY_LEVEL, ON_ROLLS),
    /** People whose income or property a department is asked to check; each such list is a request of its own, and no change of the one before. */
    CHECK(Department.CIVIL_AFFAIRS, Department.POVERTY_OFFICE);

    private final Department sender;
    private final Department receiver;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Set<SharedField> fields = EnumSet.of(HOUSEHOLD_NUMBER, NAME, ID_NUMBER, MASKED_ID_NUMBER, VILLAGE);

    SharedList(Department sender, Department receiver, SharedField... more) {
        this.sender = sender;
        this.receiver = receiver;
        fields.addAll(Set.of(more));
    }

    /** Who keeps the list and hands it over. */
    public Department sender() {
        return sender;
    }

    /** Who has to get it by the clause. */
    public Department receiver() {
        return receiver;
    }

    /** What its rows can say. */
    public Set<SharedField> fields() {
        return EnumSet.copyOf(fields);
    }
}
