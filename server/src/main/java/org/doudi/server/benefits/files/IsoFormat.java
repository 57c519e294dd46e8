package org.doudi.server.benefits.files;

import com.prowidesoftware.swift.model.mx.dic.AccountIdentification4Choice;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.AmountType4Choice;
import com.prowidesoftware.swift.model.mx.dic.BranchAndFinancialInstitutionIdentification6;
import com.prowidesoftware.swift.model.mx.dic.CashAccount38;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemIdentification2Choice;
import com.prowidesoftware.swift.model.mx.dic.ClearingSystemMemberIdentification2;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CustomerCreditTransferInitiationV09;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.FinancialInstitutionIdentification18;
import com.prowidesoftware.swift.model.mx.dic.GenericAccountIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GenericFinancialIdentification1;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader85;
import com.prowidesoftware.swift.model.mx.dic.PartyIdentification135;
import com.prowidesoftware.swift.model.mx.dic.PaymentIdentification6;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.prowidesoftware.swift.model.mx.dic.PaymentMethod3Code;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import javax.xml.namespace.QName;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;

/** ISO 20022, {@code pain.001.001.09}: the elements come from the model's classes, whose order is the schema's; transfers pass one by one. */
final class IsoFormat implements BankFormat {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final String YUAN = "CNY";
    private static final String OPEN =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"" + NAMESPACE + "\">";
    /** What the schema lets the name of a party, and of an account, be. */
    private static final int LONGEST_NAME = 140;

    private static final int LONGEST_ACCOUNT = 34;
    /** China's national clearing codes. */
    private static final String CLEARING = "CNAPS";

    private static final JAXBContext MODEL = model();

    private static JAXBContext model() {
        try {
            return JAXBContext.newInstance(
                    CustomerCreditTransferInitiationV09.class, CreditTransferTransaction34.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void write(FileHead head, Payments payments, OutputStream to) throws IOException {
        try (BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(new Unclosed(to), StandardCharsets.UTF_8), 1 << 16)) {
            Marshaller each = MODEL.createMarshaller();
            each.setProperty(Marshaller.JAXB_FRAGMENT, true);
            Marshaller whole = MODEL.createMarshaller();
            whole.setProperty(Marshaller.JAXB_FRAGMENT, true);
            XmlText body = new XmlText(writer, "", () -> {});
            XmlText frame = new XmlText(
                    writer,
                    "PmtInf",
                    () -> payments.each(payment -> {
                        body.put("\n");
                        marshal(
                                each,
                                new JAXBElement<>(
                                        new QName("CdtTrfTxInf"),
                                        CreditTransferTransaction34.class,
                                        transaction(payment)),
                                body);
                    }));
            frame.put(OPEN);
            marshal(
                    whole,
                    new JAXBElement<>(
                            new QName("CstmrCdtTrfInitn"), CustomerCreditTransferInitiationV09.class, initiation(head)),
                    frame);
            frame.put("</Document>\n");
        } catch (JAXBException e) {
            throw new IOException(e);
        }
    }

    private static void marshal(Marshaller marshaller, JAXBElement<?> element, XmlText to) {
        try {
            marshaller.marshal(element, to);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CustomerCreditTransferInitiationV09 initiation(FileHead head) {
        String count = Long.toString(head.transfers());
        BigDecimal sum = yuan(head.fen());
        PartyIdentification135 payer = party(head.payer().name(), "payer");
        PaymentInstruction30 payment = new PaymentInstruction30()
                .setPmtInfId(head.message())
                .setPmtMtd(PaymentMethod3Code.TRF)
                .setBtchBookg(false)
                .setNbOfTxs(count)
                .setCtrlSum(sum)
                .setReqdExctnDt(new DateAndDateTime2Choice().setDt(head.dueOn()))
                .setDbtr(payer)
                .setDbtrAcct(account(head.payer().account(), "payer"))
                .setDbtrAgt(agent(head.payer().bank()));
        return new CustomerCreditTransferInitiationV09()
                .setGrpHdr(new GroupHeader85()
                        .setMsgId(head.message())
                        .setCreDtTm(OffsetDateTime.ofInstant(head.madeAt(), Today.ZONE))
                        .setNbOfTxs(count)
                        .setCtrlSum(sum)
                        .setInitgPty(payer))
                .addPmtInf(payment);
    }

    private static CreditTransferTransaction34 transaction(Payment payment) {
        return new CreditTransferTransaction34()
                .setPmtId(new PaymentIdentification6().setEndToEndId(payment.reference()))
                .setAmt(new AmountType4Choice()
                        .setInstdAmt(new ActiveOrHistoricCurrencyAndAmount()
                                .setCcy(YUAN)
                                .setValue(yuan(payment.fen()))))
                .setCdtrAgt(agent(payment.bank()))
                .setCdtr(party(payment.holder(), payment.reference()))
                .setCdtrAcct(account(payment.number(), payment.reference()));
    }

    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private static PartyIdentification135 party(String name, String place) {
        return new PartyIdentification135().setNm(fitting(name, LONGEST_NAME, place));
    }

    private static CashAccount38 account(String number, String place) {
        return new CashAccount38()
                .setId(new AccountIdentification4Choice()
                        .setOthr(new GenericAccountIdentification1().setId(fitting(number, LONGEST_ACCOUNT, place))));
    }

    private static BranchAndFinancialInstitutionIdentification6 agent(@Nullable String bank) {
        FinancialInstitutionIdentification18 id = new FinancialInstitutionIdentification18();
        if (bank == null) {
            id.setOthr(new GenericFinancialIdentification1().setId("NOTPROVIDED"));
        } else {
            id.setClrSysMmbId(new ClearingSystemMemberIdentification2()
                    .setClrSysId(new ClearingSystemIdentification2Choice().setPrtry(CLEARING))
                    .setMmbId(bank));
        }
        return new BranchAndFinancialInstitutionIdentification6().setFinInstnId(id);
    }

    private static String fitting(String text, int longest, String place) {
        if (text.isBlank() || !text.codePoints().allMatch(IsoFormat::allowed)) {
            throw new FileRefused(Cause.CHARACTERS, place);
        }
        // validators in Java count a rare character as two: what they let through, all do
        if (text.length() > longest) {
            throw new FileRefused(Cause.TOO_LONG, place);
        }
        return text;
    }

    /** The characters of XML without the controls; half a surrogate pair is none. */
    private static boolean allowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF && !(c >= 0x7F && c <= 0x9F)) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
