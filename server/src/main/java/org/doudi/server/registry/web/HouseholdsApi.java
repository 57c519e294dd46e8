package org.doudi.server.registry.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doudi.server.api.Api;
import org.doudi.server.api.Cursor;
import org.doudi.server.api.Missing;
import org.doudi.server.api.Refusal;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.Purpose;
import org.doudi.server.registry.RegistryLists;
import org.doudi.server.registry.RegistryLists.HouseholdLine;
import org.doudi.server.registry.RegistryLists.RollLine;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.registry.SearchQuery;
import org.doudi.server.registry.Sex;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Households and rolls for programs. */
@Api
@Tag(name = "Households")
@RequestMapping(path = Api.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class HouseholdsApi {
    private static final Pattern VILLAGE = Pattern.compile("\\d{12}");

    private final Households households;
    private final RegistryLists lists;
    private final Rolls rolls;
    private final Purpose purpose;
    private final Today today;

    HouseholdsApi(Households households, RegistryLists lists, Rolls rolls, Purpose purpose, Today today) {
        this.households = households;
        this.lists = lists;
        this.rolls = rolls;
        this.purpose = purpose;
        this.today = today;
    }

    /** A household with its people. */
    record Household(
            long id,
            String number,
            String village,
            String headName,
            String address,
            @Nullable LocalDate dissolvedOn,
            List<Member> members) {
        static Household of(HouseholdView h) {
            return new Household(
                    h.id(),
                    h.number(),
                    h.village(),
                    h.headName(),
                    h.address(),
                    h.dissolvedOn(),
                    h.members().stream().map(Member::of).toList());
        }
    }

    /** A person of a household; the id number has its middle hidden. */
    record Member(
            long person,
            String number,
            String name,
            Sex sex,
            LocalDate birth,
            @Nullable LocalDate death,
            String relation,
            String maskedIdNumber) {
        static Member of(MemberView m) {
            return new Member(
                    m.person(), m.number(), m.name(), m.sex(), m.birth(), m.death(), m.relation(), m.maskedIdNumber());
        }
    }

    /** Whom to look for. It is sent as a body, because addresses are kept in logs. */
    record Search(String text, String reason) {
        Search {
            Missing.need(text, "text");
            Missing.need(reason, "reason");
        }
    }

    /** Somebody who was found. */
    record Found(
            long household,
            String householdNumber,
            long person,
            String name,
            String maskedIdNumber,
            String relation,
            String headName) {
        static Found of(Hit hit) {
            return new Found(
                    hit.household(),
                    hit.householdNumber(),
                    hit.person(),
                    hit.name(),
                    hit.maskedIdNumber(),
                    hit.relation(),
                    hit.headName());
        }
    }

    /** An entry on a roll. */
    record Entry(Roll roll, @Nullable Long person, @Nullable LocalDate since, long monthlyFen) {
        static Entry of(RollEntry e) {
            return new Entry(e.roll(), e.person(), e.since(), e.monthlyFen());
        }
    }

    @GetMapping("/households")
    Cursor.Page<HouseholdLine> households(
            @RequestParam Optional<String> village,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        village.filter(v -> !VILLAGE.matcher(v).matches()).ifPresent(v -> {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "village", "village is a code of 12 digits");
        });
        Cursor cursor = Cursor.of(after, limit);
        return cursor.page(lists.households(village, cursor.after(), cursor.limit()), HouseholdLine::id);
    }

    @PostMapping("/households/search")
    List<Found> search(@RequestBody Search search) {
        SearchQuery query = new SearchQuery(search.text(), search.reason());
        if (query.text().length() < SearchQuery.SHORTEST || query.reason().isEmpty()) {
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "search",
                    "text is an id number, a household's number or the beginning of a name (2 signs or more); reason says why");
        }
        return households.search(query).stream().map(Found::of).toList();
    }

    @GetMapping("/households/{id}")
    Household household(
            @PathVariable long id,
            @Parameter(description = Purpose.WORDS) @RequestParam String purpose,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownOn) {
        this.purpose.say(purpose);
        return households
                .find(id, asOf == null ? today.date() : asOf, knownOn == null ? today.now() : knownOn)
                .map(Household::of)
                .orElseThrow(() -> new NoSuchElementException("no household " + id));
    }

    @GetMapping("/households/{id}/rolls")
    List<Entry> rolls(
            @PathVariable long id,
            @Parameter(description = Purpose.WORDS) @RequestParam String purpose,
            @RequestParam(required = false) @Nullable LocalDate on) {
        this.purpose.say(purpose);
        households.get(id);
        return rolls.of(id, on == null ? today.date() : on).stream()
                .map(Entry::of)
                .toList();
    }

    @GetMapping("/rolls/{roll}")
    Cursor.Page<RollLine> roll(
            @PathVariable Roll roll,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        Cursor cursor = Cursor.of(after, limit);
        return cursor.page(
                lists.roll(roll, on == null ? today.date() : on, cursor.after(), cursor.limit()), RollLine::entry);
    }
}
