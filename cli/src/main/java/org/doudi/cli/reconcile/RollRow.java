package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a roll.
 *
 * @param line the line of the file
 * @param group the household's number in this list; empty where the list has none
 * @param name the name as written
 * @param idNumber the id number as written
 * @param village the village's code or name as written
 * @param since first day on the dibao roll
 * @param monthlyFen what the household gets a month
 * @param liftedOn day of lifting out
 * @param throughProgramme whether the programme lifted the household out
 * @param living whether the living allowance is paid
 * @param care whether the care allowance is paid
 */
public record RollRow(
        long line,
        String group,
        String name,
        String idNumber,
        String village,
        @Nullable LocalDate since,
        long monthlyFen,
        @Nullable LocalDate liftedOn,
        boolean throughProgramme,
        boolean living,
        boolean care)
        implements Serializable {}
