package org.doudi.server.exchange.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doudi.linkage.table.UnreadableList;
import org.doudi.server.exchange.CheckRequest;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.store.CheckStore.Line;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListImports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What departments were asked to check, whom they answered of, and the lists that answer. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
class CheckController {
    private static final int FARTHEST = 10_000;

    private final CheckRequests requests;

    CheckController(CheckRequests requests) {
        this.requests = requests;
    }

    @GetMapping("/checks")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<CheckRequest> rows = requests.list(at);
        model.addAttribute("rows", rows);
        model.addAttribute("day", requests.day());
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == CheckRequests.PAGE);
        return "exchange/checks";
    }

    @GetMapping("/checks/{id}")
    String one(@PathVariable long id, @RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        CheckRequest request = requests.get(id);
        List<Line> lines = requests.lines(id, at);
        model.addAttribute("check", request);
        model.addAttribute("standing", request.standing(requests.day()));
        model.addAttribute("lines", lines);
        model.addAttribute("answers", requests.answers(id));
        model.addAttribute("opensLists", Scope.officer().role() == Role.COUNTY_OFFICER);
        model.addAttribute("column", CheckRequests.NUMBER);
        model.addAttribute("page", at);
        model.addAttribute("more", lines.size() == CheckRequests.PAGE);
        return "exchange/check";
    }

    /** Takes the list that answers; it is looked at and written on the page of lists. */
    @PostMapping("/checks/{id}/answer")
    String answer(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw new SharingRefused(Cause.BROKEN);
        }
        Path kept = Files.createTempFile("doudi-answer", ".tmp");
        try {
            file.transferTo(kept);
            return "redirect:/imports/" + requests.answer(id, ListImports.fileName(file.getOriginalFilename()), kept);
        } catch (UnreadableList e) {
            throw new SharingRefused(Cause.BROKEN);
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
