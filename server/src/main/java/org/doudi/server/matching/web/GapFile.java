package org.doudi.server.matching.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doudi.linkage.table.XlsxListWriter;
import org.doudi.policy.Gap;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The gaps of a query as a sheet. */
@Controller
@WorksWithPeople
class GapFile {
    private static final int MOST_EXPORTED = 200_000;

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
            Locale locale)
            throws IOException {
        GapQuery query = GapController.query(kind, tab, place);
        Path file = Files.createTempFile("doudi-gaps", ".xlsx");
        try {
            List<String> header = new ArrayList<>();
            for (String column : List.of(
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
                    "case")) {
                header.add(text("matching.col." + column, locale));
            }
            int[] rows = {0};
            try (XlsxListWriter sheet = new XlsxListWriter(file, text("matching.title", locale), header)) {
                gaps.export(query, gap -> {
                    if (rows[0]++ < MOST_EXPORTED) {
                        write(sheet, gap, locale);
                    }
                });
            }
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("gaps.xlsx")
                                    .build()
                                    .toString())
                    .header(
                            HttpHeaders.CONTENT_TYPE,
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(XlsxListWriter sheet, GapView gap, Locale locale) {
        var names = divisions.names(gap.village());
        try {
            sheet.row(List.of(
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
                    gap.caseNumber() == null ? "" : gap.caseNumber()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
