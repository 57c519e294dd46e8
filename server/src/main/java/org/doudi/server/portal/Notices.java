package org.doudi.server.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.server.portal.Notice.Receiving;
import org.doudi.server.portal.store.NoticeStore;
import org.doudi.server.portal.store.NoticeStore.Wall;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Roll;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices as they stand at this moment: what ends leaves the page with the same read, because nothing is kept between
 * two readers.
 */
@Service
public class Notices {
    private static final int COUNTY = 6;

    private final NoticeStore store;
    private final Divisions divisions;
    private final Today today;

    Notices(NoticeStore store, Divisions divisions, Today today) {
        this.store = store;
        this.divisions = divisions;
        this.today = today;
    }

    /** The notice of a village, 12 digits: what is proposed, and who receives. */
    @Transactional(readOnly = true)
    public Notice village(String village) {
        LocalDate day = today.date();
        Map<Roll, List<Receiving>> rolls = store.receiving(village, day);
        return new Notice(
                village,
                divisions.names(village),
                day,
                store.proposed(village, Wall.VILLAGE_NOTICE, day),
                Objects.requireNonNull(rolls.get(Roll.DIBAO)),
                Objects.requireNonNull(rolls.get(Roll.REGISTER)),
                Objects.requireNonNull(rolls.get(Roll.TEKUN)));
    }

    /** The notice of a county, 6 digits: what the county proposes. */
    @Transactional(readOnly = true)
    public Notice county(String county) {
        LocalDate day = today.date();
        return new Notice(
                county.substring(0, COUNTY),
                divisions.names(county + "000000"),
                day,
                store.proposed(county, Wall.COUNTY_NOTICE, day),
                List.of(),
                List.of(),
                List.of());
    }
}
