package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.Visualisation;
import org.tegata.bl.json.TransportDocumentJson;
import org.tegata.bl.xml.BillXml;
import org.tegata.outbox.OnceOnly;
import org.tegata.problem.Rejected;
import org.tegata.xml.Digest;

/** The carrier lodges a bill: its bytes are kept as they came, and the DCSA transport document is fixed for good. */
@ApplicationScoped
public class DraftBill {

    private final Bills bills;
    private final BillXml xml;
    private final TransportDocumentJson json;
    private final OnceOnly once;
    private final Publication publication;
    private final String platform;

    DraftBill(
            Bills bills,
            BillXml xml,
            TransportDocumentJson json,
            OnceOnly once,
            Publication publication,
            RegistryConfig config) {
        this.bills = bills;
        this.xml = xml;
        this.json = json;
        this.once = once;
        this.publication = publication;
        this.platform = config.eblPlatform();
    }

    /** The draft; of a document with faults every finding is told and nothing is kept. */
    @Transactional
    public Bill draft(Request request, byte[] bytes) {
        var report = xml.check(bytes);
        if (!report.valid()) {
            throw new Rejected(BillProblem.BILL_INVALID, "%s has findings", report.ruleSet())
                    .withFindings(report.findings());
        }
        var id = Ids.next();
        var digest = Digest.sha256Hex(bytes);
        var claimed = once.claim(
                ActOnBill.party(request),
                request.idempotencyKey(),
                (request.what() + " " + digest).getBytes(StandardCharsets.UTF_8),
                id);
        if (!claimed.equals(id)) {
            return bills.require(claimed);
        }
        var document = xml.read(bytes);
        var transportDocument = json.write(document);
        var terms = BillTerms.of(document.facts(id, digest), json.checksum(transportDocument), digest);
        var decision = CarrierActs.draft(id, platform, terms, request.caller());
        var shown = new Visualisation(terms.transportDocumentReference() + ".xml", "application/xml", bytes);
        if (!bills.open(decision, new BillDocument(shown, transportDocument))) {
            throw new Rejected(
                    BillProblem.BILL_NUMBER_TAKEN, "Bill %s is on record", terms.transportDocumentReference());
        }
        publication.tell(decision);
        return decision.bill();
    }
}
