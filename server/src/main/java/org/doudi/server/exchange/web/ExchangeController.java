package org.doudi.server.exchange.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.server.exchange.Agreement;
import org.doudi.server.exchange.Agreement.State;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.Agreements;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.SharedField;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.SharingRefusals;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.SigningKeys;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.ModelAndView;

/** The agreements of a department, and the deliveries that are made by them. */
@Controller
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class ExchangeController {
    private static final int PAGE = 20;
    private static final int FARTHEST = 1000;

    private final Agreements agreements;
    private final Deliveries deliveries;
    private final SharingRefusals refusals;
    private final SigningKeys keys;
    private final Divisions divisions;
    private final Today today;

    ExchangeController(
            Agreements agreements,
            Deliveries deliveries,
            SharingRefusals refusals,
            SigningKeys keys,
            Divisions divisions,
            Today today) {
        this.agreements = agreements;
        this.deliveries = deliveries;
        this.refusals = refusals;
        this.keys = keys;
        this.divisions = divisions;
        this.today = today;
    }

    /**
     * An agreement, and what the reader can do with it.
     *
     * @param last the version of the last delivery, for who makes the next
     */
    record Row(Agreement agreement, String county, boolean decides, boolean makes, boolean expired, int last) {}

    /** A delivery on the list. */
    record Sent(Delivery delivery, String county, boolean late) {}

    @GetMapping("/exchange")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable SharingRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        LocalDate day = today.date();
        List<Delivery> found = deliveries.all(at * PAGE, PAGE);
        model.addAttribute(
                "agreements",
                agreements.all(0, PAGE * 2).stream().map(this::row).toList());
        model.addAttribute(
                "deliveries",
                found.stream()
                        .map(d -> new Sent(
                                d, county(d.channel().county()), d.clock().late(day)))
                        .toList());
        model.addAttribute(
                "lists",
                EnumSet.allOf(SharedList.class).stream()
                        .filter(l -> Agreements.keeps(Scope.officer(), l))
                        .toList());
        model.addAttribute("departments", Agreements.RECEIVERS);
        model.addAttribute("fields", SharedField.values());
        model.addAttribute("refusals", refusals.latest());
        model.addAttribute("key", keys.open());
        model.addAttribute("firstDay", day);
        model.addAttribute("nextYear", day.plusYears(1));
        model.addAttribute("month", YearMonth.from(day));
        model.addAttribute("page", at);
        model.addAttribute("more", found.size() == PAGE);
        model.addAttribute("refused", refused);
        return "exchange/exchange";
    }

    private Row row(Agreement agreement) {
        Officer officer = Scope.officer();
        boolean keeps = Agreements.keeps(officer, agreement.channel().list());
        boolean inForce = agreement.state() == State.IN_FORCE;
        boolean makes = keeps && inForce && agreement.channel().list() != SharedList.CHECK;
        return new Row(
                agreement,
                county(agreement.channel().county()),
                keeps
                        && agreement.state() == State.PROPOSED
                        && agreement.proposedBy() != officer.id().value(),
                makes,
                inForce && !agreement.holds(today.date()),
                makes ? deliveries.lastVersion(agreement.channel()) : 0);
    }

    private String county(String code) {
        return divisions.name(code).orElse(code);
    }

    private ModelAndView refused(Model model, SharingRefused refused) {
        refusals.note(refused);
        fill(0, model, refused);
        return new ModelAndView("exchange/exchange", model.asMap(), ExchangeRefusals.status(refused));
    }

    private Object done(Model model, Runnable step) {
        try {
            step.run();
            return "redirect:/exchange";
        } catch (SharingRefused e) {
            return refused(model, e);
        }
    }

    @PostMapping("/exchange/agreements")
    Object propose(
            @RequestParam SharedList list,
            @RequestParam Department receiver,
            @RequestParam(defaultValue = "") String receiverName,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String basis,
            @RequestParam(defaultValue = "") Set<SharedField> fields,
            @RequestParam(defaultValue = "") String key,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(defaultValue = "0") int receiptDays,
            @RequestParam(defaultValue = "0") int handlingDays,
            Model model) {
        return done(
                model,
                () -> agreements.propose(
                        list,
                        receiver,
                        new Terms(
                                receiverName.strip(),
                                purpose.strip(),
                                basis.strip(),
                                fields,
                                key(key, list, receiver),
                                from,
                                until,
                                receiptDays,
                                handlingDays)));
    }

    private static VerifyingKey key(String pem, SharedList list, Department receiver) {
        try {
            return VerifyingKey.read(pem);
        } catch (IllegalArgumentException e) {
            throw new SharingRefused(Cause.KEY, list, receiver);
        }
    }

    @PostMapping("/exchange/agreements/{id}/confirm")
    Object confirm(@PathVariable long id, Model model) {
        return done(model, () -> agreements.confirm(id));
    }

    @PostMapping("/exchange/agreements/{id}/refuse")
    Object refuse(@PathVariable long id, Model model) {
        return done(model, () -> agreements.refuse(id));
    }

    @PostMapping("/exchange/deliveries")
    Object make(
            @RequestParam SharedList list,
            @RequestParam Department receiver,
            @RequestParam YearMonth period,
            @RequestParam(defaultValue = "") Set<SharedField> fields,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        try {
            Delivery made = deliveries.make(new Deliveries.Request(list, receiver, period, fields, after));
            return "redirect:/exchange/deliveries/" + made.id();
        } catch (SharingRefused e) {
            return refused(model, e);
        }
    }

    /** The public key by which every receiver checks what comes from here. */
    @GetMapping("/exchange/key")
    ResponseEntity<String> key() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("doudi.pub")
                                .build()
                                .toString())
                .body(keys.open().pem());
    }
}
