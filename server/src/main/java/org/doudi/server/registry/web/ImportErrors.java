package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.View;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.springframework.context.MessageSource;
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

    @GetMapping("/imports/{id}/errors.csv")
    ResponseEntity<byte[]> csv(@PathVariable long id, Locale locale) {
        return file(id, Format.CSV, locale);
    }

    @GetMapping("/imports/{id}/errors.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable long id, Locale locale) {
        return file(id, Format.XLSX, locale);
    }

    private ResponseEntity<byte[]> file(long id, Format format, Locale locale) {
        View view = view(id);
        String name = view.fileName().replaceAll("\\.[A-Za-z]+$", "") + "-待改";
        String title = messages.getMessage("registry.import.errors.sheet", null, locale);
        return ListDownload.of(format, new Head(name, title, header(view, locale)), file -> rows(view, locale, file));
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

    private void rows(View view, Locale locale, ListDownload file) {
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
                file.row(cells);
                line = row.line() + 1;
            }
        } while (rows.size() == PAGE);
    }
}
