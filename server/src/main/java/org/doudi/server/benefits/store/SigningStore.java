package org.doudi.server.benefits.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.Signatures.Signed;
import org.doudi.server.benefits.SigningScheme;
import org.doudi.server.benefits.SigningScheme.Band;
import org.doudi.server.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has to sign, and who did. */
@Repository
public class SigningStore {
    private static final String SCHEME =
            "select id, county, valid_from, source, state, proposed_by from benefits.signing_scheme ";

    private final JdbcClient jdbc;

    SigningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private Optional<SigningScheme> one(JdbcClient.StatementSpec statement) {
        return list(statement).stream().findFirst();
    }

    private List<SigningScheme> list(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, n) -> new SigningScheme(
                        row.getLong("id"),
                        row.getString("county"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("source"),
                        SigningScheme.State.valueOf(row.getString("state")),
                        bands(row.getLong("id")),
                        row.getLong("proposed_by")))
                .list();
    }

    private List<Band> bands(long scheme) {
        return jdbc.sql(
                        "select from_fen, finance, approvers from benefits.signing_band where scheme = ? order by from_fen")
                .param(scheme)
                .query((row, n) -> new Band(row.getLong(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** The scheme that a county has on a day. */
    public Optional<SigningScheme> inForce(String county, LocalDate day) {
        return one(jdbc.sql(SCHEME + "where county = ? and state = 'IN_FORCE' and valid_from <= ?"
                        + " order by valid_from desc, id desc limit 1")
                .params(county, day));
    }

    /** The schemes of an area, the newest first. */
    public List<SigningScheme> of(String area, int offset, int limit) {
        return list(jdbc.sql(SCHEME + "where county like ? || '%' order by id desc offset ? limit ?")
                .params(area, offset, limit));
    }

    /** A scheme that nobody else decides on until the transaction ends. */
    public Optional<SigningScheme> lock(long id) {
        return one(jdbc.sql(SCHEME + "where id = ? for update").param(id));
    }

    /** Adds a proposal; nothing if the county has one. */
    public Optional<Long> propose(SigningScheme scheme, LocalDate day) {
        Optional<Long> id = jdbc.sql(
                        "insert into benefits.signing_scheme (county, valid_from, source, state, proposed_by,"
                                + " proposed_on) values (?, ?, ?, 'PROPOSED', ?, ?)"
                                + " on conflict (county) where state = 'PROPOSED' do nothing returning id")
                .params(scheme.county(), scheme.from(), scheme.source(), scheme.proposedBy(), day)
                .query(Long.class)
                .optional();
        id.ifPresent(of -> scheme.bands()
                .forEach(b -> jdbc.sql(
                                "insert into benefits.signing_band (scheme, from_fen, finance, approvers) values (?, ?, ?, ?)")
                        .params(of, b.fromFen(), b.finance(), b.approvers())
                        .update()));
        return id;
    }

    /** Decides on a proposal. */
    public void decide(long id, SigningScheme.State state, long officer, LocalDate day) {
        jdbc.sql("update benefits.signing_scheme set state = ?, decided_by = ?, decided_on = ? where id = ?")
                .params(state.name(), officer, day, id)
                .update();
    }

    /** Signs a run; tells whether the person had not yet. */
    public boolean sign(Run run, long officer, Role role, LocalDate day) {
        return jdbc.sql("insert into benefits.signature (run, officer, village, role, signed_on) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(run.id(), officer, run.county() + "000000", role.name(), day)
                        .update()
                == 1;
    }

    /** Who signed a run, the first first. */
    public List<Signed> signed(long run) {
        return jdbc.sql(
                        "select s.officer, s.role, s.signed_on, coalesce(a.name, '') as name from benefits.signature s"
                                + " left join identity.account a on a.id = s.officer where s.run = ? order by s.signed_on, s.officer")
                .param(run)
                .query((row, n) -> new Signed(
                        row.getLong("officer"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        row.getObject("signed_on", LocalDate.class)))
                .list();
    }
}
