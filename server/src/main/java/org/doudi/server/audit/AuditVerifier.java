package org.doudi.server.audit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.doudi.server.audit.AuditFault.Kind;
import org.doudi.server.vault.Vault;
import org.springframework.stereotype.Component;

/** Finds removed, changed, re-ordered and cut-off entries, in the table or in an export. */
@Component
public final class AuditVerifier {
    private static final int MOST_FAULTS = 1000;

    private final Vault vault;

    public AuditVerifier(Vault vault) {
        this.vault = vault;
    }

    /** Reads the whole trail once. */
    public AuditReport verify(AuditSource source) {
        Walk walk = new Walk();
        source.read(walk);
        return walk.report();
    }

    private final class Walk implements AuditSource.Reader {
        private final List<AuditFault> faults = new ArrayList<>();
        private final BitSet headed = new BitSet();
        private final BitSet begun = new BitSet();
        private long entries;
        private int chain = -1;
        private long last;
        private String hash = AuditEntry.NOTHING;

        @Override
        public void entry(AuditEntry entry) {
            entries++;
            enter(entry.chain());
            if (entry.number() <= last) {
                note(Kind.OUT_OF_ORDER, entry.number());
            } else if (entry.number() > last + 1) {
                note(Kind.REMOVED, entry.number());
            } else if (!entry.expectedHash(hash).equals(entry.hash())) {
                note(Kind.CHANGED, entry.number());
            }
            last = entry.number();
            hash = entry.hash();
        }

        private void enter(int next) {
            if (next == chain) {
                return;
            }
            if (begun.get(next)) {
                faults.add(new AuditFault(Kind.OUT_OF_ORDER, next, 0));
            }
            begun.set(next);
            chain = next;
            last = 0;
            hash = AuditEntry.NOTHING;
        }

        @Override
        public void head(ChainHead head) {
            enter(head.chain());
            headed.set(head.chain());
            if (!head.genuine(vault)) {
                note(Kind.HEAD_FORGED, head.count());
            }
            if (last < head.count()) {
                note(Kind.CUT_OFF, last + 1);
            } else if (last > head.count() || !hash.equals(head.hash())) {
                note(Kind.HEAD_DIFFERS, head.count());
            }
        }

        private void note(Kind kind, long number) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new AuditFault(kind, chain, number));
            }
        }

        AuditReport report() {
            for (int c = 0; c < ChainHead.CHAINS; c++) {
                if (!headed.get(c)) {
                    faults.add(new AuditFault(Kind.HEAD_MISSING, c, 0));
                }
            }
            return new AuditReport(entries, faults);
        }
    }
}
