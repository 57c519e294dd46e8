package org.doudi.server.casework;

import java.time.LocalDate;
import org.doudi.server.registry.DivisionNames;
import org.jspecify.annotations.Nullable;

/**
 * What a notice on the wall may show, and nothing else: the applicant's name, how many members count, the amount
 * (clause 2.4-11). An applicant under age is shown by the family name only.
 */
public record NoticeView(
        String number,
        DivisionNames division,
        String applicant,
        int members,
        String monthlyYuan,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
