package org.doudi.server.shell;

import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way from the bare address to the page that a role works on. */
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
    Role.FINANCE_OFFICER,
    Role.STATISTICIAN,
    Role.RURAL_WORK_OFFICER,
    Role.CITY_SUPERVISOR,
    Role.SURVEYOR,
    Role.SYSTEM_ADMINISTRATOR,
    Role.SECURITY_ADMINISTRATOR,
    Role.AUDITOR
})
class HomeController {
    @GetMapping("/")
    String home() {
        return switch (Scope.officer().role()) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR -> "redirect:/accounts";
            case AUDITOR -> "redirect:/audit";
            default -> "redirect:/cases";
        };
    }
}
