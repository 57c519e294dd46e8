package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.divisions.Township;
import org.doudi.policy.Gap;

/** The gaps of each township, for the chart and the table. */
final class TownshipCounts {
    private final List<Row> rows = new ArrayList<>();

    /** One township, or several together. */
    static final class Row {
        final String name;
        final String county;
        long households;
        long errors;
        private final Map<Gap.Kind, Long> gaps = new EnumMap<>(Gap.Kind.class);

        Row(String name, String county) {
            this.name = name;
            this.county = county;
        }

        long of(Gap.Kind... kinds) {
            long sum = 0;
            for (Gap.Kind kind : kinds) {
                sum += gaps.getOrDefault(kind, 0L);
            }
            return sum;
        }

        /** Left out of dibao, tekun or an allowance. */
        long leftOut() {
            return of(
                    Gap.Kind.MISSING_FROM_DIBAO,
                    Gap.Kind.MISSING_FROM_TEKUN,
                    Gap.Kind.MISSING_LIVING_ALLOWANCE,
                    Gap.Kind.MISSING_CARE_ALLOWANCE);
        }

        /** Missing from the register, or on it as lifted and poor again. */
        long register() {
            return of(Gap.Kind.MISSING_FROM_REGISTER, Gap.Kind.FALLEN_BACK);
        }

        long leaving() {
            return all() - leftOut() - register();
        }

        long all() {
            return of(Gap.Kind.values());
        }

        private void add(Row other) {
            households += other.households;
            errors += other.errors;
            other.gaps.forEach((kind, count) -> gaps.merge(kind, count, Long::sum));
        }
    }

    TownshipCounts(Overview result, Divisions divisions) {
        Map<String, Row> byCode = new TreeMap<>();
        result.tally().townships().forEach((code, households) -> {
            Township township = divisions.townshipOf(code);
            Row row = township == null ? new Row(code, "") : new Row(township.name(), township.countyName());
            row.households = households;
            row.errors = result.quality().ofTownship(code);
            byCode.put(code, row);
        });
        for (Gap.Kind kind : Gap.Kind.values()) {
            result.tally().gapsByTownship(kind).forEach((code, gaps) -> {
                Row row = byCode.get(code);
                if (row != null) {
                    row.gaps.put(kind, gaps);
                }
            });
        }
        rows.addAll(byCode.values());
    }

    /** In the order of the codes, county by county. */
    List<Row> rows() {
        return rows;
    }

    /** The ones with most gaps first. */
    List<Row> worst(int most) {
        return rows.stream()
                .sorted((a, b) -> Long.compare(b.all(), a.all()))
                .limit(most)
                .filter(row -> row.all() > 0)
                .toList();
    }

    Row total(String name, List<Row> some) {
        Row total = new Row(name, "");
        some.forEach(total::add);
        return total;
    }
}
