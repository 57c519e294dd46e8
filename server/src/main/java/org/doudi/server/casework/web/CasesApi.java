package org.doudi.server.casework.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.server.api.Api;
import org.doudi.server.api.Cursor;
import org.doudi.server.api.Missing;
import org.doudi.server.api.Once;
import org.doudi.server.api.Refusal;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.BenefitLine;
import org.doudi.server.casework.BenefitLine.Judgement;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.CaseLists;
import org.doudi.server.casework.CaseView;
import org.doudi.server.casework.CaseViews;
import org.doudi.server.casework.Cases;
import org.doudi.server.casework.Outcome;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Field;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Cases and decisions for programs. */
@Api
@Tag(name = "Cases")
@RequestMapping(path = Api.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class CasesApi {
    private final Cases cases;
    private final CaseViews views;
    private final CaseLists lists;
    private final Once once;
    private final Purpose purpose;

    CasesApi(Cases cases, CaseViews views, CaseLists lists, Once once, Purpose purpose) {
        this.cases = cases;
        this.views = views;
        this.lists = lists;
        this.once = once;
        this.purpose = purpose;
    }

    /** Where a case is. */
    record CaseState(
            String number,
            long household,
            String village,
            LocalDate openedOn,
            Step step,
            Standing standing,
            LocalDate due,
            int version) {
        static CaseState of(CaseFile c) {
            return new CaseState(
                    c.number(),
                    c.household(),
                    c.village(),
                    c.openedOn(),
                    c.state().step(),
                    c.state().standing(),
                    c.due(),
                    c.version());
        }
    }

    /** A benefit's outcomes: the machine's, the township's and the county's, kept apart. */
    record BenefitOutcome(
            Benefit benefit,
            @Nullable String member,
            Outcome machine,
            long monthlyFen,
            String clause,
            @Nullable Outcome township,
            @Nullable Outcome decided,
            @Nullable String decidedReason) {
        static BenefitOutcome of(BenefitLine l) {
            return new BenefitOutcome(
                    l.benefit(),
                    l.who().isEmpty() ? null : l.who(),
                    l.machine(),
                    l.fen(),
                    l.clause(),
                    outcome(l.township()),
                    outcome(l.decided()),
                    l.decided() == null ? null : l.reason());
        }
    }

    private static @Nullable Outcome outcome(@Nullable Judgement judgement) {
        return judgement == null ? null : judgement.outcome();
    }

    /** What the step asks now of who owns it. */
    record AskedField(String name, Field.Kind kind, boolean optional, List<String> options) {
        static AskedField of(Field f) {
            return new AskedField(f.name(), f.kind(), f.isOptional(), f.options());
        }
    }

    /** A case with its outcomes so far and what its step asks. */
    record CaseDetail(CaseState state, List<BenefitOutcome> benefits, List<AskedField> fields) {}

    /** A household that applies. */
    record Application(long household) {}

    /** What a step's form says. Pictures are JPEG or PNG. */
    record StepForm(
            int version,
            Map<String, String> values,
            @Nullable Map<String, byte[]> pictures) {
        StepForm {
            Missing.need(values, "values");
        }
    }

    /** A move other than doing the step, with its reason. */
    record MoveForm(int version, Move move, String reason) {
        MoveForm {
            Missing.need(move, "move");
            Missing.need(reason, "reason");
        }
    }

    /** A decision, what it was made from, and its explanation in Chinese. */
    record Decision(
            String caseNumber,
            long household,
            LocalDate decidedOn,
            String parameters,
            String rules,
            List<BenefitOutcome> benefits,
            String explanation) {
        static Decision of(CaseLists.Decision d) {
            return new Decision(
                    d.file().number(),
                    d.file().household(),
                    d.receipt().decidedOn(),
                    d.receipt().pack(),
                    d.receipt().rules(),
                    outcomes(d.lines()),
                    d.receipt().explanation());
        }
    }

    private static List<BenefitOutcome> outcomes(List<BenefitLine> lines) {
        return lines.stream().map(BenefitOutcome::of).toList();
    }

    /** What the household may get by what is known today, before it applies. */
    @GetMapping("/households/{id}/assessment")
    List<BenefitOutcome> assessment(
            @PathVariable long id, @Parameter(description = Purpose.WORDS) @RequestParam String purpose) {
        this.purpose.say(purpose);
        return outcomes(lists.entitlements(id));
    }

    @GetMapping("/cases")
    Cursor.Page<CaseState> cases(
            @RequestParam Optional<Standing> standing,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<CaseFile> files = lists.cases(standing, cursor.after(), cursor.limit());
        Cursor.Page<CaseFile> page = cursor.page(files, CaseFile::id);
        return new Cursor.Page<>(files.stream().map(CaseState::of).toList(), page.next());
    }

    @GetMapping("/cases/{number}")
    CaseDetail caseOf(@PathVariable String number) {
        CaseView view = views.of(number);
        return new CaseDetail(
                CaseState.of(view.file()),
                outcomes(view.benefits()),
                view.fields().stream().map(AskedField::of).toList());
    }

    @PostMapping("/cases")
    @ResponseStatus(HttpStatus.CREATED)
    @Access({Role.TOWNSHIP_CLERK, Role.VILLAGE_ASSISTANT})
    CaseState open(@RequestHeader(Once.HEADER) String key, @RequestBody Application application) {
        return once.answer(
                key,
                "open",
                application,
                CaseState.class,
                () -> CaseState.of(cases.get(cases.open(application.household()))));
    }

    @PostMapping("/cases/{number}/steps")
    CaseState step(@PathVariable String number, @RequestHeader(Once.HEADER) String key, @RequestBody StepForm form) {
        return once.answer(key, "step " + number, form, CaseState.class, () -> {
            cases.work(number, form.version(), key, form.values(), pictures(form));
            return CaseState.of(cases.get(number));
        });
    }

    private static Map<String, Picture> pictures(StepForm form) {
        Map<String, Picture> pictures = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        if (form.pictures() != null) {
            form.pictures()
                    .forEach((field, bytes) -> Picture.of(bytes)
                            .ifPresentOrElse(
                                    picture -> pictures.put(field, picture),
                                    () -> problems.add(new Problem(field, "picture", List.of()))));
        }
        if (!problems.isEmpty()) {
            throw CaseFailure.incomplete(problems);
        }
        return pictures;
    }

    @PostMapping("/cases/{number}/moves")
    CaseState move(@PathVariable String number, @RequestHeader(Once.HEADER) String key, @RequestBody MoveForm form) {
        if (form.move() == Move.DONE || form.move() == Move.POST) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "move", "A step is done at /cases/{number}/steps");
        }
        return once.answer(key, "move " + number, form, CaseState.class, () -> {
            cases.move(number, form.version(), key, form.move(), form.reason().strip());
            return CaseState.of(cases.get(number));
        });
    }

    @GetMapping("/decisions")
    Cursor.Page<CaseState> decisions(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<CaseFile> files = lists.decided(cursor.after(), cursor.limit());
        Cursor.Page<CaseFile> page = cursor.page(files, CaseFile::id);
        return new Cursor.Page<>(files.stream().map(CaseState::of).toList(), page.next());
    }

    @GetMapping("/decisions/{number}")
    Decision decision(@PathVariable String number) {
        return lists.decision(number)
                .map(Decision::of)
                .orElseThrow(() -> new NoSuchElementException("case " + number + " is not decided"));
    }

    @GetMapping(value = "/decisions/{number}/letter", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] letter(@PathVariable String number) {
        return views.letter(number);
    }
}
