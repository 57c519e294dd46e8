package org.doudi.server.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Rights;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;

/** What the system of a department may do with a list of a county: a scope of its tokens, as {@code take:DIBAO:210921}. */
public enum SystemRight {
    /** Fetch deliveries, and hand in receipts for them. */
    TAKE,
    /** Hand in lists that its department keeps elsewhere; of {@link SharedList#CHECK}, answer what it was asked. */
    GIVE;

    private static final Set<Role> ROLES =
            EnumSet.of(Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER);
    private static final int COUNTY = 6;

    /** The right as a scope. */
    public String of(SharedList list, String county) {
        return name().toLowerCase(Locale.ROOT) + ":" + list + ":" + county;
    }

    /** The scopes that a system that works as somebody can have; none where that account cannot have a system. */
    public static List<String> possible(Officer officer) {
        List<String> scopes = new ArrayList<>();
        String county = officer.area().code();
        if (!ROLES.contains(officer.role()) || county.length() != COUNTY) {
            return scopes;
        }
        Department department = officer.department();
        for (SharedList list : SharedList.values()) {
            if (list.sender() != department && Agreements.RECEIVERS.contains(department)) {
                scopes.add(TAKE.of(list, county));
            }
            if (list == SharedList.CHECK ? list.sender() != department : list.sender() == department) {
                scopes.add(GIVE.of(list, county));
            }
        }
        return scopes;
    }

    /** The lists with which the system that sends this request may do so. */
    public List<SharedList> granted() {
        String county = Scope.officer().area().code();
        return Arrays.stream(SharedList.values())
                .filter(list -> Rights.has(of(list, county)))
                .toList();
    }
}
