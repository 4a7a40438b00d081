package org.tegata.bl.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.RegistryConfig;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.Directory;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.Predecessor;
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
    private final Directory directory;
    private final OnceOnly once;
    private final Publication publication;
    private final String platform;

    DraftBill(
            Bills bills,
            BillXml xml,
            TransportDocumentJson json,
            Directory directory,
            OnceOnly once,
            Publication publication,
            RegistryConfig config) {
        this.bills = bills;
        this.xml = xml;
        this.json = json;
        this.directory = directory;
        this.once = once;
        this.publication = publication;
        this.platform = config.eblPlatform();
    }

    /** What the draft takes the place of, and to whom it is issued then, as its carrier says. */
    public record Replacing(
            @Nullable UUID billId,
            boolean paperFromOutside,
            @Nullable PartyId issueTo) {

        /** A bill that replaces none. */
        public static final Replacing NOTHING = new Replacing(null, false, null);
    }

    /** The draft; of a document with faults every finding is told and nothing is kept. */
    @Transactional
    public UUID draft(Caller caller, PartyId carrier, String idempotencyKey, byte[] bytes, Replacing replacing) {
        var report = xml.check(bytes);
        if (!report.valid()) {
            throw new Rejected(BillProblem.BILL_INVALID, "%s has findings", report.ruleSet())
                    .withFindings(report.findings());
        }
        var id = Ids.next();
        var digest = Digest.sha256Hex(bytes);
        var request = ("draft " + digest + " " + replacing).getBytes(StandardCharsets.UTF_8);
        var claimed = once.claim(carrier, idempotencyKey, request, id);
        if (!claimed.equals(id)) {
            return claimed;
        }
        var document = xml.read(bytes);
        var transportDocument = json.write(document);
        var terms = BillTerms.of(document.facts(id, digest), json.checksum(transportDocument), digest);
        var predecessor = predecessor(replacing, carrier);
        var decision =
                CarrierActs.draft(id, platform, predecessor == null ? terms : terms.replacing(predecessor), caller);
        var shown = new Visualisation(terms.transportDocumentReference() + ".xml", "application/xml", bytes);
        if (!bills.open(decision, new BillDocument(shown, transportDocument), null)) {
            throw new Rejected(
                    BillProblem.BILL_NUMBER_TAKEN,
                    "Bill %s, or one with the very same document, is on record: a new document must differ",
                    terms.transportDocumentReference());
        }
        publication.tell(decision);
        return id;
    }

    private @Nullable Predecessor predecessor(Replacing replacing, PartyId carrier) {
        var replaced = replacing.billId();
        if (replaced == null) {
            return replacing.paperFromOutside() ? Predecessor.paperFromOutside(named(replacing)) : null;
        }
        var old = bills.record(replaced);
        ActOnBill.visible(old.bill(), carrier);
        return Predecessor.of(old.atHead(), carrier, named(replacing));
    }

    private @Nullable NamedParty named(Replacing replacing) {
        var party = replacing.issueTo();
        if (party == null) {
            return null;
        }
        var name = directory
                .name(party)
                .orElseThrow(
                        () -> new Rejected(BillProblem.UNKNOWN_RECIPIENT, "%s is not a party of %s", party, platform));
        return new NamedParty(name, party);
    }
}
