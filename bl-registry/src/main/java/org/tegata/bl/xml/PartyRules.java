package org.tegata.bl.xml;

import static org.tegata.bl.xml.Findings.CONSIGNMENT;
import static org.tegata.bl.xml.Findings.child;

import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.xml.generated.SupplyChainConsignmentType;
import org.tegata.bl.xml.generated.TradeContactType;
import org.tegata.bl.xml.generated.TradePartyType;
import org.tegata.bl.xml.generated.UniversalCommunicationType;

/** Which parties a bill needs, by its kind, and how each is identified. */
final class PartyRules {

    private static final int MOST_NOTIFY_PARTIES = 3;

    private final Findings findings;

    PartyRules(Findings findings) {
        this.findings = findings;
    }

    void check(SupplyChainConsignmentType consignment) {
        shipper(consignment.getConsignorTradeParty());
        carrier(consignment.getCarrierTradeParty());
        consignee(consignment);
        var notified = consignment.getNotifiedTradeParty();
        for (int i = 0; i < notified.size(); i++) {
            party(notified.get(i), child(CONSIGNMENT, "NotifiedTradeParty", i));
        }
        if (notified.size() > MOST_NOTIFY_PARTIES) {
            findings.error(
                    "TGT-BL-05",
                    child(CONSIGNMENT, "NotifiedTradeParty", MOST_NOTIFY_PARTIES),
                    "a bill names at most three notify parties (DCSA notifyParties)");
        }
    }

    private void shipper(TradePartyType shipper) {
        String path = child(CONSIGNMENT, "ConsignorTradeParty");
        party(shipper, path);
        if (!hasLei(shipper)) {
            findings.error(
                    "TGT-BL-07",
                    path,
                    "the shipper is the first holder of the bill and needs an LEI (ID with schemeID 0199)");
        }
        if (shipper.getDefinedTradeContact().isEmpty()) {
            findings.error(
                    "TGT-BL-08",
                    path,
                    "the shipper's contact with a telephone number or an e-mail address is missing"
                            + " (DCSA partyContactDetails)");
        }
    }

    private void carrier(TradePartyType carrier) {
        String path = child(CONSIGNMENT, "CarrierTradeParty");
        party(carrier, path);
        if (!hasLei(carrier)) {
            findings.error(
                    "TGT-BL-06",
                    path,
                    "the carrier that signs the bill needs an LEI (ID with schemeID 0199; UCP 600 art. 20(a)(i))");
        }
        if (XmlValues.carrierCode(carrier) == null) {
            findings.error(
                    "TGT-BL-06",
                    path,
                    "the carrier's liner code is missing (ID with schemeID SMDG or NMFTA; DCSA carrierCode)");
        }
        if (carrier.getPostalTradeAddress() == null) {
            findings.error(
                    "TGT-BL-24",
                    child(path, "PostalTradeAddress"),
                    "the carrier's address is missing (DCSA issuingParty)");
        }
    }

    private void consignee(SupplyChainConsignmentType consignment) {
        String path = child(CONSIGNMENT, "ConsigneeTradeParty");
        var consignee = consignment.getConsigneeTradeParty();
        String name = consignee == null ? null : XmlValues.text(consignee.getName());
        if (consignee == null || name == null || name.isEmpty()) {
            findings.error(
                    "TGT-BL-03",
                    path,
                    "the bill does not say whom it is made out to: a name, TO ORDER OF SHIPPER, TO ORDER OF a name,"
                            + " or TO BEARER");
            return;
        }
        party(consignee, path);
        var kind = MadeOut.read(name).kind();
        boolean namesSomebody = kind == MadeOut.Kind.NAMED || kind == MadeOut.Kind.ORDER_OF;
        if (namesSomebody && !hasLei(consignee)) {
            findings.error(
                    "TGT-BL-04",
                    path,
                    "the party to whom, or to whose order, the bill is made out needs an LEI (ID with schemeID 0199)");
        }
        if (!namesSomebody && !consignee.getID().isEmpty()) {
            findings.error("TGT-BL-03", child(path, "ID"), "an identifier on words that name nobody: " + name);
        }
        if (kind != MadeOut.Kind.NAMED && consignment.getNotifiedTradeParty().isEmpty()) {
            findings.error(
                    "TGT-BL-05",
                    child(CONSIGNMENT, "NotifiedTradeParty"),
                    "a bill to order or to bearer needs a notify party (DCSA notifyParties)");
        }
    }

    /** What holds for every party: right check digits, a whole address, reachable contacts. */
    private void party(TradePartyType party, String path) {
        var ids = party.getID();
        for (int i = 0; i < ids.size(); i++) {
            if (XmlValues.LEI_SCHEME.equals(ids.get(i).getSchemeID())
                    && !PartyId.isLei(ids.get(i).getValue())) {
                findings.error(
                        "TGT-BL-27",
                        child(path, "ID", i),
                        "not a Legal Entity Identifier (ISO 17442 form or check digits)");
            }
        }
        var address = party.getPostalTradeAddress();
        if (address != null
                && (blank(XmlValues.text(address.getStreetName()))
                        || blank(XmlValues.text(address.getCityName()))
                        || address.getCountryID() == null)) {
            findings.error(
                    "TGT-BL-24",
                    child(path, "PostalTradeAddress"),
                    "an address has a street, a city and a country (DCSA PartyAddress)");
        }
        var contacts = party.getDefinedTradeContact();
        for (int i = 0; i < contacts.size(); i++) {
            if (!reachable(contacts.get(i))) {
                findings.error(
                        "TGT-BL-08",
                        child(path, "DefinedTradeContact", i),
                        "a contact has a telephone number or an e-mail address (DCSA PartyContactDetail)");
            }
        }
    }

    /** Whether one is given; wrong check digits are another rule's finding. */
    private static boolean hasLei(TradePartyType party) {
        return party.getID().stream().anyMatch(id -> XmlValues.LEI_SCHEME.equals(id.getSchemeID()));
    }

    private static boolean reachable(TradeContactType contact) {
        return !blank(phone(contact.getTelephoneUniversalCommunication()))
                || !blank(email(contact.getEmailURIUniversalCommunication()));
    }

    static @Nullable String phone(@Nullable UniversalCommunicationType telephone) {
        return telephone == null ? null : XmlValues.text(telephone.getCompleteNumber());
    }

    static @Nullable String email(@Nullable UniversalCommunicationType email) {
        return email == null ? null : XmlValues.text(email.getURIID());
    }

    static boolean blank(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
