package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tegata.xml.XmlElement;

/** Rules on the document itself: its kind, its numbers, its terms, and in what capacity it is signed. */
final class DocumentRules {

    static final Rule KIND = error(
            "TGT-BL-01",
            "UNTDID 1001; DCSA EBL 3.0.4 transportDocumentTypeCode",
            "The document is neither a bill of lading nor a sea waybill.",
            "船荷証券でも海上運送状でもない文書種別です。",
            "Use TypeCode 705 (or 706, 714, 766) for a bill of lading, 710 for a sea waybill.",
            "TypeCode に、船荷証券は 705（又は 706、714、766）、海上運送状は 710 を指定してください。");
    static final Rule TERMS = error(
            "TGT-BL-22",
            "UCP 600 art. 20(a)(v); DCSA EBL 3.0.4 termsAndConditions",
            "The bill neither contains its terms of carriage nor refers to them.",
            "運送約款の記載も、約款への参照もありません。",
            "State the terms, or where they are found, in ContractTermsInformation.",
            "ContractTermsInformation に、約款又はその参照先を記載してください。");
    static final Rule BOOKING = error(
            "TGT-BL-23",
            "DCSA EBL 3.0.4 carrierBookingReference",
            "The carrier's booking reference is missing.",
            "運送人の予約番号（ブッキング番号）がありません。",
            "Give it in CarrierAssignedID of the consignment, or for each container of each item.",
            "貨物全体の CarrierAssignedID に、又は品目のコンテナごとに記載してください。");
    static final Rule COUNT = error(
            "TGT-BL-26",
            "UCP 600 art. 17, 20(a)(iv); DCSA EBL 3.0.4",
            "A number of originals or copies is not a whole number from 0 to 99.",
            "原本又は写しの通数が 0 から 99 までの整数ではありません。",
            "State how many are issued; an electronic record needs no second original.",
            "発行通数を整数で記載してください。電子記録に複数の原本は必要ありません。");
    static final Rule WAYBILL_ORIGINALS = error(
            "TGT-BL-39",
            "DCSA EBL 3.0.4; CMI Rules for Sea Waybills",
            "A sea waybill states a number of originals, but nothing is delivered against an original of it.",
            "海上運送状に原本の通数が記載されていますが、海上運送状は原本と引換えに引き渡すものではありません。",
            "Leave OriginalIssuedQuantity out, or make the document a bill of lading (705).",
            "OriginalIssuedQuantity を削除するか、船荷証券（705）としてください。");
    static final Rule CAPACITY = warning(
            "TGT-BL-40",
            "UCP 600 art. 20(a)(i); ISBP 821 E5",
            "The signature does not say that it is made by the carrier, the master or a named agent for one of them.",
            "署名が、運送人、船長又はその代理人のいずれの資格によるものか示されていません。",
            "State it in FirstSignatoryDocumentAuthentication/Statement: AS CARRIER, AS MASTER, AS AGENT FOR THE"
                    + " CARRIER and its name.",
            "FirstSignatoryDocumentAuthentication/Statement に AS CARRIER、AS MASTER、AS AGENT FOR THE CARRIER（名称）"
                    + "などと記載してください。");
    static final Rule PRINCIPAL = warning(
            "TGT-BL-41",
            "UCP 600 art. 20(a)(i); ISBP 821 E5",
            "An agent signs for the carrier, but the signature does not name the carrier.",
            "代理人が運送人に代わって署名していますが、署名に運送人の名称が示されていません。",
            "Name the carrier in the statement as the bill names it: AS AGENT FOR (name), THE CARRIER.",
            "署名欄に、証券上の運送人の名称を AS AGENT FOR（名称）, THE CARRIER のように記載してください。");

    static final Rule ON_PAPER = warning(
            "TGT-BL-99",
            "MLETR art. 10, 17; DCSA EBL 3.0.4 isElectronic, numberOfOriginalsWithCharges",
            "The document says that it is not electronic, or that originals on paper are issued.",
            "電子的記録ではない、又は紙の原本が発行される旨が記載されています。",
            "A record in this register is electronic; no paper original may circulate beside it.",
            "この登録簿の記録は電子的記録です。これと並んで紙の原本を流通させることはできません。");

