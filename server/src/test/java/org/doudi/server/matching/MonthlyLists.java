package org.doudi.server.matching;

import static org.doudi.server.matching.FamilyEvents.county;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.FamilyEvents.Dead;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;

/** The dibao list as the county's civil affairs sends it each month, with what is wrong in it planted. */
final class MonthlyLists {
    private static final String HEADER = "姓名,身份证号,户月保障金额,开始享受时间,行政村代码";

    /** What is wrong in a list. */
    enum Dirt {
        WRONG_NUMBER,
        TWICE,
        MISSPELT,
        MOVED,
        DEAD,
        NOT_ENTITLED
    }

    private final SentLists lists;
    private final FamilyEvents families;
    private final Rolls rolls;
    private final Today today;
    private final OtherTownship township;
    private final Map<String, String[]> persons = new HashMap<>();
    private final Map<Dirt, Integer> dirt = new EnumMap<>(Dirt.class);
    private final List<Long> unentitled = new ArrayList<>();
    private Optional<Long> latest = Optional.empty();

    MonthlyLists(SentLists lists, FamilyEvents families, Rolls rolls, Today today, OtherTownship township) {
        this.lists = lists;
        this.families = families;
        this.rolls = rolls;
        this.today = today;
        this.township = township;
        township.persons().stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .forEach(cells -> persons.put(cells[1] + " " + cells[2], cells));
    }

    /** How often each was planted. */
    Map<Dirt, Integer> dirt() {
        return dirt;
    }

    /** The household that the last list put on dibao without right, if there was one. */
    Optional<Long> unentitled() {
        return latest;
    }

    private boolean on(long household, Roll roll) {
        return county(() -> rolls.of(household, today.date())).stream().anyMatch(e -> e.roll() == roll);
    }

    /** Name and id number of a head as the department keeps them. */
    private String[] head(int household) {
        return persons.values().stream()
                .filter(p -> p[1].equals(township.number(household)) && p[7].equals("户主"))
                .findFirst()
                .orElseThrow();
    }

    private String row(String name, String idNumber, String village) {
        return String.join(",", name, idNumber, "200", today.date().toString(), village);
    }

    private void plant(Dirt what) {
        dirt.merge(what, 1, Integer::sum);
    }

    /** The month's list: everybody on the roll, some of them wrongly written, one who is dead, one who has no right. */
    void arrive(List<Long> all) {
        List<String> rows = new ArrayList<>(List.of(HEADER));
        Map<String, Long> meant = new HashMap<>();
        latest = Optional.empty();
        int listed = 0;
        for (int n = 1; n <= all.size(); n++) {
            long household = all.get(n - 1);
            String[] head = head(n);
            if (on(household, Roll.DIBAO)) {
                rows.addAll(written(head, listed++));
                meant.put(head[3], household);
            } else if (latest.isEmpty()
                    && !unentitled.contains(household)
                    && !on(household, Roll.REGISTER)
                    && families.byRules(household).isEmpty()) {
                rows.add(row(head[3], head[4], township.village()));
                latest = Optional.of(household);
                unentitled.add(household);
                plant(Dirt.NOT_ENTITLED);
            }
        }
        dead().ifPresent(rows::add);
        lists.send(Role.COUNTY_OFFICER, ListKind.DIBAO, rows, meant);
    }

    private List<String> written(String[] head, int place) {
        String village = township.village();
        switch (place) {
            case 0:
                plant(Dirt.TWICE);
                return List.of(row(head[3], head[4], village), row(head[3], head[4], village));
            case 1:
                plant(Dirt.WRONG_NUMBER);
                char last = head[4].charAt(17);
                return List.of(row(head[3], head[4].substring(0, 17) + (last == '1' ? '2' : '1'), village));
            case 2:
                plant(Dirt.MISSPELT);
                return List.of(row(head[3].charAt(0) + "某某", head[4], village));
            case 3:
                plant(Dirt.MOVED);
                return List.of(row(head[3], head[4], township.code() + "201"));
            default:
                return List.of(row(head[3], head[4], village));
        }
    }

    private Optional<String> dead() {
        for (Dead gone : families.dead()) {
            String[] person = persons.get(families.view(gone.household()).number() + " " + gone.member());
            if (person != null) {
                plant(Dirt.DEAD);
                return Optional.of(row(person[3], person[4], township.village()));
            }
        }
        return Optional.empty();
    }
}
