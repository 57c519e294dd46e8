package org.doudi.server.matching.web;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.Across;
import org.doudi.server.matching.Basis;
import org.doudi.server.matching.Decision;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.PairKind;
import org.doudi.server.matching.PairQuery;
import org.doudi.server.matching.PairQuery.Tab;
import org.doudi.server.matching.PairState;
import org.doudi.server.matching.PairView;
import org.doudi.server.matching.Pairs;
import org.doudi.server.matching.Pairs.Sides;
import org.doudi.server.matching.Repeats;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The doubtful pairs as a work list and one by one, one key a decision. */
@Controller
@Access({Role.TOWNSHIP_CLERK, Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class PairController {
    /** The offices that decide pairs. */
    static final Set<Role> ROLES =
            Set.of(PairController.class.getAnnotation(Access.class).value());

    private static final int FARTHEST = 100_000;

    private final Pairs pairs;
    private final Across across;
    private final Repeats repeats;
    private final Divisions divisions;

    PairController(Pairs pairs, Across across, Repeats repeats, Divisions divisions) {
        this.pairs = pairs;
        this.across = across;
        this.repeats = repeats;
        this.divisions = divisions;
    }

    /** The kinds that one's office has to do with; the first is what it sees when it asks for none. */
    private static List<PairKind> kinds() {
        Role role = Scope.officer().role();
        if (role == Role.TOWNSHIP_CLERK) {
            return List.of(PairKind.TWICE);
        }
        return role.department() == Department.CIVIL_AFFAIRS ? List.of(PairKind.values()) : List.of(PairKind.LIST);
    }

    private static PairQuery query(@Nullable PairKind kind, Tab tab, String place) {
        return new PairQuery(kind == null ? kinds().get(0) : kind, tab, Within.place(place));
    }

    @GetMapping("/pairs")
    String list(
            @RequestParam(required = false) @Nullable PairKind kind,
            @RequestParam(defaultValue = "WAITING") Tab tab,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        PairQuery query = query(kind, tab, place);
        List<PairView> rows = pairs.list(query, at);
        model.addAttribute("query", query);
        model.addAttribute("kinds", kinds());
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Pairs.PAGE);
        model.addAttribute("places", pairs.places(query.kind()));
        model.addAttribute("divisions", divisions);
        model.addAttribute("owner", !ListKind.of(Scope.officer().department()).isEmpty());
        model.addAttribute("first", pairs.next(query, 0).orElse(null));
        model.addAttribute(
                "search", query.kind() != PairKind.LIST ? repeats.last().orElse(null) : null);
        model.addAttribute("zone", Today.ZONE);
        return "matching/pairs";
    }

    @GetMapping("/pairs/{id}")
    String pair(@PathVariable long id, @RequestParam(defaultValue = "") String place, Model model) {
        PairView pair = pairs.get(id);
        PairQuery query = query(pair.kind(), Tab.WAITING, place);
        Sides sides = pairs.sides(id);
        model.addAttribute("pair", pair);
        model.addAttribute("sides", sides);
        model.addAttribute("lines", Comparing.of(pair, sides, divisions));
        model.addAttribute("steps", pairs.steps(id));
        model.addAttribute("query", query);
        model.addAttribute("place", place);
        model.addAttribute("next", pairs.next(query, id).orElse(null));
        model.addAttribute(
                "waiting",
                pairs.places(pair.kind()).stream().mapToInt(p -> p.waiting()).sum());
        model.addAttribute("bases", Basis.values());
        model.addAttribute("shortest", Gaps.SHORTEST);
        model.addAttribute("mine", mine(pair, Scope.officer()));
        model.addAttribute(
                "own",
                pair.state().wroteRow()
                        && Objects.equals(pair.decidedBy(), Scope.officer().id().value()));
        model.addAttribute(
                "ownRequest",
                Objects.equals(pair.askedBackBy(), Scope.officer().id().value()));
        model.addAttribute("county", Divisions.county(Scope.officer().area().code()));
        model.addAttribute("zone", Today.ZONE);
        return "matching/pair";
    }

    /** Whether somebody else has to confirm what stands there: another person, or of two counties the other one. */
    private static boolean mine(PairView pair, Officer officer) {
        PairView.Crossing crossing = pair.crossing();
        if (crossing != null) {
            return Divisions.county(officer.area().code()).equals(crossing.proposedIn());
        }
        return pair.decidedBy() != null && pair.decidedBy() == officer.id().value();
    }

    @PostMapping("/pairs/{id}")
    String decide(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Decision decision,
            @RequestParam(defaultValue = "RECORDS") Basis basis,
            @RequestParam(required = false) @Nullable Long keep,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes later) {
        PairView pair = pairs.get(id);
        PairQuery query = query(pair.kind(), Tab.WAITING, place);
        PairState to = pair.kind() == PairKind.ACROSS
                ? across.decide(id, version, decision, basis, keep)
                : pairs.decide(id, version, decision, basis, keep);
        later.addFlashAttribute("before", id);
        later.addFlashAttribute("became", to);
        later.addAttribute("place", place);
        if (to == PairState.MERGED) {
            return "redirect:/pairs/" + id;
        }
        return pairs.next(query, id)
                .map(next -> "redirect:/pairs/" + next)
                .orElse("redirect:/pairs?kind=" + pair.kind());
    }

    @PostMapping("/pairs/{id}/undo")
    String undo(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "RECORDS") Basis basis,
            @RequestParam(defaultValue = "") String words) {
        if (pairs.get(id).kind() == PairKind.ACROSS) {
            across.undo(id, version, basis, words);
        } else {
            pairs.undo(id, version, basis, words);
        }
        return "redirect:/pairs/" + id;
    }

    @PostMapping("/pairs/search")
    @Access({Role.TOWNSHIP_CLERK, Role.COUNTY_OFFICER})
    String search() {
        repeats.begin();
        return "redirect:/pairs?kind=" + PairKind.TWICE;
    }
}
