package org.doudi.server.matching.web;

import java.util.List;
import java.util.Locale;
import org.doudi.policy.Gap;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.registry.DivisionNames;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The gaps of a query as a sheet. */
@Controller
@WorksWithPeople
class GapFile {
    private final Gaps gaps;
    private final Divisions divisions;
    private final MessageSource messages;

    GapFile(Gaps gaps, Divisions divisions, MessageSource messages) {
        this.gaps = gaps;
        this.divisions = divisions;
        this.messages = messages;
    }

    @GetMapping("/gaps.xlsx")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) Gap.@Nullable Kind kind,
            @RequestParam(defaultValue = "STANDING") Tab tab,
            @RequestParam(defaultValue = "") String place,
            Locale locale) {
        GapQuery query = GapController.query(kind, tab, place);
        return ListDownload.of(
                Format.XLSX,
                Head.of(
                        key -> text(key, locale),
                        "gaps",
                        "matching.title",
                        "matching.col.",
                        "county",
                        "township",
                        "village",
                        "number",
                        "head",
                        "person",
                        "kind",
                        "owner",
                        "state",
                        "opened",
                        "due",
                        "outcome",
                        "words",
                        "case"),
                file -> gaps.export(query, gap -> file.row(cells(gap, locale))));
    }

    private List<String> cells(GapView gap, Locale locale) {
        DivisionNames names = divisions.names(gap.village());
        return List.of(
                names.county(),
                names.township(),
                names.village(),
                gap.householdNumber(),
                gap.headName(),
                gap.personName() == null ? "" : gap.personName(),
                text("matching.kind." + gap.kind(), locale),
                text("role." + gap.owner(), locale),
                text("matching.state." + gap.state(), locale),
                gap.openedOn().toString(),
                gap.dueOn().toString(),
                gap.outcome() == null ? "" : text("matching.outcome." + gap.outcome(), locale),
                gap.words() == null ? "" : gap.words(),
                gap.caseNumber() == null ? "" : gap.caseNumber());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
