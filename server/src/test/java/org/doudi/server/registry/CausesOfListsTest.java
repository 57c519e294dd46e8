package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What the poverty office's lists say of the causes of poverty, and what they must say. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class CausesOfListsTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921114", "47");
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);

    @Autowired
    private Households households;

    @Autowired
    private ListImports imports;

    @Autowired
    private PovertyRegister register;

    @Autowired
    private RegistryLoader loader;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
    }

    private static String who(int household, int member) {
        return TOWNSHIP.persons().stream()
                .map(row -> row.split(",", -1))
                .filter(c -> c[1].equals(TOWNSHIP.number(household)) && c[2].equals(Integer.toString(member)))
                .map(c -> c[3] + "," + c[4])
                .findFirst()
                .orElseThrow();
    }

    private SentLists lists() {
        return new SentLists(imports, Role.POVERTY_OFFICER, TOWNSHIP.code());
    }

    private <T> T office(Supplier<T> work) {
        return lists().office(work);
    }

    private ListImports.View sent(ListKind kind, String text) {
        return lists().sent(kind, DAY, text);
    }

    private List<PovertyRegister.Standing> standing(int household) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> register.history(id));
    }

    @Test
    @DisplayName("2.1-3 a list without causes puts nobody on the register new; mended it does, and a later list"
            + " that is silent on them takes none away")
    void asked() {
        int fresh = 0;
        for (int n = 1; n <= 40 && fresh == 0; n++) {
            fresh = standing(n).isEmpty() ? n : 0;
        }
        int household = fresh;
        String head = who(household, 1);
        ListImports.View silent = sent(ListKind.REGISTER, "姓名,证件号码,贫困户属性\n" + head + ",一般贫困户\n");
        assertThat(silent.count(RowState.WRONG)).isEqualTo(1);
        assertThat(office(() -> imports.rows(silent.id(), RowState.WRONG, 0, 10)))
                .singleElement()
                .satisfies(r -> assertThat(r.problem()).isEqualTo(Problem.NO_CAUSE));
        assertThat(standing(household)).isEmpty();

        ListImports.View strange =
                sent(ListKind.REGISTER, "姓名,证件号码,主要致贫原因,致贫原因2\n" + head + ",因病,因懒\n" + head + ",,因学\n");
        assertThat(office(() -> imports.rows(strange.id(), RowState.WRONG, 0, 10)))
                .extracting(ListImports.Row::problem)
                .containsExactly(Problem.UNKNOWN_CAUSE, Problem.NO_CAUSE);

        sent(ListKind.REGISTER, "姓名,证件号码,贫困户属性,主要致贫原因,其他致贫原因\n" + head + ",一般贫困户,因病,因学、缺劳动力\n");
        assertThat(standing(household).get(0).cause()).isEqualTo("因病");
        assertThat(standing(household).get(0).otherCauses()).containsExactlyInAnyOrder("因学", "缺劳力");

        ListImports.View again = sent(ListKind.REGISTER, "姓名,证件号码,备注\n" + head + ",二季度\n");
        assertThat(again.count(RowState.ALREADY)).isEqualTo(1);
        sent(ListKind.LIFTED, "姓名,证件号码,脱贫时间,是否享受帮扶措施\n" + head + ",2017-05-20,是\n");
        assertThat(standing(household).get(0).liftedOn()).isEqualTo(LocalDate.of(2017, 5, 20));
        assertThat(standing(household).get(0).cause()).isEqualTo("因病");
        assertThat(standing(household).get(0).attribute()).isEqualTo("一般贫困户");
    }
}
