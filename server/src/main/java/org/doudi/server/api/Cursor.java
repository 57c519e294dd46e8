package org.doudi.server.api;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where a page of a list begins.
 *
 * @param after the key of the last row that was given; 0 at the beginning
 * @param limit the most rows of the page
 */
public record Cursor(long after, int limit) {
    /** The most rows of a page. */
    public static final int MOST = 500;

    /** From what a request says. */
    public static Cursor of(@Nullable String after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "limit", "limit is a number from 1 to " + MOST);
        }
        return new Cursor(after == null ? 0 : key(after), limit);
    }

    private static long key(String after) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(after);
            if (bytes.length == Long.BYTES) {
                return ByteBuffer.wrap(bytes).getLong();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST, "cursor", "after is not the \"next\" of an earlier page");
    }

    /** The page of these rows, which were read with {@link #limit}; a full page may have a next one. */
    public <T> Page<T> page(List<T> rows, ToLongFunction<T> key) {
        String next = rows.size() < limit ? null : text(key.applyAsLong(rows.get(rows.size() - 1)));
        return new Page<>(rows, next);
    }

    private static String text(long key) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(key).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * A page of a list.
     *
     * @param next what to ask the next page with; absent on the last page
     */
    public record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }
}
