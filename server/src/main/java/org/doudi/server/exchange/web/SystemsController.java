package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.doudi.server.exchange.IncomingLists;
import org.doudi.server.exchange.SystemRight;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.DepartmentSystems.Registration;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The systems of departments, which the security administrator registers and ends. */
@Controller
@RequestMapping("/systems")
@Access(Role.SECURITY_ADMINISTRATOR)
class SystemsController {
    private final DepartmentSystems systems;
    private final Accounts accounts;
    private final IncomingLists incoming;

    SystemsController(DepartmentSystems systems, Accounts accounts, IncomingLists incoming) {
        this.systems = systems;
        this.incoming = incoming;
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(name = "account", required = false) @Nullable Long chosenId, Model model) {
        List<Officer> possible = accounts.all().stream()
                .flatMap(account -> account.officer().stream())
                .filter(officer -> !SystemRight.possible(officer).isEmpty())
                .toList();
        Officer chosen = possible.stream()
                .filter(officer -> chosenId != null && officer.id().value() == chosenId)
                .findFirst()
                .orElse(null);
        model.addAttribute("systems", systems.all());
        model.addAttribute("accounts", possible);
        model.addAttribute("chosen", chosen);
        model.addAttribute("rights", chosen == null ? List.of() : SystemRight.possible(chosen));
        return "exchange/systems";
    }

    @PostMapping
    String register(
            @RequestParam long account,
            @RequestParam(defaultValue = "") String label,
            @RequestParam(required = false) @Nullable Set<String> rights,
            @RequestParam(defaultValue = "") String certificate,
            @RequestParam(defaultValue = "") String key,
            HttpServletResponse response,
            Model model) {
        try {
            Officer officer = accounts.byId(new OfficerId(account))
                    .orElseThrow(() -> new AccountRefused(AccountRefused.Cause.TOKEN_ROLE));
            Set<String> asked = rights == null ? Set.of() : rights;
            if (!SystemRight.possible(officer).containsAll(asked)) {
                throw new AccountRefused(AccountRefused.Cause.SYSTEM_FORM);
            }
            if (!key.isBlank()) {
                incoming.sender(officer.id(), VerifyingKey.read(key));
            }
            model.addAttribute(
                    "credentials", systems.register(new Registration(officer.id(), label, asked, certificate)));
        } catch (AccountRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e.why().name());
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", "SYSTEM_KEY");
        }
        return list(account, model);
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable long id) {
        systems.end(id);
        return "redirect:/systems";
    }
}
