package org.doudi.server.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.Runs;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.benefits.files.Reconciliation;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.Fault;
import org.doudi.server.benefits.files.ReturnView;
import org.doudi.server.benefits.files.ReturnViews;
import org.doudi.server.benefits.files.Returns;
import org.doudi.server.benefits.files.RunBalance;
import org.doudi.server.benefits.files.RunBalance.Gap;
import org.doudi.server.benefits.files.SealedFile;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A run and its bank: the sealed file, what came back, whether all of it adds up, and the end of the run. */
@Controller
@MoneyOffices
class BankController {
    private static final int FARTHEST = 100_000;
    private static final Set<Run.State> LET_GO = Set.of(Run.State.RELEASED, Run.State.RECONCILED, Run.State.CLOSED);
    private static final List<String> STATES = List.of("SENT", "PAID", "REJECTED", "REVERSED");
    /** Spreadsheet programs in Chinese offices open a csv so. */
    private static final Charset SPREADSHEETS = Charset.forName("GB18030");

    private final Runs runs;
    private final PaymentFiles files;
    private final Returns returns;
    private final ReturnViews views;
    private final Reconciliation reconciliation;
    private final Divisions divisions;
    private final MessageSource messages;

    BankController(
            Runs runs,
            PaymentFiles files,
            Returns returns,
            ReturnViews views,
            Reconciliation reconciliation,
            Divisions divisions,
            MessageSource messages) {
        this.runs = runs;
        this.files = files;
        this.returns = returns;
        this.views = views;
        this.reconciliation = reconciliation;
        this.divisions = divisions;
        this.messages = messages;
    }

    /** A line of the report: what the transfers say beside what the ledger holds. */
    record Balance(Account account, long transfers, long ledger) {
        /** Whether the two are the same. */
        public boolean isEven() {
            return transfers == ledger;
        }
    }

    @GetMapping("/runs/{id}/bank")
    String page(@PathVariable long id, Model model) {
        return fill(letGo(id), model);
    }

    private Run letGo(long id) {
        Run run = runs.get(id);
        if (!LET_GO.contains(run.state())) {
            throw new RunRefused(RunRefused.Cause.NO_RUN);
        }
        return run;
    }

    private String fill(Run run, Model model) {
        RunBalance balance = reconciliation.of(run.id());
        model.addAttribute("run", run);
        model.addAttribute("county", county(run));
        model.addAttribute("file", files.of(run.id()).orElse(null));
        model.addAttribute("returns", views.of(run.id()));
        model.addAttribute("balance", balance);
        model.addAttribute("states", STATES);
        model.addAttribute("balances", balances(balance));
        model.addAttribute("finance", Scope.officer().role() == Role.FINANCE_OFFICER);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "benefits/bank";
    }

    private String county(Run run) {
        return divisions.name(run.county()).orElse(run.county());
    }

    private static List<Balance> balances(RunBalance balance) {
        Map<Account, Gap> gaps = new EnumMap<>(Account.class);
        balance.gaps().forEach(gap -> gaps.put(gap.account(), gap));
        return Arrays.stream(Account.values())
                .filter(a -> balance.ledger().getOrDefault(a, 0L) != 0 || gaps.containsKey(a))
                .map(a -> {
                    long held = balance.ledger().getOrDefault(a, 0L);
                    Gap gap = gaps.get(a);
                    return new Balance(a, gap == null ? held : gap.transfers(), held);
                })
                .toList();
    }

    /** Hands the file out as it is made; nothing is sent before a first pass has shown that it is the sealed one. */
    @GetMapping("/runs/{id}/bank/file")
    @Access(Role.FINANCE_OFFICER)
    void file(@PathVariable long id, HttpServletResponse response) throws IOException {
        SealedFile file = files.of(id).orElseThrow(() -> new FileRefused(FileRefused.Cause.NO_FILE, "run " + id));
        response.setContentType("application/octet-stream");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + file.head().message() + "." + file.extension() + "\"");
        try {
            files.write(id, response.getOutputStream());
        } catch (FileRefused e) {
            if (response.isCommitted()) {
                // the download has to fail: no page may follow the bytes that are gone already
                throw new IOException("broken off", e);
            }
            response.reset();
            throw e;
        }
    }

    @PostMapping("/runs/{id}/returns")
    @Access(Role.FINANCE_OFFICER)
    Object take(@PathVariable long id, @RequestParam(required = false) @Nullable MultipartFile file, Model model) {
        Run run = letGo(id);
        try {
            if (file == null || file.isEmpty()) {
                throw new FileRefused(FileRefused.Cause.EMPTY, "1");
            }
            ReturnResult result = returns.take(id, name(file), file);
            boolean known = result.standing() == ReturnResult.Standing.KNOWN;
            return "redirect:/runs/" + id + "/returns/" + result.file() + (known ? "?known=1" : "");
        } catch (FileRefused e) {
            model.addAttribute("refusedFile", e);
            return new ModelAndView(fill(run, model), model.asMap(), MoneyRefusals.status(e));
        }
    }

    private static String name(MultipartFile file) {
        String given = file.getOriginalFilename();
        return given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", " ");
    }

    @GetMapping("/runs/{id}/returns/{file}")
    String result(
            @PathVariable long id,
            @PathVariable long file,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String known,
            Model model) {
        Run run = runs.get(id);
        ReturnView view = views.get(id, file);
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Fault> faults = views.faults(view, at);
        model.addAttribute("run", run);
        model.addAttribute("county", county(run));
        model.addAttribute("view", view);
        model.addAttribute("codes", views.codes(view));
        model.addAttribute("faults", faults);
        model.addAttribute("more", faults.size() == ReturnViews.PAGE);
        model.addAttribute("page", at);
        model.addAttribute("known", !known.isEmpty());
        return "benefits/return";
    }

    @GetMapping("/runs/{id}/returns/{file}/errors.csv")
    void errors(@PathVariable long id, @PathVariable long file, HttpServletResponse response, Locale locale)
            throws IOException {
        ReturnView view = views.get(id, file);
        Path kept = Files.createTempFile("doudi-return", ".csv");
        try {
            List<String> head = List.of("row", "place", "reference", "said", "why").stream()
                    .map(column -> messages.getMessage("benefits.fault.col." + column, null, locale))
                    .toList();
            try (CsvListWriter csv = new CsvListWriter(kept, SPREADSHEETS, head)) {
                views.export(view, fault -> csv.row(cells(fault, locale)));
            }
            response.setContentType("text/csv;charset=GB18030");
            response.setHeader("Content-Disposition", "attachment; filename=\"errors-" + view.id() + ".csv\"");
            response.setContentLengthLong(Files.size(kept));
            Files.copy(kept, response.getOutputStream());
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private List<String> cells(Fault fault, Locale locale) {
        return List.of(
                Integer.toString(fault.nth()),
                fault.place(),
                fault.reference(),
                messages.getMessage("benefits.said." + fault.outcome(), null, locale),
                messages.getMessage("benefits.fault." + fault.why(), null, locale));
    }

    @PostMapping("/runs/{id}/close")
    @Access(Role.FINANCE_OFFICER)
    Object close(@PathVariable long id, @RequestParam int version, @RequestParam String key, Model model) {
        return FormStep.take(() -> returns.close(id, version, FormStep.key(key)), "/runs/" + id + "/bank", model, e -> {
            model.addAttribute("refused", e);
            return fill(letGo(id), model);
        });
    }
}
