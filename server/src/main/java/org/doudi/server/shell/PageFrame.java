package org.doudi.server.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What every page's frame shows: who works, the words of the top bar that the role has, the day. The layout asks it as a bean, because
 * a page that tells an error gets no attributes of its controller.
 */
@ControllerAdvice(annotations = Controller.class)
public class PageFrame {
    private static final Set<Role> PEOPLE = Set.of(
            Role.VILLAGE_ASSISTANT,
            Role.VILLAGE_TEAM,
            Role.TOWNSHIP_CLERK,
            Role.TOWNSHIP_REVIEWER,
            Role.COUNTY_OFFICER,
            Role.COUNTY_APPROVER,
            Role.POVERTY_OFFICER,
            Role.DISABLED_FEDERATION_OFFICER);

    private final Today today;

    PageFrame(Today today) {
        this.today = today;
    }

    /** One word of the top bar. */
    public record Word(String key, String href, boolean current) {}

    /** Who works here now, or null. */
    @ModelAttribute("me")
    public @Nullable Officer me() {
        return Scope.current();
    }

    /** The office's day. */
    @ModelAttribute("day")
    public String day() {
        return today.date().toString();
    }

    /** Whether the day can be moved. */
    @ModelAttribute("movable")
    public boolean movable() {
        return today.movable();
    }

    /** Whether the role looks people up. */
    @ModelAttribute("findsPeople")
    public boolean findsPeople() {
        Officer officer = Scope.current();
        return officer != null && PEOPLE.contains(officer.role());
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
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR -> add(words, "word.accounts", "/accounts", path);
            case AUDITOR -> add(words, "word.audit", "/audit", path);
            default -> {
                add(words, "word.work", "/cases", path);
                if (PEOPLE.contains(officer.role())) {
                    add(words, "word.find", "/search", path);
                }
                if (officer.role() == Role.TOWNSHIP_CLERK) {
                    add(words, "word.intake", "/intake", path);
                }
            }
        }
        return words;
    }

    private static void add(List<Word> words, String key, String href, @Nullable String path) {
        words.add(new Word(key, href, path != null && path.startsWith(href)));
    }
}
