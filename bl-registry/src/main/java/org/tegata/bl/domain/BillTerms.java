package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;
import org.tegata.problem.Rejected;

/**
 * What the register must know of the document to judge acts; sealed with the first entry, so that the document cannot
 * be exchanged under the chain.
 *
 * @param transportDocumentChecksum SHA-256 of the RFC 8785 form of the DCSA transport document; it names the bill
 *     between platforms
 * @param documentDigest SHA-256 of the bytes that the carrier gave as XML, or of the visualisation that came with an
 *     envelope
 * @param transportDocumentDigest SHA-256 of the characters (UTF-8) of the transport document that the carrier gave as
 *     JSON, which are the record then; null when it came otherwise
 * @param predecessor the bill that this one takes the place of
 * @param kind a record that does not say is of a bill of lading
 */
public record BillTerms(
        String transportDocumentReference,
        String transportDocumentChecksum,
        @Nullable String documentDigest,
        @Nullable String transportDocumentDigest,
        NamedParty carrier,
        NamedParty shipper,
        @Nullable NamedParty consignee,
        boolean toOrder,
        @Nullable Predecessor predecessor,
        DocumentKind kind) {

    public BillTerms {
        if (toOrder && kind == DocumentKind.SEA_WAYBILL) {
            throw new IllegalArgumentException("a sea waybill is never to order");
        }
    }

    /** The register's reading of a bill's facts. */
    public static BillTerms of(
            BillFacts facts,
            String transportDocumentChecksum,
            @Nullable String documentDigest,
            @Nullable String transportDocumentDigest) {
        // every other kind of bill, a house bill for one, is a bill of lading
        var kind = DocumentKind.SEA_WAYBILL.typeCode().equals(facts.typeCode())
                ? DocumentKind.SEA_WAYBILL
                : DocumentKind.BILL_OF_LADING;
        if (facts.toOrder() && kind == DocumentKind.SEA_WAYBILL) {
            throw new Rejected(BillProblem.BILL_INVALID, "A sea waybill is never to order");
        }
        var consignee = facts.consignee();
        var name = consignee.name();
        return new BillTerms(
                facts.transportDocumentReference(),
                transportDocumentChecksum,
                documentDigest,
                transportDocumentDigest,
                new NamedParty(facts.carrier().name(), facts.carrier().party()),
                new NamedParty(facts.shipper().name(), facts.shipper().party()),
                name == null && consignee.party() == null
                        ? null
                        : new NamedParty(name == null ? "" : name, consignee.party()),
                facts.toOrder(),
                null,
                kind);
    }

    /** SHA-256 of what came and is the record; null of a bill that came in an envelope without a visualisation. */
    public @Nullable String digest() {
        return documentDigest == null ? transportDocumentDigest : documentDigest;
    }

    /** The same terms for a bill that takes the place of another. */
    public BillTerms replacing(Predecessor replaced) {
        return new BillTerms(
                transportDocumentReference,
                transportDocumentChecksum,
                documentDigest,
                transportDocumentDigest,
                carrier,
                shipper,
                consignee,
                toOrder,
                replaced,
                kind);
    }
}
