package org.doudi.linkage.person;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * People packed into eight {@code long}s each, in chunks, so that one person is one cache line and no row is an object.
 *
 * <pre>
 * word 0  id number: body (bits 0–56), kind (57–59), check character (60–63)
 * word 1  birth date yyyymmdd (0–26), sex (27–28), name length (29–32), name kept whole (33), birth taken from the id number (34),
 *         id number and birth date contradict each other (35), how common the name is (36–38)
 * word 2  first four UTF-16 units of the folded name
 * word 3  the next four
 * word 4  village: code, or hash of the folded text with the top bit set; 0 unknown
 * word 5  telephone number; 0 unknown
 * word 6  hash of the household key; 0 unknown
 * word 7  hash of the name as it sounds (0–31), hash of the whole folded name (32–63)
 * </pre>
 */
public final class PersonRows implements Serializable {
    /** Longs of a row. */
    public static final int WORDS = 8;

    /** Place of the key of the household in a row. */
    public static final int HOUSEHOLD = 6;

    static final int CHUNK_BITS = 15;
    static final int CHUNK_ROWS = 1 << CHUNK_BITS;
    static final int ODD_CHECK = 15;
    private static final int FIRST_ROWS = 1 << 9;
    private static final long[] NO_BODIES = {};
    static final long TEXT_VILLAGE = 1L << 63;

    private static final long BODY_MASK = (1L << 57) - 1;

    private long[][] chunks;
    private int rows;
    private final Map<Integer, long[]> oddIds = new HashMap<>();

    /** No rows yet. */
    public PersonRows() {
        chunks = new long[4][];
    }

    /** Number of rows. */
    public int size() {
        return rows;
    }

    /** Adds a row of eight words. */
    public void add(long[] words) {
        add(words, 0);
    }

