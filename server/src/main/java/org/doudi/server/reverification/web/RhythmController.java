package org.doudi.server.reverification.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Rhythm;
import org.doudi.server.reverification.Rhythm.Closing;
import org.doudi.server.reverification.Rhythm.State;
import org.doudi.server.reverification.Rhythm.Terms;
import org.doudi.server.reverification.Rhythms;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often households are looked at and what the machine may end: to be read by every office, set by the city. */
@Controller
@AnyOffice
class RhythmController {
    private final Rhythms rhythms;
    private final Today today;

    RhythmController(Rhythms rhythms, Today today) {
        this.rhythms = rhythms;
        this.today = today;
    }

    @GetMapping("/reverifications/rhythm")
    String list(@RequestParam(defaultValue = "A") Category category, Model model) {
        List<Rhythm> held = rhythms.inForce();
        model.addAttribute("held", held);
        model.addAttribute("entered", rhythms.entered());
        model.addAttribute("sets", Rhythms.sets(Scope.officer()));
        model.addAttribute("categories", Category.values());
        model.addAttribute("category", category);
        model.addAttribute(
                "now",
                held.stream()
                        .filter(r -> r.category() == category)
                        .findFirst()
                        .map(Rhythm::terms)
                        .orElse(null));
        model.addAttribute("closings", Closing.values());
        model.addAttribute("day", today.date());
        return "reverification/rhythm";
    }

    @GetMapping("/reverifications/rhythm/{id}")
    String one(@PathVariable long id, Model model) {
        Rhythm rhythm = rhythms.get(id);
        Officer me = Scope.officer();
        boolean open = rhythm.state() == State.PROPOSED;
        model.addAttribute("r", rhythm);
        model.addAttribute("effects", open && Rhythms.sets(me) ? rhythms.effects(rhythm) : List.of());
        model.addAttribute("decides", Rhythms.decides(me, rhythm));
        model.addAttribute("mine", open && rhythm.enteredBy() == me.id().value());
        model.addAttribute("shortest", Rhythms.SHORTEST);
        return "reverification/rhythm-one";
    }

    @PostMapping("/reverifications/rhythm")
    @Access(Role.CITY_SUPERVISOR)
    String propose(
            @RequestParam Category category,
            @RequestParam(defaultValue = "0") int months,
            @RequestParam(defaultValue = "0") int notice,
            @RequestParam(defaultValue = "0") int grace,
            @RequestParam(defaultValue = "") Set<Closing> machine,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate announced,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String article) {
        if (from == null || announced == null) {
            throw new ReverificationRefused(Cause.RULE_DAY);
        }
        long id = rhythms.propose(
                category,
                new Terms(months, notice, grace, machine),
                new Rhythms.Source(from, announced, document, article));
        return "redirect:/reverifications/rhythm/" + id;
    }

    @PostMapping("/reverifications/rhythm/{id}/approve")
    @Access(Role.CITY_SUPERVISOR)
    String approve(@PathVariable long id) {
        rhythms.approve(id);
        return "redirect:/reverifications/rhythm/" + id;
    }

    @PostMapping("/reverifications/rhythm/{id}/refuse")
    @Access(Role.CITY_SUPERVISOR)
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        rhythms.refuse(id, why);
        return "redirect:/reverifications/rhythm/" + id;
    }

    @PostMapping("/reverifications/rhythm/{id}/withdraw")
    @Access(Role.CITY_SUPERVISOR)
    String withdraw(@PathVariable long id) {
        rhythms.withdraw(id);
        return "redirect:/reverifications/rhythm/" + id;
    }
}
