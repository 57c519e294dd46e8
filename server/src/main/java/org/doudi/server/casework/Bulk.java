package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Does one thing to many cases. Each case is a transaction of its own and has its own result, so a row that cannot be done
 * keeps no other back and is never passed over in silence. Only what judges nothing is done this way.
 */
@Service
public class Bulk {
    /** How many cases one click may take. */
    public static final int MOST = 50;

    private final Cases cases;
    private final Assignments assignments;

    Bulk(Cases cases, Assignments assignments) {
        this.cases = cases;
        this.assignments = assignments;
    }

    /**
     * What became of one case.
     *
     * @param failure why nothing was done, or null where it was done
     */
    public record Result(String number, @Nullable CaseFailure failure) {
        /** Whether it was done. */
        public boolean done() {
            return failure == null;
        }
    }

    /** Takes many. */
    public List<Result> claim(List<String> numbers) {
        return each(numbers, assignments::claim);
    }

    /** Gives many to one colleague. */
    public List<Result> assign(List<String> numbers, long to) {
        return each(numbers, number -> assignments.assign(number, to));
    }

    /**
     * Posts the notices of many cases that hang on one wall, with one photograph of it.
     *
     * @param key of the form; sent twice, each notice is posted once
     */
    public List<Result> post(List<String> numbers, String key, String place, Picture proof) {
        return each(numbers, number -> {
            CaseFile c = cases.get(number);
            if (!c.state().step().isNotice()) {
                throw new CaseFailure.NotNow("no notice of " + number + " waits to be posted");
            }
            cases.work(number, c.version(), key, Map.of("place", place), Map.of("proof", proof));
        });
    }

    private static List<Result> each(List<String> numbers, Consumer<String> work) {
        List<Result> results = new ArrayList<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            try {
                work.accept(number);
                results.add(new Result(number, null));
            } catch (CaseFailure e) {
                results.add(new Result(number, e));
            }
        }
        return results;
    }
}
