package org.doudi.server.exchange.web;

import java.util.List;
import org.doudi.server.exchange.Feedback;
import org.doudi.server.exchange.Feedback.Told;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a department was told of the gaps that came of its lists: a page, and the signed files. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class FeedbackController {
    private static final int FARTHEST = 100_000;

    private final Feedback feedback;

    FeedbackController(Feedback feedback) {
        this.feedback = feedback;
    }

    @GetMapping("/feedback")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Told> rows = feedback.latest(at);
        model.addAttribute("rows", rows);
        model.addAttribute("lists", feedback.lists());
        model.addAttribute("most", Feedback.MOST_OF_A_FILE);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Feedback.PAGE);
        return "exchange/feedback";
    }

    /** The rows of a list after one of them. */
    @GetMapping("/feedback/file")
    Object file(@RequestParam ListKind list, @RequestParam(defaultValue = "0") int after, Model model) {
        return feedback.file(list, after)
                .<Object>map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name() + ".feedback")
                                        .build()
                                        .toString())
                        .body(file.bytes()))
                .orElseGet(() -> {
                    model.addAttribute("nothing", list);
                    return page(0, model);
                });
    }
}
