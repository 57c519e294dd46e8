package org.doudi.server.exchange;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.store.EntryStore.Went;
import org.doudi.server.exchange.store.HouseholdCodeStore;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.Sha256;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a household see who got its data: by its number and a code that it was given on paper. */
@Service
public class OwnData {
    /** Without signs that are taken for others: 60 bits in twelve of them. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int LONGEST = 40;

    private final HouseholdCodeStore store;
    private final Households households;
    private final AuditTrail trail;
    private final Today today;
    private final SecureRandom random = new SecureRandom();

    OwnData(HouseholdCodeStore store, Households households, AuditTrail trail, Today today) {
        this.store = store;
        this.households = households;
        this.trail = trail;
        this.today = today;
    }

    /**
     * A code as it is handed over; it is shown once.
     *
     * @param until the last day it counts
     */
    public record Slip(String number, String code, LocalDate until) {}

    /** Gives a household a code; the one before counts no more. */
    @Transactional
    public Slip give(long household) {
        HouseholdView view = households.get(household);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        LocalDate until = today.date().plusYears(1);
        store.keep(view, digest(code.toString()), Scope.officer().id().value(), today.date(), until);
        trail.record(Act.EXPORTED, Subject.household(household), "", "code for who got its data, until " + until);
        return new Slip(view.number(), code.toString(), until);
    }

    private static byte[] digest(String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return Sha256.of(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Who got the data of a household; nothing where number and code do not belong together. */
    @Transactional(readOnly = true)
    public Optional<List<Went>> ask(String number, String code) {
        String typed = number.strip();
        if (typed.isEmpty() || typed.length() > LONGEST || code.length() > LONGEST) {
            return Optional.empty();
        }
        return store.went(typed, digest(code), today.date());
    }
}
