package org.doudi.policy.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the object {@code rolls}. */
final class RollsParser {
    private static final Codes<RegisterState> STATE = new Codes<>(RegisterState.values());

    private final Values values;
    private @Nullable LocalDate since;
    private @Nullable LocalDate liftedOn;
    private Rolls.@Nullable DibaoEntry dibao;
    private Rolls.@Nullable RegisterEntry register;
    private final List<String> tekun = new ArrayList<>(0);
    private final List<String> livingAllowance = new ArrayList<>(0);
    private final List<String> careAllowance = new ArrayList<>(0);

    RollsParser(Values values) {
        this.values = values;
    }

    Rolls rolls() {
        return dibao == null && register == null ? Rolls.NONE : new Rolls(dibao, register);
    }

    /** The day in {@code dibao.since}, even when the rest of the entry is wrong. */
    @Nullable
    LocalDate since() {
        return since;
    }

    /** The day in {@code register.liftedOn}, even when the rest of the entry is wrong. */
    @Nullable
    LocalDate liftedOn() {
        return liftedOn;
    }

    List<String> tekun() {
        return tekun;
    }

    List<String> livingAllowance() {
        return livingAllowance;
    }

    List<String> careAllowance() {
        return careAllowance;
    }

    void parse() {
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("rolls", "an object");
            return;
        }
        values.within("rolls", -1);
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit;
            switch (name) {
                case "dibao" -> {
                    bit = 1;
                    dibao();
                }
                case "register" -> {
                    bit = 2;
                    register();
                }
                case "tekun" -> {
                    bit = 4;
                    ids(name, tekun);
                }
                case "livingAllowance" -> {
                    bit = 8;
                    ids(name, livingAllowance);
                }
                case "careAllowance" -> {
                    bit = 16;
                    ids(name, careAllowance);
                }
                default -> {
                    bit = 0;
                    values.unknownField(name);
                }
            }
            had = values.once(had, bit, name);
        }
        values.within("", -1);
    }

    private void ids(String field, List<String> into) {
        if (values.parser().currentToken() != JsonToken.START_ARRAY) {
            values.wrongType(field, "a list of member ids");
            return;
        }
        values.within("rolls." + field, 0);
        for (int place = 0; values.parser().nextToken() != JsonToken.END_ARRAY; place++) {
            values.within("rolls." + field, place);
            String id = values.id("");
            if (id != null) {
                into.add(id);
            }
        }
        values.within("rolls", -1);
    }

    private void dibao() {
        if (values.isNull()) {
            return;
        }
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("dibao", "an object or null");
            return;
        }
        values.within("rolls.dibao", -1);
        long monthly = 0;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit;
            switch (name) {
                case "since" -> {
                    bit = 1;
                    since = values.isNull() ? null : values.date(name);
                }
                case "monthlyYuan" -> {
                    bit = 2;
                    monthly = values.money(name);
                }
                default -> {
                    bit = 0;
                    values.unknownField(name);
                }
            }
            had = values.once(had, bit, name);
        }
        values.need(had, 2, "monthlyYuan");
        dibao = new Rolls.DibaoEntry(since, monthly);
        values.within("rolls", -1);
    }

    private void register() {
        if (values.isNull()) {
            return;
        }
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("register", "an object or null");
            return;
        }
        values.within("rolls.register", -1);
        RegisterState state = null;
        boolean throughProgramme = false;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int bit;
            switch (name) {
                case "state" -> {
                    bit = 1;
                    state = values.code(name, STATE);
                }
                case "liftedOn" -> {
                    bit = values.isNull() ? 0 : 2;
                    liftedOn = values.isNull() ? null : values.date(name);
                }
                case "throughProgramme" -> {
                    bit = 4;
                    throughProgramme = values.yesNo(name, false);
                }
                default -> {
                    bit = 0;
                    values.unknownField(name);
                }
            }
            had = values.once(had, bit, name);
        }
        values.need(had, 1, "state");
        if (state == RegisterState.LIFTED && (had & 2) == 0) {
            values.error("liftedOn", Code.MISSING_LIFTED_ON, "A household that is LIFTED has a date in liftedOn.");
        }
        if (state == RegisterState.POOR || (state == RegisterState.LIFTED && liftedOn != null)) {
            register = new Rolls.RegisterEntry(state, liftedOn, throughProgramme);
        }
        values.within("rolls", -1);
    }
}
