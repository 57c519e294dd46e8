package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doudi.server.benefits.Journal;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunFigures;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunViews;
import org.doudi.server.benefits.RunViews.Filter;
import org.doudi.server.benefits.RunWork;
import org.doudi.server.benefits.Runs;
import org.doudi.server.benefits.Signatures;
import org.doudi.server.benefits.files.BankLayouts;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A run: what it adds up to, what differs, whose step is next. A step that was done before by the same form is told as done. */
@Controller
@MoneyOffices
class RunStepController {
    private static final int FARTHEST = 100_000;
    private static final List<Run.State> WAY = List.of(
            Run.State.COMPUTED,
            Run.State.CHECKED,
            Run.State.FUNDED,
            Run.State.RELEASED,
            Run.State.RECONCILED,
            Run.State.CLOSED);
    private static final Map<Run.State, String> COMMANDS = Map.of(
            Run.State.COMPUTED,
            "DRAFT",
            Run.State.CHECKED,
            "CHECK",
            Run.State.FUNDED,
            "FUND",
            Run.State.RELEASED,
            "RELEASE",
            Run.State.CLOSED,
            "CLOSE");

    private final Runs runs;
    private final RunViews views;
    private final RunWork work;
    private final Signatures signatures;
    private final Journal journal;
    private final BankLayouts layouts;
    private final Divisions divisions;
    private final Today today;

    RunStepController(
            Runs runs,
            RunViews views,
            RunWork work,
            Signatures signatures,
            Journal journal,
            BankLayouts layouts,
            Divisions divisions,
            Today today) {
        this.runs = runs;
        this.views = views;
        this.work = work;
        this.signatures = signatures;
        this.journal = journal;
        this.layouts = layouts;
        this.divisions = divisions;
        this.today = today;
    }

    /** A stop of the rail. */
    record Stop(
            Run.State state,
            String style,
            String who,
            @Nullable LocalDate on) {}

    @GetMapping("/runs/{id}")
    String page(
            @PathVariable long id,
            @RequestParam(defaultValue = "CHANGED") Filter show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        return fill(id, show, q, page, model, null);
    }

    private String fill(long id, Filter show, String q, int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        Run run = runs.get(id);
        RunFigures figures = runs.figures(id);
        List<?> lines = views.lines(run, q.isBlank() ? show : Filter.ALL, q, at);
        model.addAttribute("run", run);
        model.addAttribute("county", divisions.name(run.county()).orElse(run.county()));
        model.addAttribute("light", Light.of(run, today.date()));
        model.addAttribute("figures", figures);
        model.addAttribute("bars", Bar.of(figures.changes()));
        model.addAttribute("lacking", views.lacking(run));
        model.addAttribute("rail", rail(run));
        model.addAttribute(
                "unexplained", figures.unexplained() > 0 ? views.lines(run, Filter.UNEXPLAINED, "", 0) : List.of());
        model.addAttribute("filter", show);
        model.addAttribute("filters", Filter.values());
        model.addAttribute("q", q);
        model.addAttribute("page", at);
        model.addAttribute("lines", lines);
        model.addAttribute("more", lines.size() == RunViews.PAGE);
        model.addAttribute("signing", run.state() == Run.State.FUNDED ? signatures.standing(run) : null);
        if (run.state() == Run.State.CHECKED || run.state() == Run.State.FUNDED) {
            model.addAttribute("layouts", layouts.inForce());
            model.addAttribute("layout", layouts.of(run).orElse(null));
        }
        if (run.state() == Run.State.COMPUTED || run.state() == Run.State.CHECKED) {
            model.addAttribute("payable", views.payable(run));
            model.addAttribute("pool", journal.balances(run.county()).get(Account.POOL));
        }
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("refused", refused);
        return "benefits/run";
    }

    private List<Stop> rail(Run run) {
        Map<String, RunViews.Moved> moves = views.moves(run).stream()
                .collect(Collectors.toMap(RunViews.Moved::what, Function.identity(), (a, b) -> b));
        List<Stop> rail = new ArrayList<>();
        for (Run.State state : WAY) {
            boolean reached = run.state() != Run.State.CANCELLED && state.compareTo(run.state()) <= 0;
            boolean next = run.state() != Run.State.CANCELLED
                    && state.ordinal() == run.state().ordinal() + 1;
            RunViews.Moved move = reached ? moves.get(COMMANDS.getOrDefault(state, "")) : null;
            rail.add(new Stop(
                    state,
                    reached ? "done" : next ? "now" : "todo",
                    move == null ? "" : move.officer(),
                    move == null ? null : move.on()));
        }
        return rail;
    }

    private Object done(long id, Model model, Runnable step) {
        return FormStep.take(step, "/runs/" + id, model, e -> fill(id, Filter.CHANGED, "", 0, model, e));
    }

    @PostMapping("/runs/{id}/check")
    @Access(Role.COUNTY_APPROVER)
    Object check(@PathVariable long id, @RequestParam int version, @RequestParam String key, Model model) {
        return done(id, model, () -> runs.check(id, version, FormStep.key(key)));
    }

    @PostMapping("/runs/{id}/fund")
    @Access(Role.FINANCE_OFFICER)
    Object fund(@PathVariable long id, @RequestParam int version, @RequestParam String key, Model model) {
        return done(id, model, () -> runs.fund(id, version, FormStep.key(key)));
    }

    @PostMapping("/runs/{id}/sign")
    @Access({Role.FINANCE_OFFICER, Role.COUNTY_APPROVER})
    Object sign(@PathVariable long id, Model model) {
        return done(id, model, () -> signatures.sign(id));
    }

    @PostMapping("/runs/{id}/release")
    @Access(Role.FINANCE_OFFICER)
    Object release(@PathVariable long id, @RequestParam int version, @RequestParam String key, Model model) {
        try {
            String named = FormStep.key(key);
            return work.release(runs.get(id), named, () -> runs.release(id, version, named))
                            .isPresent()
                    ? "redirect:/runs/" + id
                    : "redirect:/runs/under-way";
        } catch (RunRefused e) {
            return FormStep.refused(e, fill(id, Filter.CHANGED, "", 0, model, e), model);
        }
    }

    @PostMapping("/runs/{id}/layout")
    @Access(Role.FINANCE_OFFICER)
    Object layout(@PathVariable long id, @RequestParam(defaultValue = "") String layout, Model model) {
        return done(id, model, () -> {
            if (!layout.matches("\\d{0,18}")) {
                throw new RunRefused(RunRefused.Cause.NO_RUN);
            }
            layouts.choose(id, layout.isEmpty() ? null : Long.valueOf(layout));
        });
    }

    @PostMapping("/runs/{id}/cancel")
    @Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
    Object cancel(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        return done(id, model, () -> runs.cancel(id, version, FormStep.key(key), FormStep.words(reason)));
    }

    @PostMapping("/runs/{id}/lines/{line}/accept")
    @Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
    Object accept(
            @PathVariable long id,
            @PathVariable long line,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        return done(id, model, () -> {
            views.accept(id, line, FormStep.words(reason));
        });
    }
}
