package org.doudi.server.matching;

import static org.doudi.server.matching.FamilyEvents.county;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterState;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;

/** The lists of tekun people, of allowances and of the register as their departments send them each month, each with what is wrong in it planted. */
final class OtherMonthlyLists {
    private final SentLists lists;
    private final FamilyEvents families;
    private final Rolls rolls;
    private final Today today;
    private final Map<String, String[]> persons = new HashMap<>();
    /** Households that a list of these was wrong about, once each. */
    private final Set<Long> wronged = new HashSet<>();

    private final Map<ListKind, Integer> dirt = new EnumMap<>(ListKind.class);
    private final Map<Long, Gap.Kind> unentitled = new LinkedHashMap<>();

    OtherMonthlyLists(SentLists lists, FamilyEvents families, Rolls rolls, Today today, OtherTownship township) {
        this.lists = lists;
        this.families = families;
        this.rolls = rolls;
        this.today = today;
        township.persons().stream()
                .skip(1)
                .map(row -> row.split(",", -1))
                .forEach(cells -> persons.put(cells[1] + " " + cells[2], cells));
    }

    /** How often each list named somebody without right. */
    Map<ListKind, Integer> dirt() {
        return dirt;
    }

    /** The households about which the last lists were wrong, and the gap that each has to open. */
    Map<Long, Gap.Kind> unentitled() {
        return unentitled;
    }

    /** The month's lists, one after the other. */
    void arrive(List<Long> all) {
        unentitled.clear();
        tekun(all);
        allowances(all);
        register(all);
    }

    /** Name and number of a member as a department keeps them; nobody who came later. */
    private Optional<String[]> kept(HouseholdView view, MemberView member) {
        return Optional.ofNullable(persons.get(view.number() + " " + member.number()))
                .filter(cells -> cells[3].equals(member.name()));
    }

    private List<RollEntry> on(long household) {
        return county(() -> rolls.of(household, today.date()));
    }

    /** A household with nothing that a list could be right about, of which no list was wrong yet. */
    private Optional<String[]> stranger(List<Long> all, ListKind kind, Gap.Kind gap) {
        for (long household : all) {
            if (!wronged.contains(household)
                    && on(household).isEmpty()
                    && families.byRules(household).isEmpty()) {
                HouseholdView view = families.view(household);
                Optional<String[]> head = view.members().stream()
                        .filter(m -> m.relation().equals("户主"))
                        .findFirst()
                        .flatMap(m -> kept(view, m));
                if (head.isPresent()) {
                    wronged.add(household);
                    unentitled.put(household, gap);
                    dirt.merge(kind, 1, Integer::sum);
                    return head;
                }
            }
        }
        return Optional.empty();
    }

    /** Who is on a roll of persons, the first of them by a name that is written wrong and the second by a number that is none. */
    private List<String> people(List<Long> all, Set<Roll> which, Map<String, Long> meant, String more) {
        List<String> rows = new ArrayList<>();
        for (long household : all) {
            HouseholdView view = families.view(household);
            for (MemberView member : view.members()) {
                boolean listed = on(household).stream()
                        .anyMatch(e -> which.contains(e.roll()) && Objects.equals(e.person(), member.person()));
                Optional<String[]> person = listed ? kept(view, member) : Optional.empty();
                person.ifPresent(p -> {
                    rows.add(written(p, rows.size()) + more(household, member, more));
                    meant.put(rows.get(rows.size() - 1).split(",", -1)[0], household);
                });
            }
        }
        return rows;
    }

    private String more(long household, MemberView member, String more) {
        if (!more.equals("allowances")) {
            return more;
        }
        List<Roll> has = on(household).stream()
                .filter(e -> Objects.equals(e.person(), member.person()))
                .map(RollEntry::roll)
                .toList();
        return "," + yes(has.contains(Roll.LIVING_ALLOWANCE)) + "," + yes(has.contains(Roll.CARE_ALLOWANCE));
    }

    private static String yes(boolean said) {
        return said ? "是" : "否";
    }

    private static String written(String[] person, int place) {
        return switch (place) {
            case 0 -> person[3].charAt(0) + "某某," + person[4];
            case 1 -> person[3] + "," + person[4].substring(0, 17) + (person[4].charAt(17) == '1' ? '2' : '1');
            default -> person[3] + "," + person[4];
        };
    }

    private void send(Role role, ListKind kind, String header, List<String> rows, Map<String, Long> meant) {
        if (!rows.isEmpty()) {
            List<String> all = new ArrayList<>(List.of(header));
            all.addAll(rows);
            lists.send(role, kind, all, meant);
        }
    }

    private void tekun(List<Long> all) {
        Map<String, Long> meant = new HashMap<>();
        List<String> rows = people(all, Set.of(Roll.TEKUN), meant, "");
        stranger(all, ListKind.TEKUN, Gap.Kind.DUE_TO_LEAVE_TEKUN).ifPresent(p -> rows.add(p[3] + "," + p[4]));
        send(Role.COUNTY_OFFICER, ListKind.TEKUN, "姓名,身份证号", rows, meant);
    }

    private void allowances(List<Long> all) {
        Map<String, Long> meant = new HashMap<>();
        List<String> rows = people(all, Set.of(Roll.LIVING_ALLOWANCE, Roll.CARE_ALLOWANCE), meant, "allowances");
        stranger(all, ListKind.ALLOWANCES, Gap.Kind.DUE_TO_LEAVE_LIVING_ALLOWANCE)
                .ifPresent(p -> rows.add(p[3] + "," + p[4] + ",是,否"));
        send(Role.DISABLED_FEDERATION_OFFICER, ListKind.ALLOWANCES, "姓名,身份证号,困难生活补贴,重度护理补贴", rows, meant);
    }

    private void register(List<Long> all) {
        Map<String, Long> meant = new HashMap<>();
        List<String> rows = new ArrayList<>();
        for (long household : all) {
            boolean poor = on(household).stream()
                    .anyMatch(e -> e.register() != null
                            && Objects.requireNonNull(e.register()).state() == RegisterState.POOR);
            HouseholdView view = families.view(household);
            view.members().stream()
                    .filter(m -> poor && m.relation().equals("户主"))
                    .findFirst()
                    .flatMap(m -> kept(view, m))
                    .ifPresent(p -> {
                        rows.add(written(p, rows.size()) + ",因病");
                        meant.put(rows.get(rows.size() - 1).split(",", -1)[0], household);
                    });
        }
        stranger(all, ListKind.REGISTER, Gap.Kind.DUE_TO_LEAVE_REGISTER)
                .ifPresent(p -> rows.add(p[3] + "," + p[4] + ",因病"));
        send(Role.POVERTY_OFFICER, ListKind.REGISTER, "姓名,身份证号,主要致贫原因", rows, meant);
    }
}
