package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file that goes to a bank when a run is let go: sealed, once, and of what is there. */
class BankFilesTest extends BankTreasury {
    @Autowired
    Flyway flyway;

    /** Somebody who goes away in the middle. */
    private static final class Broken extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("gone");
        }
    }

    private long downloads(Run run) {
        return as(
                Role.AUDITOR,
                () -> transaction.execute(
                        t -> jdbc.sql("select count(*) from audit.entry where act = 'EXPORTED' and what like '%' || ?")
                                .param(run.fileHash())
                                .query(Long.class)
                                .single()));
    }

    @Test
    @DisplayName(
            "2.1-1 the bank file is pain.001 of the run's transfers, sealed, and the same bytes whenever it is asked for")
    void sealed() throws IOException {
        LocalDate month = LocalDate.of(2016, 1, 1);
        deposit(1_000_000);
        long[] families = family(month, 3);
        long silent = household();
        grant(silent, Aid.DIBAO, 50_000, month, month.plusMonths(1));
        Run run = released(month);
        blockedIsSent();

        byte[] bytes = file(run);
        assertThat(file(run)).isEqualTo(bytes);
        assertThat(downloads(run)).isEqualTo(2);
        assertThatThrownBy(() -> as(Role.FINANCE_OFFICER, () -> {
                    files.write(run.id(), new Broken());
                    return run;
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(downloads(run)).as("who breaks off has read it").isEqualTo(3);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        assertThat(run.fileHash()).isEqualTo(HexFormat.of().formatHex(hash));

        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><CstmrCdtTrfInitn><GrpHdr><MsgId>");
        assertThat(text).doesNotContain("xmlns=\"\"").doesNotContain("xsi:").doesNotContain("ns2");
        MxPain00100109 parsed = MxPain00100109.parse(text);
        assertThat(parsed).isNotNull();
        var initiation = parsed.getCstmrCdtTrfInitn();
        BigDecimal sum = new BigDecimal("300.03");
        assertThat(initiation.getGrpHdr().getNbOfTxs()).isEqualTo("3");
        assertThat(initiation.getGrpHdr().getCtrlSum()).isEqualByComparingTo(sum);
        assertThat(initiation.getGrpHdr().getMsgId()).hasSizeBetween(1, 35);
        assertThat(initiation.getPmtInf()).hasSize(1);
        PaymentInstruction30 payment = initiation.getPmtInf().get(0);
        assertThat(payment.getReqdExctnDt().getDt()).isEqualTo(run.dueOn());
        assertThat(payment.getCdtTrfTxInf()).hasSize(3);
        String reference = reference(families[0], month);
        CreditTransferTransaction34 first = payment.getCdtTrfTxInf().stream()
                .filter(t -> t.getPmtId().getEndToEndId().equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(first.getAmt().getInstdAmt().getCcy()).isEqualTo("CNY");
        assertThat(first.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("100.00");
        assertThat(first.getCdtrAcct().getId().getOthr().getId())
                .isEqualTo(luhn("62284800" + "%010d".formatted(payee(families[0]))));
        assertThat(first.getCdtrAgt().getFinInstnId().getClrSysMmbId().getMmbId())
                .isEqualTo("402211000018");
        assertThat(text.indexOf("<CdtrAgt>")).isLessThan(text.indexOf("<Cdtr>"));
        assertThat(text.indexOf("<DbtrAgt>")).isLessThan(text.indexOf("<CdtTrfTxInf>"));

        sql(() -> jdbc.sql("update benefits.bank_account set holder = holder || '甲' where person = ?")
                .param(payee(families[1]))
                .update());
        assertThat(file(run)).isEqualTo(bytes);

        // the platform itself may not change a part, and who may is found out
        assertThatThrownBy(() -> sql(() -> jdbc.sql("update benefits.run_file_part set content = 'x'::bytea")
                        .update()))
                .hasStackTraceContaining("permission denied");
        LocalDate next = month.plusMonths(1);
        grant(families[0], Aid.DIBAO, 20_000, next, next.plusMonths(1));
        Run other = released(next);
        JdbcClient owner = JdbcClient.create(
                Objects.requireNonNull(flyway.getConfiguration().getDataSource()));
        owner.sql(
                        "update benefits.run_file_part set content ="
                                + " (select content from benefits.run_file_part where run = ? and nth = 0) where run = ? and nth = 0")
                .params(other.id(), run.id())
                .update();
        assertBroken(run);
        owner.sql("delete from benefits.run_file_part where run = ?")
                .param(run.id())
                .update();
        assertBroken(run);
    }

    private void assertBroken(Run run) {
        assertThatThrownBy(() -> as(Role.FINANCE_OFFICER, () -> {
                    files.write(run.id(), OutputStream.nullOutputStream());
                    return run;
                }))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.why()).isEqualTo(FileRefused.Cause.BROKEN_SEAL));
    }

    @Test
    @DisplayName("2.1-1 two clerks let a run go in the same moment: it goes once, and the other is told")
    void together() throws Exception {
        LocalDate month = LocalDate.of(2016, 10, 1);
        deposit(1_000_000);
        family(month, 3);
        Run drafted = draft(month);
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), key()));
        Run funded = as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        List<Object> answers = new ArrayList<>();
        try {
            List<Future<Object>> releases = new ArrayList<>();
            for (long clerk : new long[] {4001, 4002}) {
                Officer officer = new Officer(
                        new OfficerId(clerk),
                        "f",
                        "f",
                        Role.FINANCE_OFFICER,
                        officer(Role.FINANCE_OFFICER).area());
                releases.add(clerks.submit(() -> {
                    both.await();
                    try {
                        return Scope.as(officer, () -> runs.release(funded.id(), funded.version(), key()));
                    } catch (RunRefused e) {
                        return e.why();
                    }
                }));
            }
            for (Future<Object> release : releases) {
                answers.add(release.get());
            }
        } finally {
            clerks.shutdownNow();
        }
        assertThat(answers).filteredOn(Run.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Cause.class::isInstance).containsExactly(Cause.NOT_NOW);
        assertThat(sql(() -> jdbc.sql("select count(*) from benefits.transfer where run = ?")
                        .param(funded.id())
                        .query(Long.class)
                        .single()))
                .isEqualTo(3);
        assertThat(sql(() -> jdbc.sql("select count(*) from benefits.run_file where run = ?")
                        .param(funded.id())
                        .query(Long.class)
                        .single()))
                .isEqualTo(1);
        blockedIsSent();
    }

    @Test
    @DisplayName("a transfer is of a line, a run and an account that are there, and a line that was sent stays")
    void references() {
        LocalDate month = LocalDate.of(2016, 9, 1);
        deposit(1_000_000);
        long family = family(month, 1)[0];
        Run run = released(month);
        long line = sql(() -> jdbc.sql("select id from benefits.line where run = ? and household = ?")
                .params(run.id(), family)
                .query(Long.class)
                .single());
        for (String column : List.of("line", "run", "account")) {
            assertThatThrownBy(() -> sql(() -> jdbc.sql("insert into benefits.transfer (line, run, village, attempt,"
                                    + " account, fen, reference, state) select line, run, village, 9, account, fen,"
                                    + " 'X-' || ?, 'REJECTED' from (select "
                                    + List.of("line", "run", "account").stream()
                                            .map(c -> c.equals(column) ? "-1 as " + c : c)
                                            .collect(Collectors.joining(", "))
                                    + ", village, fen from benefits.transfer where line = ?) t")
                            .params(column, line)
                            .update()))
                    .hasStackTraceContaining(
                            "there is no " + (column.equals("account") ? "bank_account" : column) + " -1");
        }
        assertThatThrownBy(() -> sql(() -> jdbc.sql("delete from benefits.line where id = ?")
                        .param(line)
                        .update()))
                .hasStackTraceContaining("cannot be removed");
    }

    @Test
    @DisplayName("a name that the file cannot carry stops the release, and no money is sent")
    void characters() {
        LocalDate month = LocalDate.of(2016, 3, 1);
        deposit(1_000_000);
        long family = family(month, 1)[0];
        sql(() -> jdbc.sql("update benefits.bank_account set holder = E'王\\x01五' where person = ?")
                .param(payee(family))
                .update());
        assertThatThrownBy(() -> released(month)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.why()).isEqualTo(FileRefused.Cause.CHARACTERS);
            assertThat(e.place()).startsWith("D");
        });
        assertThat(lines(family, month)).containsExactly("NEW TO_PAY 10000 0 0");
    }
}
