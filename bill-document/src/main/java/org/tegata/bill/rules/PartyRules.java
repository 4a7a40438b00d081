package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.OrderWords;
import org.tegata.xml.XmlElement;

/** Which parties a bill needs, by its kind, and how each is identified. */
final class PartyRules {

    static final Rule MADE_OUT = error(
            "TGT-BL-03",
            "UCP 600 art. 20; ISBP 821 E12, E13; DCSA EBL 3.0.4 isToOrder",
            "The bill does not say properly whom it is made out to.",
            "荷受人欄（記名、指図、持参人の別）が正しく記載されていません。",
            "Name the consignee, or write TO ORDER OF SHIPPER, TO ORDER OF a name, or TO BEARER without an ID.",
            "荷受人名、TO ORDER OF SHIPPER、TO ORDER OF（名称）又は TO BEARER と記載し、何者も示さない語に識別子を付けないで" + "ください。");
    static final Rule CONSIGNEE_ID = error(
            "TGT-BL-04",
            "DCSA EBL 3.0.4 consignee, endorsee; ISO 17442",
            "The party to whom, or to whose order, the bill is made out is not identified.",
            "荷受人又は指図人の識別子がありません。",
            "Add ID with schemeID 0199 (LEI); for a sea waybill any identifier of the consignee will do.",
            "schemeID=\"0199\" の ID（LEI）を追加してください。海上運送状では他の識別子でも構いません。");
    static final Rule NOTIFY = error(
            "TGT-BL-05",
            "DCSA EBL 3.0.4 notifyParties; ISBP 821 E14",
            "A bill to order or to bearer names nobody to notify, or a bill names more than three notify parties.",
            "指図式又は持参人式の証券に着荷通知先がないか、着荷通知先が3者を超えています。",
            "Add NotifiedTradeParty, at most three; a bill to order of a name may give that party RoleCode NI instead.",
            "NotifiedTradeParty を追加してください（最大3者）。指図人が着荷通知先を兼ねるときは、その RoleCode を NI としても構いません。");
    static final Rule CARRIER = error(
            "TGT-BL-06",
            "UCP 600 art. 20(a)(i); DCSA EBL 3.0.4 carrierCode, issuingParty",
            "The carrier is not identified by its LEI and its liner code.",
            "運送人が、LEI 及び船社コード（SMDG 又は NMFTA）で特定されていません。",
            "Add to CarrierTradeParty an ID with schemeID 0199 and one with schemeID SMDG or NMFTA.",
            "CarrierTradeParty に schemeID=\"0199\" の ID と、schemeID=\"SMDG\" 又は \"NMFTA\" の ID を追加してください。");
    static final Rule SHIPPER = error(
            "TGT-BL-07",
            "ISO 17442; MLETR art. 11",
            "The shipper, who is the first to hold the bill, has no LEI.",
            "最初の所持人となる荷送人の LEI がありません。",
            "Add ID with schemeID 0199 to ConsignorTradeParty.",
            "ConsignorTradeParty に schemeID=\"0199\" の ID を追加してください。");
    static final Rule CONTACT = error(
            "TGT-BL-08",
            "DCSA EBL 3.0.4 partyContactDetails",
            "A contact has neither a telephone number nor an e-mail address, or the shipper has no contact.",
            "連絡先に電話番号も電子メールアドレスもないか、荷送人の連絡先がありません。",
            "Add DefinedTradeContact with TelephoneUniversalCommunication/CompleteNumber or"
                    + " EmailURIUniversalCommunication/URIID.",
            "DefinedTradeContact に、TelephoneUniversalCommunication/CompleteNumber 又は"
                    + " EmailURIUniversalCommunication/URIID を記載してください。");
    static final Rule ADDRESS = error(
            "TGT-BL-24",
            "DCSA EBL 3.0.4 PartyAddress",
            "An address lacks its street, its city or its country, or the carrier has no address.",
            "住所に番地・通り、都市又は国がないか、運送人の住所がありません。",
            "Fill in StreetName, CityName and CountryID of PostalTradeAddress.",
            "PostalTradeAddress の StreetName、CityName、CountryID を記載してください。");
    static final Rule WAYBILL_TO_ORDER = error(
            "TGT-BL-42",
            "CMI Rules for Sea Waybills; UCP 600 art. 21(a); UNTDID 1001 code 710",
            "A sea waybill is made out to order or to bearer, but it is not negotiable.",
            "海上運送状は流通性がないのに、指図式又は持参人式で作成されています。",
            "Name the consignee, or make the document a bill of lading (705).",
            "荷受人を記名するか、船荷証券（705）としてください。");
    static final Rule AGENT = error(
            "TGT-BL-43",
            "ISBP 821 E23; DCSA EBL 3.0.4 carriersAgentAtDestination",
            "The carrier's agent at destination is named without an address or without a contact.",
            "運送人の揚地代理店に、住所又は連絡先がありません。",
            "Add PostalTradeAddress and DefinedTradeContact to CarrierAgentTradeParty.",
            "CarrierAgentTradeParty に PostalTradeAddress と DefinedTradeContact を追加してください。");

