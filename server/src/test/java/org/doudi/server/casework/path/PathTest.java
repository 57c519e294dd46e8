package org.doudi.server.casework.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path of a case and its clock. */
class PathTest {
    private final Deadlines deadlines = new Deadlines("");

    @Property
    @Label("2.2-6 whatever is done to a case, it has one owning office or is over, and can still move")
    void everyStateIsOwnedOrOver(@ForAll @Size(max = 60) List<Move> moves) {
        State state = State.FIRST;
        for (Move move : moves) {
            state = state.after(move).orElse(state);
            assertThat(state.owners().isEmpty()).isEqualTo(state.standing().isFinal());
            State now = state;
            assertThat(List.of(Move.values())).anyMatch(m -> now.after(m).isPresent());
        }
    }

    @Test
    @DisplayName("2.4-3 a case cannot reach the review meeting without passing the economic check")
    void noStepIsLeftOut() {
        State state = State.FIRST;
        for (Step step : Step.values()) {
            assertThat(state.step()).isEqualTo(step);
            state = state.after(Move.DONE).orElseThrow();
        }
        assertThat(state.standing()).isEqualTo(Standing.CLOSED);
    }

    @Test
    @DisplayName("a case that is over can only be opened again, and then begins at the door")
    void reopened() {
        State over = new State(Step.LETTER, Standing.CLOSED);
        assertThat(over.after(Move.REOPEN)).contains(State.FIRST);
        assertThat(over.after(Move.DONE)).isEmpty();
        assertThat(over.after(Move.WITHDRAW)).isEmpty();
    }

    @Test
    @DisplayName("2.3-3 working days leave out weekends and holidays and count made-up days")
    void workingDays() {
        WorkingDays days = new WorkingDays();
        // the week of the national holiday of 2017: off from 1 to 8 October, 30 September made up
        assertThat(days.isWorking(LocalDate.of(2017, 9, 30))).isTrue();
        assertThat(days.isWorking(LocalDate.of(2017, 10, 6))).isFalse();
        assertThat(days.after(LocalDate.of(2017, 9, 29), 3)).isEqualTo(LocalDate.of(2017, 10, 10));
        assertThat(days.left(LocalDate.of(2017, 6, 20), LocalDate.of(2017, 6, 22)))
                .isEqualTo(2);
        assertThat(days.left(LocalDate.of(2017, 6, 20), LocalDate.of(2017, 6, 19)))
                .isEqualTo(-1);
        assertThatThrownBy(() -> days.isWorking(LocalDate.of(2031, 1, 1))).hasMessageContaining("2031");
    }

    @Test
    @DisplayName("2.3-3 a year without a notice counts by the festivals of the law, until the city enters the notice")
    void yearsToCome(@TempDir Path folder) throws IOException {
        WorkingDays days = new WorkingDays();
        assertThat(days.isAnnounced(2026)).isTrue();
        assertThat(days.isAnnounced(2027)).isFalse();
        // the eve is a Friday; the two festival days on the weekend are made up for on Tuesday and Wednesday
        assertThat(days.after(LocalDate.of(2027, 2, 4), 1)).isEqualTo(LocalDate.of(2027, 2, 11));
        Path entered = folder.resolve("notice.csv");
        Files.writeString(entered, "date,kind,festival\n2027-02-05,working day,a\n2027-02-08,day off,b\n");
        WorkingDays told = new WorkingDays(entered);
        assertThat(told.isAnnounced(2027)).isTrue();
        assertThat(told.isWorking(LocalDate.of(2027, 2, 5))).isTrue();
        assertThat(told.isWorking(LocalDate.of(2027, 2, 9))).isTrue();
        assertThat(told.isAnnounced(2017)).isTrue();
        Files.writeString(entered, "date,kind,festival\n2027-02-05,holiday,a\n");
        assertThatThrownBy(() -> new WorkingDays(entered))
                .hasMessageContaining("line 2")
                .hasMessageContaining("holiday");
        assertThatThrownBy(() -> new WorkingDays(folder.resolve("none.csv"))).hasMessageContaining("none.csv");
    }

    @Test
    @DisplayName("2.2-6 the limits are those of the procedure in force when the case was opened")
    void datedLimits() {
        assertThat(deadlines.of(Step.COUNTY_REVIEW, LocalDate.of(2017, 6, 1)).days())
                .isEqualTo(5);
        assertThat(deadlines.of(Step.COUNTY_REVIEW, LocalDate.of(2021, 7, 1)).days())
                .isEqualTo(10);
        assertThat(deadlines.due(Step.VILLAGE_NOTICE, LocalDate.of(2017, 6, 1), LocalDate.of(2017, 6, 22)))
                .isEqualTo(LocalDate.of(2017, 6, 29));
    }
}
