package org.doudi.server.casework.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.PublicObjection;
import org.doudi.server.casework.PublicObjection.Objector;
import org.doudi.server.identity.Sha256;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of those who objected on the public page; who they are lies there encrypted. */
@Repository
public class ObjectorStore {
    private static final String NAME = "casework.objector.name";
    private static final String REACH = "casework.objector.reach";
    private static final String CODE = "casework.objector.code";
    /** No letter or digit that is taken for another one when it is read aloud or written down. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    private final JdbcClient jdbc;
    private final Vault vault;

    ObjectorStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The secret code that belongs to a form; nobody without the platform's key can tell it. */
    public String code(String form) {
        byte[] index = vault.index(CODE, form);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(Math.floorMod(index[i], LETTERS.length())));
        }
        return code.toString();
    }

    /** Keeps who made an objection. */
    public void add(CaseFile c, long objection, PublicObjection made) {
        jdbc.sql("insert into casework.objector (objection, case_id, village, form, code_digest, name_enc, reach_enc)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        objection,
                        c.id(),
                        c.village(),
                        made.form(),
                        digest(code(made.form())),
                        vault.encryptOrNull(NAME, made.objector().name()),
                        vault.encryptOrNull(REACH, made.objector().reach())))
                .update();
    }

    /** The objection that this form made before. */
    public Optional<Long> madeBy(CaseFile c, String form) {
        return jdbc.sql("select objection from casework.objector where case_id = ? and form = ?")
                .params(c.id(), form)
                .query(Long.class)
                .optional();
    }

    /** How many objections of the public to a case wait for an answer. */
    public int waiting(CaseFile c) {
        return jdbc.sql("select count(*)::int from casework.objector p join casework.objection o on o.id = p.objection"
                        + " where p.case_id = ? and o.answered_on is null")
                .param(c.id())
                .query(Integer.class)
                .single();
    }

    /** Whether this is the code of that objection. */
    public boolean opens(String village, long objection, String code) {
        return jdbc.sql("select code_digest from casework.objector where village = ? and objection = ?")
                .params(village, objection)
                .query(byte[].class)
                .optional()
                .filter(kept -> MessageDigest.isEqual(kept, digest(code)))
                .isPresent();
    }

    /** Who made an objection of a case. */
    public Optional<Objector> of(CaseFile c, long objection) {
        return jdbc.sql("select name_enc, reach_enc from casework.objector where case_id = ? and objection = ?")
                .params(c.id(), objection)
                .query((row, i) -> new Objector(open(NAME, row.getBytes(1)), open(REACH, row.getBytes(2))))
                .optional();
    }

    private @Nullable String open(String context, byte @Nullable [] encrypted) {
        return encrypted == null ? null : vault.decrypt(context, encrypted);
    }

    private static byte[] digest(String code) {
        return Sha256.of(code.getBytes(StandardCharsets.UTF_8));
    }
}
