package org.doudi.server.matching.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Correction;
import org.doudi.server.matching.Corrections;
import org.doudi.server.shell.Today;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    @GetMapping("/corrections.xlsx")
    ResponseEntity<byte[]> xlsx(Locale locale) throws IOException {
        Path file = Files.createTempFile("doudi-corrections", ".xlsx");
        try {
            try (XlsxListWriter sheet =
                    new XlsxListWriter(file, text("matching.corrections", locale), header(locale))) {
                corrections.export(c -> write(sheet::row, c, locale));
            }
            return answer(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @GetMapping("/corrections.csv")
    ResponseEntity<byte[]> csv(Locale locale) throws IOException {
        Path file = Files.createTempFile("doudi-corrections", ".csv");
        try {
            // spreadsheet programs in Chinese offices open a csv as GB18030
            try (CsvListWriter csv = new CsvListWriter(file, Charset.forName("GB18030"), header(locale))) {
                corrections.export(c -> write(csv::row, c, locale));
            }
            return answer(file, "text/csv;charset=GB18030", "csv");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Writer {
        void row(List<String> cells) throws IOException;
    }

    private List<String> header(Locale locale) {
        return Stream.of("list", "file", "line", "name", "listed", "proposed", "raised")
                .map(column -> text("matching.correction." + column, locale))
                .toList();
    }

    private void write(Writer writer, Correction c, Locale locale) {
        try {
            writer.row(List.of(
                    text("registry.list." + c.list(), locale),
                    c.fileName(),
                    Integer.toString(c.line()),
                    c.name(),
                    c.listed(),
                    c.proposed(),
                    c.raisedAt().atZone(Today.ZONE).toLocalDate().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<byte[]> answer(Path file, String type, String ending) throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("corrections." + ending)
                                .build()
                                .toString())
                .body(Files.readAllBytes(file));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
