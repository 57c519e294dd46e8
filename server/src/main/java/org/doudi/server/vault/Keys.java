package org.doudi.server.vault;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys, each for one purpose only.
 *
 * @param fields the keys for fields by number, the newest encrypts and all decrypt
 * @param index the key of the blind index
 * @param seal the key of the audit trail's digests
 * @param backup the key of backups
 */
record Keys(NavigableMap<Integer, KeyParameter> fields, KeyParameter index, KeyParameter seal, KeyParameter backup) {
    static final int FIELD_BYTES = 16;
    static final int MAC_BYTES = 32;
    static final int HIGHEST_NUMBER = 255;

    Keys {
        fields = new TreeMap<>(fields);
        if (fields.isEmpty() || fields.firstKey() < 1 || fields.lastKey() > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("keys for fields are numbered from 1 to " + HIGHEST_NUMBER);
        }
    }

    /** The same keys with one more for fields, which encrypts from now on. */
    Keys withNewField(KeyParameter key) {
        NavigableMap<Integer, KeyParameter> more = new TreeMap<>(fields);
        more.put(fields.lastKey() + 1, key);
        return new Keys(more, index, seal, backup);
    }

    /** Keys are not for logs. */
    @Override
    public String toString() {
        return "keys " + fields.keySet();
    }
}
