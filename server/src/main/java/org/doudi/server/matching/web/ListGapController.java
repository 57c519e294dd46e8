package org.doudi.server.matching.web;

import java.util.List;
import java.util.Locale;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.ListGaps;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of the gaps that came of a department's lists: a page and a file. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class ListGapController {
    private static final int FARTHEST = 100_000;

    private final ListGaps gaps;
    private final MessageSource messages;

    ListGapController(ListGaps gaps, MessageSource messages) {
        this.gaps = gaps;
        this.messages = messages;
    }

    @GetMapping("/list-gaps")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<ListGap> rows = gaps.list(at);
        model.addAttribute("rows", rows);
        model.addAttribute("day", gaps.day());
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == ListGaps.PAGE);
        return "matching/list-gaps";
    }

    @GetMapping("/list-gaps.csv")
    ResponseEntity<byte[]> csv(Locale locale) {
        return file(Format.CSV, locale);
    }

    @GetMapping("/list-gaps.xlsx")
    ResponseEntity<byte[]> xlsx(Locale locale) {
        return file(Format.XLSX, locale);
    }

    private ResponseEntity<byte[]> file(Format format, Locale locale) {
        return ListDownload.of(
                format,
                Head.of(
                        key -> text(key, locale),
                        "list-gaps",
                        "matching.list-gaps",
                        "matching.",
                        "correction.list",
                        "correction.file",
                        "correction.line",
                        "col.head",
                        "col.kind",
                        "col.opened",
                        "list-gap.due",
                        "list-gap.clock",
                        "col.outcome",
                        "list-gap.ended"),
                file -> gaps.export(gap -> file.row(cells(gap, locale))));
    }

    private List<String> cells(ListGap gap, Locale locale) {
        return List.of(
                text("registry.list." + gap.list(), locale),
                gap.fileName(),
                Integer.toString(gap.line()),
                gap.headName(),
                text("matching.kind." + gap.kind(), locale),
                gap.openedOn().toString(),
                gap.dueOn().toString(),
                text("matching.list-gap.clock." + gap.clock(gaps.day()), locale),
                gap.outcome() == null ? "" : text("matching.outcome." + gap.outcome(), locale),
                gap.endedOn() == null ? "" : gap.endedOn().toString());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
