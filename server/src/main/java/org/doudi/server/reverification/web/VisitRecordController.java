package org.doudi.server.reverification.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.reverification.Calendar;
import org.doudi.server.reverification.ChangedFact;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Reverifications;
import org.doudi.server.reverification.Stage;
import org.doudi.server.reverification.VisitSent;
import org.doudi.server.reverification.VisitSent.Seen;
import org.doudi.server.reverification.Way;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One look: who goes, telling the family, what was found, and what follows. */
@Controller
@WorksWithPeople
class VisitRecordController {
    private final Reverifications looks;
    private final Calendar calendar;
    private final Divisions divisions;
    private final KnownSince known;
    private final Today today;

    VisitRecordController(
            Reverifications looks, Calendar calendar, Divisions divisions, KnownSince known, Today today) {
        this.looks = looks;
        this.calendar = calendar;
        this.divisions = divisions;
        this.known = known;
        this.today = today;
    }

    @GetMapping("/reverifications/{id}")
    String page(@PathVariable long id, Model model) {
        Reverification look = looks.get(id);
        Officer me = Scope.officer();
        boolean township = Reverifications.TOWNSHIP.contains(me.role());
        boolean planned = look.stage() == Stage.PLANNED;
        boolean asked = look.visitor() == null || look.visitor() == me.id().value() || township;
        model.addAttribute("look", look);
        model.addAttribute("names", divisions.names(look.village()));
        model.addAttribute("assigns", planned && township);
        model.addAttribute("visitors", planned && township ? looks.visitors(look) : List.of());
        model.addAttribute(
                "tells",
                planned
                        && township
                        && look.told().announcedOn() != null
                        && look.told().deliveredOn() == null);
        model.addAttribute("visits", planned && asked && Reverifications.VISITORS.contains(me.role()));
        model.addAttribute("decides", look.stage() == Stage.TO_CONFIRM && township);
        model.addAttribute("ways", Way.values());
        model.addAttribute("findings", Finding.values());
        model.addAttribute("changes", ChangedFact.values());
        model.addAttribute("day", today.date());
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute("stamp", known.stamp(look.household()));
        model.addAttribute("receipt", looks.receipt(id).orElse(null));
        model.addAttribute("shortest", Reverifications.SHORTEST);
        return "reverification/look";
    }

    @GetMapping("/reverifications/{id}/letter")
    String letter(@PathVariable long id, Model model) {
        Reverification look = looks.letter(id);
        model.addAttribute("look", look);
        model.addAttribute("names", divisions.names(look.village()));
        return "reverification/letter";
    }

    @PostMapping("/reverifications/{id}/assign")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String assign(@PathVariable long id, @RequestParam int version, @RequestParam long visitor) {
        looks.assign(id, version, visitor);
        return "redirect:/reverifications/" + id;
    }

    @PostMapping("/reverifications/{id}/deliver")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String deliver(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Way way,
            @RequestParam(defaultValue = "") String receivedBy) {
        looks.deliver(id, version, way, receivedBy);
        return "redirect:/reverifications/" + id;
    }

    @PostMapping("/reverifications/{id}/visit")
    @Access({Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK})
    Object visit(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam @Nullable LocalDate on,
            @RequestParam Finding finding,
            @RequestParam(required = false) @Nullable ChangedFact change,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String stamp) {
        if (on == null) {
            throw new ReverificationRefused(Cause.DAY);
        }
        VisitSent sent = new VisitSent(new Seen(key, version, stamp), on, finding, change, evidence);
        try {
            looks.visit(id, sent);
        } catch (ReverificationRefused e) {
            if (e.why() == Cause.OVERTAKEN || e.why() == Cause.NOT_NOW) {
                return conflict(id, sent);
            }
            throw e;
        }
        calendar.letGoVerified();
        return "redirect:/reverifications/" + id;
    }

    /** Both are shown, what others recorded meanwhile and what was seen at the visit; the officer chooses. */
    private ModelAndView conflict(long id, VisitSent mine) {
        Reverification look = looks.get(id);
        ModelAndView page = new ModelAndView("reverification/conflict");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("look", look);
        page.addObject("mine", mine);
        page.addObject("open", look.stage() == Stage.PLANNED);
        page.addObject("news", known.after(look.household(), mine.seen().stamp()));
        page.addObject("stamp", known.stamp(look.household()));
        return page;
    }

    @PostMapping("/reverifications/{id}/confirm")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String confirm(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String words) {
        looks.confirm(id, version, words);
        calendar.letGoVerified();
        return "redirect:/reverifications/" + id;
    }

    @PostMapping("/reverifications/{id}/case")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String openCase(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String words) {
        String number = looks.openCase(id, version, words);
        calendar.letGoVerified();
        return "redirect:/cases/" + number;
    }
}
