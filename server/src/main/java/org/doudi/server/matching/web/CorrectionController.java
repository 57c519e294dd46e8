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
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=GB18030");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

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
    ResponseEntity<byte[]> csv(Locale locale) throws IOException {
        return file("csv", locale);
    }

    @GetMapping("/corrections.xlsx")
    ResponseEntity<byte[]> xlsx(Locale locale) throws IOException {
        return file("xlsx", locale);
    }

    private ResponseEntity<byte[]> file(String ending, Locale locale) throws IOException {
        Path file = Files.createTempFile("doudi-corrections", "." + ending);
        try {
            if (ending.equals("csv")) {
                // spreadsheet programs in Chinese offices open a csv as GB18030
                try (CsvListWriter csv = new CsvListWriter(file, GB18030, header(locale))) {
                    corrections.export(c -> csv.row(cells(c, locale)));
                }
            } else {
                sheet(file, locale);
            }
            ContentDisposition named = ContentDisposition.attachment()
                    .filename("corrections." + ending)
                    .build();
            return ResponseEntity.ok()
                    .contentType(ending.equals("csv") ? CSV : XLSX)
                    .header(HttpHeaders.CONTENT_DISPOSITION, named.toString())
                    .cacheControl(CacheControl.noStore())
                    .body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void sheet(Path file, Locale locale) throws IOException {
        try (XlsxListWriter sheet = new XlsxListWriter(file, text("matching.corrections", locale), header(locale))) {
            corrections.export(c -> {
                try {
                    sheet.row(cells(c, locale));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private List<String> header(Locale locale) {
        return Stream.of("list", "file", "line", "name", "listed", "proposed", "raised")
                .map(column -> text("matching.correction." + column, locale))
                .toList();
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
