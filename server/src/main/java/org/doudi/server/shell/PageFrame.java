package org.doudi.server.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What every page's frame shows: who works, the words of the top bar that the role has, the day. The layout asks it as a bean, because
 * a page that tells an error gets no attributes of its controller.
 */
@Component
public class PageFrame {
    private static final Set<Department> EXCHANGES =
            EnumSet.of(Department.CIVIL_AFFAIRS, Department.POVERTY_OFFICE, Department.DISABLED_FEDERATION);

    private static final Set<Role> SETS = EnumSet.of(Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR);

    private final Today today;

    PageFrame(Today today) {
        this.today = today;
    }

    /** One word of the top bar. */
    public record Word(String key, String href, boolean current) {}

    /** Who works here now, or null. */
    public @Nullable Officer me() {
        return Scope.current();
    }

    /** The office's day. */
    public String day() {
        return today.date().toString();
    }

    /** Whether the day can be moved. */
    public boolean movable() {
        return today.movable();
    }

    /** Whether the role looks people up. */
    public boolean findsPeople() {
        Officer officer = Scope.current();
        return officer != null && WorksWithPeople.ROLES.contains(officer.role());
    }

    /** The words of the top bar for the page that is asked for. */
    public List<Word> words() {
        Officer officer = Scope.current();
        List<Word> words = new ArrayList<>();
        if (officer == null) {
            return words;
        }
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        switch (officer.role()) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR -> {
                add(words, "word.accounts", "/accounts", path);
                add(words, "word.signing", "/signing", path);
                if (officer.role() == Role.SECURITY_ADMINISTRATOR) {
                    add(words, "word.systems", "/systems", path);
                }
            }
            case AUDITOR -> add(words, "word.audit", "/audit", path);
            case FINANCE_OFFICER -> money(words, path);
            case SURVEYOR -> add(words, "word.visits", "/visits", path);
            default -> {
                add(words, "word.work", "/cases", path);
                if (WorksWithPeople.ROLES.contains(officer.role())) {
                    add(words, "word.find", "/search", path);
                }
                if (officer.role().department() == Department.VILLAGE) {
                    add(words, "word.visits", "/visits", path);
                }
                if (officer.role() == Role.COUNTY_OFFICER || officer.role() == Role.COUNTY_APPROVER) {
                    money(words, path);
                }
                if (EXCHANGES.contains(officer.role().department())) {
                    add(words, "word.exchange", "/exchange", path);
                }
                if (officer.role() == Role.CITY_SUPERVISOR) {
                    add(words, "word.money", "/runs", path);
                    add(words, "word.reverifications", "/reverifications/figures", path);
                }
                if (SETS.contains(officer.role())) {
                    add(words, "word.parameters", "/parameters", path);
                }
                if (officer.role() == Role.STATISTICIAN) {
                    add(words, "word.prices", "/prices", path);
                }
                if (officer.role().department() == Department.TOWNSHIP) {
                    add(words, "word.money", "/returned", path);
                }
                add(words, "word.gaps", WorksWithPeople.ROLES.contains(officer.role()) ? "/gaps" : "/gaps/board", path);
                add(
                        words,
                        "word.quality",
                        WorksWithPeople.ROLES.contains(officer.role()) ? "/quality" : "/quality/scores",
                        path);
                if (officer.role().department() == Department.VILLAGE
                        || officer.role().department() == Department.TOWNSHIP
                        || officer.role().department() == Department.CIVIL_AFFAIRS) {
                    add(words, "word.reverifications", "/reverifications", path);
                    add(words, "word.changes", "/changes", path);
                }
                if (officer.role() == Role.TOWNSHIP_CLERK) {
                    add(words, "word.intake", "/intake", path);
                }
            }
        }
        return words;
    }

    private static void money(List<Word> words, @Nullable String path) {
        add(words, "word.money", "/runs", path);
        add(words, "word.ledger", "/ledger", path);
    }

    private static void add(List<Word> words, String key, String href, @Nullable String path) {
        words.add(new Word(key, href, path != null && path.startsWith(href)));
    }
}
