package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household as pages show it.
 *
 * @param id our id
 * @param number the household's number, which people see
 * @param village the village's code, 12 digits
 * @param headName the head's name
 * @param members on the day that was asked for, in their order
 */
public record HouseholdView(
        long id,
        String number,
        String village,
        DivisionNames division,
        String headName,
        String address,
        @Nullable LocalDate dissolvedOn,
        List<MemberView> members) {
    public HouseholdView {
        members = List.copyOf(members);
    }

    /** The member with this number; an error if there is none. */
    public MemberView member(String memberNumber) {
        return members.stream()
                .filter(m -> m.number().equals(memberNumber))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("household " + id + " has no member " + memberNumber));
    }
}
