package org.doudi.cli.reconcile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doudi.cli.folder.Progress;
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

/** Assesses every household of a file on the rolls that the lists make; several batches at once, answers in the file's order. */
final class Assessing {
    private final ParameterPack pack;
    private final GapFinder finder;
    private final Map<String, HouseholdRolls> rolls;
    private final java.time.LocalDate asOf;
    private final HouseholdReader reader = new HouseholdReader();
    private final String file;
    private final boolean certificates;

    Assessing(
            ParameterPack pack,
            GapFinder finder,
            Map<String, HouseholdRolls> rolls,
            java.time.LocalDate asOf,
            InputFolder folder) {
        this.pack = pack;
        this.finder = finder;
        this.rolls = rolls;
        this.asOf = asOf;
        this.file = String.valueOf(folder.households().getFileName());
        this.certificates = folder.lists().containsKey(Roll.CERTIFICATES);
    }

    Tally assess(Path households, int threads, Progress progress) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "assess");
            thread.setDaemon(true);
            return thread;
        });
        Tally sum = new Tally();
        progress.begin("核算各户", Files.size(households));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(households), 1 << 16)) {
            JsonLines lines = new JsonLines(in);
            Deque<Future<Tally>> running = new ArrayDeque<>();
            long bytes = 0;
            for (JsonLines.Batch batch = lines.next(); batch != null; batch = lines.next()) {
                JsonLines.Batch taken = batch;
                running.add(workers.submit(() -> batch(taken)));
                if (running.size() > threads * 2) {
                    sum.addAll(running.remove().get());
                }
                bytes += batch.offset(batch.count() - 1) + (long) batch.length(batch.count() - 1);
                progress.at(bytes);
            }
            for (Future<Tally> rest : running) {
                sum.addAll(rest.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while assessing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a household could not be assessed", e.getCause());
        } finally {
            workers.shutdownNow();
            progress.end();
        }
        return sum;
    }

    private Tally batch(JsonLines.Batch batch) {
        Tally tally = new Tally();
        for (int i = 0; i < batch.count(); i++) {
            long number = batch.number(i);
            if (batch.tooLong(i)) {
                tally.notComputed++;
                tally.problems.add(new InputProblem(file, number, "", "", "这一行太长，不可能是一户人家", "检查这一行，一户一行"));
                continue;
            }
            Line line = reader.read(batch.bytes(), batch.offset(i), batch.length(i), number);
            if (line instanceof Line.Accepted accepted) {
                household(tally, number, accepted.household());
            } else if (line instanceof Line.Rejected rejected) {
                tally.notComputed++;
                for (InputError error : rejected.errors()) {
                    problem(tally, number, String.valueOf(rejected.householdId()), error);
                }
            }
        }
        return tally;
    }

    private void household(Tally tally, long line, Household facts) {
        HouseholdRolls linked = rolls.get(facts.householdId());
        if (facts.assessedOn().isAfter(asOf)) {
            tally.notComputed++;
            String problem = "这户的情况是 " + facts.assessedOn() + " 登记的，晚于核算日期 " + asOf;
            tally.problems.add(
                    new InputProblem(file, line, "assessedOn", facts.householdId(), problem, "用登记当天或以后的日期核算"));
            return;
        }
        try {
            Parameters parameters = pack.at(facts.village(), asOf);
            tally.add(finder.find(facts, linked, parameters));
            checkDisabilities(tally, facts, linked);
        } catch (MissingParameterException | ArithmeticException e) {
            tally.notComputed++;
            LineAssessor.errors(e).forEach(error -> problem(tally, line, facts.householdId(), error));
        } catch (IllegalArgumentException e) {
            // a birth after the day that is looked at
            tally.notComputed++;
            tally.problems.add(new InputProblem(
                    file, line, "", facts.householdId(), String.valueOf(e.getMessage()), "更正这户的日期，或换一个核算日期"));
        }
    }

    private void problem(Tally tally, long line, String household, InputError error) {
        tally.problems.add(new InputProblem(file, line, error.path(), household, error.message(), "更正这一行；这户这次没有核算"));
    }

    private void checkDisabilities(Tally tally, Household facts, @Nullable HouseholdRolls linked) {
        if (!certificates) {
            return;
        }
        String township = RowCheck.township(facts.village());
        for (int m = 0; m < facts.size(); m++) {
            Member member = facts.member(m);
            boolean listed = linked != null && linked.hasCertificate(member.memberId());
            if (listed && member.disability() == null) {
                tally.quality.add(Roll.CERTIFICATES, township, Problem.NO_DISABILITY_IN_FACTS);
            } else if (!listed && member.disability() != null) {
                tally.quality.add(Roll.CERTIFICATES, township, Problem.NO_CERTIFICATE);
            }
        }
    }
}
