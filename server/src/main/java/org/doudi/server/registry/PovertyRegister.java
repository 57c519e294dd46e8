package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.RegisterState;
import org.jspecify.annotations.Nullable;

/** What the poverty register says of a household, with its history, and what is done about it. */
public interface PovertyRegister {
    /** What kind of poor household it is. */
    enum Attribute {
        ORDINARY("一般贫困户"),
        DIBAO("低保贫困户"),
        TEKUN("特困供养贫困户"),
        FALLEN_BACK("返贫户");

        private final String word;

        Attribute(String word) {
            this.word = word;
        }

        /** As lists write it. */
        public String word() {
            return word;
        }
    }

    /** The state with what the rules do not look at. */
    record Standing(
            RegisterState state,
            @Nullable LocalDate liftedOn,
            String attribute,
            String cause,
            List<String> otherCauses,
            LocalDate from,
            @Nullable LocalDate to,
            String source) {}

    /** How a household was lifted out: gradual exit is for those whom a measure of the programme lifted (clause 2.2-7). */
    enum Way {
        PROGRAMME,
        OTHERWISE
    }

    /** The day and the way of lifting out. */
    record Lifted(LocalDate on, Way way) {}

    /**
     * What is to be written.
     *
     * @param lifted how it was lifted out, or null while it is poor
     */
    record Change(
            RegisterState state,
            @Nullable Lifted lifted,
            Attribute attribute,
            Causes causes,
            LocalDate from,
            String source) {
        public Change {
            if ((state == RegisterState.LIFTED) != (lifted != null)) {
                throw new IllegalArgumentException("who is lifted out was so on a day and by a way");
            }
        }
    }

    /** How a measure goes. */
    enum Stage {
        RUNNING,
        REACHED,
        MISSED,
        GIVEN_UP
    }

    /** One report on a measure. */
    record Report(LocalDate on, Stage stage, String words, String officer) {}

    /** A measure against a cause, with its reports, the last first. */
    record Measure(
            long id,
            PovertyCause cause,
            String plan,
            String helper,
            LocalDate startedOn,
            String plannedBy,
            List<Report> reports) {
        public Measure {
            reports = List.copyOf(reports);
        }

        /** Where it stands. */
        public Stage stage() {
            return reports.isEmpty() ? Stage.RUNNING : reports.get(0).stage();
        }
    }

    /** What the register said and says of a household, the last first; empty if it never stood there. */
    List<Standing> history(long household);

    /** Records what the register says from a day on. */
    void record(long household, Change change);

    /** The measures of a household, the last planned first. */
    List<Measure> measures(long household);

    /** Plans a measure. */
    void plan(long household, PovertyCause cause, String plan, String helper, LocalDate startedOn);

    /** Reports on a measure. */
    void report(long household, long measure, Report report);
}
