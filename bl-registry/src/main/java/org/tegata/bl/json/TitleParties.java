package org.tegata.bl.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillFacts;

/**
 * Who has to do with the title of a bill, read from its DCSA transport document: that is what platforms sign and
 * compare, so no words of another language decide on whose order a bill is.
 *
 * @param consignee the consignee of a straight bill, else the first endorsee; of a bill to bearer nobody
 */
public record TitleParties(PartyId carrier, BillFacts.Party shipper, BillFacts.Consignee consignee, boolean toOrder) {

    /** What the consignee box of a bill to order of its shipper says. */
    private static final String TO_ORDER_OF_SHIPPER = "TO ORDER OF SHIPPER";

    private static final String TO_ORDER_OF = "TO ORDER OF ";

    /** The parties of a transport document that fits DCSA's attribute table. */
    public static TitleParties of(JsonNode transportDocument) {
        var carrier = issuingCarrier(transportDocument);
        if (carrier == null) {
            throw new IllegalArgumentException("no code names the carrier");
        }
        var parties = transportDocument.path("documentParties");
        var shipper = party(parties.path("shipper"));
        boolean toOrder = transportDocument.path("isToOrder").booleanValue();
        return new TitleParties(carrier, shipper, consignee(parties, shipper, toOrder), toOrder);
    }

    /**
     * The carrier in whose name the document is issued: the issuing party's LEI, else its first code, else the carrier
     * code; null when none of them can name a party, or when an LEI is stated that is none: no other identity takes its
     * place. The gateway verifies the issuance manifest with the key of exactly this one.
     */
    public static @Nullable PartyId issuingCarrier(JsonNode transportDocument) {
        var issuer = transportDocument.path("documentParties").path("issuingParty");
        if (statesWrongLei(issuer)) {
            return null;
        }
        var id = id(issuer);
        return id == null
                ? id(text(transportDocument, "carrierCodeListProvider"), text(transportDocument, "carrierCode"))
                : id;
    }

    private static boolean statesWrongLei(JsonNode party) {
        for (JsonNode code : party.path("identifyingCodes")) {
            boolean lei = text(code, "codeListProvider").equals(PartyId.GLEIF);
            if (lei && !PartyId.isLei(text(code, "partyCode"))) {
                return true;
            }
        }
        return false;
    }

    private static BillFacts.Consignee consignee(JsonNode parties, BillFacts.Party shipper, boolean toOrder) {
        if (!toOrder) {
            var named = party(parties.path("consignee"));
            return new BillFacts.Consignee(named.name(), named.party());
        }
        if (!parties.hasNonNull("endorsee")) {
            return new BillFacts.Consignee(null, null);
        }
        var endorsee = party(parties.path("endorsee"));
        return isShipper(endorsee, shipper)
                ? new BillFacts.Consignee(TO_ORDER_OF_SHIPPER, shipper.party())
                : new BillFacts.Consignee(TO_ORDER_OF + endorsee.name(), endorsee.party());
    }

    /** By name and code; of an endorsee without a code by its name alone, for it can be nobody else who acts here. */
    private static boolean isShipper(BillFacts.Party endorsee, BillFacts.Party shipper) {
        boolean sameCode = endorsee.party() == null || endorsee.party().equals(shipper.party());
        return sameCode && endorsee.name().equalsIgnoreCase(shipper.name());
    }

    private static BillFacts.Party party(JsonNode json) {
        return new BillFacts.Party(text(json, "partyName"), id(json));
    }

    /** The LEI if there is a right one, else the first code that can name a party here. */
    private static @Nullable PartyId id(JsonNode party) {
        PartyId first = null;
        for (JsonNode code : party.path("identifyingCodes")) {
            var id = id(text(code, "codeListProvider"), text(code, "partyCode"));
            if (id != null && id.codeListProvider().equals(PartyId.GLEIF)) {
                return id;
            }
            first = first == null ? id : first;
        }
        return first;
    }

    private static @Nullable PartyId id(String codeListProvider, String partyCode) {
        try {
            return new PartyId(codeListProvider, partyCode);
        } catch (IllegalArgumentException notOurForm) {
            // Another platform's spelling: the party is still named, it just cannot act here.
            return null;
        }
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText("");
    }
}
