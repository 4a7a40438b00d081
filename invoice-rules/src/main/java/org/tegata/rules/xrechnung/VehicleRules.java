package org.tegata.rules.xrechnung;

import java.util.Set;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What holds only where BT-24 says that the invoice is for clean vehicles (Directive (EU) 2019/1161). */
final class VehicleRules {

    private static final String PRODUCT = XRechnungBook.LINE + "/ram:SpecifiedTradeProduct";
    private static final String VEHICLE_SCHEME = "CVD";
    private static final String CLEANLINESS = "cva";
    private static final Set<String> VEHICLE_CLASSES = Set.of("M1", "M2", "M3", "N1", "N2", "N3");
    private static final Set<String> CLEANLINESS_VALUES = Set.of("clean", "zero-emission", "other");
    private static final Path CLASS_CODE = Path.of("ram:DesignatedProductClassification/ram:ClassCode");
    private static final Path CHARACTERISTIC = Path.of("ram:ApplicableProductCharacteristic");
    private static final Path DESCRIPTION = Path.of("ram:Description");
    private static final Name VALUE = Name.of("ram:Value");
    private static final Path CONTRACT = Path.of("ram:ContractReferencedDocument/ram:IssuerAssignedID");
    private static final Path DOCUMENT = Path.of("ram:AdditionalReferencedDocument");
    private static final Name TYPE = Name.of("ram:TypeCode");
    private static final Name NUMBER = Name.of("ram:IssuerAssignedID");
    private static final String TENDER = "50";

