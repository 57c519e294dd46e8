package org.doudi.cli.reconcile;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.doudi.policy.Household;
import org.doudi.policy.Member;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Parameters;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.InputError;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.Line;
import org.doudi.policy.json.LineAssessor;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/** Finds the gaps of the households of some lines. */
public final class HouseholdLines {
    private final ParameterPack pack;
    private final LocalDate asOf;
    private final GapFinder finder;
    private final Map<String, HouseholdRolls> rolls;
    private final HouseholdReader reader = new HouseholdReader();
    private final String file;
    private final boolean certificates;

    /**
     * Knows what must be known of the households of the lines.
     *
     * @param pack the parameters
     * @param asOf the day that is looked at
     * @param lists the lists that there are and that can be used, and the name of the households' file
     * @param persons the members of these households at least
     * @param rolls what the lists say about these households at least
     */
    public HouseholdLines(
            ParameterPack pack, LocalDate asOf, Lists lists, PersonBook persons, Map<String, HouseholdRolls> rolls) {
        this.pack = pack;
        this.asOf = asOf;
        this.finder = new GapFinder(lists.usable(), persons, asOf);
        this.rolls = rolls;
        this.file = lists.households();
        this.certificates = lists.given().containsKey(Roll.CERTIFICATES);
    }

    /** Looks at all lines that are left. */
    public Findings all(JsonLines lines) throws IOException {
        Findings all = new Findings();
        for (JsonLines.Batch batch = lines.next(); batch != null; batch = lines.next()) {
            all.addAll(batch(batch));
        }
        return all;
    }

    Findings batch(JsonLines.Batch batch) {
        Findings found = new Findings();
        for (int i = 0; i < batch.count(); i++) {
            long number = batch.number(i);
            if (batch.tooLong(i)) {
                found.notComputed();
                found.problem(new InputProblem(file, number, "", "", "这一行太长，不可能是一户人家", "检查这一行，一户一行"));
                continue;
            }
            Line line = reader.read(batch.bytes(), batch.offset(i), batch.length(i), number);
            if (line instanceof Line.Accepted accepted) {
                household(found, number, accepted.household());
            } else if (line instanceof Line.Rejected rejected) {
                found.notComputed();
                for (InputError error : rejected.errors()) {
                    problem(found, number, String.valueOf(rejected.householdId()), error);
                }
            }
        }
        return found;
    }

    private void household(Findings found, long line, Household facts) {
        HouseholdRolls linked = rolls.get(facts.householdId());
        if (facts.assessedOn().isAfter(asOf)) {
            found.notComputed();
            String problem = "这户的情况是 " + facts.assessedOn() + " 登记的，晚于核算日期 " + asOf;
            found.problem(new InputProblem(file, line, "assessedOn", facts.householdId(), problem, "用登记当天或以后的日期核算"));
            return;
        }
        try {
            Parameters parameters = pack.at(facts.village(), asOf);
            found.add(finder.find(facts, linked, parameters));
            checkDisabilities(found.quality(), facts, linked);
        } catch (MissingParameterException | ArithmeticException e) {
            found.notComputed();
            LineAssessor.errors(e).forEach(error -> problem(found, line, facts.householdId(), error));
        } catch (IllegalArgumentException e) {
            // a birth after the day that is looked at
            found.notComputed();
            found.problem(new InputProblem(
                    file, line, "", facts.householdId(), String.valueOf(e.getMessage()), "更正这户的日期，或换一个核算日期"));
        }
    }

    private void problem(Findings found, long line, String household, InputError error) {
        found.problem(new InputProblem(file, line, error.path(), household, error.message(), "更正这一行；这户这次没有核算"));
    }

    private void checkDisabilities(Quality quality, Household facts, @Nullable HouseholdRolls linked) {
        if (!certificates) {
            return;
        }
        String township = RowCheck.township(facts.village());
        for (int m = 0; m < facts.size(); m++) {
            Member member = facts.member(m);
            boolean listed = linked != null && linked.hasCertificate(member.memberId());
            if (listed && member.disability() == null) {
                quality.add(Roll.CERTIFICATES, township, Problem.NO_DISABILITY_IN_FACTS);
            } else if (!listed && member.disability() != null) {
                quality.add(Roll.CERTIFICATES, township, Problem.NO_CERTIFICATE);
            }
        }
    }
}
