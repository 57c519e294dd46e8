package org.doudi.server.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.demo.Examples.Desk;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Persons;
import org.doudi.server.registry.RegistryLists;
import org.doudi.server.registry.SchoolStage;
import org.doudi.server.shell.Today;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A clerk entered some things that do not hang together: findings come of it. */
@Component
@Profile("demo")
@Order(2)
final class Faults implements Examples.Example {
    private static final int HOUSEHOLDS = 5;
    private static final String SOURCE = "入户登记";
    /** In a range that no operator gives out. */
    private static final String PHONE = "16000000017";

    private final RegistryLists lists;
    private final Households households;
    private final Facts facts;
    private final Persons persons;
    private final Today today;
    private final TransactionTemplate transaction;

    Faults(
            RegistryLists lists,
            Households households,
            Facts facts,
            Persons persons,
            Today today,
            PlatformTransactionManager transactions) {
        this.lists = lists;
        this.households = households;
        this.facts = facts;
        this.persons = persons;
        this.today = today;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean show(Desk desk) {
        return desk.as("clerk", () -> Boolean.TRUE.equals(transaction.execute(status -> entered())));
    }

    private boolean entered() {
        List<HouseholdView> some = lists.households(Optional.of(Post.village()), 0, HOUSEHOLDS).stream()
                .map(line -> households.get(line.id()))
                .filter(h -> !h.members().isEmpty())
                .toList();
        if (some.size() < HOUSEHOLDS
                || facts.circumstances(some.get(0).id(), today.date(), today.now())
                                .land()
                        != null) {
            return false;
        }
        land(some.get(0), 260_00);
        land(some.get(1), 7_50);
        phone(some.get(1));
        phone(some.get(2));
        of(some.get(3), new FactContent.Insured(true, true, true));
        of(some.get(4), new FactContent.Schooling(null, SchoolStage.PRIMARY, Absence.WORK));
        return true;
    }

    private void land(HouseholdView household, long arable) {
        facts.record(FactChange.of(household.id(), new FactContent.Land(arable, 0), since(), SOURCE), SOURCE);
    }

    private void phone(HouseholdView household) {
        persons.phone(household.id(), household.members().get(0).person(), PHONE, SOURCE);
    }

    private void of(HouseholdView household, FactContent content) {
        long head = household.members().get(0).person();
        facts.record(new FactChange(household.id(), head, content, since(), null, SOURCE), SOURCE);
    }

    private LocalDate since() {
        return today.date().minusDays(5);
    }
}
