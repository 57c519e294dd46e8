package org.doudi.server.audit.web;

import java.time.LocalDate;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditSearch;
import org.doudi.server.audit.AuditSource;
import org.doudi.server.audit.AuditVerifier;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The auditor's page, and the card of a household that tells who looked at it. */
@Controller
class AuditController {
    private static final int MOST = 200;
    private static final int MOST_READERS = 50;

    private final AuditSearch search;
    private final AuditSource source;
    private final AuditVerifier verifier;
    private final ObjectProvider<HouseholdsInSight> inSight;

    AuditController(
            AuditSearch search, AuditSource source, AuditVerifier verifier, ObjectProvider<HouseholdsInSight> inSight) {
        this.search = search;
        this.source = source;
        this.verifier = verifier;
        this.inSight = inSight;
    }

    @Access(Role.AUDITOR)
    @GetMapping("/audit")
    String trail(
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable Act act,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        String name = officer == null || officer.isBlank() ? null : officer.strip();
        model.addAttribute("entries", search.newest(new AuditSearch.Filter(name, act, day), MOST));
        model.addAttribute("acts", Act.values());
        model.addAttribute("officer", name);
        model.addAttribute("act", act);
        model.addAttribute("on", day);
        model.addAttribute("most", MOST);
        model.addAttribute("zone", Area.ZONE);
        return "audit/trail";
    }

    @Access(Role.AUDITOR)
    @PostMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("report", verifier.verify(source));
        return trail(null, null, null, model);
    }

    @Access({
        Role.TOWNSHIP_CLERK,
        Role.TOWNSHIP_REVIEWER,
        Role.COUNTY_OFFICER,
        Role.COUNTY_APPROVER,
        Role.POVERTY_OFFICER
    })
    @GetMapping("/households/{id}/readers")
    @PartOfPage
    String readers(@PathVariable long id, Model model) {
        if (inSight.stream().noneMatch(s -> s.sees(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("entries", search.readersOf(id, MOST_READERS));
        model.addAttribute("zone", Area.ZONE);
        return "audit/readers :: card";
    }
}
