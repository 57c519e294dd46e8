package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.doudi.policy.RegisterState;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Causes;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.PovertyCause;
import org.doudi.server.registry.PovertyRegister;
import org.doudi.server.registry.PovertyRegister.Attribute;
import org.doudi.server.registry.PovertyRegister.Change;
import org.doudi.server.registry.PovertyRegister.Lifted;
import org.doudi.server.registry.PovertyRegister.Report;
import org.doudi.server.registry.PovertyRegister.Stage;
import org.doudi.server.registry.PovertyRegister.Way;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the register says of a household, and the measures against each cause: a card for all, forms for those who work on it. */
@Controller
class RegisterController {
    private static final int LONGEST = 200;

    private final Households households;
    private final PovertyRegister register;
    private final Today today;

    RegisterController(Households households, PovertyRegister register, Today today) {
        this.households = households;
        this.register = register;
        this.today = today;
    }

    @GetMapping("/households/{id}/register/card")
    @PartOfPage
    @WorksWithPeople
    String card(@PathVariable long id, Model model) {
        fill(id, model);
        return "registry/register :: card";
    }

    @GetMapping("/households/{id}/register")
    @WorksWithPeople
    String page(@PathVariable long id, Model model) {
        HouseholdView view = households.find(id).orElseThrow(HouseholdController::notFound);
        fill(id, model);
        model.addAttribute("household", view);
        model.addAttribute("causes", PovertyCause.values());
        model.addAttribute("attributes", Attribute.values());
        model.addAttribute("stages", Stage.values());
        model.addAttribute("ways", Way.values());
        model.addAttribute("latest", today.date().toString());
        return "registry/register";
    }

    private void fill(long id, Model model) {
        try {
            model.addAttribute("id", id);
            model.addAttribute("standings", register.history(id));
            model.addAttribute("measures", register.measures(id));
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
        Role role = Scope.officer().role();
        model.addAttribute("keeps", role == Role.POVERTY_OFFICER);
        model.addAttribute("helps", role == Role.POVERTY_OFFICER || role == Role.VILLAGE_TEAM);
    }

    @PostMapping("/households/{id}/register")
    @Access(Role.POVERTY_OFFICER)
    String record(
            @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        List<String> faults = new ArrayList<>();
        LocalDate from = day(typed.get("from"), "from", faults);
        RegisterState state = code(RegisterState.values(), typed.get("state"), "state", faults);
        Attribute attribute = code(Attribute.values(), typed.get("attribute"), "attribute", faults);
        PovertyCause cause = code(PovertyCause.values(), typed.get("cause"), "cause", faults);
        List<PovertyCause> others = new ArrayList<>();
        for (PovertyCause other : PovertyCause.values()) {
            if ("true".equals(typed.get("other-" + other)) && other != cause) {
                others.add(other);
            }
        }
        if (others.size() > Causes.MOST_OTHERS) {
            faults.add("causes");
        }
        Lifted lifted = state == RegisterState.LIFTED ? lifted(typed, faults) : null;
        String source = words(typed.get("source"), "source", faults);
        if (!faults.isEmpty() || from == null || state == null || attribute == null || cause == null) {
            return faulty(id, faults, response, model);
        }
        return done(
                id,
                () -> register.record(
                        id, new Change(state, lifted, attribute, new Causes(cause, others), from, source)));
    }

    private @Nullable Lifted lifted(Map<String, String> typed, List<String> faults) {
        LocalDate on = day(typed.get("liftedOn"), "liftedOn", faults);
        Way way = code(Way.values(), typed.get("way"), "way", faults);
        return on == null || way == null ? null : new Lifted(on, way);
    }

    @PostMapping("/households/{id}/measures")
    @Access({Role.POVERTY_OFFICER, Role.VILLAGE_TEAM})
    String plan(
            @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        List<String> faults = new ArrayList<>();
        PovertyCause cause = code(PovertyCause.values(), typed.get("cause"), "cause", faults);
        String plan = words(typed.get("plan"), "plan", faults);
        String helper = words(typed.get("helper"), "helper", faults);
        LocalDate on = day(typed.get("startedOn"), "from", faults);
        if (!faults.isEmpty() || cause == null || on == null) {
            return faulty(id, faults, response, model);
        }
        return done(id, () -> register.plan(id, cause, plan, helper, on));
    }

    @PostMapping("/households/{id}/measures/{measure}")
    @Access({Role.POVERTY_OFFICER, Role.VILLAGE_TEAM})
    String report(
            @PathVariable long id,
            @PathVariable long measure,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        List<String> faults = new ArrayList<>();
        Stage stage = code(Stage.values(), typed.get("stage"), "stage", faults);
        String words = words(typed.get("words"), "words", faults);
        LocalDate on = day(typed.get("on"), "from", faults);
        if (!faults.isEmpty() || stage == null || on == null) {
            return faulty(id, faults, response, model);
        }
        return done(
                id,
                () -> register.report(
                        id,
                        measure,
                        new Report(on, stage, words, Scope.officer().name())));
    }

    private String faulty(long id, List<String> faults, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("faults", faults.stream().distinct().toList());
        return page(id, model);
    }

    private static String done(long id, Runnable work) {
        try {
            work.run();
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
        return "redirect:/households/" + id + "/register";
    }

    private @Nullable LocalDate day(@Nullable String text, String fault, List<String> faults) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (!day.isAfter(today.date()) && day.getYear() >= 1990) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        faults.add(fault);
        return null;
    }

    private static String words(@Nullable String text, String fault, List<String> faults) {
        String words = text == null ? "" : text.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            faults.add(fault);
        }
        return words;
    }

    private static <E extends Enum<E>> @Nullable E code(
            E[] constants, @Nullable String text, String fault, List<String> faults) {
        E found = Arrays.stream(constants)
                .filter(c -> c.name().equals(text))
                .findFirst()
                .orElse(null);
        if (found == null) {
            faults.add(fault);
        }
        return found;
    }
}
