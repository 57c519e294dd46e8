package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.doudi.linkage.table.UnreadableList;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.State;
import org.doudi.server.registry.ListImports.View;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes in a department's list: file, columns, a look at the first rows, the run, what is in doubt. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class ImportController {
    private static final int PAGE = 20;

    private final ListImports imports;
    private final Today today;

    ImportController(ListImports imports, Today today) {
        this.imports = imports;
        this.today = today;
    }

    @GetMapping("/imports")
    String list(Model model) {
        model.addAttribute("kinds", ListKind.of(Scope.officer().department()));
        model.addAttribute("imports", imports.latest());
        model.addAttribute("zone", Today.ZONE);
        return "registry/imports";
    }

    @PostMapping("/imports")
    String upload(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model)
            throws IOException {
        ListKind kind = ListKind.of(Scope.officer().department()).stream()
                .filter(k -> k.name().equals(list))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return refused("KIND", response, model);
        }
        if (file == null) {
            return refused(ListFault.EMPTY.name(), response, model);
        }
        Path kept = Files.createTempFile("doudi-list", ".tmp");
        try {
            file.transferTo(kept);
            return "redirect:/imports/" + imports.read(kind, ListImports.fileName(file.getOriginalFilename()), kept);
        } catch (UnreadableList e) {
            return refused(ListFault.of(e).name(), response, model);
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private String refused(String fault, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("fault", fault);
        return list(model);
    }

    private View view(long id) {
        try {
            return imports.get(id);
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
    }

    @GetMapping("/imports/{id}")
    String show(@PathVariable long id, Model model) {
        View view = view(id);
        LocalDate day = view.holdsFrom();
        return page(view, view.columns(), day == null ? today.date() : day, Set.of(), model);
    }

    private String page(
            View view, Map<ListColumn, Integer> columns, LocalDate day, Set<ListColumn> missing, Model model) {
        model.addAttribute("list", view);
        String[] meant = new String[view.header().size()];
        columns.forEach((column, place) -> meant[place] = column.name());
        model.addAttribute("meant", meant);
        model.addAttribute("meanings", view.list().columns());
        model.addAttribute("day", day);
        model.addAttribute("latest", today.date());
        model.addAttribute("missing", missing);
        boolean waits = view.state() == State.READ || view.state() == State.STOPPED;
        if (waits) {
            model.addAttribute("rows", imports.preview(view.id(), columns, day));
        } else {
            result(view, model);
        }
        return "registry/import";
    }

    private void result(View view, Model model) {
        model.addAttribute("list", view);
        boolean whole = view.state() == State.DONE && view.list().canBeWhole() && view.leftOn() == null;
        model.addAttribute("missingNow", whole ? imports.missing(view.id()) : 0);
        model.addAttribute("whole", whole);
    }

    @GetMapping("/imports/{id}/progress")
    String progress(@PathVariable long id, Model model) {
        result(view(id), model);
        return "registry/import :: progress";
    }

    @PostMapping("/imports/{id}/run")
    String run(
            @PathVariable long id, @RequestParam Map<String, String> typed, HttpServletResponse response, Model model) {
        View view = view(id);
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < view.header().size(); i++) {
            for (ListColumn column : view.list().columns()) {
                if (column.name().equals(typed.get("col-" + i))) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        Set<ListColumn> missing = EnumSet.copyOf(view.list().needed());
        missing.removeAll(columns.keySet());
        LocalDate day = day(typed.getOrDefault("day", ""));
        if (day == null || !missing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("dayWrong", day == null);
            return page(view, columns, day == null ? today.date() : day, missing, model);
        }
        if (!typed.getOrDefault("do", "").equals("run")) {
            return page(view, columns, day, missing, model);
        }
        imports.run(id, columns, day);
        return "redirect:/imports/" + id;
    }

    private @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isAfter(today.date()) || day.getYear() < 1990 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @GetMapping("/imports/{id}/held")
    String held(@PathVariable long id, @RequestParam(defaultValue = "0") int line, Model model) {
        View view = view(id);
        List<ListImports.Row> rows = imports.rows(id, RowState.HELD, line, PAGE);
        model.addAttribute("list", view);
        model.addAttribute("rows", rows);
        model.addAttribute("more", rows.size() == PAGE ? rows.get(PAGE - 1).line() + 1 : null);
        return "registry/held";
    }

    @PostMapping("/imports/{id}/rows/{row}")
    String decide(
            @PathVariable long id,
            @PathVariable long row,
            @RequestParam(defaultValue = "") String person,
            HttpServletResponse response) {
        view(id);
        if (!person.matches("\\d{1,18}|nobody")) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            imports.decide(id, row, person.equals("nobody") ? null : Long.valueOf(person));
        } catch (NoSuchElementException e) {
            throw HouseholdController.notFound();
        }
        return "redirect:/imports/" + id + "/held";
    }

    @PostMapping("/imports/{id}/leave")
    String leave(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String sure,
            HttpServletResponse response,
            Model model) {
        View view = view(id);
        if (!sure.equals("true")) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("unsure", true);
            return page(view, view.columns(), today.date(), Set.of(), model);
        }
        try {
            imports.leave(id);
        } catch (IllegalStateException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("leaveRefused", true);
            return page(view, view.columns(), today.date(), Set.of(), model);
        }
        return "redirect:/imports/" + id;
    }
}
