package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.doudi.server.ApartDatabase;
import org.doudi.server.benefits.PriceIndexes.Published;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What a month's price subsidy would come to, told before its run is begun. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-rules-of-money")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class PriceTrialTest extends Treasury {
    private static final LocalDate STARTS = LocalDate.of(2016, 12, 1);
    private static final LocalDate QUIET = LocalDate.of(2016, 11, 1);

    @Autowired
    private PriceIndexes indexes;

    @Autowired
    private PriceSubsidies subsidies;

    @Autowired
    private PriceTrials trials;

    private static <T> T in(String area, Role role, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(91), "x91", "x91", role, new Area(area)), work);
    }

    private void figure(LocalDate month, int cpi) {
        PriceIndex index = as(
                Role.STATISTICIAN,
                () -> indexes.enter(
                        new Published(month, cpi, 0, month.plusMonths(1).plusDays(8), "国家统计局阜新调查队"), ""));
        if (index.triggers()) {
            as(Role.COUNTY_APPROVER, () -> indexes.confirm(index.id()));
        }
    }

    /** How many rows lie in each table of money and of the audit. */
    private Map<String, Long> kept() {
        Map<String, Long> kept = new TreeMap<>();
        sql(() -> {
            jdbc.sql("select table_schema || '.' || table_name from information_schema.tables"
                            + " where table_schema = 'benefits' and table_type = 'BASE TABLE'")
                    .query(String.class)
                    .list()
                    .forEach(table -> kept.put(
                            table,
                            jdbc.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single()));
            return kept;
        });
        return kept;
    }

    @Test
    @DisplayName(
            "2.3-4 a month is tried before it is begun: figure, limits, people and money of each county, and what the"
                    + " run would be; nothing is written, and the run that follows comes to the same")
    void tried() {
        long family = household();
        grant(family, Aid.DIBAO, 30_000, STARTS, STARTS.plusMonths(1));
        account(family);
        assertThat(as(Role.COUNTY_OFFICER, () -> trials.of(STARTS)).refused()).isEqualTo(Cause.NO_FIGURE);
        figure(STARTS, 400);
        figure(QUIET, 100);
        Map<String, Long> before = kept();

        PriceTrials.Trial trial = as(Role.COUNTY_OFFICER, () -> trials.of(STARTS));
        PriceTrials.County county = trial.counties().get(0);
        assertThat(trial.counties()).hasSize(1);
        assertThat(county.starts()).isTrue();
        assertThat(Objects.requireNonNull(county.index()).cpi()).isEqualTo(400);
        assertThat(county.covered().persons())
                .isGreaterThanOrEqualTo(as(Role.COUNTY_OFFICER, () -> households.get(family))
                        .members()
                        .size());
        assertThat(trial.fen()).isEqualTo(county.personFen() * county.covered().persons());
        RunFigures figures = Objects.requireNonNull(trial.figures());

        PriceTrials.Trial quiet = as(Role.COUNTY_OFFICER, () -> trials.of(QUIET));
        assertThat(quiet.counties().get(0).starts()).isFalse();
        assertThat(quiet.fen()).isZero();
        assertThat(quiet.figures()).isNull();
        assertThat(quiet.refused()).isEqualTo(Cause.NOT_STARTED);

        PriceTrials.Trial city = in("2109", Role.CITY_SUPERVISOR, () -> trials.of(STARTS));
        assertThat(city.figures()).isNull();
        assertThat(city.counties()).hasSizeGreaterThan(5);
        assertThat(city.counties().stream()
                        .filter(c -> c.place().code().equals(COUNTY))
                        .findFirst()
                        .orElseThrow()
                        .fen())
                .isEqualTo(trial.fen());
        assertThat(in("210922", Role.COUNTY_OFFICER, () -> trials.of(STARTS)).counties())
                .singleElement()
                .satisfies(c -> assertThat(c.place().code()).isEqualTo("210922"));
        assertThat(kept()).isEqualTo(before);

        Run run = as(Role.COUNTY_OFFICER, () -> subsidies.draft(STARTS, key()));
        RunFigures real = as(Role.COUNTY_OFFICER, () -> runs.figures(run.id()));
        assertThat(real.fen()).isEqualTo(figures.fen());
        assertThat(real.lines()).isEqualTo(figures.lines());
    }
}
