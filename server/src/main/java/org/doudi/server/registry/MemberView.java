package org.doudi.server.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member of a household as pages show one.
 *
 * @param person the person's id
 * @param number the member's number inside the household, as the policy's record has it
 * @param relation to the head, in Chinese
 * @param maskedIdNumber the id number with the middle hidden
 */
public record MemberView(
        long person,
        String number,
        String name,
        Sex sex,
        LocalDate birth,
        @Nullable LocalDate death,
        String relation,
        String maskedIdNumber) {}
