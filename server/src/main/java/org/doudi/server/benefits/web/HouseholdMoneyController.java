package org.doudi.server.benefits.web;

import java.time.YearMonth;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doudi.server.benefits.Award;
import org.doudi.server.benefits.Awards;
import org.doudi.server.benefits.BankAccounts;
import org.doudi.server.benefits.BankAccounts.BankAccount;
import org.doudi.server.benefits.ExitNotices;
import org.doudi.server.benefits.Hold;
import org.doudi.server.benefits.HoldReason;
import org.doudi.server.benefits.Holds;
import org.doudi.server.benefits.LineView;
import org.doudi.server.benefits.Recoveries;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.RunViews;
import org.doudi.server.casework.BenefitLine;
import org.doudi.server.casework.CaseLists;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A household's money: eligible, awarded, held and paid beside each other, its accounts, and its holds. */
@Controller
@WorksWithPeople
class HouseholdMoneyController {
    private final Households households;
    private final Awards awards;
    private final BankAccounts accounts;
    private final Holds holds;
    private final ExitNotices exits;
    private final RunViews views;
    private final Recoveries recoveries;
    private final CaseLists cases;
    private final Today today;

    HouseholdMoneyController(
            Households households,
            Awards awards,
            BankAccounts accounts,
            Holds holds,
            ExitNotices exits,
            RunViews views,
            Recoveries recoveries,
            CaseLists cases,
            Today today) {
        this.households = households;
        this.awards = awards;
        this.accounts = accounts;
        this.holds = holds;
        this.exits = exits;
        this.views = views;
        this.recoveries = recoveries;
        this.cases = cases;
        this.today = today;
    }

    @GetMapping("/households/{id}/money")
    @PartOfPage
    String card(@PathVariable long id, Model model) {
        facts(id, households.get(id), model);
        return "benefits/card :: card";
    }

    private void facts(long id, HouseholdView household, Model model) {
        List<Hold> held = holds.of(id);
        List<BankAccount> known = accounts.of(id);
        List<LineView.Row> lines = views.ofHousehold(id);
        model.addAttribute("household", household);
        List<Award> owed = awards.of(id);
        model.addAttribute("awards", owed);
        model.addAttribute(
                "names", household.members().stream().collect(Collectors.toMap(MemberView::person, MemberView::name)));
        model.addAttribute("rows", Standing.of(entitlements(id), owed, held, known, lines, today.date()));
        model.addAttribute("lines", lines);
        model.addAttribute("accounts", known);
        model.addAttribute("holds", held);
        model.addAttribute("exits", exits.of(id));
        model.addAttribute(
                "opensRuns",
                Scope.officer().role() == Role.COUNTY_OFFICER || Scope.officer().role() == Role.COUNTY_APPROVER);
    }

    /** What the family may get by what is known; nothing where nothing is known of it. */
    private List<BenefitLine> entitlements(long id) {
        try {
            return cases.entitlements(id);
        } catch (NoSuchElementException e) {
            return List.of();
        }
    }

    @GetMapping("/households/{id}/pay")
    String page(@PathVariable long id, Model model) {
        return fill(id, model, null);
    }

    private String fill(long id, Model model, @Nullable RunRefused refused) {
        Role role = Scope.officer().role();
        facts(id, households.get(id), model);
        model.addAttribute("proposes", role == Role.TOWNSHIP_CLERK);
        model.addAttribute("decides", role == Role.TOWNSHIP_REVIEWER || role == Role.COUNTY_OFFICER);
        model.addAttribute("recoveries", recoveries.of(id));
        model.addAttribute("rerates", role == Role.COUNTY_OFFICER);
        model.addAttribute("recovers", RecoveryOffices.ROLES.contains(role));
        model.addAttribute("reasons", HoldReason.values());
        model.addAttribute("next", YearMonth.from(today.date()));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("refused", refused);
        return "benefits/pay";
    }

    private Object done(long id, Model model, Runnable step) {
        return FormStep.take(step, "/households/" + id + "/pay", model, e -> fill(id, model, e));
    }

    @PostMapping("/households/{id}/accounts")
    @Access(Role.TOWNSHIP_CLERK)
    Object propose(
            @PathVariable long id,
            @RequestParam long person,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String bank,
            @RequestParam(defaultValue = "") String number,
            Model model) {
        return done(id, model, () -> accounts.propose(id, person, holder, bank.strip(), number));
    }

    @PostMapping("/households/{id}/accounts/{account}/approve")
    @Access({Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER})
    Object approve(@PathVariable long id, @PathVariable long account, Model model) {
        return done(id, model, () -> {
            accounts.approve(mine(id, account));
        });
    }

    @PostMapping("/households/{id}/accounts/{account}/refuse")
    @Access({Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER})
    Object refuse(@PathVariable long id, @PathVariable long account, Model model) {
        return done(id, model, () -> {
            accounts.refuse(mine(id, account));
        });
    }

    private long mine(long id, long account) {
        if (accounts.of(id).stream().noneMatch(a -> a.id() == account && a.state() == BankAccounts.State.PROPOSED)) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return account;
    }

    @PostMapping("/households/{id}/holds")
    @Access({Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER})
    Object hold(
            @PathVariable long id,
            @RequestParam YearMonth month,
            @RequestParam HoldReason reason,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        return done(id, model, () -> {
            if (month.isBefore(YearMonth.of(2000, 1)) || month.isAfter(YearMonth.of(2100, 1))) {
                throw new RunRefused(Cause.NOT_A_MONTH);
            }
            holds.put(id, month.atDay(1), reason, FormStep.words(words));
        });
    }

    @PostMapping("/households/{id}/holds/{hold}/lift")
    @Access({Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER})
    Object lift(
            @PathVariable long id,
            @PathVariable long hold,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        return done(id, model, () -> {
            holds.lift(id, hold, FormStep.words(words));
        });
    }
}
