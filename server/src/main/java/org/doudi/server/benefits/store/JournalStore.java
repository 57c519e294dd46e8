package org.doudi.server.benefits.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Journal;
import org.doudi.server.benefits.JournalEntry;
import org.doudi.server.benefits.Ledger;
import org.doudi.server.benefits.Ledger.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the journal. */
@Repository
public class JournalStore {
    private final JdbcClient jdbc;

    JournalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of a county, the newest first. */
    public List<JournalEntry> entries(String county, int offset, int limit) {
        List<JournalEntry> bare = jdbc.sql("select j.id, j.day, j.kind, j.run, j.words, coalesce(a.name, '') as officer"
                        + " from benefits.journal j left join identity.account a on a.id = j.officer"
                        + " where j.county = ? order by j.id desc offset ? limit ?")
                .params(county, offset, limit)
                .query((row, n) -> new JournalEntry(
                        row.getLong("id"),
                        row.getObject("day", LocalDate.class),
                        Ledger.Entry.valueOf(row.getString("kind")),
                        row.getObject("run", Long.class),
                        row.getString("words"),
                        row.getString("officer"),
                        Map.of()))
                .list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, Map<Account, Long>> postings = new HashMap<>();
        jdbc.sql("select journal, account, fen from benefits.posting where journal in (:ids)")
                .param("ids", bare.stream().map(JournalEntry::id).toList())
                .query((row, n) -> postings.computeIfAbsent(row.getLong(1), j -> new EnumMap<>(Account.class))
                        .put(Account.valueOf(row.getString(2)), row.getLong(3)))
                .list();
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry e : bare) {
            entries.add(new JournalEntry(
                    e.id(),
                    e.day(),
                    e.kind(),
                    e.run(),
                    e.words(),
                    e.officer(),
                    postings.getOrDefault(e.id(), Map.of())));
        }
        return entries;
    }

    /** Adds every entry of a county up. */
    public Journal.Proof proof(String county) {
        return jdbc.sql("select count(*) as entries, count(*) filter (where fen <> 0) as unbalanced,"
                        + " coalesce(sum(fen), 0)::bigint as fen from (select journal, sum(fen) as fen"
                        + " from benefits.posting where county = ? group by journal) e")
                .param(county)
                .query((row, n) ->
                        new Journal.Proof(row.getLong("entries"), row.getLong("unbalanced"), row.getLong("fen")))
                .single();
    }
}
