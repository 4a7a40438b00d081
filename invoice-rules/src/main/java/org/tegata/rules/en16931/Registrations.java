package org.tegata.rules.en16931;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Doc;

/** Under which numbers seller, buyer and the seller's tax representative are registered. */
final class Registrations {

    private static final String TAX_ID = "/ram:SpecifiedTaxRegistration/ram:ID";
    private static final Path SELLER = Cii.AGREEMENT.then("ram:SellerTradeParty" + TAX_ID);
    private static final Path REPRESENTATIVE = Cii.AGREEMENT.then("ram:SellerTaxRepresentativeTradeParty" + TAX_ID);
    private static final Path BUYER = Cii.AGREEMENT.then("ram:BuyerTradeParty" + TAX_ID);
    private static final Path BUYER_REGISTER =
            Cii.AGREEMENT.then("ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID");

    private Registrations() {}

    /** Whether a tax registration is a VAT identifier. */
    static boolean vat(Element id) {
        return Cii.same(id.attribute("schemeID"), "VA");
    }

    private static boolean vatOrFiscal(Element id) {
        return vat(id) || Cii.same(id.attribute("schemeID"), "FC");
    }

    /** VAT identifier (BT-31) or tax registration (BT-32) of the seller, or VAT identifier of the representative. */
    static boolean seller(Doc<Totals> doc) {
        return SELLER.anyIn(doc.root(), Registrations::vatOrFiscal) || representativeVat(doc);
    }

    /** VAT identifier of the seller (BT-31) or of the representative (BT-63). */
    static boolean sellerVat(Doc<Totals> doc) {
        return SELLER.anyIn(doc.root(), Registrations::vat) || representativeVat(doc);
    }

    private static boolean representativeVat(Doc<Totals> doc) {
        return REPRESENTATIVE.anyIn(doc.root(), Registrations::vat);
    }

    /** VAT identifier of the buyer (BT-48). */
    static boolean buyerVat(Doc<Totals> doc) {
        return BUYER.anyIn(doc.root(), Registrations::vat);
    }

    /** VAT identifier (BT-48) or legal registration (BT-47) of the buyer. */
    static boolean buyer(Doc<Totals> doc) {
        return buyerVat(doc) || BUYER_REGISTER.existsIn(doc.root());
    }
}