    private VehicleRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on(XRechnungBook.TRANSACTION)
                .error("BR-DE-CVD-03")
                .says(
                        "No line sells a vehicle with its class (BT-158, list CVD) and its cleanliness (BT-160 cva).",
                        "車両の区分（BT-158、リスト CVD）と環境性能（BT-160 の cva）の両方を持つ明細行がありません。")
                .hint(
                        "Add ClassCode with listID CVD and a characteristic cva to the product of a line.",
                        "明細行の品目に、listID が CVD の ClassCode と、cva という特性を追加してください。")
                .holdsAtEnd((e, doc) -> doc.tally().vehicle() || XRechnungNotes.noCleanVehicles(doc));
        product(pattern.on(PRODUCT));
        classCode(pattern.on(PRODUCT + "/ram:DesignatedProductClassification/ram:ClassCode"));
        pattern.on(PRODUCT + "/ram:ApplicableProductCharacteristic")
                .when(VehicleRules::isCleanliness)
                .error("BR-DE-CVD-05")
                .says(
                        "The cleanliness of a vehicle (BT-161 of cva) is none of the three known values.",
                        "車両の環境性能（cva の BT-161）が、定められた三つの値のいずれでもありません。")
                .hint("Write one of the three values.", "三つの値のいずれかを記載してください。")
                .actual(e -> e.text(VALUE))
                .expected("clean, zero-emission, other")
                .holds(e -> CLEANLINESS_VALUES.contains(Texts.normal(e.text(VALUE))))
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
        agreement(pattern.on(XRechnungBook.AGREEMENT));
    }

    private static void product(Context<XRechnungNotes> product) {
        product.error("BR-DE-CVD-06-b")
                .says(
                        "A product with a cleanliness (cva) has not exactly one vehicle class (BT-158, list CVD).",
                        "環境性能（cva）を持つ品目の車両区分（BT-158、リスト CVD）が一つではありません。")
                .hint(
                        "Give such a product one ClassCode with listID CVD.",
                        "その品目に、listID が CVD の ClassCode を一つ記載してください。")
                .actual(e -> String.valueOf(classes(e)))
                .expected("1")
                .holds(e -> !hasCleanliness(e) || classes(e) == 1)
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
        product.error("BR-DE-CVD-06-a")
                .says(
                        "A product with a vehicle class (BT-158, list CVD) has not exactly one cleanliness (cva).",
                        "車両区分（BT-158、リスト CVD）を持つ品目の環境性能（cva）が一つではありません。")
                .hint(
                        "Give such a product one characteristic with the description cva.",
                        "その品目に、名称が cva の特性を一つ記載してください。")
                .actual(e -> String.valueOf(cleanlinesses(e)))
                .expected("1")
                .holds(e -> !isVehicle(e) || cleanlinesses(e) == 1)
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
    }

    private static void classCode(Context<XRechnungNotes> classCode) {
        classCode
                .error("BR-TMP-CVD-01")
                .says(
                        "The scheme of a product's class (BT-158-1) is not on the list UNTDID 7143, nor is it CVD.",
                        "品目分類のスキーム（BT-158-1）が UNTDID 7143 のコード表になく、CVD でもありません。")
                .hint("Write the code of the list in listID.", "listID にコード表のコードを記載してください。")
                .actual(e -> e.attribute("listID"))
                .holds(e -> Schemes.classification(Texts.normal(e.attribute("listID"))))
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
        classCode
                .error("BR-DE-CVD-04")
                .says(
                        "The class of a vehicle (BT-158, list CVD) is none of M1 to M3 and N1 to N3.",
                        "車両区分（BT-158、リスト CVD）が M1～M3、N1～N3 のいずれでもありません。")
                .hint("Write the vehicle's EU class.", "車両の EU 区分を記載してください。")
                .expected("M1, M2, M3, N1, N2, N3")
                .holds(e -> !Texts.normal(e.attribute("listID")).equals(VEHICLE_SCHEME)
                        || VEHICLE_CLASSES.contains(Texts.normal(e.text())))
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
    }

    private static void agreement(Context<XRechnungNotes> agreement) {
        agreement
                .error("BR-DE-CVD-01")
                .says("An invoice for clean vehicles names no contract (BT-12).", "クリーン車両の請求書に契約番号（BT-12）がありません。")
                .hint(
                        "Add ContractReferencedDocument/IssuerAssignedID.",
                        "ContractReferencedDocument/IssuerAssignedID を追加してください。")
                .holds(e -> CONTRACT.anyIn(e, Texts::filled))
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
        agreement
                .error("BR-DE-CVD-02")
                .says(
                        "An invoice for clean vehicles names no tender or lot (BT-17).",
                        "クリーン車両の請求書に入札番号またはロット番号（BT-17）がありません。")
                .hint(
                        "Add AdditionalReferencedDocument with TypeCode 50 and its number.",
                        "TypeCode が 50 の AdditionalReferencedDocument を番号とともに追加してください。")
                .holds(e ->
                        DOCUMENT.anyIn(e, d -> Texts.normal(d.text(TYPE)).equals(TENDER) && Texts.filled(d, NUMBER)))
                .holdsByDocument(XRechnungNotes::noCleanVehicles);
    }

    /** Whether a product has a class of the list for vehicles. */
    static boolean isVehicle(Element product) {
        return CLASS_CODE.anyIn(product, VehicleRules::isVehicleClass);
    }

    /** Whether a product says how clean it is. */
    static boolean hasCleanliness(Element product) {
        return CHARACTERISTIC.anyIn(product, VehicleRules::isCleanliness);
    }

    private static boolean isVehicleClass(Element classCode) {
        return VEHICLE_SCHEME.equals(classCode.attribute("listID"));
    }

    private static boolean isCleanliness(Element characteristic) {
        return DESCRIPTION.anyIn(characteristic, text -> text.text().equals(CLEANLINESS));
    }

    private static int classes(Element product) {
        int[] count = {0};
        CLASS_CODE.forEachIn(product, code -> count[0] += isVehicleClass(code) ? 1 : 0);
        return count[0];
    }

    private static int cleanlinesses(Element product) {
        int[] count = {0};
        CHARACTERISTIC.forEachIn(product, characteristic -> count[0] += isCleanliness(characteristic) ? 1 : 0);
        return count[0];
    }
}
