package org.doudi.server.shell;

import org.doudi.server.identity.AnyOfficer;
import org.doudi.server.identity.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way from the bare address to the page that a role works on. */
@Controller
@AnyOfficer
class HomeController {
    @GetMapping("/")
    String home() {
        return switch (Scope.officer().role()) {
            case SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR -> "redirect:/accounts";
            case AUDITOR -> "redirect:/audit";
            case FINANCE_OFFICER -> "redirect:/runs";
            case SURVEYOR -> "redirect:/visits";
            default -> "redirect:/cases";
        };
    }
}
