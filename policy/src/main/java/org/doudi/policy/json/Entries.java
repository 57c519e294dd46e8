package org.doudi.policy.json;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the list of {@code income} or of {@code spending}; who an entry is for is looked up when all members are known. */
final class Entries<E extends Enum<E>> {
    private final String field;
    private final Codes<E> items;
    private final List<Entry<E>> found = new ArrayList<>();

    Entries(String field, Codes<E> items) {
        this.field = field;
        this.items = items;
    }

    /** An entry as it stands in the line; parts that could not be read are null. */
    record Entry<E>(
            int place, @Nullable String memberId, @Nullable E item, long fen) {}

    List<Entry<E>> found() {
        return found;
    }

    void parse(Values values) {
        if (values.parser().currentToken() != JsonToken.START_ARRAY) {
            values.wrongType(field, "a list");
            return;
        }
        int place = 0;
        while (values.parser().nextToken() != JsonToken.END_ARRAY) {
            values.within(field, place);
            if (values.parser().currentToken() == JsonToken.START_OBJECT) {
                found.add(entry(values, place));
            } else {
                values.wrongType("", "an object");
            }
            place++;
        }
        values.within("", -1);
    }

    private Entry<E> entry(Values values, int place) {
        String memberId = null;
        E item = null;
        long fen = 0;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit;
            switch (name) {
                case "memberId" -> {
                    bit = 1;
                    memberId = values.id(name);
                }
                case "item" -> {
                    bit = 2;
                    item = values.code(name, items);
                }
                case "yuan" -> {
                    bit = 4;
                    fen = values.money(name);
                }
                default -> {
                    bit = 0;
                    values.unknownField(name);
                }
            }
            had = values.once(had, bit, name);
        }
        values.need(had, 1, "memberId");
        values.need(had, 2, "item");
        values.need(had, 4, "yuan");
        return new Entry<>(place, memberId, item, fen);
    }

    /** The member's place; or -1, with an error unless the id itself could not be read. */
    int member(Entry<E> entry, MemberIndex members, Values values) {
        if (entry.memberId == null) {
            return -1;
        }
        int member = members.find(entry.memberId);
        if (member < 0) {
            values.errorAt(
                    field + "[" + entry.place + "].memberId",
                    Code.UNKNOWN_MEMBER,
                    "There is no member " + Texts.printable(entry.memberId) + ".");
        }
        return member;
    }
}
