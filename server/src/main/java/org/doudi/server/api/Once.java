package org.doudi.server.api;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.Sha256;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a request work once, however often it is sent: the key and the answer are written in the transaction of the work. Sent again,
 * it gets the first answer; sent again with other content, it is refused. A request that was refused may be mended and sent again.
 */
@Service
public class Once {
    /** The header that carries the key. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{8,80}");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Once(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Kept(String request, String answer) {}

    /**
     * Does the work unless it was done under this key.
     *
     * @param key of the caller's choice, 8 to 80 visible characters; kept for 30 days
     * @param what names the work
     * @param content of the request
     * @param as the answer's type
     */
    @Transactional
    public <T> T answer(String key, String what, Object content, Class<T> as, Supplier<T> work) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.of(HttpStatus.BAD_REQUEST, "key", HEADER + " is 8 to 80 visible ASCII characters");
        }
        long officer = Scope.officer().id().value();
        String request = digest(what + "\n" + json.writeValueAsString(content));
        jdbc.sql("delete from platform.api_request where officer = ? and made_at < now() - interval '30 days'")
                .param(officer)
                .update();
        int fresh = jdbc.sql("insert into platform.api_request (officer, key, request) values (?, ?, ?)"
                        + " on conflict (officer, key) do nothing")
                .params(officer, key, request)
                .update();
        if (fresh == 0) {
            return json.readValue(kept(officer, key, request), as);
        }
        T answer = work.get();
        jdbc.sql("update platform.api_request set answer = ? where officer = ? and key = ?")
                .params(json.writeValueAsString(answer), officer, key)
                .update();
        return answer;
    }

    private String kept(long officer, String key, String request) {
        Optional<Kept> kept = jdbc.sql("select request, answer from platform.api_request where officer = ? and key = ?")
                .params(officer, key)
                .query((row, n) -> new Kept(row.getString(1), row.getString(2)))
                .optional();
        if (kept.isEmpty() || !kept.get().request().equals(request)) {
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "key-used",
                    "This " + HEADER + " was used for another request; take a new one");
        }
        return kept.get().answer();
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
