package org.doudi.server.parameters.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.parameters.Description;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.parameters.Effects;
import org.doudi.server.parameters.EnteredValue;
import org.doudi.server.parameters.EnteredValue.State;
import org.doudi.server.parameters.EnteredValues;
import org.doudi.server.parameters.EnteredValues.Choice;
import org.doudi.server.parameters.EnteredValues.Source;
import org.doudi.server.parameters.ParameterRefused;
import org.doudi.server.parameters.ParameterRefused.Why;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The parameters in force here, where each comes from, and the values that the city and its counties enter themselves. */
@Controller
@AnyOffice
class ParameterController {
    private final EnteredValues values;
    private final Effects effects;
    private final Standards standards;
    private final Divisions divisions;
    private final MessageSource messages;
    private final Today today;

    ParameterController(
            EnteredValues values,
            Effects effects,
            Standards standards,
            Divisions divisions,
            MessageSource messages,
            Today today) {
        this.values = values;
        this.effects = effects;
        this.standards = standards;
        this.divisions = divisions;
        this.messages = messages;
        this.today = today;
    }

    /**
     * A parameter with what holds today at a place.
     *
     * @param source the name of the place whose value it is
     * @param ours whether the place can set it itself
     * @param description what it is, or null for one that the pack does not have
     */
    record Row(
            Parameter parameter,
            String place,
            String name,
            @Nullable Description description,
            @Nullable ParameterValue value,
            String source,
            boolean ours,
            boolean example) {}

    /** A proposal with the words for it. */
    record Proposal(
            EnteredValue value, @Nullable Description description, String place, boolean decides, boolean mine) {}

    private Row row(Choice choice, PlaceNames names) {
        ParameterPack pack = standards.pack();
        ParameterValue value = pack.value(choice.parameter(), choice.place(), today.date());
        return new Row(
                choice.parameter(),
                choice.place(),
                names.of(choice.place()),
                pack.description(choice.parameter()),
                value,
                value == null ? "" : names.of(value.place()),
                values.isOurs(choice.parameter(), choice.place()),
                value != null && value.grade() == Grade.EXAMPLE);
    }

    private List<Row> rows(Parameter parameter, PlaceNames names) {
        return values.places(parameter).stream()
                .map(place -> row(new Choice(parameter, place), names))
                .toList();
    }

    private PlaceNames names(Locale locale) {
        return new PlaceNames(divisions, messages.getMessage("parameters.country", null, locale));
    }

    private Proposal proposal(EnteredValue value, PlaceNames names) {
        Officer me = Scope.officer();
        return new Proposal(
                value,
                standards.pack().description(value.parameter()),
                names.of(value.place()),
                EnteredValues.decides(me, value),
                value.state() == State.PROPOSED && value.enteredBy() == me.id().value());
    }

    private static Parameter named(String key) {
        return Optional.ofNullable(Parameter.withKey(key)).orElseThrow(() -> new ParameterRefused(Why.NOTHING));
    }

    /** What a box of the list stands for: a parameter and a place. */
    private static Choice choice(String box) {
        int at = box.indexOf('@');
        if (at < 0) {
            throw new ParameterRefused(Why.NOTHING);
        }
        return new Choice(named(box.substring(0, at)), box.substring(at + 1));
    }

    @GetMapping("/parameters")
    String list(@RequestParam(defaultValue = "false") boolean examples, Locale locale, Model model) {
        PlaceNames names = names(locale);
        List<Row> rows = Arrays.stream(Parameter.values())
                .flatMap(parameter -> rows(parameter, names).stream())
                .toList();
        List<Proposal> waiting =
                values.waiting().stream().map(value -> proposal(value, names)).toList();
        Area area = Scope.officer().area();
        model.addAttribute("rows", examples ? rows.stream().filter(Row::example).toList() : rows);
        model.addAttribute("examples", examples);
        model.addAttribute("count", rows.stream().filter(Row::example).count());
        model.addAttribute("waiting", waiting);
        model.addAttribute("decides", waiting.stream().anyMatch(Proposal::decides));
        model.addAttribute("proposes", EnteredValues.proposes(Scope.officer()));
        model.addAttribute("area", names.of(area.code()));
        model.addAttribute("day", today.date());
        return "parameters/list";
    }