    static final List<Rule> RULES =
            List.of(KIND, TERMS, BOOKING, COUNT, WAYBILL_ORIGINALS, CAPACITY, PRINCIPAL, ON_PAPER);

    /** UNTDID 1001: bill of lading, its original, house bill of lading, combined transport bill of lading. */
    static final Set<String> BILLS = Set.of("705", "706", "714", "766");

    /** UNTDID 1001: sea waybill, the document that nobody need hold to take delivery. */
    static final String SEA_WAYBILL = "710";

    private static final int MOST_DOCUMENTS = 99;

    private final Findings findings;

    DocumentRules(Findings findings) {
        this.findings = findings;
    }

    static boolean isSeaWaybill(XmlElement document) {
        return SEA_WAYBILL.equals(Values.text(document, "TypeCode"));
    }

    void check(XmlElement document, XmlElement consignment) {
        var kind = document.first("TypeCode");
        if (kind != null
                && !isSeaWaybill(document)
                && !BILLS.contains(kind.text().strip())) {
            findings.tell(KIND, kind, "705, 706, 714, 766 or 710");
        }
        count(document, "OriginalIssuedQuantity");
        count(document, "CopyIssuedQuantity");
        var originals = document.first("OriginalIssuedQuantity");
        var number = Values.number(originals);
        if (originals != null && number != null && number.signum() > 0 && isSeaWaybill(document)) {
            findings.tell(WAYBILL_ORIGINALS, originals, "none");
        }
        if (consignment.all("ContractTermsInformation").stream().allMatch(terms -> Values.text(terms) == null)) {
            findings.missing(TERMS, consignment, "ContractTermsInformation", "the terms, or where they are found");
        }
        if (Values.text(consignment, "CarrierAssignedID") == null && !everyContainerIsBooked(consignment)) {
            findings.missing(BOOKING, consignment, "CarrierAssignedID", "the carrier's booking reference");
        }
        signature(document, consignment);
        var electronic = document.first("ElectronicPresentationIndicator");
        if (electronic != null && Values.isFalse(electronic)) {
            findings.tell(ON_PAPER, electronic, "false", "true");
        }
    }

    private void count(XmlElement document, String name) {
        var quantity = document.first(name);
        if (quantity != null && !Values.isCount(Values.number(quantity), 0, MOST_DOCUMENTS)) {
            findings.tell(COUNT, quantity, "a whole number from 0 to " + MOST_DOCUMENTS);
        }
    }

    private static boolean everyContainerIsBooked(XmlElement consignment) {
        var containers = consignment.all("IncludedSupplyChainConsignmentItem").stream()
                .flatMap(item -> item.all("AssociatedReferencedLogisticsTransportEquipment").stream())
                .toList();
        return !containers.isEmpty()
                && containers.stream()
                        .allMatch(container -> Values.text(container, "CarrierAssignedBookingID") != null);
    }

    private void signature(XmlElement document, XmlElement consignment) {
        var signature = document.first("FirstSignatoryDocumentAuthentication");
        if (signature == null) {
            return;
        }
        var statement = signature.first("Statement");
        String words =
                Phrases.normal(Values.text(statement)) + " " + Phrases.normal(Values.text(signature, "Signatory"));
        boolean forOther = says(words, "AGENT", "AGENTS", "ON BEHALF", "FOR AND ON BEHALF", "FOR THE CARRIER");
        boolean named = says(words, "CARRIER", "MASTER", "CAPTAIN");
        var at = statement == null ? signature : statement;
        String carrier = Phrases.normal(Values.text(consignment.first("CarrierTradeParty"), "Name"));
        if (!named) {
            findings.tell(CAPACITY, at, words.strip(), "AS CARRIER, AS MASTER or AS AGENT FOR one of them");
        } else if (forOther && !says(words, "MASTER", "CAPTAIN") && !words.contains(carrier)) {
            findings.tell(PRINCIPAL, at, words.strip(), carrier.toUpperCase(Locale.ROOT));
        }
    }

    private static boolean says(String words, String... phrases) {
        for (String phrase : phrases) {
            if (Phrases.find(words, phrase, 0) >= 0) {
                return true;
            }
        }
        return false;
    }
}
