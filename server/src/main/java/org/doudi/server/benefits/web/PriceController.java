package org.doudi.server.benefits.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.doudi.server.benefits.PriceIndex;
import org.doudi.server.benefits.PriceIndex.State;
import org.doudi.server.benefits.PriceIndexes;
import org.doudi.server.benefits.PriceIndexes.Published;
import org.doudi.server.benefits.PriceSubsidies;
import org.doudi.server.benefits.PriceTrials;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunFigures;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.RunViews;
import org.doudi.server.benefits.RunWork;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Officer;
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

/** The price index and what follows from it: figures entered, confirmed and corrected, and the subsidy's run begun. */
@Controller
@Access({Role.STATISTICIAN, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.FINANCE_OFFICER, Role.CITY_SUPERVISOR})
class PriceController {
    private static final int PAGE = 24;
    private static final int FARTHEST = 1000;
    private static final Pattern PERCENT = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{1,2})?");
    private static final Set<Role> CONFIRM = Set.of(Role.STATISTICIAN, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR);

    private static final Set<Role> TRY =
            Set.of(Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.FINANCE_OFFICER, Role.CITY_SUPERVISOR);

    private final PriceIndexes indexes;
    private final PriceSubsidies subsidies;
    private final PriceTrials trials;
    private final RunViews views;
    private final RunWork work;
    private final Divisions divisions;
    private final Today today;

    PriceController(
            PriceIndexes indexes,
            PriceSubsidies subsidies,
            PriceTrials trials,
            RunViews views,
            RunWork work,
            Divisions divisions,
            Today today) {
        this.indexes = indexes;
        this.subsidies = subsidies;
        this.trials = trials;
        this.views = views;
        this.work = work;
        this.divisions = divisions;
        this.today = today;
    }

    /**
     * A figure with what follows from it.
     *
     * @param can what the reader may do with it
     */
    record Row(PriceIndex index, String place, PriceSubsidies.Effect effect, Can can) {}

    /** What a reader may do with a figure. */
    enum Can {
        NOTHING,
        /** Confirm or refuse it. */
        DECIDE,
        /** Begin the run. */
        BEGIN
    }

    @GetMapping("/prices")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        Officer officer = Scope.officer();
        List<PriceIndex> found = indexes.all(at * PAGE, PAGE);
        model.addAttribute("rows", found.stream().map(i -> row(i, officer)).toList());
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() == PAGE);
        model.addAttribute("enters", officer.role() == Role.STATISTICIAN || officer.role() == Role.COUNTY_OFFICER);
        model.addAttribute(
                "opensRuns",
                officer.role().department() != Role.STATISTICIAN.department()
                        && officer.role() != Role.CITY_SUPERVISOR);
        model.addAttribute("tries", TRY.contains(officer.role()));
        model.addAttribute("last", YearMonth.from(today.date()).minusMonths(1));
        model.addAttribute("day", today.date());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("refused", refused);
        return "benefits/prices";
    }

    private Row row(PriceIndex index, Officer officer) {
        PriceSubsidies.Effect effect = subsidies.effect(index);
        return new Row(index, divisions.name(index.place()).orElse(index.place()), effect, can(index, effect, officer));
    }

    private static Can can(PriceIndex index, PriceSubsidies.Effect effect, Officer officer) {
        boolean mine = index.place().equals(officer.area().code());
        if (mine && index.state() == State.PROPOSED && CONFIRM.contains(officer.role())) {
            return Can.DECIDE;
        }
        boolean begins = officer.role() == Role.COUNTY_OFFICER && effect.counts() && effect.run() == null;
        return begins ? Can.BEGIN : Can.NOTHING;
    }

    private Object done(Model model, Runnable step) {
        return FormStep.take(FormStep.onWhatIsThere(step), "/prices", model, e -> fill(0, model, e));
    }

    @PostMapping("/prices")
    @Access({Role.STATISTICIAN, Role.COUNTY_OFFICER})
    Object enter(
            @RequestParam YearMonth month,
            @RequestParam(defaultValue = "") String cpi,
            @RequestParam(defaultValue = "") String food,
            @RequestParam LocalDate published,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String why,
            Model model) {
        return done(model, () -> {
            indexes.enter(new Published(first(month), percent(cpi), percent(food), published, source), why);
        });
    }

    private static LocalDate first(YearMonth month) {
        if (month.getYear() < 2000 || month.getYear() > 2100) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        return month.atDay(1);
    }

    /** Hundredths of a percent, as a percentage with at most two decimals is typed. */
    private static int percent(String typed) {
        if (!PERCENT.matcher(typed.strip()).matches()) {
            throw new RunRefused(Cause.FIGURE);
        }
        return new BigDecimal(typed.strip()).movePointRight(2).intValueExact();
    }

    @PostMapping("/prices/{id}/confirm")
    @Access({Role.STATISTICIAN, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR})
    Object confirm(@PathVariable long id, Model model) {
        return done(model, () -> indexes.confirm(id));
    }

    @PostMapping("/prices/{id}/refuse")
    @Access({Role.STATISTICIAN, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR})
    Object refuse(@PathVariable long id, @RequestParam(defaultValue = "") String why, Model model) {
        return done(model, () -> indexes.refuse(id, why));
    }

    @GetMapping("/prices/dry")
    @Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.FINANCE_OFFICER, Role.CITY_SUPERVISOR})
    Object dry(@RequestParam YearMonth month, Model model) {
        try {
            PriceTrials.Trial trial = trials.of(first(month));
            model.addAttribute("trial", trial);
            RunFigures figures = trial.figures();
            model.addAttribute("figures", figures);
            model.addAttribute("bars", figures == null ? List.of() : Bar.of(figures.changes()));
            model.addAttribute("begins", Scope.officer().role() == Role.COUNTY_OFFICER && trial.refused() == null);
            model.addAttribute("key", UUID.randomUUID().toString());
            return "benefits/price-dry";
        } catch (RunRefused e) {
            return FormStep.refused(e, fill(0, model, e), model);
        }
    }

    @PostMapping("/prices/run")
    @Access(Role.COUNTY_OFFICER)
    Object begin(@RequestParam YearMonth month, @RequestParam String key, Model model) {
        try {
            String named = FormStep.key(key);
            LocalDate first = first(month);
            return work.compute(first, named, () -> subsidies.draft(first, named))
                    .map(run -> "redirect:/runs/" + run.id())
                    .orElse("redirect:/runs/under-way");
        } catch (RunRefused e) {
            Optional<Run> before = views.begunWith(key);
            if (before.isPresent()) {
                return "redirect:/runs/" + before.get().id();
            }
            return FormStep.refused(e, fill(0, model, e), model);
        }
    }
}
