package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.Recoveries;
import org.doudi.server.benefits.Recovery;
import org.doudi.server.benefits.RecoveryLetters;
import org.doudi.server.benefits.RecoveryView;
import org.doudi.server.benefits.RecoveryViews;
import org.doudi.server.benefits.RecoveryViews.Filter;
import org.doudi.server.benefits.Repayments;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Money that was paid and not owed: who was told, what they say, what was decided, how much is back. */
@Controller
@RecoveryOffices
class RecoveryController {
    private static final int FARTHEST = 100_000;

    private final Recoveries recoveries;
    private final RecoveryViews views;
    private final RecoveryLetters letters;
    private final Repayments repayments;
    private final Today today;

    RecoveryController(
            Recoveries recoveries, RecoveryViews views, RecoveryLetters letters, Repayments repayments, Today today) {
        this.recoveries = recoveries;
        this.views = views;
        this.letters = letters;
        this.repayments = repayments;
        this.today = today;
    }

    @GetMapping("/recoveries")
    String list(
            @RequestParam(defaultValue = "WAITING") Filter show,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<RecoveryView.Row> rows = views.rows(show, at);
        model.addAttribute("filter", show);
        model.addAttribute("filters", Filter.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == RecoveryViews.PAGE);
        return "benefits/recoveries";
    }

    @GetMapping("/recoveries/{id}")
    String page(@PathVariable long id, Model model) {
        return fill(id, model, null);
    }

    private String fill(long id, Model model, @Nullable RunRefused refused) {
        RecoveryView view = views.get(id);
        Recovery r = view.row().recovery();
        Role role = Scope.officer().role();
        LocalDate answerBy = view.answerBy();
        boolean heard = r.state() == Recovery.State.ANSWERED || r.state() == Recovery.State.AGREED;
        boolean over = answerBy != null && !today.date().isBefore(answerBy);
        model.addAttribute("view", view);
        model.addAttribute("r", r);
        model.addAttribute("repayments", repayments.of(id));
        model.addAttribute("notices", role == Role.COUNTY_OFFICER && r.state() == Recovery.State.OPEN);
        model.addAttribute(
                "answers",
                (role == Role.COUNTY_OFFICER || role == Role.TOWNSHIP_CLERK) && r.state() == Recovery.State.NOTICED);
        model.addAttribute(
                "decides", role == Role.COUNTY_APPROVER && (heard || (r.state() == Recovery.State.NOTICED && over)));
        model.addAttribute("opensRuns", role == Role.COUNTY_OFFICER || role == Role.COUNTY_APPROVER);
        model.addAttribute("refused", refused);
        return "benefits/recovery";
    }

    @GetMapping("/recoveries/{id}/notice")
    String paper(@PathVariable long id, Model model) {
        RecoveryView view = views.get(id);
        if (view.answerBy() == null) {
            throw new RunRefused(Cause.NO_RUN);
        }
        model.addAttribute("view", view);
        model.addAttribute("r", view.row().recovery());
        return "benefits/recovery-notice";
    }

    @GetMapping("/recoveries/{id}/notice.pdf")
    ResponseEntity<byte[]> letter(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"recovery-" + id + ".pdf\"")
                .body(letters.notice(id));
    }

    private Object done(long id, Model model, Runnable step) {
        return FormStep.take(step, "/recoveries/" + id, model, e -> fill(id, model, e));
    }

    @PostMapping("/recoveries/{id}/notice")
    @Access(Role.COUNTY_OFFICER)
    Object notice(@PathVariable long id, @RequestParam int version, Model model) {
        return done(id, model, () -> {
            recoveries.notice(id, version);
        });
    }

    @PostMapping("/recoveries/{id}/answer")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_CLERK})
    Object answer(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        return done(id, model, () -> {
            recoveries.answer(id, version, FormStep.words(words));
        });
    }

    @PostMapping("/recoveries/{id}/agree")
    @Access(Role.COUNTY_APPROVER)
    Object agree(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        return done(id, model, () -> {
            recoveries.agree(id, version, Yuan.needed(yuan), FormStep.words(words));
        });
    }

    @PostMapping("/recoveries/{id}/waive")
    @Access(Role.COUNTY_APPROVER)
    Object waive(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        return done(id, model, () -> {
            recoveries.waive(id, version, Yuan.needed(yuan), FormStep.words(words));
        });
    }
}
