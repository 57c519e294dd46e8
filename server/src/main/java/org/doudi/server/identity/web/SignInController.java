package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.doudi.server.identity.AnyOfficer;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OpenToAll;
import org.doudi.server.identity.PasswordFault;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.SignIns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: the form, the first steps, and one's own password. */
@Controller
class SignInController {
    private static final List<String> SAYINGS = List.of("failed", "again", "out", "ended", "ready");

    private final SignIns signIns;
    private final CitySignIn city;

    SignInController(SignIns signIns, CitySignIn city) {
        this.signIns = signIns;
        this.city = city;
    }

    @OpenToAll
    @GetMapping("/login")
    String form(HttpServletRequest request, Model model) {
        SAYINGS.stream()
                .filter(s -> request.getParameter(s) != null)
                .findFirst()
                .ifPresent(s -> model.addAttribute("saying", s));
        model.addAttribute("city", city.isOn());
        return "identity/login";
    }

    @AnyOfficer
    @GetMapping("/account/first")
    String first(Model model) {
        Officer officer = Scope.officer();
        String secret = signIns.secretToEnrol(officer.id());
        model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
        String address = "otpauth://totp/Doudi:" + URLEncoder.encode(officer.username(), StandardCharsets.UTF_8)
                + "?secret=" + secret + "&issuer=Doudi";
        model.addAttribute("address", address);
        model.addAttribute("square", QrCode.address(address));
        return "identity/first";
    }

    @AnyOfficer
    @PostMapping("/account/first")
    String finish(
            @RequestParam String password,
            @RequestParam String repeated,
            @RequestParam String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!password.equals(repeated)) {
            model.addAttribute("fault", "DIFFERENT");
            return refuse(response, first(model));
        }
        Optional<PasswordFault> fault = signIns.finishFirstSteps(Scope.officer().id(), password, code.strip());
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get().name());
            return refuse(response, first(model));
        }
        end(request);
        return "redirect:/login?ready";
    }

    @AnyOfficer
    @GetMapping("/account/password")
    String password() {
        return "identity/password";
    }

    @AnyOfficer
    @PostMapping("/account/password")
    String change(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!password.equals(repeated)) {
            model.addAttribute("fault", "DIFFERENT");
            return refuse(response, "identity/password");
        }
        Optional<PasswordFault> fault = signIns.changePassword(Scope.officer().id(), old, password);
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get().name());
            return refuse(response, "identity/password");
        }
        end(request);
        return "redirect:/login?ready";
    }

    private static String refuse(HttpServletResponse response, String view) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view;
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
