package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.NoSuchElementException;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Persons;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets the phones of a household's members. */
@Controller
@RecordsFacts
class PhoneController {
    private static final int LONGEST = 40;
    private static final int LONGEST_SOURCE = 200;

    private final Households households;
    private final Persons persons;

    PhoneController(Households households, Persons persons) {
        this.households = households;
        this.persons = persons;
    }

    @GetMapping("/households/{id}/phones")
    String phones(@PathVariable long id, Model model) {
        HouseholdView household = households.find(id).orElseThrow(HouseholdController::notFound);
        model.addAttribute("household", household);
        model.addAttribute("phones", persons.phones(id));
        return "registry/phones";
    }

    @PostMapping("/households/{id}/phones/{person}")
    String phone(
            @PathVariable long id,
            @PathVariable long person,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String source,
            HttpServletResponse response,
            Model model) {
        if (source.isBlank() || source.length() > LONGEST_SOURCE) {
            return refused(id, "source", response, model);
        }
        if (phone.length() > LONGEST) {
            return refused(id, "phone", response, model);
        }
        try {
            persons.phone(id, person, phone, source);
        } catch (IllegalArgumentException e) {
            return refused(id, "phone", response, model);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
        return "redirect:/households/" + id + "/phones";
    }

    private String refused(long id, String fault, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return phones(id, model);
    }
}
