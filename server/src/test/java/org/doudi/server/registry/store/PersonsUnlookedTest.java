package org.doudi.server.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** People from before there was an index of phones. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class PersonsUnlookedTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921122", "59");

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private PersonsUnlooked unlooked;

    @Autowired
    private IdNumbers idNumbers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private List<Map<String, Object>> people() {
        return as(() -> jdbc.sql("select id, encode(phone_idx, 'hex') as phone, number_sound from registry.person"
                        + " where village = ? order by id")
                .param(TOWNSHIP.village())
                .query()
                .listOfRows());
    }

    private <T> T as(Supplier<T> work) {
        return RegistryFixture.as(
                Role.TOWNSHIP_CLERK,
                TOWNSHIP.code(),
                () -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }

    @Test
    @DisplayName(
            "2.4-9 after the start, phones of before get the index that a new entry has, however they were written, and bad numbers are told")
    void filled() {
        TOWNSHIP.load(loader, households);
        List<Map<String, Object>> loaded = people();
        assertThat(loaded)
                .anyMatch(p -> p.get("phone") != null)
                .allMatch(p -> Boolean.TRUE.equals(p.get("number_sound")));
        as(() -> jdbc.sql("update registry.person set phone_idx = null, number_sound = null where village = ?")
                .param(TOWNSHIP.village())
                .update());
        assertThat(unlooked.all()).isGreaterThanOrEqualTo(loaded.size());
        assertThat(people()).isEqualTo(loaded);
        assertThat(unlooked.all()).isZero();
        assertThat(idNumbers.phoneIndex("+86 139 0000-0001"))
                .isEqualTo(idNumbers.phoneIndex("１３９００００００01"))
                .isNotEqualTo(idNumbers.phoneIndex("13900000002"));
        assertThat(idNumbers.phoneIndex("不详")).isNull();
    }

    @Test
    @DisplayName("2.4-9 of a number of 18, 20 or 22 signs the digits themselves tell whether it is sound")
    void sound() {
        String number = TOWNSHIP.persons().get(1).split(",", -1)[4];
        String wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        assertThat(List.of(number, number + "43", number + "11B1")).allMatch(IdNumbers::isSound);
        assertThat(List.of(wrong, wrong + "43", number + "83", number + "15", number + "00B1"))
                .noneMatch(IdNumbers::isSound);
    }
}
