package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.doudi.policy.Assessment;
import org.doudi.server.exchange.Certificates.Machine;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.RegistryFixture;
import tools.jackson.databind.JsonNode;

/** The disabled federation's own system beside the poverty office's: it takes who is disabled on the rolls, and who of dibao was lifted out, with the income per head. */
final class FederationSide implements AutoCloseable {
    private static final Set<SharedField> LIFTED =
            Set.of(SharedField.NAME, SharedField.ID_NUMBER, SharedField.LIFTED_ON, SharedField.INCOME_PER_HEAD_YUAN);
    private static final Set<SharedField> DISABLED = Set.of(
            SharedField.NAME, SharedField.ID_NUMBER, SharedField.DISABILITY_CATEGORY, SharedField.DISABILITY_LEVEL);
    private static final Set<SharedField> CHECK = Set.of(SharedField.NAME, SharedField.ID_NUMBER);
    private static final String COUNTY = SharingCounty.COUNTY;

    private final CountyOverTls county;
    private final OtherSide office;
    /** What the last list has to say of who was lifted out, by id number. */
    private Map<String, String> incomes = new TreeMap<>();

    private long disabled;
    private int versions;

    FederationSide(CountyOverTls county, Path folder) throws Exception {
        this.county = county;
        this.office = new OtherSide(Files.createDirectories(folder));
        Machine machine = CountyOverTls.AUTHORITY.machine("disabled federation");
        Credentials system = county.system(
                Role.DISABLED_FEDERATION_OFFICER,
                "sys-federation",
                Set.of(
                        "take:DISABLED:" + COUNTY,
                        "take:LIFTED:" + COUNTY,
                        "take:CHECK:" + COUNTY,
                        "give:CHECK:" + COUNTY),
                machine.pem());
        office.settings(county.settings(folder, system, machine));
        List<String> known = new ArrayList<>();
        RegistryFixture.persons().forEach(p -> known.add(p[4] + "," + p[3] + ",LIVES"));
        office.paper("people.csv", known);
        VerifyingKey own = county.receiverKey;
        county.receiverKey = VerifyingKey.read(office.publicKey());
        county.signs("sys-federation", county.receiverKey);
        county.agree(SharedList.CHECK, Department.DISABLED_FEDERATION, CHECK);
        county.agree(SharedList.LIFTED, Department.DISABLED_FEDERATION, LIFTED);
        county.agree(SharedList.DISABLED, Department.DISABLED_FEDERATION, DISABLED);
        county.receiverKey = own;
    }

    private Delivery make(Role role, SharedList list, Set<SharedField> fields) {
        return SharingCounty.as(
                role,
                () -> county.deliveries.make(new Deliveries.Request(
                        list, Department.DISABLED_FEDERATION, YearMonth.from(county.today.date()), fields, versions)));
    }

    /** A month: both lists are made, taken and answered. */
    void month(Map<Long, String> lifted) throws Exception {
        LocalDate day = county.today.date();
        disabled = make(Role.COUNTY_OFFICER, SharedList.DISABLED, DISABLED)
                .figures()
                .rows();
        assertThat(make(Role.POVERTY_OFFICER, SharedList.LIFTED, LIFTED)
                        .figures()
                        .rows())
                .isEqualTo(lifted.size());
        versions++;
        incomes = new TreeMap<>();
        lifted.forEach((household, idNumber) -> {
            Assessment assessed = SharingCounty.as(
                    Role.COUNTY_OFFICER, () -> county.households.assess(household, day, county.today.now()));
            incomes.put(
                    idNumber,
                    assessed.register() == null
                            ? ""
                            : Assessment.yuan(assessed.registerIncomeFen()
                                    / assessed.household().size()));
        });
        assertThat(office.work(day.toString())).startsWith("done lists=2 ");
    }

    /** It is asked what the people of some households earn, knows it of all but one, and of that one a month later. */
    void checks(CheckRequests requests, List<Long> households) throws Exception {
        CheckRequest asked = SharingCounty.as(
                Role.COUNTY_OFFICER,
                () -> requests.get(requests.ask(Department.DISABLED_FEDERATION, ListKind.INCOME, households)));
        List<String> known = new ArrayList<>(
                county
                        .lines(SharingCounty.as(Role.COUNTY_OFFICER, () -> county.deliveries.get(asked.delivery())))
                        .stream()
                        .map(line -> line.split(",", -1)[3] + ",1200")
                        .toList());
        assertThat(known).hasSize(asked.people()).hasSizeGreaterThan(1);
        String late = known.remove(0);
        office.paper("wages.csv", known);
        String day = county.today.date().toString();
        assertThat(office.work(day)).startsWith("done lists=1 ").endsWith(" checked=" + known.size());
        Awaitility.await().until(() -> now(requests, asked).answered() == known.size());
        office.paper("wages.csv", List.of(late));
        assertThat(office.work(day)).startsWith("done lists=0 ").endsWith(" checked=1");
        Awaitility.await()
                .until(() -> now(requests, asked).standing(county.today.date()) == CheckRequest.Standing.ANSWERED);
    }

    private static CheckRequest now(CheckRequests requests, CheckRequest asked) {
        return SharingCounty.as(Role.COUNTY_OFFICER, () -> requests.get(asked.delivery()));
    }

    /** What the federation's copy says at the end is what the platform says. */
    void check() throws Exception {
        JsonNode memory = office.memory();
        Map<String, String> copied = new TreeMap<>();
        rows(memory, SharedList.LIFTED)
                .forEach(row -> copied.put(
                        row.get(3).stringValue(), row.get(row.size() - 1).stringValue()));
        assertThat(copied).isNotEmpty().isEqualTo(incomes);
        assertThat(incomes.values()).as("income per head is told").anyMatch(yuan -> !yuan.isEmpty());
        List<JsonNode> people = rows(memory, SharedList.DISABLED);
        assertThat(people).isNotEmpty().hasSize((int) disabled);
        assertThat(people)
                .as("each with what disables")
                .anyMatch(row -> !row.get(4).stringValue().isEmpty());
        assertThat(SharingCounty.as(Role.COUNTY_OFFICER, () -> county.deliveries.all(0, 100)).stream()
                        .filter(d -> d.channel().receiver() == Department.DISABLED_FEDERATION))
                .hasSizeGreaterThanOrEqualTo(versions)
                .allSatisfy(d -> assertThat(
                                SharingCounty.as(Role.COUNTY_OFFICER, () -> county.receipts.progress(d.id()))
                                        .open())
                        .isZero());
    }

    private static List<JsonNode> rows(JsonNode memory, SharedList list) {
        List<JsonNode> rows = new ArrayList<>();
        memory.get("lists")
                .get(COUNTY + "-" + list + "-DISABLED_FEDERATION")
                .propertyStream()
                .filter(e -> !e.getKey().isEmpty())
                .forEach(e -> rows.add(e.getValue()));
        return rows;
    }

    @Override
    public void close() {
        office.close();
    }
}
