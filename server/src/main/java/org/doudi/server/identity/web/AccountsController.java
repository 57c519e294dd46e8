package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.AccountState;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The accounts: made and shut by the system administrator, given their duty by the security administrator. */
@Controller
class AccountsController {
    private static final List<Role> GIVEN =
            Arrays.stream(Role.values()).filter(r -> r != Role.SYSTEM).toList();

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Access({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
    @GetMapping("/accounts")
    String list(Model model) {
        Role role = Scope.officer().role();
        boolean appoints = role == Role.SYSTEM_ADMINISTRATOR && !hasSecurityAdministrator();
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("makes", role == Role.SYSTEM_ADMINISTRATOR);
        model.addAttribute("assigns", role == Role.SECURITY_ADMINISTRATOR);
        model.addAttribute("appoints", appoints);
        model.addAttribute("roles", appoints ? List.of(Role.SECURITY_ADMINISTRATOR) : GIVEN);
        model.addAttribute("zone", Area.ZONE);
        return "identity/accounts";
    }

    @Access(Role.SYSTEM_ADMINISTRATOR)
    @PostMapping("/accounts")
    String make(@RequestParam String username, @RequestParam String name, HttpServletResponse response, Model model) {
        return showOnce(username, () -> accounts.invite(username.strip(), name.strip()), response, model);
    }

    @Access(Role.SYSTEM_ADMINISTRATOR)
    @PostMapping("/accounts/{id}/reset")
    String reset(@PathVariable long id, HttpServletResponse response, Model model) {
        return showOnce(
                accounts.byId(new OfficerId(id)).map(o -> o.username()).orElse("—"),
                () -> accounts.reset(others(id)),
                response,
                model);
    }

    @Access(Role.SYSTEM_ADMINISTRATOR)
    @PostMapping("/accounts/{id}/lock")
    String lock(@PathVariable long id, HttpServletResponse response, Model model) {
        return change(() -> accounts.lock(others(id)), response, model);
    }

    @Access(Role.SYSTEM_ADMINISTRATOR)
    @PostMapping("/accounts/{id}/unlock")
    String unlock(@PathVariable long id, HttpServletResponse response, Model model) {
        return change(() -> accounts.unlock(others(id)), response, model);
    }

    /** The security administrator gives duties; the first one is appointed by the system administrator. */
    @Access({Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR})
    @PostMapping("/accounts/{id}/assign")
    String assign(
            @PathVariable long id,
            @RequestParam String role,
            @RequestParam String area,
            HttpServletResponse response,
            Model model) {
        return change(() -> accounts.assign(others(id), role(id, role), area(area)), response, model);
    }

    private Role role(long id, String name) {
        Role role = GIVEN.stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AccountRefused(AccountRefused.Cause.ROLE_NOT_GIVEN));
        boolean allowed = Scope.officer().role() == Role.SECURITY_ADMINISTRATOR
                || (role == Role.SECURITY_ADMINISTRATOR && !hasSecurityAdministrator() && waits(id));
        if (!allowed) {
            throw new AccountRefused(AccountRefused.Cause.ROLE_NOT_GIVEN);
        }
        return role;
    }

    private static Area area(String code) {
        try {
            return new Area(code.strip());
        } catch (IllegalArgumentException e) {
            throw new AccountRefused(AccountRefused.Cause.ROLE_NOT_GIVEN);
        }
    }

    private boolean waits(long id) {
        return accounts.all().stream().anyMatch(a -> a.id().value() == id && a.state() == AccountState.WAITING);
    }

    private boolean hasSecurityAdministrator() {
        return accounts.all().stream().anyMatch(a -> a.role() == Role.SECURITY_ADMINISTRATOR);
    }

    private static OfficerId others(long id) {
        if (Scope.officer().id().value() == id) {
            throw new AccountRefused(AccountRefused.Cause.OWN_ACCOUNT);
        }
        return new OfficerId(id);
    }

    private String change(Runnable change, HttpServletResponse response, Model model) {
        try {
            change.run();
            return "redirect:/accounts";
        } catch (AccountRefused e) {
            return refuse(e, response, model);
        }
    }

    private String showOnce(String who, Supplier<String> makes, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("password", makes.get());
            model.addAttribute("passwordFor", who);
            return list(model);
        } catch (AccountRefused e) {
            return refuse(e, response, model);
        }
    }

    private String refuse(AccountRefused e, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", e.why().name());
        return list(model);
    }
}
