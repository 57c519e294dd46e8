package org.doudi.policy.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.SpendingEntry;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one household off a parser, then checks that its parts fit each other. */
final class HouseholdParser {
    private static final Codes<IncomeItem> INCOME_ITEMS = new Codes<>(IncomeItem.values());
    private static final Codes<SpendingItem> SPENDING_ITEMS = new Codes<>(SpendingItem.values());
    private static final String[] REQUIRED = {"householdId", "village", "assessedOn", "consent", "members"};
    private static final int VILLAGE_DIGITS = 12;

    private final Values values;
    private final Entries<IncomeItem> income = new Entries<>("income", INCOME_ITEMS);
    private final Entries<SpendingItem> spending = new Entries<>("spending", SPENDING_ITEMS);
    private final RollsParser rolls;
    private final List<Member.@Nullable Builder> members = new ArrayList<>();
    private final MemberIndex index = new MemberIndex();
    private @Nullable String householdId;
    private @Nullable String village;
    private @Nullable LocalDate assessedOn;
    private Consent consent = Consent.REFUSED;
    private Assets assets = Assets.NONE;
    private Guarantees guarantees = Guarantees.ALL;

    HouseholdParser(JsonParser parser) {
        values = new Values(parser);
        rolls = new RollsParser(values);
    }

    @Nullable
    String householdId() {
        return householdId;
    }

    List<InputError> errors() {
        return values.errors();
    }

    /** Reads the object that the parser is about to enter; true when nothing is wrong. */
    boolean parse() {
        JsonParser parser = values.parser();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            values.errorAt("", Code.WRONG_TYPE, "A household must be a JSON object.");
            values.skip();
        } else {
            fields(parser);
        }
        if (parser.nextToken() != null) {
            values.errorAt("", Code.NOT_JSON, "Something follows the household on its line.");
        }
        return values.errors().isEmpty();
    }

    private void fields(JsonParser parser) {
        int seen = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int field = field(name);
            if (field < 0) {
                values.unknownField(name);
            } else if ((seen & 1 << field) != 0) {
                values.duplicateField(name);
            } else {
                seen |= 1 << field;
            }
        }
        for (int i = 0; i < REQUIRED.length; i++) {
            if ((seen & 1 << i) == 0) {
                values.missing(REQUIRED[i]);
            }
        }
        if ((seen & 1 << 4) != 0) {
            checkWho();
        }
        checkDates();
    }

    private int field(String name) {
        switch (name) {
            case "householdId":
                householdId = values.id(name);
                return 0;
            case "village":
                village();
                return 1;
            case "assessedOn":
                assessedOn = values.date(name);
                return 2;
            case "consent":
                consent = values.yesNo(name, false) ? Consent.GIVEN : Consent.REFUSED;
                return 3;
            case "members":
                members();
                return 4;
            case "income":
                income.parse(values);
                return 5;
            case "spending":
                spending.parse(values);
                return 6;
            case "assets":
                assets = BelongingsParser.assets(values);
                return 7;
            case "guarantees":
                guarantees = BelongingsParser.guarantees(values);
                return 8;
            case "rolls":
                rolls.parse();
                return 9;
            default:
                return -1;
        }
    }

    private void village() {
        JsonParser parser = values.parser();
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            values.wrongType("village", "a text of 12 digits");
            return;
        }
        String text = parser.getString();
        boolean digits = text.length() == VILLAGE_DIGITS;
        for (int i = 0; digits && i < VILLAGE_DIGITS; i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        if (digits) {
            village = text;
        } else {
            values.error("village", Code.BAD_VILLAGE, "A village code has 12 digits.");
        }
    }

    private void members() {
        JsonParser parser = values.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            values.wrongType("members", "a list");
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            members.add(MemberParser.parse(values, members.size()));
        }
        values.within("", -1);
        if (members.isEmpty()) {
            values.error("members", Code.NO_MEMBERS, "A household has at least one member.");
        }
    }

    /** Who is who, once everything is read: the fields of a line may come in any order. */
    private void checkWho() {
        boolean known = true;
        for (int m = 0; m < members.size(); m++) {
            Member.Builder member = members.get(m);
            if (member == null) {
                known = false;
            } else if (!index.add(member.memberId())) {
                String id = Texts.printable(member.memberId());
                values.errorAt(
                        "members[" + m + "].memberId", Code.DUPLICATE_MEMBER, "Member " + id + " is there twice.");
            }
        }
        if (!known) {
            // an entry may be for the member that could not be read: say nothing about entries that may well be right
            return;
        }
        for (Entries.Entry<IncomeItem> entry : income.found()) {
            income.member(entry, index, values);
        }
        for (Entries.Entry<SpendingItem> entry : spending.found()) {
            spending.member(entry, index, values);
        }
        onRoll(rolls.tekun(), "tekun", Trait.ON_TEKUN_ROLL);
        onRoll(rolls.livingAllowance(), "livingAllowance", Trait.ON_LIVING_ALLOWANCE_ROLL);
        onRoll(rolls.careAllowance(), "careAllowance", Trait.ON_CARE_ALLOWANCE_ROLL);
    }

    private void onRoll(List<String> ids, String roll, Trait trait) {
        for (int i = 0; i < ids.size(); i++) {
            int member = index.find(ids.get(i));
            Member.Builder builder = member < 0 ? null : members.get(member);
            if (builder == null) {
                String id = Texts.printable(ids.get(i));
                values.errorAt("rolls." + roll + "[" + i + "]", Code.UNKNOWN_MEMBER, "There is no member " + id + ".");
            } else {
                builder.trait(trait);
            }
        }
    }

    private void checkDates() {
        LocalDate day = assessedOn;
        if (day == null) {
            return;
        }
        for (int m = 0; m < members.size(); m++) {
            Member.Builder member = members.get(m);
            if (member != null && member.birthDate().isAfter(day)) {
                tooLate("members[" + m + "].birthDate", member.birthDate(), day);
            }
        }
        LocalDate since = rolls.since();
        if (since != null && since.isAfter(day)) {
            tooLate("rolls.dibao.since", since, day);
        }
        LocalDate liftedOn = rolls.liftedOn();
        if (liftedOn != null && liftedOn.isAfter(day)) {
            tooLate("rolls.register.liftedOn", liftedOn, day);
        }
    }

    private void tooLate(String path, LocalDate date, LocalDate day) {
        values.errorAt(path, Code.DATE_AFTER_ASSESSMENT, date + " lies after the assessment on " + day + ".");
    }

    /** The household; only when {@link #parse} found nothing wrong. */
    Household household() {
        if (householdId == null || village == null || assessedOn == null) {
            throw new IllegalStateException("the line has errors");
        }
        HouseholdBuilder builder = Household.builder(householdId, village, assessedOn, consent)
                .assets(assets)
                .guarantees(guarantees)
                .rolls(rolls.rolls());
        for (Member.Builder member : members) {
            if (member != null) {
                builder.member(member.build());
            }
        }
        for (Entries.Entry<IncomeItem> entry : income.found()) {
            IncomeItem item = entry.item();
            if (entry.memberId() != null && item != null) {
                builder.income(new IncomeEntry(index.find(entry.memberId()), item, entry.fen()));
            }
        }
        for (Entries.Entry<SpendingItem> entry : spending.found()) {
            SpendingItem item = entry.item();
            if (entry.memberId() != null && item != null) {
                builder.spending(new SpendingEntry(index.find(entry.memberId()), item, entry.fen()));
            }
        }
        return builder.build();
    }
}
