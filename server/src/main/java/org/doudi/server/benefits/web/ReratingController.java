package org.doudi.server.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.List;
import org.doudi.server.benefits.Rerating;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.ReratingViews;
import org.doudi.server.benefits.ReratingViews.Effect;
import org.doudi.server.benefits.ReratingWork;
import org.doudi.server.benefits.Reratings;
import org.doudi.server.benefits.RunFigures;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is owed looked at again: tried first, township by township; then let follow by a second person; the rest decided line by line. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
class ReratingController {
    private static final int PAGE = 30;
    private static final int FARTHEST = 100_000;

    private final Reratings reratings;
    private final ReratingWork work;
    private final ReratingViews views;
    private final Divisions divisions;
    private final Today today;

    ReratingController(Reratings reratings, ReratingWork work, ReratingViews views, Divisions divisions, Today today) {
        this.reratings = reratings;
        this.work = work;
        this.views = views;
        this.divisions = divisions;
        this.today = today;
    }

    /** A township and what happens in it. */
    record Place(String name, Effect effect) {}

    @GetMapping("/reratings")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Rerating> all = reratings.all(at * PAGE, PAGE);
        model.addAttribute("reratings", all);
        model.addAttribute("page", at);
        model.addAttribute("more", all.size() == PAGE);
        model.addAttribute("begins", Scope.officer().role() == Role.COUNTY_OFFICER);
        model.addAttribute("next", YearMonth.from(today.date()).plusMonths(1));
        model.addAttribute("refused", refused);
        return "benefits/reratings";
    }

    @PostMapping("/reratings")
    @Access(Role.COUNTY_OFFICER)
    Object begin(@RequestParam YearMonth from, @RequestParam(defaultValue = "") String source, Model model) {
        try {
            return "redirect:/reratings/"
                    + work.begin(from.atDay(1), FormStep.words(source)).id();
        } catch (RunRefused e) {
            return FormStep.refused(e, fill(0, model, e), model);
        }
    }

    @PostMapping("/households/{id}/rerate")
    @Access(Role.COUNTY_OFFICER)
    String household(
            @PathVariable long id, @RequestParam YearMonth from, @RequestParam(defaultValue = "") String source) {
        String words = FormStep.words(source);
        if (words.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        return "redirect:/reratings/"
                + reratings.propose(id, from.atDay(1), words.strip()).id();
    }

    @GetMapping("/reratings/{id}")
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "EXCEPTION") LineState show,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        return fill(id, show, page, model, null);
    }

    private String fill(long id, LineState show, int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<ReratingViews.Row> lines = views.lines(facts(id, model), show, at);
        model.addAttribute("filter", show);
        model.addAttribute("filters", LineState.values());
        model.addAttribute("lines", lines);
        model.addAttribute("page", at);
        model.addAttribute("more", lines.size() == ReratingViews.PAGE);
        model.addAttribute("refused", refused);
        return "benefits/rerating";
    }

    private Rerating facts(long id, Model model) {
        Rerating r = reratings.get(id);
        Role role = Scope.officer().role();
        List<Effect> effects = views.townships(r);
        model.addAttribute("r", r);
        model.addAttribute("county", name(r.county()));
        model.addAttribute("running", work.isRunning(id));
        model.addAttribute(
                "places",
                effects.stream().map(e -> new Place(name(e.code()), e)).toList());
        model.addAttribute("all", all(r, effects));
        model.addAttribute(
                "bars",
                Bar.of(effects.stream()
                        .map(e -> new RunFigures.Change(name(e.code()), "", e.up() + e.down(), e.fen()))
                        .toList()));
        model.addAttribute("codes", views.codes(r));
        model.addAttribute("goesOn", role == Role.COUNTY_OFFICER && r.state() == Rerating.State.COMPUTING);
        model.addAttribute("applies", role == Role.COUNTY_APPROVER && r.state() == Rerating.State.PROPOSED);
        model.addAttribute(
                "decides",
                role == Role.COUNTY_APPROVER
                        && (r.state() == Rerating.State.PROPOSED || r.state() == Rerating.State.APPLIED));
        return r;
    }

    private String name(String code) {
        return divisions.name(code).orElse(code);
    }

    private static Effect all(Rerating r, List<Effect> effects) {
        return new Effect(
                r.county(),
                r.lookedAt(),
                effects.stream().mapToInt(Effect::up).sum(),
                effects.stream().mapToInt(Effect::down).sum(),
                r.unchanged(),
                effects.stream().mapToInt(Effect::person).sum(),
                effects.stream().mapToLong(Effect::fen).sum());
    }

    @GetMapping("/reratings/{id}/progress")
    String progress(@PathVariable long id, HttpServletResponse response, Model model) {
        if (facts(id, model).state() != Rerating.State.COMPUTING) {
            // the page has more to show now
            response.setHeader("HX-Refresh", "true");
        }
        return "benefits/rerating :: progress";
    }

    @PostMapping("/reratings/{id}/go-on")
    @Access(Role.COUNTY_OFFICER)
    Object goOn(@PathVariable long id, Model model) {
        return done(id, model, () -> work.goOn(id));
    }

    @PostMapping("/reratings/{id}/stop")
    @Access(Role.COUNTY_OFFICER)
    Object stop(@PathVariable long id, Model model) {
        return done(id, model, () -> work.stop(id));
    }

    @PostMapping("/reratings/{id}/apply")
    @Access(Role.COUNTY_APPROVER)
    Object apply(@PathVariable long id, @RequestParam int version, Model model) {
        return done(id, model, () -> {
            reratings.apply(id, version);
        });
    }

    @PostMapping("/reratings/{id}/refuse")
    @Access(Role.COUNTY_APPROVER)
    Object refuse(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        return done(id, model, () -> {
            reratings.refuse(id, version, FormStep.words(why));
        });
    }

    @PostMapping("/reratings/{id}/lines/{line}")
    @Access(Role.COUNTY_APPROVER)
    Object decide(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        return done(id, model, () -> {
            reratings.decide(id, line, Yuan.needed(yuan), FormStep.words(why));
        });
    }

    private Object done(long id, Model model, Runnable step) {
        return FormStep.take(step, "/reratings/" + id, model, e -> fill(id, LineState.EXCEPTION, 0, model, e));
    }
}
