package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.MassAssessment;
import org.doudi.server.standards.Standards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredMassAssessment implements MassAssessment {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMassAssessment.class);

    private final JdbcClient jdbc;
    private final Records records;
    private final Standards standards;
    private final AuditTrail trail;

    StoredMassAssessment(JdbcClient jdbc, Records records, Standards standards, AuditTrail trail) {
        this.jdbc = jdbc;
        this.records = records;
        this.standards = standards;
        this.trail = trail;
    }

    @Override
    public Map<Long, Assessed> assess(List<Long> households, LocalDate asOf, Instant knownOn) {
        Map<Long, Assessed> assessed = new LinkedHashMap<>();
        ParameterPack pack = standards.pack();
        decided(
                households,
                asOf,
                knownOn,
                (id, whole) -> assessed.put(id, new Assessed(by(pack, whole.household()), whole.persons())));
        return assessed;
    }

    @Override
    public Map<Long, Both> compare(List<Long> households, ParameterPack other, LocalDate asOf, Instant knownOn) {
        Map<Long, Both> compared = new LinkedHashMap<>();
        ParameterPack pack = standards.pack();
        decided(
                households,
                asOf,
                knownOn,
                (id, whole) -> compared.put(id, new Both(by(pack, whole.household()), by(other, whole.household()))));
        return compared;
    }

    @Override
    public List<Long> next(String place, long after, int most) {
        return jdbc.sql(
                        "select id from registry.household where id > ? and village like ? || '%' and dissolved_on is null"
                                + " order by id limit ?")
                .params(after, place, most)
                .query(Long.class)
                .list();
    }

    private static Assessment by(ParameterPack pack, Household household) {
        return Assessor.assess(household, pack.at(household), Trace.OFF);
    }

    private void decided(List<Long> households, LocalDate asOf, Instant knownOn, BiConsumer<Long, Records.Whole> with) {
        Map<Long, Records.Whole> found = records.all(households, asOf, knownOn);
        found.forEach((id, whole) -> {
            try {
                with.accept(id, whole);
            } catch (MissingParameterException e) {
                LOG.debug("no parameters for household {}", id);
            }
        });
        trail.record(Act.HOUSEHOLD_READ, Subject.NONE, "", found.size() + " households assessed by the platform");
    }
}
