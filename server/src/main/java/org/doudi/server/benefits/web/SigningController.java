package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.SigningScheme;
import org.doudi.server.benefits.SigningScheme.Band;
import org.doudi.server.benefits.SigningScheme.State;
import org.doudi.server.benefits.SigningSchemes;
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

/** Who signs for which amount, as the administrators keep it. */
@Controller
@Access({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
class SigningController {
    private static final int PAGE = 20;
    private static final int FARTHEST = 1000;

    /** How many bands the form has. */
    private static final int BANDS = 4;

    private final SigningSchemes schemes;
    private final Divisions divisions;
    private final Today today;

    SigningController(SigningSchemes schemes, Divisions divisions, Today today) {
        this.schemes = schemes;
        this.divisions = divisions;
        this.today = today;
    }

    /** A scheme, and whether the reader decides on it. */
    record Row(SigningScheme scheme, String county, boolean decides) {}

    @GetMapping("/signing")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        long me = Scope.officer().id().value();
        List<SigningScheme> found = schemes.all(at * PAGE, PAGE);
        model.addAttribute(
                "rows",
                found.stream()
                        .map(s -> new Row(
                                s,
                                divisions.name(s.county()).orElse(s.county()),
                                s.state() == State.PROPOSED && s.proposedBy() != me))
                        .toList());
        model.addAttribute("counties", divisions.below(Scope.officer().area().code()));
        model.addAttribute("day", today.date());
        model.addAttribute("nth", BANDS);
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() == PAGE);
        model.addAttribute("refused", refused);
        return "benefits/signing";
    }

    private Object done(Model model, Runnable step) {
        return FormStep.take(FormStep.onWhatIsThere(step), "/signing", model, e -> fill(0, model, e));
    }

    /** A band whose amount is left empty is left out. */
    @PostMapping("/signing")
    Object propose(
            @RequestParam(defaultValue = "") String county,
            @RequestParam LocalDate from,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") List<String> yuan,
            @RequestParam(defaultValue = "") List<String> finance,
            @RequestParam(defaultValue = "") List<String> approvers,
            Model model) {
        return done(model, () -> schemes.propose(county, from, source, bands(yuan, finance, approvers)));
    }

    private static List<Band> bands(List<String> yuan, List<String> finance, List<String> approvers) {
        if (finance.size() != yuan.size() || approvers.size() != yuan.size()) {
            throw new RunRefused(Cause.BANDS);
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < yuan.size(); i++) {
            if (!yuan.get(i).isBlank()) {
                long fen = Yuan.typed(yuan.get(i)).orElseThrow(() -> new RunRefused(Cause.BANDS));
                bands.add(new Band(fen, number(finance.get(i)), number(approvers.get(i))));
            }
        }
        return bands;
    }

    private static int number(String typed) {
        if (!typed.matches("[0-9]")) {
            throw new RunRefused(Cause.BANDS);
        }
        return Integer.parseInt(typed);
    }

    @PostMapping("/signing/{id}/confirm")
    Object confirm(@PathVariable long id, Model model) {
        return done(model, () -> schemes.confirm(id));
    }

    @PostMapping("/signing/{id}/refuse")
    Object refuse(@PathVariable long id, Model model) {
        return done(model, () -> schemes.refuse(id));
    }
}
