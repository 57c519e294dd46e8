package org.doudi.server.registry.web;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.View;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows that could not be used as a file: to mend, and to hand in again as it is. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class ImportErrors {
    private static final int PAGE = 1000;

    private final ListImports imports;
    private final MessageSource messages;

    ImportErrors(ListImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /** Takes one row. */
    @FunctionalInterface
    private interface Writer {
        void row(List<String> cells) throws IOException;
    }

    @GetMapping("/imports/{id}/errors.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Locale locale) throws IOException {
        View view = view(id);
        Path file = Files.createTempFile("doudi-errors", ".csv");
        try {
            // spreadsheet programs in Chinese offices open a csv as GB18030
            Charset charset = Charset.forName("GB18030");
            try (CsvListWriter csv = new CsvListWriter(file, charset, header(view, locale))) {
                rows(view, locale, csv::row);
            }
            return answer(file, "text/csv;charset=GB18030", "csv", view);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @GetMapping("/imports/{id}/errors.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, Locale locale) throws IOException {
        View view = view(id);
        Path file = Files.createTempFile("doudi-errors", ".xlsx");
        try {
            String sheet = messages.getMessage("registry.import.errors.sheet", null, locale);
            try (XlsxListWriter xlsx = new XlsxListWriter(file, sheet, header(view, locale))) {
                rows(view, locale, xlsx::row);
            }
            return answer(file, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", view);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private View view(long id) {
        try {
            return imports.get(id);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
    }

    private List<String> header(View view, Locale locale) {
        List<String> header = new ArrayList<>(view.header());
        header.add(messages.getMessage("registry.import.errors.problem", null, locale));
        return header;
    }

    private void rows(View view, Locale locale, Writer writer) throws IOException {
        int line = 0;
        List<ListImports.Row> rows;
        do {
            rows = imports.rows(view.id(), RowState.WRONG, line, PAGE);
            for (ListImports.Row row : rows) {
                List<String> cells = new ArrayList<>(row.cells());
                while (cells.size() < view.header().size()) {
                    cells.add("");
                }
                Problem problem = row.problem();
                cells.add(
                        problem == null ? "" : messages.getMessage("registry.import.problem." + problem, null, locale));
                writer.row(cells);
                line = row.line() + 1;
            }
        } while (rows.size() == PAGE);
    }

    private static ResponseEntity<byte[]> answer(Path file, String type, String ending, View view) throws IOException {
        String name = view.fileName().replaceAll("\\.[A-Za-z]+$", "") + "-待改." + ending;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(Files.readAllBytes(file));
    }
}
