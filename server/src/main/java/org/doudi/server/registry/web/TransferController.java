package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Transfers;
import org.doudi.server.registry.Transfers.Direction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Households on their way from one area to another. */
@Controller
@RecordsFacts
class TransferController {
    private final Transfers transfers;
    private final Divisions divisions;

    TransferController(Transfers transfers, Divisions divisions) {
        this.transfers = transfers;
        this.divisions = divisions;
    }

    /** A line of the list. */
    record Line(Transfers.Transfer transfer, String from, String to, boolean coming, boolean otherCounty) {}

    @GetMapping("/transfers")
    String list(Model model) {
        List<Line> lines = transfers.open().stream()
                .map(t -> new Line(
                        t,
                        divisions.names(t.fromVillage()).toString(),
                        divisions.names(t.toVillage()).toString(),
                        t.direction() == Direction.COMING,
                        !t.toVillage().startsWith(t.fromVillage().substring(0, 6))))
                .toList();
        model.addAttribute("lines", lines);
        return "registry/transfers";
    }

    @PostMapping("/transfers/{id}/take-in")
    String takeIn(@PathVariable long id, HttpServletResponse response, Model model) {
        try {
            return "redirect:/households/" + transfers.takeIn(id);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        } catch (ChangeRefused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refused", e);
            return list(model);
        }
    }

    @PostMapping("/transfers/{id}/end")
    String end(@PathVariable long id) {
        try {
            transfers.end(id);
            return "redirect:/transfers";
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
    }
}
