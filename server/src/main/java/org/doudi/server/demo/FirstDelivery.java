package org.doudi.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.doudi.server.database.OwnerFile;
import org.doudi.server.demo.Examples.Desk;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.Agreements;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.SharedField;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.identity.Department;
import org.doudi.server.shell.Today;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Civil affairs agrees with the poverty office on the list of dibao households, and hands over the first. */
@Component
@Profile("demo")
@Order(4)
final class FirstDelivery implements Examples.Example {
    private static final Set<SharedField> FIELDS = EnumSet.of(
            SharedField.HOUSEHOLD_NUMBER,
            SharedField.NAME,
            SharedField.MASKED_ID_NUMBER,
            SharedField.VILLAGE,
            SharedField.MEMBERS,
            SharedField.SINCE);
    private static final int RECEIPT_DAYS = 5;
    private static final int HANDLING_DAYS = 20;

    private final DemoSettings settings;
    private final Agreements agreements;
    private final Deliveries deliveries;
    private final Today today;

    FirstDelivery(DemoSettings settings, Agreements agreements, Deliveries deliveries, Today today) {
        this.settings = settings;
        this.agreements = agreements;
        this.deliveries = deliveries;
        this.today = today;
    }

    @Override
    public boolean show(Desk desk) {
        if (!desk.as("officer", () -> agreements.all(0, 1)).isEmpty()) {
            return false;
        }
        Sealing receiver = Sealing.fresh(Algorithm.SM2);
        LocalDate day = today.date();
        Terms terms = new Terms(
                "县扶贫办",
                "低保户和建档立卡户两项名单比对",
                "低保扶贫衔接实施方案 2.4-6",
                FIELDS,
                receiver.verifying(),
                day,
                day.plusYears(1),
                RECEIPT_DAYS,
                HANDLING_DAYS);
        long id = desk.as("officer", () -> agreements.propose(SharedList.DIBAO, Department.POVERTY_OFFICE, terms));
        // by it whoever tries it receipts the delivery: doudi exchange receipt
        keep(receiver);
        desk.as("approver", () -> {
            agreements.confirm(id);
            return id;
        });
        desk.as(
                "officer",
                () -> deliveries.make(new Deliveries.Request(
                        SharedList.DIBAO, Department.POVERTY_OFFICE, YearMonth.from(day), FIELDS, 0)));
        return true;
    }

    private void keep(Sealing receiver) {
        Path file = settings.accounts().toAbsolutePath().resolveSibling("poverty-office.key");
        try {
            OwnerFile.write(file, receiver.text());
        } catch (IOException e) {
            throw new UncheckedIOException("the key cannot be written to " + file, e);
        }
    }
}
