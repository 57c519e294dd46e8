package org.doudi.server.benefits.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.BankLayout.State;
import org.doudi.server.benefits.store.BankLayoutStore;
import org.doudi.server.benefits.store.RunStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The banks that a county pays through, and how each wants its file. A layout can name an account by itself, so a second person of finance puts it
 * in force. Finance chooses one for a run; what was chosen last is where the next run begins.
 */
@Service
public class BankLayouts {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST = 4000;
    private static final Set<Run.State> OPEN = Set.of(Run.State.COMPUTED, Run.State.CHECKED, Run.State.FUNDED);

    private final BankLayoutStore store;
    private final RunStore runs;
    private final Payers payers;
    private final AuditTrail trail;
    private final Today today;

    BankLayouts(BankLayoutStore store, RunStore runs, Payers payers, AuditTrail trail, Today today) {
        this.store = store;
        this.runs = runs;
        this.payers = payers;
        this.trail = trail;
        this.today = today;
    }

    /** What somebody typed of a bank: {@code text} is null for ISO 20022. */
    public record Typed(
            String name,
            @Nullable String text,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Those of one's county, by name. */
    @Transactional
    public List<BankLayout> all() {
        return store.of(Scope.officer().area().code());
    }

    /** Those in which a file of one's county can be written today. */
    @Transactional
    public List<BankLayout> inForce() {
        return all().stream().filter(l -> l.holds(today.date())).toList();
    }

    /**
     * What a file would look like, with made-up payments.
     *
     * @throws FileRefused if the layout cannot be understood
     */
    public String sample(@Nullable String text) {
        FileHead head = new FileHead(
                "DOUDI-SAMPLE",
                today.date(),
                today.now().truncatedTo(ChronoUnit.SECONDS),
                payers.of(Scope.officer().area().code()),
                2,
                45_600);
        BankFormat format;
        Charset encoding = StandardCharsets.UTF_8;
        if (text == null) {
            format = new IsoFormat();
        } else {
            LayoutFormat layout = LayoutFormat.parse(text);
            format = layout;
            encoding = layout.encoding();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            format.write(
                    head,
                    each -> {
                        each.accept(new Payment("D1-1-1", 31_000, "样张甲", "402211000018", "6228480000000000018"));
                        each.accept(new Payment("D1-2-1", 14_600, "样张乙", "402211000018", "6228480000000000026"));
                    },
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(encoding);
    }

    /** Enters one; a second person puts it in force. */
    @Transactional
    public void enter(Typed typed) {
        Officer officer = finance();
        String name = typed.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RunRefused(Cause.BANK_NAME);
        }
        LocalDate until = typed.until();
        if (until != null && until.isBefore(typed.from())) {
            throw new RunRefused(Cause.BANK_DAYS);
        }
        String text = typed.text();
        if (text != null && text.length() > LONGEST) {
            throw new FileRefused(FileRefused.Cause.LAYOUT, "layout");
        }
        sample(text);
        BankLayout layout = new BankLayout(
                0,
                officer.area().code(),
                name,
                text,
                typed.from(),
                until,
                State.PROPOSED,
                officer.id().value(),
                null,
                "");
        long id = store.insert(layout, today.date()).orElseThrow(() -> new RunRefused(Cause.BANK_NAME));
        note(layout, "entered " + id);
    }

    /** A second person puts it in force. */
    @Transactional
    public void confirm(long id) {
        BankLayout layout = decides(id);
        store.decide(id, State.IN_FORCE, Scope.officer().id().value(), today.date(), "");
        note(layout, "confirmed " + id);
    }

    /** A second person finds that it is not what the bank wants. */
    @Transactional
    public void refuse(long id, String why) {
        BankLayout layout = decides(id);
        if (why.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        store.decide(id, State.REFUSED, Scope.officer().id().value(), today.date(), why.strip());
        note(layout, "refused " + id + ": " + why.strip());
    }

    /** No file is written so after a day. */
    @Transactional
    public void end(long id, LocalDate until) {
        finance();
        BankLayout layout = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (layout.state() != State.IN_FORCE) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (until.isBefore(layout.from()) || until.isBefore(today.date())) {
            throw new RunRefused(Cause.BANK_DAYS);
        }
        store.end(id, until);
        note(layout, "ends " + id + " on " + until);
    }

    private BankLayout decides(long id) {
        Officer officer = finance();
        BankLayout layout = store.lock(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (layout.state() != State.PROPOSED) {
            throw new RunRefused(Cause.OVERTAKEN);
        }
        if (layout.enteredBy() == officer.id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        return layout;
    }

    /**
     * Chooses the layout that a run will be written in.
     *
     * @param layout null for what the platform's setting says
     */
    @Transactional
    public void choose(long id, @Nullable Long layout) {
        Officer officer = finance();
        Run run = runs.find(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        if (!OPEN.contains(run.state())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (layout != null && inForce().stream().noneMatch(l -> l.id() == layout)) {
            throw new RunRefused(Cause.NO_RUN);
        }
        store.choose(run, layout, officer.id().value(), today.date());
        trail.record(
                Act.RUN_MOVED, Subject.NONE, run.kind() + " " + run.county() + " " + run.month(), "layout " + layout);
    }

    /** The layout that a run is to be written in: chosen for it, or for the one before; none for what the platform's setting says. */
    @Transactional
    public Optional<BankLayout> of(Run run) {
        return store.choice(run)
                .map(BankLayoutStore.Choice::layout)
                .flatMap(id -> store.of(run.county()).stream()
                        .filter(l -> l.id() == id)
                        .findFirst());
    }

    private static Officer finance() {
        Officer officer = Scope.officer();
        if (officer.role() != Role.FINANCE_OFFICER || officer.area().code().length() != 6) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return officer;
    }

    private void note(BankLayout layout, String what) {
        trail.record(
                Act.MONEY_RULE_CHANGED, Subject.NONE, layout.name(), "bank layout " + layout.county() + " " + what);
    }
}
