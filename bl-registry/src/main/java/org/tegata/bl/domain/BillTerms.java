package org.tegata.bl.domain;

import org.jspecify.annotations.Nullable;

/**
 * What the register must know of the document to judge acts; sealed with the first entry, so that the document cannot
 * be exchanged under the chain.
 *
 * @param transportDocumentChecksum SHA-256 of the RFC 8785 form of the DCSA transport document; it names the bill
 *     between platforms
 * @param documentDigest SHA-256 of the bytes that the carrier gave as XML, or of the visualisation that came with an
 *     envelope
 * @param predecessor the bill that this one takes the place of
 */
public record BillTerms(
        String transportDocumentReference,
        String transportDocumentChecksum,
        @Nullable String documentDigest,
        NamedParty carrier,
        NamedParty shipper,
        @Nullable NamedParty consignee,
        boolean toOrder,
        @Nullable Predecessor predecessor) {

    /** The register's reading of a bill's facts. */
    public static BillTerms of(BillFacts facts, String transportDocumentChecksum, @Nullable String documentDigest) {
        var consignee = facts.consignee();
        var name = consignee.name();
        return new BillTerms(
                facts.transportDocumentReference(),
                transportDocumentChecksum,
                documentDigest,
                new NamedParty(facts.carrier().name(), facts.carrier().party()),
                new NamedParty(facts.shipper().name(), facts.shipper().party()),
                name == null && consignee.party() == null
                        ? null
                        : new NamedParty(name == null ? "" : name, consignee.party()),
                facts.toOrder(),
                null);
    }

    /** The same terms for a bill that takes the place of another. */
    public BillTerms replacing(Predecessor replaced) {
        return new BillTerms(
                transportDocumentReference,
                transportDocumentChecksum,
                documentDigest,
                carrier,
                shipper,
                consignee,
                toOrder,
                replaced);
    }
}
