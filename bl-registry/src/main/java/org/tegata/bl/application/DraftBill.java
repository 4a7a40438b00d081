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
import org.tegata.bl.xml.BillCodec;
import org.tegata.bl.xml.BillLanguage;
import org.tegata.outbox.OnceOnly;
import org.tegata.problem.Rejected;
import org.tegata.seal.CanonicalJson;
import org.tegata.xml.Digest;

/**
 * The carrier lodges a bill in either language: its bytes are kept as they came, and the DCSA transport document is
 * fixed for good. Lodged as a transport document, it is the record itself, and nothing travels beside it.
 */
@ApplicationScoped
public class DraftBill {

    private final Bills bills;
    private final BillCodec codec;
    private final Directory directory;
    private final OnceOnly once;
    private final Publication publication;
    private final String platform;

    DraftBill(
            Bills bills,
            BillCodec codec,
            Directory directory,
            OnceOnly once,
            Publication publication,
            RegistryConfig config) {
        this.bills = bills;
        this.codec = codec;
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

    /** A document as its carrier lodges it, and in which language. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Lodged(BillLanguage language, byte[] bytes) {}

    /** The draft; of a document with faults every finding is told and nothing is kept. */
    @Transactional
    public UUID draft(Caller caller, PartyId carrier, String idempotencyKey, Lodged lodged, Replacing replacing) {
        var reading = codec.lodged(lodged.language(), lodged.bytes());
        if (!reading.valid()) {
            throw new Rejected(
                            BillProblem.BILL_INVALID,
                            "%s has findings",
                            reading.report().ruleSet())
                    .withFindings(reading.report().findings());
        }
        var id = Ids.next();
        var digest = Digest.sha256Hex(lodged.bytes());
        var request = ("draft " + digest + " " + replacing).getBytes(StandardCharsets.UTF_8);
        var claimed = once.claim(carrier, idempotencyKey, request, id);
        if (!claimed.equals(id)) {
            return claimed;
        }
        boolean asXml = lodged.language() == BillLanguage.XML;
        var transportDocument = asXml ? codec.transportDocument(reading) : BillCodec.characters(lodged.bytes());
        var terms = BillTerms.of(
                codec.facts(id, digest, reading),
                CanonicalJson.sha256Hex(transportDocument),
                asXml ? digest : null,
                asXml ? null : digest);
        var predecessor = predecessor(replacing, carrier);
        var decision =
                CarrierActs.draft(id, platform, predecessor == null ? terms : terms.replacing(predecessor), caller);
        var shown = asXml
                ? new Visualisation(terms.transportDocumentReference() + ".xml", "application/xml", lodged.bytes())
                : null;
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
