package org.tegata.bl.rest;

import org.tegata.bl.application.VerificationAddress;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.Print;
import org.tegata.bl.domain.PrintedBill;
import org.tegata.bl.json.TransactionJson;

/**
 * What whoever holds a print is told of the bill: what the print says, and what has become of it. Never who holds it,
 * nor any other party.
 *
 * @param issuedAt when the carrier's issue was recorded, on the platform where that was
 * @param latest nothing has been recorded since the print was made
 * @param keys where the register's public keys are
 */
record Verification(
        String billId,
        String transportDocumentReference,
        DocumentKind kind,
        String carrier,
        String issuedAt,
        PrintedBill.State state,
        boolean latest,
        String transportDocumentChecksum,
        String platform,
        String keys,
        String notice) {

    static final String NOTICE = "This page is not the bill and gives no control over it.";
    static final String NOTICE_JA = "この画面は原本ではなく、記録に対するいかなる支配も与えません。";

    static Verification of(PrintedBill printed, Print print, VerificationAddress addresses) {
        var bill = printed.now().bill();
        var terms = bill.terms();
        return new Verification(
                bill.id().toString(),
                terms.transportDocumentReference(),
                terms.kind(),
                terms.carrier().partyName(),
                TransactionJson.time(bill.transactions().get(0).actionDateTime()),
                printed.state(),
                printed.isLatest(print),
                terms.transportDocumentChecksum(),
                bill.platform(),
                addresses.keys(),
                NOTICE);
    }
}