    static final Rule NAME = error(
            "TGT-BL-89",
            "UCP 600 art. 20(a)(i), 14(j); DCSA EBL 3.0.4 partyName",
            "A party has no name.",
            "当事者の名称がありません。",
            "Fill in Name.",
            "Name を記載してください。");

    static final List<Rule> RULES =
            List.of(MADE_OUT, CONSIGNEE_ID, NOTIFY, CARRIER, SHIPPER, CONTACT, ADDRESS, WAYBILL_TO_ORDER, AGENT, NAME);

    /** The issuer and the platform may be given by contacts or identifiers alone; the consignee has its own rule. */
    private static final Set<String> NAMELESS =
            Set.of("IssuerTradeParty", "PlatformProviderTradeParty", "ConsigneeTradeParty");

    /** The lists a carrier's code may come from (DCSA carrierCodeListProvider). */
    private static final Set<String> CARRIER_CODE_SCHEMES = Set.of("SMDG", "NMFTA");

    private static final int MOST_NOTIFY_PARTIES = 3;

    /** The role of a consignee who is to be notified too (UNTDID 3035; DCSA isNotifyParty). */
    private static final String NOTIFY_PARTY = "NI";

    private final Findings findings;

    PartyRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement document, XmlElement consignment) {
        var shipper = consignment.first("ConsignorTradeParty");
        if (shipper != null) {
            if (!hasLei(shipper)) {
                findings.missing(SHIPPER, shipper, "ID", "an ID with schemeID 0199");
            }
            if (shipper.first("DefinedTradeContact") == null) {
                findings.missing(CONTACT, shipper, "DefinedTradeContact", "a telephone number or an e-mail address");
            }
        }
        var carrier = consignment.first("CarrierTradeParty");
        if (carrier != null) {
            carrier(carrier);
        }
        boolean waybill = DocumentRules.isSeaWaybill(document);
        consignee(consignment, waybill);
        var notified = consignment.all("NotifiedTradeParty");
        if (notified.size() > MOST_NOTIFY_PARTIES) {
            findings.tell(NOTIFY, notified.get(MOST_NOTIFY_PARTIES), null, "at most " + MOST_NOTIFY_PARTIES);
        }
        var agent = consignment.first("CarrierAgentTradeParty");
        if (agent != null) {
            agent(agent);
        }
    }

    private void carrier(XmlElement carrier) {
        if (!hasLei(carrier)) {
            findings.missing(CARRIER, carrier, "ID", "an ID with schemeID 0199");
        }
        if (carrier.all("ID").stream().noneMatch(PartyRules::isCarrierCode)) {
            findings.missing(CARRIER, carrier, "ID", "an ID with schemeID SMDG or NMFTA");
        }
        if (carrier.first("PostalTradeAddress") == null) {
            findings.missing(ADDRESS, carrier, "PostalTradeAddress", "a street, a city and a country");
        }
    }

    private static boolean isCarrierCode(XmlElement id) {
        String scheme = id.attribute("schemeID");
        return scheme != null && CARRIER_CODE_SCHEMES.contains(scheme) && Values.text(id) != null;
    }

    private void consignee(XmlElement consignment, boolean waybill) {
        var consignee = consignment.first("ConsigneeTradeParty");
        String name = Values.text(consignee, "Name");
        if (consignee == null || name == null) {
            String expected = "a name, TO ORDER OF SHIPPER, TO ORDER OF a name, or TO BEARER";
            findings.missing(MADE_OUT, consignment, "ConsigneeTradeParty", waybill ? "a name" : expected);
            return;
        }
        var words = OrderWords.read(name);
        var kind = words.kind();
        if (waybill && (kind != OrderWords.Kind.NAMED || !words.clear())) {
            findings.tell(WAYBILL_TO_ORDER, consignee, name, "a name");
            return;
        }
        if (!words.clear()) {
            findings.tell(MADE_OUT, consignee, name, "a name, or TO ORDER OF SHIPPER, TO ORDER OF a name, TO BEARER");
        }
        boolean namesSomebody = kind == OrderWords.Kind.NAMED || kind == OrderWords.Kind.ORDER_OF;
        if (namesSomebody && !(waybill ? consignee.first("ID") != null : hasLei(consignee))) {
            findings.missing(CONSIGNEE_ID, consignee, "ID", "an ID" + (waybill ? "" : " with schemeID 0199"));
        }
        beside(consignee, name, namesSomebody);
        if (kind == OrderWords.Kind.ORDER_OF) {
            shippersOrder(consignee, words.party(), consignment.first("ConsignorTradeParty"));
        }
        boolean toNotify = kind == OrderWords.Kind.ORDER_OF && NOTIFY_PARTY.equals(Values.text(consignee, "RoleCode"));
        if (kind != OrderWords.Kind.NAMED && !toNotify && consignment.first("NotifiedTradeParty") == null) {
            // At the consignee, which stands in JSON too; the consignment is the whole document there.
            findings.tell(NOTIFY, consignee, name, "NotifiedTradeParty");
        }
    }

    /** Who has the shipper's LEI is the shipper, and is called so. */
    private void shippersOrder(XmlElement consignee, String party, @Nullable XmlElement shipper) {
        String name = Values.text(shipper, "Name");
        String lei = shipper == null ? null : lei(shipper);
        if (name != null
                && lei != null
                && lei.equals(lei(consignee))
                && !OrderWords.normal(party).equals(OrderWords.normal(name))) {
            findings.tell(MADE_OUT, consignee, party, "the shipper's name beside the shipper's LEI: " + name);
        }
    }

    private static @Nullable String lei(XmlElement party) {
        for (XmlElement id : party.all("ID")) {
            if (IdentifierRules.isLei(id)) {
                return id.text().strip();
            }
        }
        return null;
    }

    /** Words that name nobody stand alone, and no further name says otherwise than the first. */
    private void beside(XmlElement consignee, String name, boolean namesSomebody) {
        for (XmlElement part : consignee.children()) {
            boolean isName = part.name().equals("Name");
            String text = isName ? Values.text(part) : null;
            if (isName && part == consignee.first("Name") || isName && text == null) {
                continue;
            }
            if (text != null) {
                var words = OrderWords.read(text);
                if (!namesSomebody || words.kind() != OrderWords.Kind.NAMED || !words.clear()) {
                    findings.tell(MADE_OUT, part, "no other name beside " + name);
                }
            } else if (!namesSomebody
                    && (part.name().equals("ID") || part.name().equals("PostalTradeAddress"))) {
                findings.tell(MADE_OUT, part, Values.text(part), "no identifier and no address beside " + name);
            }
        }
    }

    private void agent(XmlElement agent) {
        if (agent.first("PostalTradeAddress") == null) {
            findings.missing(AGENT, agent, "PostalTradeAddress", "a street, a city and a country");
        }
        if (agent.first("DefinedTradeContact") == null) {
            findings.missing(AGENT, agent, "DefinedTradeContact", "a telephone number or an e-mail address");
        }
    }

    /** What holds of every party: right check digits, a whole address, reachable contacts. */
    void party(XmlElement party) {
        if (Values.text(party, "Name") == null && !NAMELESS.contains(party.name())) {
            findings.missing(NAME, party, "Name", "a name");
        }
        var address = party.first("PostalTradeAddress");
        if (address != null && !isWhole(address)) {
            findings.tell(ADDRESS, address, null, "StreetName, CityName and CountryID");
        }
        for (XmlElement contact : party.all("DefinedTradeContact")) {
            if (!isReachable(contact)) {
                findings.tell(CONTACT, contact, null, "a telephone number or an e-mail address");
            }
        }
    }

    /** With street, city and country, or in lines only as it is printed. */
    private static boolean isWhole(XmlElement address) {
        boolean inLines = Values.text(address, "LineOne") != null || Values.text(address, "FreeForm") != null;
        boolean street = Values.text(address, "StreetName") != null;
        boolean city = Values.text(address, "CityName") != null;
        boolean country = Values.text(address, "CountryID") != null;
        return street && city && country || inLines && !street && !city && !country;
    }

    /** Whether one is given; wrong check digits are another rule's finding. */
    private static boolean hasLei(XmlElement party) {
        return party.all("ID").stream().anyMatch(IdentifierRules::isLei);
    }

    private static boolean isReachable(XmlElement contact) {
        return said(contact, "TelephoneUniversalCommunication", "CompleteNumber")
                || said(contact, "EmailURIUniversalCommunication", "URIID");
    }

    private static boolean said(XmlElement contact, String channel, String value) {
        for (XmlElement communication : contact.all(channel)) {
            @Nullable String text = Values.text(communication, value);
            if (text != null) {
                return true;
            }
        }
        return false;
    }
}
