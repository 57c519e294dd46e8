package org.doudi.server.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.policy.Assessment;
import org.doudi.policy.RegisterState;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
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
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists that go to another department and come back with what became of them, on a real database and in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ApartDatabase.class)
class ExchangeTest {
    private static final String COUNTY = "210921";
    private static final YearMonth JUNE = YearMonth.of(2017, 6);
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);
    private static final int DESK = 1366;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Receipts receipts;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Accounts people;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private final Sealing receiver = Sealing.fresh(Algorithm.SM2);

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    private static <T> T as(Role role, Supplier<T> work) {
        return as(role, 0, work);
    }

    private static <T> T as(Role role, int second, Supplier<T> work) {
        OfficerId id = new OfficerId(4000 + role.ordinal() * 10L + second);
        return Scope.as(new Officer(id, role.name(), role.name(), role, new Area(COUNTY)), work);
    }

    private List<Long> households(int count, int skip) {
        return as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select id from registry.household where head is not null order by id offset ? limit ?")
                        .params(skip, count)
                        .query(Long.class)
                        .list()));
    }

    /** The other tests put families on the roll too. */
    private void nobodyOnDibao() {
        as(Role.COUNTY_OFFICER, () -> {
            households(40, 0).stream()
                    .filter(h -> rolls.of(h, DAY).stream().anyMatch(e -> e.roll() == Roll.DIBAO))
                    .forEach(h -> rolls.leave(h, Roll.DIBAO, null, DAY, "test", "test"));
            return DAY;
        });
    }

    private void onDibao(long household, long fen) {
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(household, RollEntry.dibao(DAY, fen), DAY, "test", "test");
            return household;
        });
    }

    private Terms terms(Set<SharedField> fields) {
        return new Terms(
                "信息科", "双向核对", "辽政办发〔2017〕12号", fields, receiver.verifying(), DAY, LocalDate.of(2017, 12, 31), 3, 20);
    }

    private void agree(SharedList list, Set<SharedField> fields) {
        Role role = list.sender() == Department.CIVIL_AFFAIRS ? Role.COUNTY_OFFICER : Role.POVERTY_OFFICER;
        long id = as(role, () -> agreements.propose(list, list.receiver(), terms(fields)));
        as(role, 1, () -> {
            agreements.confirm(id);
            return id;
        });
    }

    private Delivery make(SharedList list, Set<SharedField> fields, int after) {
        Role role = list.sender() == Department.CIVIL_AFFAIRS ? Role.COUNTY_OFFICER : Role.POVERTY_OFFICER;
        return as(role, () -> deliveries.make(new Request(list, list.receiver(), JUNE, fields, after)));
    }

    private byte[] file(Delivery delivery) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(delivery.head().bytes());
        for (int nth = 0; nth < delivery.figures().parts(); nth++) {
            int part = nth;
            all.writeBytes(as(Role.POVERTY_OFFICER, () -> deliveries.part(delivery, part)));
        }
        return all.toByteArray();
    }

    private List<String> lines(Delivery delivery) {
        return Arrays.stream(new String(file(delivery), StandardCharsets.UTF_8).split("\n"))
                .skip(4)
                .toList();
    }

    private DeliveryFile checked(byte[] file) {
        try {
            return DeliveryFile.check(
                    new ByteArrayInputStream(file), as(Role.COUNTY_OFFICER, keys::open), new ArrayList<String>()::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] receipt(DeliveryFile delivery, int number, Sealing by, List<Handling> rows) {
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

    private void refused(Cause cause, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOfSatisfying(
                        SharingRefused.class, r -> assertThat(r.why()).isEqualTo(cause));
    }

    private static Handling row(List<String> lines, int nth, Outcome outcome) {
        return new Handling(
                lines.get(nth).substring(0, 32), outcome, outcome == Outcome.ACCEPTED ? null : Reason.MOVED_AWAY);
    }

    @Test
    @DisplayName(
            "2.4-6 the dibao list goes by agreement only, with its difference, chained; receipts and rows come back by the receiver's key")
    void dibao() {
        Set<SharedField> fields = Set.of(SharedField.NAME, SharedField.ID_NUMBER, SharedField.MONTHLY_YUAN);
        refused(Cause.NO_AGREEMENT, () -> make(SharedList.DIBAO, fields, 0));
        List<Long> three = households(3, 0);
        nobodyOnDibao();
        three.forEach(h -> onDibao(h, 20_000));
        long proposed = as(
                Role.COUNTY_OFFICER,
                () -> agreements.propose(SharedList.DIBAO, Department.POVERTY_OFFICE, terms(fields)));
        refused(
                Cause.FOUR_EYES,
                () -> as(Role.COUNTY_OFFICER, () -> {
                    agreements.confirm(proposed);
                    return proposed;
                }));
        refused(
                Cause.NOT_FOUND,
                () -> as(Role.POVERTY_OFFICER, () -> {
                    agreements.confirm(proposed);
                    return proposed;
                }));
        refused(Cause.NO_AGREEMENT, () -> make(SharedList.DIBAO, fields, 0));
        as(Role.COUNTY_APPROVER, () -> {
            agreements.confirm(proposed);
            return proposed;
        });
        refused(Cause.OTHER_FIELDS, () -> make(SharedList.DIBAO, Set.of(SharedField.VILLAGE), 0));
        refused(
                Cause.NOT_YOURS,
                () -> as(
                        Role.POVERTY_OFFICER,
                        () -> deliveries.make(
                                new Request(SharedList.DIBAO, Department.POVERTY_OFFICE, JUNE, fields, 0))));
        refused(
                Cause.PERIOD,
                () -> as(
                        Role.COUNTY_OFFICER,
                        () -> deliveries.make(new Request(
                                SharedList.DIBAO, Department.POVERTY_OFFICE, YearMonth.of(2018, 1), fields, 0))));
        Delivery first = make(SharedList.DIBAO, fields, 0);
        assertThat(first.figures()).extracting("rows", "added", "gone").containsExactly(3L, 3L, 0L);
        assertThat(lines(first)).hasSize(3).allMatch(l -> l.contains("ADDED") && l.endsWith(",200.00"));
        String[] head = RegistryFixture.persons().get(0);
        assertThat(lines(first).get(0)).contains(head[3], head[4]);
        refused(Cause.OVERTAKEN, () -> make(SharedList.DIBAO, fields, 0));
        onDibao(three.get(1), 30_000);
        as(Role.COUNTY_OFFICER, () -> {
            rolls.leave(three.get(2), Roll.DIBAO, null, DAY.plusDays(5), "test", "test");
            return three;
        });
        onDibao(households(1, 5).get(0), 10_000);
        Delivery second = make(SharedList.DIBAO, fields, 1);
        assertThat(second.figures())
                .extracting("rows", "added", "changed", "gone")
                .containsExactly(3L, 1L, 1L, 1L);
        DeliveryFile checked = checked(file(second));
        assertThat(checked.faults()).isEmpty();
        assertThat(Objects.requireNonNull(checked.head()).previous()).isEqualTo(first.hash());
        assertThat(Objects.requireNonNull(checked(file(first)).head()).previous())
                .isEqualTo(Sm3.NOTHING);
        answered(second, checked);
        assertThat(as(Role.COUNTY_OFFICER, () -> receipts.ofHousehold(three.get(2))))
                .extracting("version", "gone")
                .containsExactly(tuple(2, true), tuple(1, false));
    }

    private void answered(Delivery second, DeliveryFile checked) {
        List<String> lines = lines(second);
        List<Handling> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains(",SAME,")) {
                changes.add(row(lines, i, changes.isEmpty() ? Outcome.REFUSED : Outcome.ACCEPTED));
            }
        }
        byte[] forged = receipt(checked, 1, Sealing.fresh(Algorithm.SM2), List.of());
        refused(Cause.OTHER_KEY, () -> take(second, forged));
        refused(Cause.MISSING_BEFORE, () -> take(second, receipt(checked, 2, receiver, List.of())));
        refused(
                Cause.UNKNOWN_ROWS,
                () -> take(
                        second,
                        receipt(checked, 1, receiver, List.of(new Handling("0".repeat(32), Outcome.ACCEPTED, null)))));
        byte[] plain = receipt(checked, 1, receiver, List.of());
        assertThat(take(second, plain).state()).isEqualTo(Delivery.State.RECEIVED);
        refused(Cause.REPLAYED, () -> take(second, plain));
        assertThat(take(second, receipt(checked, 2, receiver, changes.subList(0, 1)))
                        .state())
                .isEqualTo(Delivery.State.RECEIVED);
        byte[] broken = receipt(checked, 3, receiver, changes.subList(1, 3));
        broken[broken.length - 3] ^= 1;
        refused(Cause.BROKEN, () -> take(second, broken));
        assertThat(take(second, receipt(checked, 3, receiver, changes.subList(1, 3)))
                        .state())
                .isEqualTo(Delivery.State.HANDLED);
        Receipts.Progress progress = as(Role.COUNTY_OFFICER, () -> receipts.progress(second.id()));
        assertThat(progress.open()).isZero();
        assertThat(progress.outcomes()).containsEntry(Outcome.REFUSED, 1L).containsEntry(Outcome.ACCEPTED, 2L);
    }

    private Delivery.Clock take(Delivery delivery, byte[] file) {
        return as(Role.POVERTY_OFFICER, () -> {
            receipts.take(delivery.id(), file);
            return deliveries.get(delivery.id()).clock();
        });
    }

    @Test
    @DisplayName(
            "2.4-7 2.4-8 the register, the lifted-out with their income per head, tekun and disabled people go as the rolls say")
    void others() {
        List<Long> three = households(3, 10);
        long poor = three.get(0);
        long lifted = three.get(1);
        as(Role.POVERTY_OFFICER, () -> {
            rolls.enter(
                    poor,
                    RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                    DAY,
                    "test",
                    "test");
            rolls.enter(
                    lifted,
                    RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, DAY, true)),
                    DAY,
                    "test",
                    "test");
            return poor;
        });
        onDibao(lifted, 10_000);
        Set<SharedField> number = Set.of(SharedField.HOUSEHOLD_NUMBER);
        agree(SharedList.REGISTER, number);
        assertThat(make(SharedList.REGISTER, number, 0).figures().rows()).isEqualTo(1);
        Set<SharedField> income = Set.of(SharedField.INCOME_PER_HEAD_YUAN, SharedField.LIFTED_ON);
        agree(SharedList.LIFTED, income);
        Delivery out = make(SharedList.LIFTED, income, 0);
        String perHead = as(Role.POVERTY_OFFICER, () -> {
            var assessed = households.assess(lifted, today.date(), today.now());
            return Assessment.yuan(
                    assessed.registerIncomeFen() / assessed.household().size());
        });
        assertThat(out.figures().rows()).isEqualTo(1);
        assertThat(lines(out).get(0)).endsWith(",2017-06-01," + perHead);
        long person = as(
                Role.COUNTY_OFFICER, () -> households.get(poor).members().get(0).person());
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(poor, RollEntry.of(Roll.TEKUN, person, DAY), DAY, "test", "test");
            return person;
        });
        agree(SharedList.TEKUN, Set.of(SharedField.NAME, SharedField.SINCE));
        assertThat(lines(make(SharedList.TEKUN, Set.of(SharedField.SINCE), 0)).get(0))
                .endsWith(",2017-06-01");
        Set<SharedField> disabled = Set.of(SharedField.DISABILITY_LEVEL, SharedField.ON_ROLLS);
        agree(SharedList.DISABLED, disabled);
        long before = make(SharedList.DISABLED, disabled, 0).figures().rows();
        as(Role.DISABLED_FEDERATION_OFFICER, () -> {
            rolls.enter(poor, RollEntry.of(Roll.DISABILITY, person, DAY), DAY, "test", "test");
            return person;
        });
        Delivery more = make(SharedList.DISABLED, disabled, 1);
        assertThat(more.figures().rows()).isBetween(before, before + 1);
        assertThat(lines(more)).anyMatch(l -> l.endsWith("REGISTER"));
    }

    private NewAccount person(Role role) {
        return people.create("x-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(COUNTY));
    }

    private static void press(Page page, String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    @Test
    @DisplayName(
            "2.4-5 2.4-7 two people agree, one makes the list, the other department takes the file and brings its receipt, in the browser")
    void inBrowser() {
        long household = households(1, 20).get(0);
        onDibao(household, 12_300);
        try (Browser browser = new Browser(port)) {
            Page officer = browser.signIn(person(Role.COUNTY_OFFICER), DESK);
            officer.navigate(browser.address("/exchange"));
            noBarriers(officer);
            officer.locator("#list").selectOption("DIBAO");
            officer.locator("#receiver").selectOption("DISABLED_FEDERATION");
            officer.locator("#receiverName").fill("康复科");
            officer.locator("#purpose").fill("核对");
            officer.locator("#basis").fill("辽政办发〔2017〕12号");
            officer.locator("#key").fill("不是公钥");
            officer.locator("input[name=fields][value=HOUSEHOLD_NUMBER]").last().check();
            press(officer, "报请同意");
            assertThat(officer.locator("#problems")).containsText("公钥读不出来");
            noBarriers(officer);
            officer.locator("#list").selectOption("DIBAO");
            officer.locator("#receiver").selectOption("DISABLED_FEDERATION");
            officer.locator("#receiverName").fill("康复科");
            officer.locator("#purpose").fill("核对");
            officer.locator("#basis").fill("辽政办发〔2017〕12号");
            officer.locator("#key").fill(receiver.verifying().pem());
            officer.locator("input[name=fields][value=HOUSEHOLD_NUMBER]").last().check();
            press(officer, "报请同意");
            Page approver = browser.signIn(person(Role.COUNTY_APPROVER), DESK);
            approver.navigate(browser.address("/exchange"));
            press(approver, "同意");
            officer.navigate(browser.address("/exchange"));
            press(officer, "生成并签名");
            assertThat(officer.locator("h1")).containsText("低保名单");
            assertThat(officer.locator(".tags")).containsText("没有取走");
            noBarriers(officer);
            browser.keep(officer, "delivery");
            String address = officer.url();
            received(browser, browser.signIn(person(Role.DISABLED_FEDERATION_OFFICER), DESK), address);
            officer.navigate(address);
            assertThat(officer.locator("main")).containsText("已迁走");
            browser.look(officer, household);
            assertThat(officer.locator("main")).containsText("康复科");
            noBarriers(officer);
            Page poverty = browser.signIn(person(Role.POVERTY_OFFICER), DESK);
            assertThat(poverty.navigate(address).status()).isEqualTo(404);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void received(Browser browser, Page federation, String address) {
        APIResponse whole = federation.request().get(address + "/file");
        byte[] file = whole.body();
        DeliveryFile checked = checked(file);
        assertThat(checked.faults()).isEmpty();
        APIResponse rest = federation
                .request()
                .get(address + "/file", RequestOptions.create().setHeader("Range", "bytes=40-"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(file, 40, file.length));
        assertThat(federation
                        .request()
                        .get(address + "/file", RequestOptions.create().setHeader("Range", "bytes=99999999-"))
                        .status())
                .isEqualTo(416);
        federation.navigate(address);
        assertThat(federation.locator(".tags")).containsText("等回执");
        hand(federation, new byte[] {1, 2, 3});
        assertThat(federation.locator("#problems")).containsText("不完整");
        List<String> lines = Arrays.stream(new String(file, StandardCharsets.UTF_8).split("\n"))
                .skip(4)
                .toList();
        List<Handling> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(lines, i, i == 0 ? Outcome.CORRECTED : Outcome.ACCEPTED));
        }
        hand(federation, receipt(checked, 1, receiver, rows));
        assertThat(federation.locator(".tags")).containsText("办完");
        noBarriers(federation);
        browser.keep(federation, "delivery-handled");
        federation.navigate(browser.address("/exchange"));
        assertThat(federation.locator("main")).containsText("康复科");
        noBarriers(federation);
    }

    private static void hand(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("receipt", "application/octet-stream", file));
        press(page, "交上");
    }
}
