package org.doudi.policy.json;

import org.doudi.policy.Assets;
import org.doudi.policy.Guarantees;
import tools.jackson.core.JsonToken;

/** Reads the objects {@code assets} and {@code guarantees}. */
final class BelongingsParser {
    private BelongingsParser() {}

    static Assets assets(Values values) {
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("assets", "an object");
            return Assets.NONE;
        }
        values.within("assets", -1);
        long financial = 0;
        int houses = Assets.NONE.houses();
        int cars = 0;
        int machines = 0;
        boolean business = false;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit;
            switch (name) {
                case "financialYuan" -> {
                    bit = 1;
                    financial = values.money(name);
                }
                case "houses" -> {
                    bit = 2;
                    houses = values.number(name, 0, Integer.MAX_VALUE);
                }
                case "cars" -> {
                    bit = 4;
                    cars = values.number(name, 0, Integer.MAX_VALUE);
                }
                case "machines" -> {
                    bit = 8;
                    machines = values.number(name, 0, Integer.MAX_VALUE);
                }
                case "business" -> {
                    bit = 16;
                    business = values.yesNo(name, false);
                }
                default -> {
                    bit = 0;
                    values.unknownField(name);
                }
            }
            had = values.once(had, bit, name);
        }
        values.within("", -1);
        return new Assets(financial, houses, cars, machines, business);
    }

    static Guarantees guarantees(Values values) {
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("guarantees", "an object");
            return Guarantees.ALL;
        }
        values.within("guarantees", -1);
        int had = 0;
        int lacking = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit = switch (name) {
                case "food" -> 1;
                case "clothing" -> 2;
                case "education" -> 4;
                case "medical" -> 8;
                case "housing" -> 16;
                default -> 0;
            };
            if (bit == 0) {
                values.unknownField(name);
            } else if (!values.yesNo(name, true)) {
                lacking |= bit;
            }
            had = values.once(had, bit, name);
        }
        values.within("", -1);
        return lacking == 0
                ? Guarantees.ALL
                : new Guarantees(
                        (lacking & 1) == 0,
                        (lacking & 2) == 0,
                        (lacking & 4) == 0,
                        (lacking & 8) == 0,
                        (lacking & 16) == 0);
    }
}
