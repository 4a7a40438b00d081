package org.tegata.bl.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.Order;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.json.IssuanceJson;
import org.tegata.bl.json.TransactionJson;

/** A bill as its parties see it; holder and endorsee are derived from the chain at each reading. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BillView(
        UUID id,
        long version,
        BillStatus status,
        String head,
        String platform,
        String transportDocumentReference,
        String transportDocumentChecksum,
        @Nullable String digest,
        DocumentKind kind,
        boolean toOrder,
        Named carrier,
        Named shipper,
        @Nullable Named consignee,
        @Nullable Holder holder,
        @Nullable Endorsee endorsee,
        @Nullable Holder pledgor,
        Medium medium,
        List<MediumChanged> changesOfMedium,
        @Nullable Replaces replaces,
        @Nullable UUID replacedBy,
        @Nullable InTransit inTransit,
        @Nullable ToSign issuance,
        @Nullable List<TransactionView> transactions,
        @Nullable List<EntryView> chain) {

    /** A party as the document names it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(@Nullable String party, String partyName) {

        static Named of(NamedParty named) {
            return new Named(named.party() == null ? null : named.party().toString(), named.partyName());
        }
    }

    /** Who has exclusive control, and on which platform. */
    record Holder(String party, String partyName, String eblPlatform) {

        static Holder of(ChainParty party) {
            return new Holder(party.reference(), party.partyName(), party.eblPlatform());
        }

        static @Nullable Holder orNull(@Nullable ChainParty party) {
            return party == null ? null : of(party);
        }
    }

    /** To whose order the bill is, and whether that party may endorse on. */
    record Endorsee(String party, String partyName, boolean mayEndorse) {

        static Endorsee of(Order.Endorsee endorsee) {
            return new Endorsee(endorsee.party(), endorsee.partyName(), endorsee.mayEndorse());
        }

        static @Nullable Endorsee orNull(Order.@Nullable Endorsee endorsee) {
            return endorsee == null ? null : of(endorsee);
        }
    }

    /** Where the original is: in this record, or on paper. */
    enum Medium {
        ELECTRONIC,
        PAPER
    }

    /** A change of medium, with the statement that the law asks for (MLETR art. 17 and 18). */
    record MediumChanged(
            ChangeOfMedium.Direction direction,
            int originals,
            String place,
            String changedAt,
            String statement,
            String statementJa) {

        static MediumChanged of(Bill.DatedChange dated, DocumentKind kind) {
            var change = dated.change();
            return new MediumChanged(
                    change.direction(),
                    change.originals(),
                    change.place(),
                    TransactionJson.time(dated.at()),
                    change.statement(dated.at(), kind),
                    change.statementInJapanese(dated.at(), kind));
        }
    }

    /** What the bill takes the place of; without an id it was a paper bill that never was here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replaces(@Nullable UUID billId, Predecessor.Because because) {

        static Replaces of(Predecessor predecessor) {
            return new Replaces(predecessor.billId(), predecessor.because());
        }
    }

    /** The envelope that another platform has not answered. */
    record InTransit(UUID envelopeId, String purpose, String recipientPlatform) {

        static InTransit of(Bill.DueEnvelope due) {
            return new InTransit(due.envelopeId(), due.purpose().word(), due.recipientPlatform());
        }
    }

    /** What the carrier signs to issue the draft (DCSA EBL_ISS 3.0.4). */
    record ToSign(
            String transportDocumentChecksum,
            @Schema(implementation = IssueTo.class) JsonNode issueTo,
            @Schema(implementation = Manifest.class) JsonNode issuanceManifest) {

        static ToSign of(Bill bill) {
            return new ToSign(
                    bill.terms().transportDocumentChecksum(), IssuanceJson.issueTo(bill), IssuanceJson.manifest(bill));
        }
    }

    /** Shape of {@code issueTo}. */
    record IssueTo(String partyName, String sendToPlatform, List<TransactionView.Code> identifyingCodes) {}

    /** Shape of {@code issuanceManifest}: its JSON in any spacing is the payload of the carrier's JWS. */
    record Manifest(
            String documentChecksum,
            String issueToChecksum,
            @Nullable String eBLVisualisationByCarrierChecksum) {}

    static BillView of(BillRecord record, @Nullable UUID successor) {
        return of(
                record.bill(),
                record.head(),
                successor,
                record.bill().transactions().stream().map(TransactionView::of).toList(),
                record.entries().stream().map(EntryView::of).toList());
    }

    static BillView inList(BillAtHead listed) {
        return of(listed.bill(), listed.head(), null, null, null);
    }

    private static BillView of(
            Bill bill,
            String head,
            @Nullable UUID successor,
            @Nullable List<TransactionView> transactions,
            @Nullable List<EntryView> chain) {
        var terms = bill.terms();
        var predecessor = terms.predecessor();
        return new BillView(
                bill.id(),
                bill.version(),
                bill.status(),
                head,
                bill.platform(),
                terms.transportDocumentReference(),
                terms.transportDocumentChecksum(),
                terms.digest(),
                terms.kind(),
                terms.toOrder(),
                Named.of(terms.carrier()),
                Named.of(terms.shipper()),
                terms.consignee() == null ? null : Named.of(terms.consignee()),
                Holder.orNull(bill.holder()),
                Endorsee.orNull(bill.title().endorsee()),
                Holder.orNull(bill.title().pledgor()),
                bill.isOnPaper() ? Medium.PAPER : Medium.ELECTRONIC,
                bill.changesOfMedium().stream()
                        .map(dated -> MediumChanged.of(dated, terms.kind()))
                        .toList(),
                predecessor == null ? null : Replaces.of(predecessor),
                successor,
                bill.due() == null ? null : InTransit.of(bill.due()),
                bill.status() == BillStatus.DRAFT ? ToSign.of(bill) : null,
                transactions,
                chain);
    }
}
