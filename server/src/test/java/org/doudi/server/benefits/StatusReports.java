package org.doudi.server.benefits;

import java.math.BigDecimal;
import org.doudi.server.benefits.files.FileHead;

/** Reports of a bank, as pain.002 has them. */
final class StatusReports {
    /** To be filled with the message that it answers, twice, around how many transfers, their sum; and the rows. */
    static final String STATUS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>B1</MsgId><CreDtTm>2012-05-10T10:00:00+08:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
            <OrgnlNbOfTxs>%s</OrgnlNbOfTxs><OrgnlCtrlSum>%s</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;

    private StatusReports() {}

    /** A bank's answer to a file, whatever else of the county went out with it. */
    static String answer(FileHead sent, String rows) {
        BigDecimal sum = BigDecimal.valueOf(sent.fen(), 2);
        return STATUS.formatted(sent.message(), sent.transfers(), sum.toPlainString(), sent.message(), rows);
    }

    static String status(String reference, String status, String code) {
        return "<TxInfAndSts><OrgnlEndToEndId>" + reference + "</OrgnlEndToEndId><TxSts>" + status + "</TxSts>"
                + (code.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>") + "</TxInfAndSts>";
    }
}