    /** Adds the row whose words begin at a place. */
    public void add(long[] words, int from) {
        int chunk = rows >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunks.length * 2);
        }
        int place = place(rows);
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[chunk == 0 ? FIRST_ROWS * WORDS : CHUNK_ROWS * WORDS];
        } else if (place == chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], Math.min(CHUNK_ROWS * WORDS, place * 4));
        }
        System.arraycopy(words, from, chunks[chunk], place, WORDS);
        rows++;
    }

    /** Remembers the possible bodies of the number with a digit too many or too few in the row added last. */
    public void oddId(long[] bodies) {
        oddIds.put(rows - 1, bodies);
    }

    /**
     * Left and right in one numbering: left rows keep their numbers, right rows begin at {@link #rightBase}.
     */
    public static PersonRows joined(PersonRows left, PersonRows right) {
        PersonRows both = new PersonRows();
        int leftChunks = chunksOf(left.rows);
        int rightChunks = chunksOf(right.rows);
        both.chunks = new long[leftChunks + rightChunks][];
        System.arraycopy(left.chunks, 0, both.chunks, 0, leftChunks);
        System.arraycopy(right.chunks, 0, both.chunks, leftChunks, rightChunks);
        both.rows = rightBase(left) + right.rows;
        both.oddIds.putAll(left.oddIds);
        right.oddIds.forEach((row, bodies) -> both.oddIds.put(rightBase(left) + row, bodies));
        return both;
    }

    /** The number that the first right row gets when lists are joined. */
    public static int rightBase(PersonRows left) {
        return rightBase(left.rows);
    }

    /** The number that the first right row gets when a list of so many rows stands left of it. */
    public static int rightBase(int leftRows) {
        return chunksOf(leftRows) << CHUNK_BITS;
    }

    private static int chunksOf(int rows) {
        return (rows + CHUNK_ROWS - 1) >>> CHUNK_BITS;
    }

    /** One word of a row. */
    public long word(int row, int word) {
        return chunks[row >>> CHUNK_BITS][(row & (CHUNK_ROWS - 1)) * WORDS + word];
    }

    /** A copy that can be changed without changing these. */
    public PersonRows copy() {
        PersonRows copy = new PersonRows();
        copy.chunks = new long[chunks.length][];
        for (int chunk = 0; chunk < chunksOf(rows); chunk++) {
            copy.chunks[chunk] = chunks[chunk].clone();
        }
        copy.rows = rows;
        copy.oddIds.putAll(oddIds);
        return copy;
    }

    /** Copies the words of a row. */
    public void copy(int row, long[] to, int at) {
        System.arraycopy(chunk(row), place(row), to, at, WORDS);
    }

    /** Writes how common the name of a row is, 0 being rare. */
    void nameLevel(int row, int level) {
        int place = (row & (CHUNK_ROWS - 1)) * WORDS + 1;
        long[] chunk = chunks[row >>> CHUNK_BITS];
        chunk[place] = (chunk[place] & ~(7L << 36)) | (long) level << 36;
    }

    /** Gives a row another name of its village. */
    void village(int row, long village) {
        chunks[row >>> CHUNK_BITS][(row & (CHUNK_ROWS - 1)) * WORDS + 4] = village;
    }

    /** The telephone number of a row is not known after all. */
    void blankPhone(int row) {
        chunk(row)[place(row) + 5] = 0;
    }

    /** The id number of a row is not known after all. */
    void blankId(int row) {
        chunk(row)[place(row)] = 0;
    }

    /** The birth date of a row is not known after all, unless its id number tells it. */
    void blankBirth(int row) {
        long[] chunk = chunk(row);
        int at = place(row);
        IdNumbers.Kind kind = kind(chunk[at]);
        boolean sound = kind == IdNumbers.Kind.VALID || kind == IdNumbers.Kind.UNCHECKED;
        long cleared = chunk[at + 1] & ~(0x7FF_FFFFL | 1L << 34 | 1L << 35);
        chunk[at + 1] = sound ? cleared | IdNumbers.birth(body(chunk[at])) | 1L << 34 : cleared;
    }

    static int nameLevel(long word1) {
        return (int) (word1 >>> 36 & 7);
    }

    /** The chunk that holds a row. */
    long[] chunk(int row) {
        return chunks[row >>> CHUNK_BITS];
    }

    /** Where a row begins in its chunk. */
    static int place(int row) {
        return (row & (CHUNK_ROWS - 1)) * WORDS;
    }

    static long packId(IdNumbers.Kind kind, long body, int check) {
        return kind == IdNumbers.Kind.NONE ? 0 : body | (long) kind.code() << 57 | (long) check << 60;
    }

    IdNumbers.Kind idKind(int row) {
        return kind(word(row, 0));
    }

    static IdNumbers.Kind kind(long word0) {
        return IdNumbers.Kind.ofCode((int) (word0 >>> 57) & 7);
    }

    static long body(long word0) {
        return word0 & BODY_MASK;
    }

    static int check(long word0) {
        return (int) (word0 >>> 60);
    }

    /** Possible bodies of a number with a digit too many or too few; empty for all other rows. */
    public long[] oddBodies(int row) {
        if (check(word(row, 0)) != ODD_CHECK) {
            return NO_BODIES;
        }
        long[] bodies = oddIds.get(row);
        return bodies == null ? NO_BODIES : bodies;
    }

    static int birth(long word1) {
        return (int) (word1 & 0x7FF_FFFF);
    }

    static int sex(long word1) {
        return (int) (word1 >>> 27 & 3);
    }

    static int nameLength(long word1) {
        return (int) (word1 >>> 29 & 15);
    }

    static boolean birthFromId(long word1) {
        return (word1 >>> 34 & 1) != 0;
    }

    static boolean contradicts(long word1) {
        return (word1 >>> 35 & 1) != 0;
    }

    static char nameUnit(long word2, long word3, int i) {
        return (char) (i < 4 ? word2 >>> (16 * i) : word3 >>> (16 * (i - 4)));
    }

    static int soundHash(long word7) {
        return (int) word7;
    }

    static int nameHash(long word7) {
        return (int) (word7 >>> 32);
    }
}
