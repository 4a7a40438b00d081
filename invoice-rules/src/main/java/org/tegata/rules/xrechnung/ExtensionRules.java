package org.tegata.rules.xrechnung;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What holds only where BT-24 names the German extension: sub-lines, further schemes and formats. */
final class ExtensionRules {

    private static final Set<String> FORMATS = Set.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "text/csv",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/xml");
    private static final Name PARENT_LINE = Name.of("ram:ParentLineID");
    private static final Name PRODUCT = Name.of("ram:SpecifiedTradeProduct");
    private static final Name SHIP_TO = Name.of("ram:ShipToTradeParty");
    private static final Name TAX_REGISTRATION = Name.of("ram:SpecifiedTaxRegistration");

    private ExtensionRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on(XRechnungBook.LINE + "/ram:AssociatedDocumentLineDocument")
                .warning("BR-DEX-15")
                .says(
                        "The line is a part of another line (ParentLineID); few receivers can read such lines.",
                        "この明細行は別の明細行の内訳（ParentLineID）です。対応できる受取側は限られます。")
                .hint("Ask the receiver before you use sub-lines.", "内訳行を使う前に、受取側が対応できるか確認してください。")
                .actual(e -> e.text(PARENT_LINE))
                // The official rule is told at every line as soon as one of them has a parent.
                .holds(e -> !e.has(PARENT_LINE))
                .holdsByDocument(XRechnungNotes::noExtension);
        scheme(
                pattern.on("//ram:GlobalID").when(e -> schemed(e) && !e.within(PRODUCT) && !e.within(SHIP_TO)),
                "BR-DEX-04",
                Schemes::organisation);
        scheme(
                pattern.on("//ram:ID").when(e -> schemed(e) && !e.within(TAX_REGISTRATION)),
                "BR-DEX-05",
                Schemes::organisation);
        scheme(
                pattern.on("//ram:SpecifiedTradeProduct/ram:GlobalID").when(ExtensionRules::schemed),
                "BR-DEX-06",
                Schemes::organisation);
        scheme(
                pattern.on("//ram:URIUniversalCommunication/ram:URIID").when(ExtensionRules::schemed),
                "BR-DEX-07",
                Schemes::address);
        scheme(
                pattern.on("//ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID")
                        .when(ExtensionRules::schemed),
                "BR-DEX-08",
                Schemes::organisation);
        pattern.on("//ram:AttachmentBinaryObject")
                .error("BR-DEX-01")
                .says(
                        "The format of an attachment (BT-125-1) is none that the extension allows.",
                        "添付データのメディアタイプ（BT-125-1）が、拡張仕様で認められたものではありません。")
                .hint(
                        "Attach PDF, PNG, JPEG, CSV, XLSX, ODS or XML, and say so in mimeCode.",
                        "PDF、PNG、JPEG、CSV、XLSX、ODS、XML のいずれかを添付し、mimeCode に示してください。")
                .actual(e -> e.attribute("mimeCode"))
                .expected("application/pdf, image/png, image/jpeg, text/csv, application/xml, XLSX, ODS")
                .holds(e -> listed(FORMATS::contains, e.attribute("mimeCode")))
                .holdsByDocument(XRechnungNotes::noExtension);
    }

    private static void scheme(Context<XRechnungNotes> context, String id, Predicate<String> known) {
        boolean address = id.equals("BR-DEX-07");
        context.error(id)
                .says(
                        address
                                ? "The scheme of an electronic address (BT-34-1, BT-49-1) is not on the list EAS, nor"
                                        + " is it one of XR01, XR02, XR03."
                                : "The scheme of an identifier is not on the list ISO 6523 ICD, nor is it one of XR01,"
                                        + " XR02, XR03.",
                        address
                                ? "電子アドレスのスキーム（BT-34-1、BT-49-1）が EAS のコード表にも XR01、XR02、XR03 にも" + "ありません。"
                                : "識別子のスキームが ISO 6523 ICD のコード表にも XR01、XR02、XR03 にもありません。")
                .hint(
                        "Write the code of the list in schemeID, for example 0088 for a GLN.",
                        "schemeID にコード表のコードを記載してください（例：GLN は 0088）。")
                .actual(e -> e.attribute("schemeID"))
                .holds(e -> listed(known, Texts.normal(e.attribute("schemeID"))))
                .holdsByDocument(XRechnungNotes::noExtension);
    }

    private static boolean schemed(Element id) {
        return id.attribute("schemeID") != null;
    }

    private static boolean listed(Predicate<String> list, @Nullable String code) {
        return code != null && list.test(code);
    }
}
