package org.doudi.server.registry.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doudi.policy.Assessor;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
import org.doudi.policy.Trace;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Education;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.SchoolStage;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Records a change in a household, after showing what it would do. */
@Controller
@RecordsFacts
class FactController {
    private final Households households;
    private final Facts facts;
    private final Standards standards;
    private final Today today;
    private final MessageSource messages;

    FactController(Households households, Facts facts, Standards standards, Today today, MessageSource messages) {
        this.households = households;
        this.facts = facts;
        this.standards = standards;
        this.today = today;
        this.messages = messages;
    }

    @GetMapping("/households/{id}/facts/new")
    String form(@PathVariable long id, @RequestParam Map<String, String> typed, Locale locale, Model model) {
        HouseholdView view = view(id);
        Household now = households.record(id, today.date(), today.now());
        Map<String, String> shown = new LinkedHashMap<>(Known.of(typed, now, view, now(id)));
        shown.putIfAbsent("from", today.date().toString());
        return page(view, shown, locale, model);
    }

    @PostMapping("/households/{id}/facts/new")
    String change(@PathVariable long id, @RequestParam Map<String, String> typed, Locale locale, Model model) {
        HouseholdView view = view(id);
        Household now = households.record(id, today.date(), today.now());
        Disasters known = now(id).disasters();
        ChangeForm form = new ChangeForm(typed, view, now, known);
        Optional<FactChange> read = form.change(today.date());
        if (read.isEmpty()) {
            model.addAttribute("faults", form.faults().stream().distinct().toList());
            return page(view, typed, locale, model);
        }
        FactChange change = read.get();
        if (typed.getOrDefault("do", "").equals("save")) {
            facts.record(change, change.source());
            return "redirect:/households/" + id;
        }
        Words words = Words.of(messages, locale, standards, view);
        Outlook before = assess(now, known);
        Outlook after = assess(facts.preview(change), change.content() instanceof Disasters told ? told : known);
        model.addAttribute("effects", EffectLines.of(before, after, words));
        return page(view, typed, locale, model);
    }

    private Circumstances now(long id) {
        return facts.circumstances(id, today.date(), today.now());
    }

    private Outlook assess(Household household, Disasters disasters) {
        return new Outlook(
                Assessor.assess(household, standards.pack().at(household), Trace.OFF),
                disasters.lossFen(household.assessedOn()));
    }

    private HouseholdView view(long id) {
        return households.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A choice of a list, with its word. */
    record Choice(String code, String word) {}

    private String page(HouseholdView view, Map<String, String> typed, Locale locale, Model model) {
        Words words = Words.of(messages, locale, standards, view);
        String kind = typed.getOrDefault("kind", FactKind.INCOME.name());
        LocalDate day = today.date();
        model.addAttribute("household", view);
        model.addAttribute("typed", typed);
        model.addAttribute("kind", kind);
        model.addAttribute(
                "ofPerson",
                Arrays.stream(FactKind.values())
                        .anyMatch(k -> k.ofPerson() && k.name().equals(kind)));
        model.addAttribute("latest", day.toString());
        model.addAttribute(
                "kinds",
                Arrays.stream(FactKind.values())
                        .map(k -> new Choice(k.name(), words.text("fact." + k)))
                        .toList());
        model.addAttribute(
                "items",
                kind.equals(FactKind.SPENDING.name())
                        ? choices(SpendingItem.values(), words)
                        : choices(IncomeItem.values(), words));
        model.addAttribute("labours", choices(Labour.values(), words));
        model.addAttribute("supporters", choices(Supporter.values(), words));
        model.addAttribute("categories", choices(DisabilityCategory.values(), words));
        model.addAttribute("modes", choices(JobMode.values(), words));
        model.addAttribute("finished", choices("education", Education.values(), words));
        model.addAttribute("stages", choices("stage", SchoolStage.values(), words));
        model.addAttribute("absences", choices("absence", Absence.values(), words));
        model.addAttribute("disasters", choices("disaster", DisasterKind.values(), words));
        return "registry/fact";
    }

    private static List<Choice> choices(String words, Enum<?>[] codes, Words of) {
        return Arrays.stream(codes)
                .map(code -> new Choice(code.name(), of.text(words + "." + code.name())))
                .toList();
    }

    private static List<Choice> choices(Enum<?>[] codes, Words words) {
        return Arrays.stream(codes)
                .map(code -> new Choice(code.name(), words.rules().word(code)))
                .toList();
    }
}
