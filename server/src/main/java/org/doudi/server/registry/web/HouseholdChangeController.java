package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.policy.Labour;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Effects;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.SearchQuery;
import org.doudi.server.registry.Transfers;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Leads through a change of a household: what happened, what it would do, and then it is done. */
@Controller
@RecordsFacts
class HouseholdChangeController {
    private static final int CITY_DIGITS = 4;

    private final Households households;
    private final HouseholdChanges changes;
    private final Transfers transfers;
    private final Divisions divisions;
    private final Standards standards;
    private final Effects effects;
    private final Today today;
    private final MessageSource messages;

    HouseholdChangeController(
            Households households,
            HouseholdChanges changes,
            Transfers transfers,
            Divisions divisions,
            Standards standards,
            Effects effects,
            Today today,
            MessageSource messages) {
        this.households = households;
        this.changes = changes;
        this.transfers = transfers;
        this.divisions = divisions;
        this.standards = standards;
        this.effects = effects;
        this.today = today;
        this.messages = messages;
    }

    @GetMapping("/households/{id}/changes/{kind}")
    String form(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            Locale locale,
            Model model) {
        HouseholdView view = view(id);
        Map<String, String> shown = new LinkedHashMap<>(typed);
        shown.putIfAbsent("on", today.date().toString());
        return page(kind(kind), view, other(view, typed), shown, locale, model);
    }

    @PostMapping("/households/{id}/changes/{kind}")
    String change(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        ChangeKind what = kind(kind);
        HouseholdView view = view(id);
        HouseholdView other = other(view, typed);
        HouseholdChangeForm form = new HouseholdChangeForm(what, typed, view, other);
        Optional<HouseholdChange> read = form.change();
        model.addAttribute("faults", form.faults());
        if (read.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(what, view, other, typed, locale, model);
        }
        boolean save = typed.getOrDefault("do", "").equals("save");
        try {
            HouseholdChange change = read.get();
            if (change instanceof HouseholdChange.Move move && leaves(move)) {
                return offer(move, save, view, typed, locale, model);
            }
            if (save) {
                return "redirect:/households/" + changes.carryOut(change);
            }
            model.addAttribute("sides", effects.of(changes.preview(change), view, locale));
        } catch (ChangeRefused e) {
            refused(e, response, model);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
        return page(what, view, other, typed, locale, model);
    }

    private static boolean leaves(HouseholdChange.Move move) {
        return !Scope.officer().area().contains(move.village());
    }

    private String offer(
            HouseholdChange.Move move,
            boolean save,
            HouseholdView view,
            Map<String, String> typed,
            Locale locale,
            Model model) {
        if (save) {
            transfers.offer(move);
            return "redirect:/transfers";
        }
        model.addAttribute(
                "offered",
                divisions.name(move.village()).isEmpty()
                        ? ""
                        : divisions.names(move.village()).toString());
        model.addAttribute("county", !view.village().startsWith(move.village().substring(0, 6)));
        return page(ChangeKind.MOVE, view, null, typed, locale, model);
    }

    @GetMapping("/households/{id}/changes/{change}/correct")
    String correction(@PathVariable long id, @PathVariable long change, Model model) {
        return correctionPage(id, change, Map.of("on", today.date().toString()), model);
    }

    @PostMapping("/households/{id}/changes/{change}/correct")
    String correct(
            @PathVariable long id,
            @PathVariable long change,
            @RequestParam Map<String, String> typed,
            HttpServletResponse response,
            Model model) {
        HouseholdChangeForm form = new HouseholdChangeForm(ChangeKind.CORRECTION, typed, view(id), null);
        Evidence evidence = form.evidence();
        model.addAttribute("faults", form.faults());
        if (evidence == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return correctionPage(id, change, typed, model);
        }
        try {
            changes.correct(id, change, evidence);
            return "redirect:/households/" + id;
        } catch (ChangeRefused e) {
            refused(e, response, model);
            return correctionPage(id, change, typed, model);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
    }

    private String correctionPage(long id, long change, Map<String, String> typed, Model model) {
        HouseholdView view = view(id);
        HouseholdChanges.Entry entry = changes.history(id).stream()
                .filter(e -> e.id() == change)
                .findFirst()
                .orElseThrow(HouseholdController::notFound);
        model.addAttribute("household", view);
        model.addAttribute("entry", entry);
        model.addAttribute("typed", typed);
        model.addAttribute("latest", today.date().toString());
        return "registry/correct";
    }

    private static void refused(ChangeRefused e, HttpServletResponse response, Model model) {
        Reason reason = e.reason();
        boolean meanwhile = reason == Reason.RUNNING_CASE
                || reason == Reason.DISSOLVED
                || reason == Reason.TRANSFER_OPEN
                || reason == Reason.CORRECTED
                || reason == Reason.NOT_THE_LAST;
        response.setStatus((meanwhile ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("refused", e);
    }

    private static ChangeKind kind(String text) {
        for (ChangeKind kind : Menu.KINDS) {
            if (Menu.path(kind).equals(text)) {
                return kind;
            }
        }
        throw HouseholdController.notFound();
    }

    private HouseholdView view(long id) {
        return households.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The household that is to join, by its number. */
    private @Nullable HouseholdView other(HouseholdView view, Map<String, String> typed) {
        String number = typed.getOrDefault("other", "").strip();
        if (!number.matches("(?i)h-\\d{1,12}")) {
            return null;
        }
        return households.search(new SearchQuery(number, "")).stream()
                .map(Hit::household)
                .filter(id -> id != view.id())
                .findFirst()
                .flatMap(households::find)
                .orElse(null);
    }

    private String page(
            ChangeKind kind,
            HouseholdView view,
            @Nullable HouseholdView other,
            Map<String, String> typed,
            Locale locale,
            Model model) {
        Words words = Words.of(messages, locale, standards, view);
        model.addAttribute("kind", kind.name());
        model.addAttribute("path", Menu.path(kind));
        model.addAttribute("household", view);
        model.addAttribute("other", other);
        model.addAttribute("typed", typed);
        model.addAttribute("latest", today.date().toString());
        List<FactController.Choice> relations = new ArrayList<>();
        Arrays.stream(Relation.values())
                .filter(r -> r != Relation.HEAD)
                .forEach(r -> relations.add(new FactController.Choice(r.name(), words.text("relation." + r))));
        model.addAttribute("relations", relations);
        model.addAttribute(
                "labours",
                Arrays.stream(Labour.values())
                        .map(l -> new FactController.Choice(
                                l.name(), words.rules().word(l)))
                        .toList());
        model.addAttribute(
                "villages",
                kind == ChangeKind.MOVE ? divisions.villages(view.village().substring(0, CITY_DIGITS)) : List.of());
        return "registry/change";
    }
}
