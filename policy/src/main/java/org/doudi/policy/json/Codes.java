package org.doudi.policy.json;

import org.jspecify.annotations.Nullable;

/** Finds an enum constant by the characters of its name without making a string. */
final class Codes<E extends Enum<E>> {
    private final E[] constants;
    private final char[][] names;

    Codes(E[] constants) {
        this.constants = constants.clone();
        this.names = new char[constants.length][];
        for (int i = 0; i < constants.length; i++) {
            names[i] = constants[i].name().toCharArray();
        }
    }

    @Nullable
    E find(char[] text, int offset, int length) {
        for (int i = 0; i < names.length; i++) {
            char[] name = names[i];
            if (name.length == length && same(name, text, offset)) {
                return constants[i];
            }
        }
        return null;
    }

    private static boolean same(char[] name, char[] text, int offset) {
        for (int i = 0; i < name.length; i++) {
            if (name[i] != text[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** The names, for a message. */
    String all() {
        StringBuilder all = new StringBuilder();
        for (E constant : constants) {
            all.append(all.isEmpty() ? "" : ", ").append(constant.name());
        }
        return all.toString();
    }
}
