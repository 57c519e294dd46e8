package org.doudi.server.casework;

import java.util.List;
import org.doudi.server.casework.step.Problem;

/** Why something cannot be done to a case now. Nothing was changed. */
public abstract sealed class CaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CaseFailure(String message) {
        super(message);
    }

    /** A form that cannot be taken. */
    public static CaseFailure incomplete(List<Problem> problems) {
        return new Incomplete(problems);
    }

    /** There is no such case in one's area. */
    public static final class NotFound extends CaseFailure {
        private static final long serialVersionUID = 1;

        NotFound(String number) {
            super("no case " + number);
        }
    }

    /** The step belongs to another office, or the case does not stand so that this could be done. */
    public static final class NotNow extends CaseFailure {
        private static final long serialVersionUID = 1;

        NotNow(String what) {
            super(what);
        }
    }

    /** Who took part before cannot judge. */
    public static final class FourEyes extends CaseFailure {
        private static final long serialVersionUID = 1;

        FourEyes(String what) {
            super(what);
        }
    }

    /** The officer declared kinship with the household. */
    public static final class NearRelative extends CaseFailure {
        private static final long serialVersionUID = 1;

        NearRelative(String number) {
            super("a near relative cannot handle case " + number);
        }
    }

    /** Another person of the office holds the step. */
    public static final class Held extends CaseFailure {
        private static final long serialVersionUID = 1;

        Held(String number) {
            super("somebody else holds the step of case " + number);
        }
    }

    /** Somebody changed the case since the form was opened. */
    public static final class Overtaken extends CaseFailure {
        private static final long serialVersionUID = 1;

        Overtaken(String number) {
            super("case " + number + " was changed meanwhile");
        }
    }

    /** What was typed keeps the step from being done. */
    public static final class Incomplete extends CaseFailure {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial")
        private final List<Problem> problems;

        Incomplete(List<Problem> problems) {
            super(problems.size() + " problems");
            this.problems = List.copyOf(problems);
        }

        /** What is wrong, where. */
        public List<Problem> problems() {
            return problems;
        }
    }
}
