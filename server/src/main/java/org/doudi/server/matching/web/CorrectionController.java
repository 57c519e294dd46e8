package org.doudi.server.matching.web;

import java.util.List;
import java.util.Locale;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Correction;
import org.doudi.server.matching.Corrections;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.doudi.server.shell.Today;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a department is asked to mend on its lists: a page, a file, and its answers. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class CorrectionController {
    private static final int FARTHEST = 100_000;

    private final Corrections corrections;
    private final MessageSource messages;

    CorrectionController(Corrections corrections, MessageSource messages) {
        this.corrections = corrections;
        this.messages = messages;
    }

    @GetMapping("/corrections")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Correction> rows = corrections.list(at);
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Corrections.PAGE);
        model.addAttribute("zone", Today.ZONE);
        return "matching/corrections";
    }

    @PostMapping("/corrections/{id}")
    String answer(@PathVariable long id, @RequestParam Correction.State state) {
        corrections.answer(id, state);
        return "redirect:/corrections";
    }

    @GetMapping("/corrections.csv")
    ResponseEntity<byte[]> csv(Locale locale) {
        return file(Format.CSV, locale);
    }

    @GetMapping("/corrections.xlsx")
    ResponseEntity<byte[]> xlsx(Locale locale) {
        return file(Format.XLSX, locale);
    }

    private ResponseEntity<byte[]> file(Format format, Locale locale) {
        return ListDownload.of(
                format,
                Head.of(
                        key -> text(key, locale),
                        "corrections",
                        "matching.corrections",
                        "matching.correction.",
                        "list",
                        "file",
                        "line",
                        "name",
                        "listed",
                        "proposed",
                        "raised"),
                file -> corrections.export(c -> file.row(cells(c, locale))));
    }

    private List<String> cells(Correction c, Locale locale) {
        return List.of(
                text("registry.list." + c.list(), locale),
                c.fileName(),
                Integer.toString(c.line()),
                c.name(),
                c.listed(),
                c.proposed(),
                c.raisedAt().atZone(Today.ZONE).toLocalDate().toString());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
