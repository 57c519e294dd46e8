package org.doudi.server.casework.web;

import org.doudi.server.casework.Objections;
import org.doudi.server.casework.PublicObjections;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the offices that answer do with an objection from the public page. */
@Controller
@Access({Role.TOWNSHIP_CLERK, Role.COUNTY_OFFICER})
class ObjectionController {
    private final Objections objections;
    private final PublicObjections publics;

    ObjectionController(Objections objections, PublicObjections publics) {
        this.objections = objections;
        this.publics = publics;
    }

    @PostMapping("/cases/{number}/objections/{objection}/take")
    String take(@PathVariable String number, @PathVariable long objection) {
        objections.take(number, objection);
        return "redirect:/cases/" + number + "#objections";
    }

    /** Who objected; read by a form, so that no link or look ahead does it. */
    @PostMapping("/cases/{number}/objections/{objection}/objector")
    String objector(@PathVariable String number, @PathVariable long objection, Model model) {
        model.addAttribute("objector", publics.objector(number, objection));
        model.addAttribute("number", number);
        return "casework/objector";
    }
}
