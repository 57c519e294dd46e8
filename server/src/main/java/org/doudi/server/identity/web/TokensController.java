package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tokens of programs, which the security administrator gives and ends. */
@Controller
@RequestMapping("/tokens")
@Access(Role.SECURITY_ADMINISTRATOR)
class TokensController {

    private final AccessTokens tokens;
    private final Accounts accounts;

    TokensController(AccessTokens tokens, Accounts accounts) {
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("tokens", tokens.all());
        model.addAttribute(
                "accounts",
                accounts.all().stream()
                        .filter(a -> a.role() != null && WorksWithPeople.ROLES.contains(a.role()))
                        .toList());
        model.addAttribute("most", AccessTokens.MOST_DAYS);
        model.addAttribute("zone", Area.ZONE);
        return "identity/tokens";
    }

    @PostMapping
    String issue(
            @RequestParam long account,
            @RequestParam String label,
            @RequestParam int days,
            HttpServletResponse response,
            Model model) {
        try {
            model.addAttribute("token", tokens.issue(new OfficerId(account), label, days));
        } catch (AccountRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e.why().name());
        }
        return list(model);
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id) {
        tokens.revoke(id);
        return "redirect:/tokens";
    }
}
