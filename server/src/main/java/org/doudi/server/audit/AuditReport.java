package org.doudi.server.audit;

import java.util.List;

/** What a verification found: how many entries were looked at, and each fault. */
public record AuditReport(long entries, List<AuditFault> faults) {
    public AuditReport {
        faults = List.copyOf(faults);
    }

    /** Whether every entry is as it was written. */
    public boolean whole() {
        return faults.isEmpty();
    }
}
