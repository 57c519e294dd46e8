package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Assessor;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Trace;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.MassAssessment;
import org.doudi.server.standards.Standards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredMassAssessment implements MassAssessment {
    private static final Logger LOG = LoggerFactory.getLogger(StoredMassAssessment.class);

    private final Records records;
    private final Standards standards;
    private final AuditTrail trail;

    StoredMassAssessment(Records records, Standards standards, AuditTrail trail) {
        this.records = records;
        this.standards = standards;
        this.trail = trail;
    }

    @Override
    public Map<Long, Assessed> assess(List<Long> households, LocalDate asOf, Instant knownOn) {
        Map<Long, Assessed> assessed = new LinkedHashMap<>();
        records.all(households, asOf, knownOn).forEach((id, whole) -> {
            try {
                assessed.put(
                        id,
                        new Assessed(
                                Assessor.assess(
                                        whole.household(), standards.pack().at(whole.household()), Trace.OFF),
                                whole.persons()));
            } catch (MissingParameterException e) {
                LOG.debug("no parameters for household {}", id);
            }
        });
        trail.record(Act.HOUSEHOLD_READ, Subject.NONE, "", assessed.size() + " households assessed by the platform");
        return assessed;
    }
}
