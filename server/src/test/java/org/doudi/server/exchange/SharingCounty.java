package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.server.ApartDatabase;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.Deliveries.Request;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.Handling.Reason;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.DepartmentSystems.Registration;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A county whose departments share lists, on a real database: what the tests of the exchange share. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ApartDatabase.class)
abstract class SharingCounty {
    static final String COUNTY = "210921";
    static final YearMonth JUNE = YearMonth.of(2017, 6);
    static final LocalDate DAY = LocalDate.of(2017, 6, 1);

    @Autowired
    Agreements agreements;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliveryReceipts receipts;

    @Autowired
    IncomingLists incoming;

    @Autowired
    SigningKeys keys;

    @Autowired
    Rolls rolls;

    @Autowired
    Households households;

    @Autowired
    RegistryLoader loader;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DepartmentSystems systems;

    @Autowired
    Accounts accounts;

    final Sealing receiver = Sealing.fresh(Algorithm.SM2);

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    static <T> T as(Role role, Supplier<T> work) {
        return as(role, 0, work);
    }

    static <T> T as(Role role, int second, Supplier<T> work) {
        OfficerId id = new OfficerId(4000 + role.ordinal() * 10L + second);
        return Scope.as(new Officer(id, role.name(), role.name(), role, new Area(COUNTY)), work);
    }

    List<Long> households(int count, int skip) {
        return as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select id from registry.household where head is not null order by id offset ? limit ?")
                        .params(skip, count)
                        .query(Long.class)
                        .list()));
    }

    void onDibao(long household, long fen) {
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(household, RollEntry.dibao(DAY, fen), DAY, "test", "test");
            return household;
        });
    }

    Terms terms(Set<SharedField> fields) {
        return new Terms(
                "信息科", "双向核对", "辽政办发〔2017〕12号", fields, receiver.verifying(), DAY, LocalDate.of(2017, 12, 31), 3, 20);
    }

    void agree(SharedList list, Set<SharedField> fields) {
        agree(list, list.receiver(), fields);
    }

    void agree(SharedList list, Department receiver, Set<SharedField> fields) {
        Role role = list.sender() == Department.CIVIL_AFFAIRS ? Role.COUNTY_OFFICER : Role.POVERTY_OFFICER;
        long id = as(role, () -> agreements.propose(list, receiver, terms(fields)));
        as(role, 1, () -> {
            agreements.confirm(id);
            return id;
        });
    }

    Delivery make(SharedList list, Set<SharedField> fields, int after) {
        Role role = list.sender() == Department.CIVIL_AFFAIRS ? Role.COUNTY_OFFICER : Role.POVERTY_OFFICER;
        return as(role, () -> deliveries.make(new Request(list, list.receiver(), JUNE, fields, after)));
    }

    byte[] file(Delivery delivery) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(delivery.head().bytes());
        for (int nth = 0; nth < delivery.figures().parts(); nth++) {
            int part = nth;
            all.writeBytes(as(Role.POVERTY_OFFICER, () -> deliveries.part(delivery, part)));
        }
        return all.toByteArray();
    }

    List<String> lines(Delivery delivery) {
        return Arrays.stream(new String(file(delivery), StandardCharsets.UTF_8).split("\n"))
                .skip(4)
                .toList();
    }

    DeliveryFile checked(byte[] file) {
        try {
            return DeliveryFile.check(
                    new ByteArrayInputStream(file), as(Role.COUNTY_OFFICER, keys::open), new ArrayList<String>()::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] receipt(DeliveryFile delivery, int number, Sealing by, List<Handling> rows) {
        try {
            ByteArrayOutputStream to = new ByteArrayOutputStream();
            DeliveryHead head = Objects.requireNonNull(delivery.head());
            ReceiptFile.write(
                    new ReceiptFile.Answer(
                            head, delivery.hash(), number, today.date().toString()),
                    rows,
                    by,
                    to);
            return to.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void refused(Cause cause, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOfSatisfying(
                        SharingRefused.class, r -> assertThat(r.why()).isEqualTo(cause));
    }

    static Handling row(List<String> lines, int nth, Outcome outcome) {
        return new Handling(
                lines.get(nth).substring(0, 32), outcome, outcome == Outcome.ACCEPTED ? null : Reason.MOVED_AWAY);
    }

    OfficerId account(Role role, String name) {
        return as(Role.SECURITY_ADMINISTRATOR, () -> {
            accounts.create(name, "扶贫系统", role, new Area(COUNTY));
            return accounts.all().stream()
                    .filter(a -> a.username().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    /** Notes by which key an account's system signs what it hands in. */
    void signs(String name, VerifyingKey key) {
        as(Role.SECURITY_ADMINISTRATOR, () -> {
            incoming.sender(
                    accounts.all().stream()
                            .filter(a -> a.username().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    key);
            return key;
        });
    }

    Credentials system(String name, Set<String> rights, String certificate) {
        return system(Role.POVERTY_OFFICER, name, rights, certificate);
    }

    Credentials system(Role role, String name, Set<String> rights, String certificate) {
        OfficerId account = account(role, name);
        return as(
                Role.SECURITY_ADMINISTRATOR,
                () -> systems.register(new Registration(account, "扶贫开发系统", rights, certificate)));
    }
}
