package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import java.io.ByteArrayOutputStream;
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
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.FileHead;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.Fault;
import org.doudi.server.benefits.files.ReturnResult.RowFault;
import org.doudi.server.benefits.files.ReturnResult.Standing;
import org.doudi.server.benefits.files.Returns;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Files that go to a bank and what comes back of them. */
@ContextConfiguration(initializers = BankDatabase.class, inheritInitializers = false)
class BankFilesTest extends Treasury {
    @Autowired
    Flyway flyway;

    @Autowired
    PaymentFiles files;

    @Autowired
    Returns returns;

    private byte[] file(Run run) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        as(Role.FINANCE_OFFICER, () -> {
            files.write(run.id(), to);
            return to;
        });
        return to.toByteArray();
    }

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

    private ReturnResult take(Run run, String text) {
        return as(
                Role.FINANCE_OFFICER,
                () -> returns.take(run.id(), "bank", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8))));
    }

    private List<RowFault> faults(ReturnResult result) {
        return as(Role.FINANCE_OFFICER, () -> returns.faults(result.file(), 0, 100)).stream()
                .map(Fault::why)
                .toList();
    }

    private String reference(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select t.reference from benefits.transfer t join benefits.line l on l.id = t.line"
                        + " where l.household = ? and l.month = ? order by t.attempt desc limit 1")
                .params(household, month)
                .query(String.class)
                .single());
    }

    private Run now(Run run) {
        return as(Role.FINANCE_OFFICER, () -> runs.get(run.id()));
    }

    /** What is set aside is what is under way, and what waits for its release. */
    private void blockedIsSent() {
        long sent = as(
                Role.FINANCE_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select (select coalesce(sum(fen), 0) from benefits.transfer where state = 'SENT')"
                                        + " + (select coalesce(sum(p.fen), 0) from benefits.posting p join benefits.journal j on j.id = p.journal"
                                        + " join benefits.run r on r.id = j.run where r.state = 'FUNDED' and p.account = 'BLOCKED')")
                        .query(Long.class)
                        .single()));
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY))).containsEntry(Account.BLOCKED, sent);
    }

    private long[] family(LocalDate month, int count) {
        long[] families = new long[count];
        for (int i = 0; i < count; i++) {
            families[i] = household();
            grant(families[i], Aid.DIBAO, 10_000L + i, month, month.plusMonths(1));
            account(families[i]);
        }
        return families;
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

    @Test
    @DisplayName(
            "2.1-1 3.3-1 each row of a csv return ends a transfer, confirms it, or is an error; the same file books once")
    void returned() {
        LocalDate month = LocalDate.of(2017, 1, 1);
        deposit(10_000_000);
        long[] families = family(month, 5);
        Run run = released(month);
        String paid = reference(families[0], month);
        String rejected = reference(families[1], month);
        String doubled = reference(families[2], month);
        String torn = reference(families[3], month);
        String other = reference(families[4], month);
        String csv = "reference,result,code,amount\n" + paid + ",PAID,,100.00\n" + rejected + ",REJECTED,AC04,100.01\n"
                + doubled + ",PAID,,\n" + doubled + ",PAID,,\n" + torn + ",PAID,,\n" + torn + ",REJECTED,AC01,\n"
                + other + ",PAID,,99.00\nD999999999999-1,PAID,,\n" + other + ",纸票,,\n" + other + ",处理中,,\n";
        ReturnResult result = take(run, csv);
        assertThat(result.standing()).isEqualTo(Standing.BOOKED);
        assertThat(List.of(result.paid(), result.rejected(), result.open(), result.errors()))
                .containsExactly(2L, 1L, 1L, 6L);
        assertThat(faults(result))
                .containsExactly(
                        RowFault.DOUBLED,
                        RowFault.CONTRADICTING,
                        RowFault.CONTRADICTING,
                        RowFault.OTHER_AMOUNT,
                        RowFault.UNKNOWN_REFERENCE,
                        RowFault.UNKNOWN_STATUS);
        assertThat(lines(families[0], month)).containsExactly("NEW PAID 10000 0 0");
        assertThat(lines(families[1], month)).containsExactly("NEW REJECTED 10001 0 0");
        assertThat(lines(families[3], month)).containsExactly("NEW SENT 10003 0 0");
        assertThat(now(run).state()).isEqualTo(Run.State.RELEASED);
        blockedIsSent();
        var before = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        ReturnResult again = take(run, csv);
        assertThat(again.standing()).isEqualTo(Standing.KNOWN);
        assertThat(again.file()).isEqualTo(result.file());
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY))).isEqualTo(before);

        // other bytes, the same news: confirmed; the contrary: an error
        ReturnResult later = take(
                run,
                "参考号,结果,代码\n" + paid + ",成功,\n" + rejected + ",成功,\n" + torn + ",REJECTED,AC01\n" + other
                        + ",REJECTED,\n" + paid + ",退回,AC04\n");
        assertThat(faults(later)).containsExactly(RowFault.CONTRADICTING, RowFault.NO_CODE);
        assertThat(later.confirmed()).isEqualTo(1);
        assertThat(lines(families[0], month)).containsExactly("NEW REVERSED 10000 0 0");
        blockedIsSent();

        assertThatThrownBy(() -> as(Role.FINANCE_OFFICER, () -> returns.close(run.id(), now(run).version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.OPEN_TRANSFERS));
        take(run, "reference,result,code\n" + other + ",PAID,\n");
        Run reconciled = now(run);
        assertThat(reconciled.state()).isEqualTo(Run.State.RECONCILED);
        Officer releaser = new Officer(new OfficerId(3000), "f2", "f2", Role.FINANCE_OFFICER, new Area(COUNTY));
        assertThatThrownBy(() -> Scope.as(releaser, () -> returns.close(run.id(), reconciled.version(), key())))
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.FOUR_EYES));
        assertThat(as(Role.FINANCE_OFFICER, () -> returns.close(run.id(), reconciled.version(), key()))
                        .state())
                .isEqualTo(Run.State.CLOSED);
        var balances = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();

        // a new account: sent once more with the next run, as a second try, never twice
        LocalDate next = month.plusMonths(1);
        account(families[1], "62284899");
        released(next);
        assertThat(lines(families[1], month)).as("the days to object run").containsExactly("NEW NO_ACCOUNT 10001 0 0");
        blockedIsSent();
        account(families[0], "62284898");
        objectedTo(families[1]);
        objectedTo(families[0]);
        released(next.plusMonths(1));
        for (long back : List.of(families[0], families[1])) {
            assertThat(reference(back, month)).endsWith("-2");
            assertThat(lines(back, month)).singleElement().asString().startsWith("NEW SENT");
        }
        released(next.plusMonths(2));
        assertThat(reference(families[0], month)).endsWith("-2");
        assertThat(reference(families[1], month)).endsWith("-2");
        blockedIsSent();
        assertThat(faults(take(run, "reference,result,code\n" + reference(families[1], month) + ",PAID,\n")))
                .containsExactly(RowFault.OTHER_RUN);
    }

    /** The days in which somebody can object to a new account are over. */
    private void objectedTo(long household) {
        int started = sql(
                () -> jdbc.sql("update benefits.bank_account set usable_from = ? where person = ? and state = 'COMING'")
                        .params(today.date(), payee(household))
                        .update());
        assertThat(started).isEqualTo(1);
    }

    private List<String> states(long household) {
        return sql(() -> jdbc.sql("select state from benefits.bank_account where person = ? order by id")
                .param(payee(household))
                .query(String.class)
                .list());
    }

    private long accountOf(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select t.account from benefits.transfer t join benefits.line l on l.id = t.line"
                        + " where l.household = ? and l.month = ? order by t.attempt desc limit 1")
                .params(household, month)
                .query(Long.class)
                .single());
    }

    @Test
    @DisplayName("2.1-1 money goes to the old account until the new one starts, and then to the new one alone")
    void cooling() {
        LocalDate month = LocalDate.of(2021, 1, 1);
        deposit(1_000_000);
        long family = household();
        grant(family, Aid.DIBAO, 10_000, month, month.plusMonths(3));
        account(family);
        released(month);
        long old = accountOf(family, month);
        account(family, "62284897");
        assertThat(states(family)).containsExactly("ACTIVE", "COMING");
        released(month.plusMonths(1));
        assertThat(accountOf(family, month.plusMonths(1))).isEqualTo(old);
        objectedTo(family);
        released(month.plusMonths(2));
        assertThat(states(family)).containsExactly("RETIRED", "ACTIVE");
        assertThat(accountOf(family, month.plusMonths(2))).isGreaterThan(old);
    }

    private FileHead head(Run run) {
        return as(Role.FINANCE_OFFICER, () -> files.of(run.id())).orElseThrow().head();
    }

    /** A bank's answer to a file, whatever else of the county went out with it. */
    private static String answer(FileHead sent, String rows) {
        BigDecimal sum = BigDecimal.valueOf(sent.fen(), 2);
        return STATUS.formatted(sent.message(), sent.transfers(), sum.toPlainString(), sent.message(), rows);
    }

    @Test
    @DisplayName(
            "2.1-1 a bank that rejects a whole file rejects every transfer of it; no account is at fault, and all go out with the next run")
    void whole() {
        LocalDate month = LocalDate.of(2022, 1, 1);
        deposit(1_000_000);
        long[] families = family(month, 2);
        long held = household();
        grant(held, Aid.DIBAO, 10_007, month, month.plusMonths(1));
        account(held);
        Run run = released(month);
        sql(() -> jdbc.sql("insert into benefits.hold (village, household, from_month, reason, words, made_by, made_on)"
                        + " select village, id, ?, 'UNREACHABLE', '搬走了', 1, ? from registry.household where id = ?")
                .params(month, today.date(), held)
                .update());
        FileHead sent = head(run);
        String received = answer(sent, "").replace("PART", "ACTC");
        assertThat(take(run, received).open()).isEqualTo(sent.transfers());
        String bare = answer(sent, "").replace("PART", "RJCT");
        assertThat(faults(take(run, bare))).hasSize((int) sent.transfers()).containsOnly(RowFault.NO_CODE);
        String why = "</GrpSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>";
        ReturnResult rejected = take(run, bare.replace("</GrpSts>", why));
        assertThat(List.of(rejected.rejected(), rejected.errors())).containsExactly(sent.transfers(), 0L);
        blockedIsSent();
        assertThat(now(run).state()).isEqualTo(Run.State.RECONCILED);
        assertThat(lines(families[0], month)).containsExactly("NEW TO_PAY 10000 0 0");
        assertThat(lines(held, month)).containsExactly("NEW HELD 10007 0 0");
        assertThat(states(families[0])).containsExactly("ACTIVE");
        Run next = released(month.plusMonths(1));
        assertThat(reference(families[0], month)).endsWith("-2");
        assertThat(reference(held, month)).endsWith("-1");
        blockedIsSent();

        String one = reference(families[0], month);
        String torn = answer(head(next), status(one, "ACSC", ""))
                .replace(
                        "<TxInfAndSts>",
                        "<PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf><TxInfAndSts>");
        ReturnResult contrary = take(next, torn);
        assertThat(faults(contrary)).containsExactly(RowFault.CONTRADICTING, RowFault.CONTRADICTING);
        assertThat(contrary.rejected()).isEqualTo(head(next).transfers() - 1);
    }

    private static final String STATUS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId><CreDtTm>2012-05-10T10:00:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
            <OrgnlNbOfTxs>%s</OrgnlNbOfTxs><OrgnlCtrlSum>%s</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;

    private static String status(String reference, String status, String code) {
        return "<TxInfAndSts><OrgnlEndToEndId>" + reference + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>"
                + (code.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>") + "</TxInfAndSts>";
    }

    private static String entry(String reference, String amount, String direction, String more) {
        return "<Ntry><Amt Ccy=\"CNY\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts><Cd>BOOK</Cd>"
                + "</Sts><NtryDtls><TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs>" + more
                + "</TxDtls></NtryDtls></Ntry>";
    }

    private static String statement(String count, String sum, String entries) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
                + "<BkToCstmrStmt><Stmt><Id>S</Id><TxsSummry><TtlNtries><NbOfNtries>" + count + "</NbOfNtries><Sum>"
                + sum
                + "</Sum></TtlNtries></TxsSummry>" + entries + "</Stmt></BkToCstmrStmt></Document>";
    }

    @Test
    @DisplayName(
            "2.1-1 pain.002 and camt.053 end transfers too; a statement pays and gives back, and its totals have to hold")
    void iso() {
        LocalDate month = LocalDate.of(2017, 7, 1);
        deposit(10_000_000);
        long[] families = family(month, 3);
        Run run = released(month);
        String message = "DOUDI-" + COUNTY + "-" + run.id();
        String rows = status(reference(families[0], month), "ACSC", "")
                + status(reference(families[1], month), "RJCT", "AC04")
                + status(reference(families[2], month), "ACSP", "");
        assertRefused(FileRefused.Cause.OTHER_FILE, run, STATUS.formatted("X", 3, "300.03", "X", rows));
        assertRefused(FileRefused.Cause.TOTALS, run, STATUS.formatted(message, 4, "300.03", message, rows));
        assertRefused(FileRefused.Cause.TOTALS, run, STATUS.formatted(message, 3, "300.04", message, rows));
        ReturnResult report = take(run, STATUS.formatted(message, 3, "300.03", message, rows));
        assertThat(List.of(report.paid(), report.rejected(), report.open(), report.errors()))
                .containsExactly(1L, 1L, 1L, 0L);
        blockedIsSent();

        String third = reference(families[2], month);
        String both = entry(third, "100.02", "DBIT", "")
                + entry(third, "100.02", "CRDT", "<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>")
                + entry(reference(families[0], month), "100.00", "DBIT", "")
                + entry("NOTPROVIDED", "7.00", "CRDT", "");
        assertRefused(FileRefused.Cause.TOTALS, run, statement("3", "307.04", both));
        assertRefused(FileRefused.Cause.TOTALS, run, statement("4", "307.05", both));
        ReturnResult told = take(run, statement("4", "307.04", both));
        assertThat(List.of(told.paid(), told.reversed(), told.confirmed(), told.errors()))
                .containsExactly(1L, 1L, 1L, 1L);
        assertThat(lines(families[2], month)).containsExactly("NEW REVERSED 10002 0 0");
        assertThat(now(run).state()).isEqualTo(Run.State.RECONCILED);
        blockedIsSent();
    }

    private void assertRefused(FileRefused.Cause cause, Run run, String text) {
        assertThatThrownBy(() -> take(run, text)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.why()).isEqualTo(cause);
            assertThat(e.place()).isNotBlank();
        });
    }
}
