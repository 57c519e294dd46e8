package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.ListedHouseholds;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Relatives.Kinship;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a person who handles cases declares near relatives. */
@Controller
@Access({
    Role.VILLAGE_ASSISTANT,
    Role.VILLAGE_TEAM,
    Role.TOWNSHIP_CLERK,
    Role.TOWNSHIP_REVIEWER,
    Role.COUNTY_OFFICER,
    Role.COUNTY_APPROVER,
    Role.POVERTY_OFFICER,
    Role.DISABLED_FEDERATION_OFFICER,
    Role.SURVEYOR
})
class RelativesController {

    private final Relatives relatives;
    private final ListedHouseholds households;

    RelativesController(Relatives relatives, ListedHouseholds households) {
        this.relatives = relatives;
        this.households = households;
    }

    @GetMapping("/relatives")
    String list(@RequestParam(required = false) @Nullable Long household, Model model) {
        model.addAttribute("declarations", relatives.of(me()));
        model.addAttribute("kinships", Kinship.values());
        model.addAttribute("household", household);
        model.addAttribute("zone", Area.ZONE);
        return "identity/relatives";
    }

    @PostMapping("/relatives")
    String declare(
            @RequestParam long household, @RequestParam Kinship kinship, HttpServletResponse response, Model model) {
        if (!households.lists(household)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("unknown", true);
            return list(household, model);
        }
        relatives.declare(me(), household, kinship);
        return "redirect:/relatives";
    }

    @PostMapping("/relatives/{household}/withdraw")
    String withdraw(@PathVariable long household) {
        relatives.withdraw(me(), household);
        return "redirect:/relatives";
    }

    private static OfficerId me() {
        return Scope.officer().id();
    }
}
