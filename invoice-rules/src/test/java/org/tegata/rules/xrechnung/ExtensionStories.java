package org.tegata.rules.xrechnung;

import static org.tegata.rules.xrechnung.Story.story;

import java.util.stream.Stream;

/** The same for the rules that hold only with the extension or for clean vehicles. */
final class ExtensionStories {

    private static final Draft INVOICE = Draft.example("xrechnung");
    private static final Draft EXTENDED = INVOICE.with(XRechnungBook.CIUS, XRechnungBook.EXTENSION);
    private static final String CLASS =
            "<ram:DesignatedProductClassification><ram:ClassCode listID=\"CVD\">M1</ram:ClassCode>"
                    + "</ram:DesignatedProductClassification>";
    private static final String CLEAN = "<ram:ApplicableProductCharacteristic><ram:Description>cva</ram:Description>"
            + "<ram:Value>clean</ram:Value></ram:ApplicableProductCharacteristic>";
    private static final Draft VEHICLE = INVOICE.with(XRechnungBook.CIUS, XRechnungBook.CLEAN_VEHICLES)
            .before("<ram:DesignatedProductClassification>", CLEAN + CLASS)
            .after(
                    "</ram:BuyerOrderReferencedDocument>",
                    "<ram:ContractReferencedDocument><ram:IssuerAssignedID>V-1</ram:IssuerAssignedID>"
                            + "</ram:ContractReferencedDocument><ram:AdditionalReferencedDocument>"
                            + "<ram:IssuerAssignedID>Los 1</ram:IssuerAssignedID><ram:TypeCode>50</ram:TypeCode>"
                            + "</ram:AdditionalReferencedDocument>");
    private static final String SUB_LINE = "<ram:ParentLineID>1</ram:ParentLineID>";

    private ExtensionStories() {}

    static Stream<Story> all() {
        return Stream.concat(extension(), vehicles());
    }

    private static Stream<Story> extension() {
        String seller = "<ram:GlobalID schemeID=\"0088\">";
        String product = "<ram:SellerAssignedID>";
        String productId = "<ram:GlobalID schemeID=\"%s\">1</ram:GlobalID>";
        String shipTo = "<ram:ShipToTradeParty>";
        return Stream.of(
                story("BR-DEX-15", EXTENDED)
                        .broken(d -> d.after("<ram:LineID>2</ram:LineID>", SUB_LINE))
                        .kept(d -> INVOICE.after("<ram:LineID>2</ram:LineID>", SUB_LINE)),
                story("BR-DEX-04", EXTENDED)
                        .broken(d -> d.with(seller, "<ram:GlobalID schemeID=\"0244\">"))
                        .kept(d -> d.with(seller, "<ram:GlobalID schemeID=\" XR03 \">")),
                story("BR-DEX-04", EXTENDED)
                        .broken(d -> d.with(seller, "<ram:GlobalID schemeID=\"0002 0003\">"))
                        .kept(d -> INVOICE.with(seller, "<ram:GlobalID schemeID=\"0002 0003\">")),
                story("BR-DEX-05", EXTENDED)
                        .broken(d -> d.with("<ram:ID>HRB", "<ram:ID schemeID=\"HRB\">HRB"))
                        .kept(d -> d.with("<ram:ID>HRB", "<ram:ID schemeID=\"0204\">HRB")),
                story("BR-DEX-06", EXTENDED)
                        .broken(d -> d.before(product, productId.formatted("EAN")))
                        .kept(d -> d.before(product, productId.formatted("0160"))),
                story("BR-DEX-07", EXTENDED)
                        .broken(d -> d.with("<ram:URIID schemeID=\"EM\">", "<ram:URIID schemeID=\"XR04\">"))
                        .kept(d -> d.with("<ram:URIID schemeID=\"EM\">", "<ram:URIID schemeID=\"XR01\">")),
                story("BR-DEX-08", EXTENDED)
                        .broken(d -> d.after(shipTo, productId.formatted("GLN")))
                        .kept(d -> d.after(shipTo, productId.formatted("0088"))),
                story("BR-DEX-01", EXTENDED)
                        .broken(d -> d.with("mimeCode=\"text/csv\"", "mimeCode=\"text/plain\""))
                        .kept(d -> d.with("mimeCode=\"text/csv\"", "mimeCode=\"application/xml\"")));
    }

    private static Stream<Story> vehicles() {
        return Stream.of(
                story("BR-DE-CVD-03", VEHICLE)
                        .broken(d -> d.with(CLEAN, "").after("<ram:Name>Montage vor Ort</ram:Name>", CLEAN))
                        .kept(d -> INVOICE),
                story("BR-DE-CVD-06-b", VEHICLE)
                        .broken(d -> d.after(CLASS, CLASS))
                        .kept(d -> d.after(CLASS, CLASS.replace("CVD", "STI"))),
                story("BR-DE-CVD-06-a", VEHICLE)
                        .broken(d -> d.after(CLEAN, CLEAN))
                        .kept(d -> d.after(CLEAN, CLEAN.replace("cva", "co2"))),
                story("BR-TMP-CVD-01", VEHICLE)
                        .broken(d -> d.with("listID=\"STI\"", "listID=\"HS8\""))
                        .kept(d -> d.with(" listID=\"STI\"", "")),
                story("BR-DE-CVD-04", VEHICLE)
                        .broken(d -> d.with(">M1<", ">M4<"))
                        .kept(d -> d.with(">M1<", "> N3 <")),
                story("BR-DE-CVD-05", VEHICLE)
                        .broken(d -> d.with(">clean<", ">cleaner<"))
                        .kept(d -> d.with(">clean<", "> other <")),
                story("BR-DE-CVD-01", VEHICLE)
                        .broken(d -> d.without("ram:ContractReferencedDocument"))
                        .kept(d -> d.with("V-1", "?")),
                story("BR-DE-CVD-02", VEHICLE)
                        .broken(d -> d.with("<ram:TypeCode>50<", "<ram:TypeCode>916<"))
                        .kept(d -> d.with("<ram:TypeCode>50<", "<ram:TypeCode> 50 <")));
    }
}
