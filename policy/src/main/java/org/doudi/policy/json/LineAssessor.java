package org.doudi.policy.json;

import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Parameter;
import org.doudi.policy.Trace;
import org.doudi.policy.json.InputError.Code;
import org.doudi.policy.parameters.ParameterPack;
import tools.jackson.core.JsonGenerator;

/**
 * Answers lines: reads a household, assesses it, writes the answer, and answers with errors where that cannot be done. One a thread;
 * the same line always gets the same bytes.
 */
public final class LineAssessor {
    private final ParameterPack pack;
    private final Detail detail;
    private final HouseholdReader reader = new HouseholdReader();
    private final AssessmentWriter writer = new AssessmentWriter();

    /** Adds to an answer what it was computed from. */
    public interface Detail {
        /** Adds nothing. */
        Detail NOTHING = (household, assessment, out) -> {};

        /** Writes names and values at the end of the answer's object. */
        void write(Household household, Assessment assessment, JsonGenerator out);
    }

    /** What became of a line. */
    public enum Result {
        /** Assessed. */
        ASSESSED,
        /** Answered with errors. */
        REJECTED
    }

    /** An assessor of lines with the values of a pack. */
    public LineAssessor(ParameterPack pack, Detail detail) {
        this.pack = pack;
        this.detail = detail;
    }

    /** Answers a line of UTF-8; see {@link HouseholdReader#read(byte[], int, int, long)}. */
    public Result answer(byte[] bytes, int offset, int length, long number, JsonGenerator out) {
        Line line = reader.read(bytes, offset, length, number);
        if (line instanceof Line.Rejected rejected) {
            write(rejected, out);
            return Result.REJECTED;
        }
        return answer(((Line.Accepted) line).household(), out);
    }

    /** Answers a line of which only the beginning was kept. */
    public Result tooLong(byte[] bytes, int offset, int length, long number, JsonGenerator out) {
        write(HouseholdReader.tooLong(bytes, offset, length, number, JsonLines.LONGEST_LINE), out);
        return Result.REJECTED;
    }

    /** Answers a household that was read already. */
    public Result answer(Household household, JsonGenerator out) {
        Assessment assessment;
        try {
            assessment = Assessor.assess(household, pack.at(household), Trace.OFF);
        } catch (MissingParameterException | ArithmeticException e) {
            write(new Line.Rejected(household.householdId(), errors(e)), out);
            return Result.REJECTED;
        }
        writer.write(assessment, out, more -> detail.write(household, assessment, more));
        return Result.ASSESSED;
    }

    /** What kept a household from being assessed, as errors of its line; anything else is thrown on. */
    public static List<InputError> errors(RuntimeException e) {
        if (e instanceof MissingParameterException missing) {
            String path = missing.knownElsewhen() ? "assessedOn" : "village";
            return missing.missing().stream()
                    .map(p -> new InputError(path, Code.NO_PARAMETER, message(p, missing)))
                    .toList();
        }
        if (e instanceof ArithmeticException) {
            String message = "The amounts are so large that their sums cannot be held exactly.";
            return List.of(new InputError("", Code.AMOUNT_TOO_LARGE, message));
        }
        throw e;
    }

    private static String message(Parameter parameter, MissingParameterException missing) {
        return MissingParameterException.message(parameter, missing.place(), missing.date());
    }

    /** Writes errors as the answer to a line. */
    public static void write(Line.Rejected rejected, JsonGenerator out) {
        out.writeStartObject();
        out.writeName("householdId");
        if (rejected.householdId() == null) {
            out.writeNull();
        } else {
            out.writeString(rejected.householdId());
        }
        out.writeName("errors");
        out.writeStartArray();
        for (InputError error : rejected.errors()) {
            out.writeStartObject();
            out.writeName("path");
            out.writeString(error.path());
            out.writeName("code");
            out.writeString(error.code().name());
            out.writeName("message");
            out.writeString(error.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
