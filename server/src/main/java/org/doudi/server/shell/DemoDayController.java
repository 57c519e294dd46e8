package org.doudi.server.shell;

import org.doudi.server.identity.WorksWithPeople;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Moves the demonstration's day, so that a notice of seven days can be walked through in a minute. */
@Controller
@WorksWithPeople
class DemoDayController {
    private final Today today;

    DemoDayController(Today today) {
        this.today = today;
    }

    @PostMapping("/demo/day")
    String forward(@RequestParam int days) {
        if (!today.movable()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (days < 1 || days > 400) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        today.forward(days);
        return "redirect:/";
    }
}
