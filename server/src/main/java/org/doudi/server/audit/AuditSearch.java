package org.doudi.server.audit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks entries up. */
public interface AuditSearch {
    /**
     * What to look for; null asks for all.
     *
     * @param officer a part of the name
     */
    record Filter(
            @Nullable String officer,
            @Nullable Act act,
            @Nullable LocalDate day) {}

    /** The newest entries that the filter lets through. */
    List<AuditEntry> newest(Filter filter, int most);

    /** The newest reads of a household's data. */
    List<AuditEntry> readersOf(long household, int most);
}
