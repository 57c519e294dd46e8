package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doudi.server.benefits.DryRun;
import org.doudi.server.benefits.PriceSubsidies;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunFigures;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.RunViews;
import org.doudi.server.benefits.RunWork;
import org.doudi.server.benefits.Runs;
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

/** The months of a county: which there are, how to begin one, and what one would be. */
@Controller
class RunController {
    private static final int PAGE = 24;
    private static final int FARTHEST = 1000;
    private static final RunFigures.Totals NO_LINES = new RunFigures.Totals(0, 0, 0);

    /** How far from today a month can be begun or tried. */
    private static final int MONTHS = 24;

    private final Runs runs;
    private final RunViews views;
    private final DryRun dryRun;
    private final RunWork work;
    private final PriceSubsidies subsidies;
    private final Divisions divisions;
    private final Today today;

    RunController(
            Runs runs,
            RunViews views,
            DryRun dryRun,
            RunWork work,
            PriceSubsidies subsidies,
            Divisions divisions,
            Today today) {
        this.runs = runs;
        this.views = views;
        this.dryRun = dryRun;
        this.work = work;
        this.subsidies = subsidies;
        this.divisions = divisions;
        this.today = today;
    }

    /** A run in the list. */
    record Row(Run run, String county, Light light, RunFigures.Totals figures) {}

    /** A county whose month is late. */
    record LateRow(String county, RunViews.Late late) {}

    @GetMapping("/runs")
    @Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.FINANCE_OFFICER, Role.CITY_SUPERVISOR})
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return list(page, model, null);
    }

    private String list(int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        boolean figures = Scope.officer().role() != Role.CITY_SUPERVISOR;
        List<Run> found = runs.all(at * PAGE, PAGE);
        Map<Long, RunFigures.Totals> totals = figures ? runs.totals(found) : Map.of();
        model.addAttribute(
                "runs",
                found.stream()
                        .map(r -> new Row(
                                r,
                                county(r.county()),
                                Light.of(r, today.date()),
                                totals.getOrDefault(r.id(), NO_LINES)))
                        .toList());
        model.addAttribute(
                "late",
                views.late().stream()
                        .map(l -> new LateRow(county(l.county()), l))
                        .toList());
        model.addAttribute(
                "working",
                work.progress()
                        .filter(p -> p.standing() == RunWork.Standing.RUNNING)
                        .isPresent());
        model.addAttribute("figures", figures);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() == PAGE);
        model.addAttribute("begins", Scope.officer().role() == Role.COUNTY_OFFICER);
        model.addAttribute("next", next());
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("refused", refused);
        return "benefits/runs";
    }

    private String county(String code) {
        return divisions.name(code).orElse(code);
    }

    /** The month that is probably meant: this one until its due day is over, then the next. */
    private YearMonth next() {
        LocalDate day = today.date();
        return YearMonth.from(day.getDayOfMonth() > 10 ? day.plusMonths(1) : day);
    }

    @PostMapping("/runs")
    @Access(Role.COUNTY_OFFICER)
    Object begin(@RequestParam YearMonth month, @RequestParam String key, Model model) {
        try {
            String named = FormStep.key(key);
            LocalDate first = first(month);
            return work.compute(first, named, () -> runs.draft(first, named))
                    .map(run -> "redirect:/runs/" + run.id())
                    .orElse("redirect:/runs/under-way");
        } catch (RunRefused e) {
            Optional<Run> before = views.begunWith(key);
            if (before.isPresent()) {
                return "redirect:/runs/" + before.get().id();
            }
            return FormStep.refused(e, list(0, model, e), model);
        }
    }

    @PostMapping("/runs/dry")
    @Access(Role.COUNTY_OFFICER)
    Object dry(@RequestParam YearMonth month, Model model) {
        try {
            DryRun.Trial trial = dryRun.of(first(month));
            model.addAttribute("run", trial.run());
            model.addAttribute("county", county(trial.run().county()));
            model.addAttribute("figures", trial.figures());
            model.addAttribute("bars", Bar.of(trial.figures().changes()));
            return "benefits/dry";
        } catch (RunRefused e) {
            return FormStep.refused(e, list(0, model, e), model);
        }
    }

    private LocalDate first(YearMonth month) {
        YearMonth now = YearMonth.from(today.date());
        if (month.isBefore(now.minusMonths(MONTHS)) || month.isAfter(now.plusMonths(MONTHS))) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        return month.atDay(1);
    }

    @GetMapping("/runs/{id}/lines/{line}")
    @MoneyOffices
    String line(@PathVariable long id, @PathVariable long line, Model model) {
        model.addAttribute("view", views.line(id, line));
        model.addAttribute("basis", subsidies.basis(id).orElse(null));
        model.addAttribute("people", Scope.officer().role() != Role.FINANCE_OFFICER);
        return "benefits/line";
    }
}