    @GetMapping("/parameters/{key}")
    String one(@PathVariable String key, Locale locale, Model model) {
        PlaceNames names = names(locale);
        List<Row> rows = rows(named(key), names);
        Row row = rows.get(0);
        model.addAttribute("row", row);
        model.addAttribute("places", rows);
        model.addAttribute(
                "held",
                standards.pack().values().stream()
                        .filter(v -> v.parameter() == row.parameter() && isNear(v.place()))
                        .toList());
        model.addAttribute(
                "history",
                values.history(row.parameter()).stream()
                        .map(value -> proposal(value, names))
                        .toList());
        model.addAttribute("proposes", row.ours() && EnteredValues.proposes(Scope.officer()));
        model.addAttribute("area", names.of(Scope.officer().area().code()));
        model.addAttribute("day", today.date());
        model.addAttribute("names", names);
        return "parameters/one";
    }

    private static boolean isNear(String place) {
        String area = Scope.officer().area().code();
        return place.length() == 2 || area.startsWith(place) || place.startsWith(area);
    }

    @PostMapping("/parameters/{key}")
    @Access({Role.COUNTY_OFFICER, Role.CITY_SUPERVISOR})
    String propose(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate announced,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String article) {
        long id = values.propose(new Choice(named(key), place), value, source(from, announced, document, article));
        return "redirect:/parameters/entered/" + id;
    }

    private static Source source(
            @Nullable LocalDate from, @Nullable LocalDate announced, String document, String article) {
        if (from == null || announced == null) {
            throw new ParameterRefused(Why.DAY);
        }
        return new Source(from, announced, document, article);
    }

    @PostMapping("/parameters/adopt")
    @Access({Role.COUNTY_OFFICER, Role.CITY_SUPERVISOR})
    String adopt(
            @RequestParam(defaultValue = "") List<String> key,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate announced,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String article) {
        values.adopt(
                key.stream().map(ParameterController::choice).distinct().toList(),
                source(from, announced, document, article));
        return "redirect:/parameters";
    }

    @GetMapping("/parameters/entered/{id}")
    String entered(@PathVariable long id, Locale locale, Model model) {
        model.addAttribute("proposal", proposal(near(id), names(locale)));
        model.addAttribute("shortest", EnteredValues.SHORTEST);
        return "parameters/entered";
    }

    /** Of a neighbouring county nothing is shown. */
    private EnteredValue near(long id) {
        EnteredValue value = values.get(id);
        if (!isNear(value.place())) {
            throw new ParameterRefused(Why.NOTHING);
        }
        return value;
    }

    @GetMapping("/parameters/effects")
    @PartOfPage
    @Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR})
    String effects(@RequestParam(defaultValue = "") List<Long> id, Model model) {
        List<EnteredValue> chosen =
                id.stream().filter(Objects::nonNull).distinct().map(this::near).toList();
        model.addAttribute("effect", effects.of(chosen));
        return "parameters/effects";
    }

    @PostMapping("/parameters/approve")
    @Access({Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR})
    String approve(@RequestParam(defaultValue = "") List<Long> id) {
        values.approve(id.stream().filter(Objects::nonNull).toList());
        return "redirect:/parameters";
    }

    @PostMapping("/parameters/entered/{id}/refuse")
    @Access({Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR})
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String why) {
        values.refuse(id, why);
        return "redirect:/parameters/entered/" + id;
    }

    @PostMapping("/parameters/entered/{id}/withdraw")
    @Access({Role.COUNTY_OFFICER, Role.CITY_SUPERVISOR})
    String withdraw(@PathVariable long id) {
        values.withdraw(id);
        return "redirect:/parameters/entered/" + id;
    }

    @ExceptionHandler(ParameterRefused.class)
    ModelAndView refused(ParameterRefused refusal) {
        ModelAndView page = new ModelAndView("parameters/refused");
        page.addObject("why", refusal.why());
        Parameter parameter = refusal.parameter();
        page.addObject("parameter", parameter);
        page.addObject(
                "description", parameter == null ? null : standards.pack().description(parameter));
        page.setStatus(
                switch (refusal.why()) {
                    case NOTHING -> HttpStatus.NOT_FOUND;
                    case OWN, NATIONAL -> HttpStatus.FORBIDDEN;
                    case OVERTAKEN, TWICE -> HttpStatus.CONFLICT;
                    case FORM, DAY, DOCUMENT, FLOOR, RIGID, NONE, WORDS -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        return page;
    }
}
