package org.doudi.server.casework.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doudi.server.casework.Assignments;
import org.doudi.server.casework.Bulk;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.WorkList;
import org.doudi.server.casework.WorkList.Counts;
import org.doudi.server.casework.WorkList.Tab;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The work list: what waits for whom, who takes it, and what is done to many cases at once. */
@Controller
@WorksWithPeople
class WorkListController {
    private static final int FARTHEST = 100_000;

    private final WorkList workList;
    private final Assignments assignments;
    private final Bulk bulk;
    /** Who sees to it that families are told when their dibao ends. */
    private static final Set<Role> TELLS =
            Set.of(Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER);

    private final Uploads uploads;
    private final Divisions divisions;

    WorkListController(WorkList workList, Assignments assignments, Bulk bulk, Uploads uploads, Divisions divisions) {
        this.workList = workList;
        this.assignments = assignments;
        this.bulk = bulk;
        this.uploads = uploads;
        this.divisions = divisions;
    }

    @GetMapping("/cases")
    @AnyOffice
    String list(
            @RequestParam(required = false) @Nullable Tab tab,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        Counts counts = workList.counts();
        Tab shown = tab == null ? first(counts) : tab;
        List<WorkList.Row> rows = workList.rows(shown, at);
        model.addAttribute("tab", shown);
        model.addAttribute("page", at);
        model.addAttribute("rows", rows);
        model.addAttribute("more", rows.size() == WorkList.PAGE);
        model.addAttribute("counts", counts);
        model.addAttribute("office", shown == Tab.OFFICE || shown == Tab.OVERDUE ? assignments.office() : List.of());
        model.addAttribute(
                "toPost",
                workList.toPost().values().stream().mapToInt(List::size).sum());
        model.addAttribute("late", shown == Tab.OVERDUE && watches() ? workList.late() : List.of());
        // who watches for the city sees figures, and no list of people that would always be empty
        model.addAttribute("people", Scope.officer().role() != Role.CITY_SUPERVISOR);
        model.addAttribute(
                "households", WorksWithPeople.ROLES.contains(Scope.officer().role()));
        model.addAttribute("exits", TELLS.contains(Scope.officer().role()));
        model.addAttribute("divisions", divisions);
        return "casework/list";
    }

    private static Tab first(Counts counts) {
        if (Scope.officer().role() == Role.CITY_SUPERVISOR) {
            return Tab.OVERDUE;
        }
        return counts.mine() > 0 ? Tab.MINE : Tab.UNCLAIMED;
    }

    /** Whether other offices' lateness is shown to the role: the county watches its townships, the city its counties. */
    private static boolean watches() {
        return switch (Scope.officer().role()) {
            case COUNTY_OFFICER, COUNTY_APPROVER, CITY_SUPERVISOR -> true;
            default -> false;
        };
    }

    @PostMapping("/cases/{number}/claim")
    String claim(@PathVariable String number) {
        assignments.claim(number);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/cases/{number}/release")
    String release(@PathVariable String number) {
        assignments.release(number);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/cases/{number}/assign")
    String assign(@PathVariable String number, @RequestParam long to) {
        assignments.assign(number, to);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/cases/bulk/claim")
    String claimMany(@RequestParam(defaultValue = "") List<String> number, Model model) {
        return told(model, bulk.claim(few(number)));
    }

    @PostMapping("/cases/bulk/assign")
    String assignMany(@RequestParam(defaultValue = "") List<String> number, @RequestParam long to, Model model) {
        return told(model, bulk.assign(few(number), to));
    }

    @GetMapping("/cases/notices")
    String notices(Model model) {
        Map<String, List<CaseFile>> villages = workList.toPost();
        model.addAttribute("villages", villages);
        model.addAttribute("divisions", divisions);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "casework/notices";
    }

    @PostMapping("/cases/notices")
    String post(
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            Model model) {
        Picture picture = uploads.picture("proof", proof).orElseThrow(() -> missing("proof"));
        if (place.isBlank()) {
            throw missing("place");
        }
        return told(model, bulk.post(few(number), key, place.strip(), picture));
    }

    private static CaseFailure missing(String field) {
        return CaseFailure.incomplete(List.of(new Problem(field, "missing", List.of())));
    }

    private static List<String> few(List<String> numbers) {
        if (numbers.isEmpty()) {
            throw missing("number");
        }
        if (numbers.size() > Bulk.MOST) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return numbers;
    }

    /** One row of the answer. */
    record Told(String number, @Nullable String failure) {}

    private static String told(Model model, List<Bulk.Result> results) {
        List<Told> rows = results.stream()
                .map(r -> new Told(r.number(), r.failure() == null ? null : CaseFailures.code(r.failure())))
                .toList();
        model.addAttribute("results", rows);
        model.addAttribute(
                "done", rows.stream().filter(r -> r.failure() == null).count());
        return "casework/bulk";
    }
}
