package org.tegata.rules.en16931;

import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Pattern;

/** Documents that the invoice refers to, and the place of delivery: BR-52, BR-55, BR-57. */
final class ReferenceRules {

    private static final Path DELIVERY_ADDRESS = Path.of("ram:ShipToTradeParty/ram:PostalTradeAddress");
    private static final Path COUNTRY = Path.of("ram:CountryID");

    private ReferenceRules() {}

    static void addTo(Pattern<Totals> pattern) {
        Required.filled(
                pattern.on("//ram:AdditionalReferencedDocument"),
                "BR-52",
                "ram:IssuerAssignedID",
                "The reference of a supporting document (BT-122)",
                "添付・参照文書の番号（BT-122）");
        Required.filled(
                pattern.on(Cii.TRANSACTION + "/ram:ApplicableHeaderTradeSettlement/ram:InvoiceReferencedDocument"),
                "BR-55",
                "ram:IssuerAssignedID",
                "The number of the preceding invoice (BT-25)",
                "先行請求書の番号（BT-25）");
        pattern.on(Cii.TRANSACTION + "/ram:ApplicableHeaderTradeDelivery")
                .error("BR-57")
                .says("The address of delivery (BG-15) has no country (BT-80).", "納品先の住所（BG-15）に国コード（BT-80）がありません。")
                .hint("Add ram:CountryID to that address.", "その住所に ram:CountryID を追加してください。")
                .holds(delivery -> {
                    Element address = DELIVERY_ADDRESS.firstIn(delivery);
                    return address == null || COUNTRY.filledIn(address);
                });
    }
}
