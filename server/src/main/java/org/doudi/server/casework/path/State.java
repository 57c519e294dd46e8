package org.doudi.server.casework.path;

import java.util.Optional;
import java.util.Set;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Role;

/** Where a case is. */
public record State(Step step, Standing standing) {
    /** Where every case begins. */
    public static final State FIRST = new State(Step.ACCEPTANCE, Standing.RUNNING);

    /** The roles of the office that owns the case now; none when it is over. */
    public Set<Role> owners() {
        return standing.isFinal() ? Set.of() : step.owners();
    }

    /** The department whose office answers for the case now; none when it is over. */
    public Optional<Department> office() {
        return standing.isFinal() ? Optional.empty() : Optional.of(step.office());
    }

    /** Where the move leads, or nothing where it cannot be made. */
    public Optional<State> after(Move move) {
        return switch (move) {
            case DONE ->
                standing != Standing.RUNNING
                        ? Optional.empty()
                        : Optional.of(
                                step == Step.LETTER
                                        ? new State(step, Standing.CLOSED)
                                        : new State(Step.values()[step.ordinal() + 1], Standing.RUNNING));
            case RETURN ->
                standing == Standing.RUNNING && canReturn()
                        ? Optional.of(new State(returnsTo(), Standing.RUNNING))
                        : Optional.empty();
            // a notice goes up, and the case waits in its step while it is up
            case POST -> standing == Standing.RUNNING && step.isNotice() ? Optional.of(this) : Optional.empty();
            // only the last day moves
            case EXTEND -> when(Standing.RUNNING, Standing.RUNNING);
            case PAUSE -> when(Standing.RUNNING, Standing.PAUSED);
            case RESUME -> when(Standing.PAUSED, Standing.RUNNING);
            case WITHDRAW ->
                standing.isFinal() || step.compareTo(Step.DECISION) > 0
                        ? Optional.empty()
                        : Optional.of(new State(step, Standing.WITHDRAWN));
            case REOPEN -> standing.isFinal() ? Optional.of(FIRST) : Optional.empty();
        };
    }

    private Optional<State> when(Standing now, Standing then) {
        return standing == now ? Optional.of(new State(step, then)) : Optional.empty();
    }

    /** A case goes back for more papers or facts until it is decided. */
    private boolean canReturn() {
        return step != Step.ACCEPTANCE && step.compareTo(Step.DECISION) <= 0;
    }

    /** The county sends it back to the township's review, the township back to the door. */
    private Step returnsTo() {
        return step.compareTo(Step.SUBMISSION) > 0 ? Step.TOWNSHIP_REVIEW : Step.ACCEPTANCE;
    }
}
