package org.doudi.server.vault;

import java.security.SecureRandom;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * The keys, each for one purpose only.
 *
 * @param fields the keys for fields by number, the newest encrypts and all decrypt
 * @param index the key of the blind index
 * @param nextIndex the key that the blind index is being made anew with, or null while no rotation is under way
 * @param seal the key of the audit trail's digests
 * @param backup the key of backups
 */
record Keys(
        NavigableMap<Integer, KeyParameter> fields,
        KeyParameter index,
        @Nullable KeyParameter nextIndex,
        KeyParameter seal,
        KeyParameter backup) {
    static final int FIELD_BYTES = 16;
    static final int MAC_BYTES = 32;
    static final int HIGHEST_NUMBER = 255;

    Keys {
        fields = new TreeMap<>(fields);
        if (fields.isEmpty() || fields.firstKey() < 1 || fields.lastKey() > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("keys for fields are numbered from 1 to " + HIGHEST_NUMBER);
        }
    }

    /** Keys that nobody had before. */
    static Keys fresh() {
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        fields.put(1, random(FIELD_BYTES));
        return new Keys(fields, random(MAC_BYTES), null, random(MAC_BYTES), random(FIELD_BYTES));
    }

    static KeyParameter random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return new KeyParameter(bytes);
    }

    /** Whether a rotation began and has not ended. */
    boolean rotating() {
        return nextIndex != null;
    }

    /** The same keys with a new one for fields and for the index; the old ones stay until {@link #rotated()}. */
    Keys rotatingFrom() {
        NavigableMap<Integer, KeyParameter> more = new TreeMap<>(fields);
        int next = fields.lastKey() % HIGHEST_NUMBER + 1;
        if (next <= fields.lastKey()) {
            throw new KeyFileException("key number " + HIGHEST_NUMBER + " is in use: no number is left to rotate to");
        }
        more.put(next, random(FIELD_BYTES));
        return new Keys(more, index, random(MAC_BYTES), seal, backup);
    }

    /** What remains when everything is encrypted anew: the new keys, and a new one for the backups to come. */
    Keys rotated() {
        NavigableMap<Integer, KeyParameter> last = new TreeMap<>();
        last.put(fields.lastKey(), fields.lastEntry().getValue());
        return new Keys(last, nextIndex == null ? index : nextIndex, null, seal, random(FIELD_BYTES));
    }

    /** The keys that work during a rotation: everything is read, and written by the new ones. */
    Keys forRotation() {
        return new Keys(fields, nextIndex == null ? index : nextIndex, null, seal, backup);
    }

    /** Keys are not for logs. */
    @Override
    public String toString() {
        return "keys " + fields.keySet();
    }
}
