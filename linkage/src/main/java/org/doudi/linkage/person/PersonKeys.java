package org.doudi.linkage.person;

import org.doudi.linkage.block.Keys;

/**
 * The passes that bring people together. The tag carries the id number and the birth date in short, so that a pair that an earlier pass
 * has brought is passed over without reading its rows.
 */
public enum PersonKeys {
    /** The id number, and for a mistyped one the numbers that one typing error would explain. */
    ID_NUMBER {
        @Override
        int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys) {
            long id = chunk[at];
            switch (PersonRows.kind(id)) {
                case NONE:
                    return 0;
                case VALID, UNCHECKED:
                    keys[0] = Hash.mix(PersonRows.body(id));
                    return 1;
                case BAD:
                    break;
            }
            int n;
            if (PersonRows.check(id) == PersonRows.ODD_CHECK) {
                long[] bodies = rows.oddBodies(row);
                n = Math.min(bodies.length, Keys.MOST);
                System.arraycopy(bodies, 0, keys, 0, n);
            } else {
                n = IdNumbers.repairs(PersonRows.body(id), PersonRows.check(id), keys);
            }
            for (int i = 0; i < n; i++) {
                keys[i] = Hash.mix(keys[i]);
            }
            return -n;
        }

        @Override
        boolean broughtBefore(long tagA, long tagB) {
            return false;
        }
    },
    /** The sound of the name and the full birth date. */
    NAME_AND_BIRTH {
        @Override
        int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys) {
            int sound = PersonRows.soundHash(chunk[at + 7]);
            int birth = PersonRows.birth(chunk[at + 1]);
            if (sound == 0 || birth % 100 == 0) {
                return 0;
            }
            keys[0] = Hash.mix((long) sound << 32 ^ birth);
            return 1;
        }

        @Override
        boolean broughtBefore(long tagA, long tagB) {
            return sameId(tagA, tagB);
        }
    },
    /** The sound of the name and the village. */
    NAME_AND_VILLAGE {
        @Override
        int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys) {
            int sound = PersonRows.soundHash(chunk[at + 7]);
            long village = chunk[at + 4];
            if (sound == 0 || village == 0) {
                return 0;
            }
            keys[0] = Hash.with(Hash.mix(village), sound);
            return 1;
        }

        @Override
        boolean broughtBefore(long tagA, long tagB) {
            return sameId(tagA, tagB) || sameBirth(tagA, tagB);
        }
    },
    /** The full birth date and the village. */
    BIRTH_AND_VILLAGE {
        @Override
        int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys) {
            int birth = PersonRows.birth(chunk[at + 1]);
            long village = chunk[at + 4];
            if (birth % 100 == 0 || village == 0) {
                return 0;
            }
            keys[0] = Hash.with(Hash.mix(village), birth);
            return 1;
        }

        @Override
        boolean broughtBefore(long tagA, long tagB) {
            return sameId(tagA, tagB);
        }
    },
    /** The telephone number and the sound of the name. */
    PHONE_AND_NAME {
        @Override
        int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys) {
            int sound = PersonRows.soundHash(chunk[at + 7]);
            long phone = chunk[at + 5];
            if (phone == 0 || sound == 0) {
                return 0;
            }
            keys[0] = Hash.with(Hash.mix(phone), sound);
            return 1;
        }

        @Override
        boolean broughtBefore(long tagA, long tagB) {
            return sameId(tagA, tagB) || sameBirth(tagA, tagB);
        }
    };

    private static final int BIRTH_BITS = 27;

    abstract int keys(PersonRows rows, int row, long[] chunk, int at, long[] keys);

    /** Whether the tags alone show that an earlier pass has brought the pair. */
    abstract boolean broughtBefore(long tagA, long tagB);

    /** This pass over certain rows. */
    public Keys over(PersonRows rows) {
        return new Keys() {
            @Override
            public int of(int row, long[] keys) {
                return keys(rows, row, rows.chunk(row), PersonRows.place(row), keys);
            }

            @Override
            public long tag(int row) {
                return tagOf(rows.chunk(row), PersonRows.place(row));
            }
        };
    }

    private static long tagOf(long[] chunk, int at) {
        long id = chunk[at];
        IdNumbers.Kind kind = PersonRows.kind(id);
        boolean sound = kind == IdNumbers.Kind.VALID || kind == IdNumbers.Kind.UNCHECKED;
        long idPart = sound ? Hash.mix(PersonRows.body(id)) >>> BIRTH_BITS << BIRTH_BITS : 0;
        return idPart | PersonRows.birth(chunk[at + 1]);
    }

    private static boolean sameId(long tagA, long tagB) {
        return tagA >>> BIRTH_BITS == tagB >>> BIRTH_BITS && tagA >>> BIRTH_BITS != 0;
    }

    private static boolean sameBirth(long tagA, long tagB) {
        int birthA = (int) (tagA & (1L << BIRTH_BITS) - 1);
        int birthB = (int) (tagB & (1L << BIRTH_BITS) - 1);
        return birthA == birthB && birthA % 100 != 0;
    }
}
