package org.doudi.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.policy.Consent;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Member;
import org.doudi.policy.Supporter;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapFinderTest {
    private static final LocalDate DAY = LocalDate.of(2017, 6, 20);
    private static final String VILLAGE = "210921105206";
    private static final Gap MISSING = new Gap(Gap.Kind.MISSING_FROM_TEKUN, "1");

    @TempDir
    private Path temp;

    /** An old woman whom nobody must support and who has nothing: tekun. */
    private static Household household() {
        return Household.builder("H-1", VILLAGE, DAY, Consent.GIVEN)
                .member(Member.builder("1", LocalDate.of(1940, 1, 1))
                        .supporter(Supporter.NONE)
                        .build())
                .build();
    }

    private GapFinder.Found find(@Nullable HouseholdRolls rolls, EnumSet<Roll> available) throws IOException {
        Path persons = temp.resolve("persons.csv");
        Files.writeString(persons, "人编号,户编号,成员号,姓名\nH-1-1,H-1,1,白玉花\n");
        return new GapFinder(available, PersonBook.read(persons), DAY)
                .find(household(), rolls, ParameterPack.load().at(VILLAGE, DAY));
    }

    private static RollRow row() {
        return new RollRow(7, "", "白玉花", "", VILLAGE, null, 0, null, false, false, false);
    }

    private static List<Gap> gaps(List<GapRow> rows) {
        return rows.stream().map(GapRow::gap).toList();
    }

    @Test
    void REC30_who_stands_on_no_list_is_missing() throws IOException {
        GapFinder.Found found = find(null, EnumSet.allOf(Roll.class));
        assertThat(gaps(found.certain())).contains(MISSING);
        assertThat(found.pending()).isEmpty();
    }

    @Test
    void REC31_whose_row_is_in_review_is_not_called_missing_but_waits() throws IOException {
        HouseholdRolls rolls = new HouseholdRolls();
        rolls.doubt(new Doubt(new Entry(Roll.TEKUN, row(), "姓名相同"), "1", Strength.REVIEW));
        GapFinder.Found found = find(rolls, EnumSet.allOf(Roll.class));
        assertThat(gaps(found.certain())).doesNotContain(MISSING);
        assertThat(gaps(found.pending())).contains(MISSING);
        assertThat(found.pending().get(0).evidence()).contains("特困人员名单第 7 行");
    }

    @Test
    void REC32_a_row_that_only_comes_near_holds_the_gap_back_too() throws IOException {
        HouseholdRolls rolls = new HouseholdRolls();
        rolls.doubt(new Doubt(new Entry(Roll.TEKUN, row(), "姓名相同"), "1", Strength.HINT));
        GapFinder.Found found = find(rolls, EnumSet.allOf(Roll.class));
        assertThat(gaps(found.certain())).doesNotContain(MISSING);
        assertThat(gaps(found.pending())).contains(MISSING);
    }

    @Test
    void REC33_what_no_doubt_can_change_is_said_all_the_same() throws IOException {
        HouseholdRolls rolls = new HouseholdRolls();
        rolls.doubt(new Doubt(new Entry(Roll.ALLOWANCES, row(), "姓名相同"), "1", Strength.REVIEW));
        assertThat(gaps(find(rolls, EnumSet.allOf(Roll.class)).certain())).contains(MISSING);
    }

    @Test
    void REC34_without_the_list_nobody_is_called_missing_from_it() throws IOException {
        GapFinder.Found found = find(null, EnumSet.complementOf(EnumSet.of(Roll.TEKUN)));
        assertThat(gaps(found.certain())).doesNotContain(MISSING);
        assertThat(gaps(found.pending())).doesNotContain(MISSING);
    }
}
