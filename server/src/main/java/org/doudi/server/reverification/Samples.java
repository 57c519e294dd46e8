package org.doudi.server.reverification;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Sample.Drawn;
import org.doudi.server.reverification.store.CalendarStore;
import org.doudi.server.reverification.store.SampleStore;
import org.doudi.server.reverification.store.SampleStore.Urn;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Random samples (clause 2.4-2). Each is one act: the platform makes the seed, draws, and writes both down. A place is drawn from once a month, so that nobody
 * draws until it suits, and who knows seed and rolls draws the same again.
 */
@Service
public class Samples {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** Who draws. */
    public static final Set<Role> DRAW = Set.of(Role.COUNTY_OFFICER, Role.TOWNSHIP_REVIEWER);

    private static final int MOST = 500;
    private static final int DAYS = 30;
    private static final int SEED_BYTES = 16;

    private final SampleStore store;
    private final CalendarStore calendar;
    private final Divisions divisions;
    private final AuditTrail trail;
    private final Today today;
    private final SecureRandom random = new SecureRandom();

    Samples(SampleStore store, CalendarStore calendar, Divisions divisions, AuditTrail trail, Today today) {
        this.store = store;
        this.calendar = calendar;
        this.divisions = divisions;
        this.trail = trail;
        this.today = today;
    }

    /** Draws in a place, and has the drawn households looked at within 30 days. */
    @Transactional
    public long draw(String place, int size) {
        Officer me = Scope.officer();
        if (!DRAW.contains(me.role())) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        if (!place.matches("\\d{6}|\\d{9}|\\d{12}")
                || !me.area().contains(place)
                || divisions.name(place).isEmpty()) {
            throw new ReverificationRefused(Cause.PLACE);
        }
        LocalDate day = today.date();
        // the database keeps no finer moment
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        Urn urn = new Urn(place, day, now);
        int population = store.population(urn);
        if (size < 1 || size > Math.min(population, MOST)) {
            throw new ReverificationRefused(Cause.SIZE);
        }
        calendar.plan(day);
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        String written = HexFormat.of().formatHex(seed);
        List<Drawn> drawn = store.draw(urn, written, size);
        long id = store.keep(urn, written, population, drawn, day.plusDays(DAYS), me)
                .orElseThrow(() -> new ReverificationRefused(Cause.DRAWN_ALREADY));
        trail.record(
                Act.SAMPLE_DRAWN,
                Subject.NONE,
                "",
                place + ": " + drawn.size() + " of " + population + ", seed " + written);
        return id;
    }

    /** A page of samples, the newest first. */
    @Transactional
    public List<Sample> list(int page) {
        return store.list(page * PAGE, PAGE);
    }

    /** A sample with the drawn households. */
    @Transactional
    public Sample get(long id) {
        Sample sample = store.find(id).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
        trail.record(
                Act.SEARCHED,
                Subject.NONE,
                "",
                "sample " + id + " " + sample.drawn().size());
        return sample;
    }

    /** Whether the seed draws the same households again, by the rolls as they were known then. */
    @Transactional
    public boolean drawsAgain(Sample sample) {
        return store.draw(new Urn(sample.place(), sample.drawnOn(), sample.knownAt()), sample.seed(), sample.size())
                .equals(sample.drawn());
    }
}
