package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on measures and sums: units, digits, and that parts add up to the whole. */
final class TotalRules {

    static final Rule WEIGHTS = error(
            "TGT-BL-15",
            "UCP 600 art. 14(d)",
            "The weights of the items do not add up to the weight of the consignment.",
            "品目の重量の合計が、貨物全体の重量と一致しません。",
            "Correct GrossWeightMeasure of the consignment or of an item.",
            "貨物全体又は品目の GrossWeightMeasure を訂正してください。");
    static final Rule MEASURE = error(
            "TGT-BL-25",
            "Recommendation 20; DCSA EBL 3.0.4 cargoGrossWeight, cargoGrossVolume",
            "A weight or a volume is not above 0, is in no unit that is known here, or has more than 15 digits.",
            "重量又は容積が 0 以下か、単位が使用できないものか、15 桁を超えています。",
            "Weights are in KGM, TNE or LBR, volumes in MTQ or FTQ.",
            "重量は KGM、TNE、LBR、容積は MTQ、FTQ で記載してください。");
    static final Rule DIGITS = error(
            "TGT-BL-52",
            "RFC 8785, IEEE 754",
            "A number has more than 15 significant digits: as JSON it would be another one.",
            "数値の有効桁数が 15 桁を超えており、JSON では別の値になります。",
            "Round the number.",
            "数値を丸めてください。");
    static final Rule ITEM_WEIGHTS = error(
            "TGT-BL-62",
            "UCP 600 art. 14(d); DCSA EBL 3.0.4 cargoItems",
            "The weights of an item in its containers do not add up to the weight of the item.",
            "コンテナごとの重量の合計が、品目の重量と一致しません。",
            "Correct GrossGoodsWeightMeasure of a container or GrossWeightMeasure of the item.",
            "コンテナの GrossGoodsWeightMeasure 又は品目の GrossWeightMeasure を訂正してください。");
    static final Rule VOLUMES = error(
            "TGT-BL-63",
            "UCP 600 art. 14(d)",
            "The volumes do not add up: those of the items to the consignment's, or those in containers to the item's.",
            "容積の合計が一致しません（品目と貨物全体、又はコンテナごとと品目）。",
            "Correct the volume of the whole or of a part.",
            "全体又は部分の容積を訂正してください。");

    static final List<Rule> RULES = List.of(WEIGHTS, MEASURE, DIGITS, ITEM_WEIGHTS, VOLUMES);

    /** A JSON number is a double, which keeps 15 digits. */
    private static final int MOST_DIGITS = 15;

    /** Net explosive content may be given in small units (DCSA netExplosiveContent). */
    private static final List<String> SMALL_WEIGHTS = List.of("GRM", "ONZ");

    private final Findings findings;

    TotalRules(Findings findings) {
        this.findings = findings;
    }

    /** What holds of every weight, wherever it stands. */
    void weight(XmlElement weight) {
        String unit = weight.attribute("unitCode");
        boolean known = unit != null
                && (Measures.isOfWeight(unit)
                        || SMALL_WEIGHTS.contains(unit) && weight.name().equals("ExplosiveCargoNetWeightMeasure"));
        if (!known || !isMeasure(Values.number(weight))) {
            findings.tell(MEASURE, weight, said(weight), "above 0, in KGM, TNE or LBR");
        }
    }

    /** What holds of every volume, wherever it stands. */
    void volume(XmlElement volume) {
        String unit = volume.attribute("unitCode");
        if (unit == null || !Measures.isOfVolume(unit) || !isMeasure(Values.number(volume))) {
            findings.tell(MEASURE, volume, said(volume), "above 0, in MTQ or FTQ");
        }
    }

    /** What holds of every other number, wherever it stands. */
    void number(XmlElement number) {
        String text = number.text().strip();
        if (text.length() <= MOST_DIGITS) {
            return;
        }
        var value = Values.number(number);
        if (value == null || !isExact(value)) {
            findings.tell(DIGITS, number, "at most " + MOST_DIGITS + " significant digits");
        }
    }

    private static String said(XmlElement measure) {
        String unit = measure.attribute("unitCode");
        return measure.text().strip() + (unit == null ? "" : " " + unit);
    }

    private static boolean isMeasure(@Nullable BigDecimal value) {
        return value != null && value.signum() > 0 && isExact(value);
    }

    private static boolean isExact(BigDecimal value) {
        if (value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS) {
            return true;
        }
        var stripped = value.stripTrailingZeros();
        return stripped.precision() <= MOST_DIGITS && Math.abs(stripped.scale()) <= MOST_DIGITS;
    }

    void check(XmlElement consignment, List<XmlElement> items) {
        var weights = new Measures.Sum();
        var volumes = new Measures.Sum();
        var packages = BigDecimal.ZERO;
        for (XmlElement item : items) {
            weights.add(item.first("GrossWeightMeasure"));
            volumes.add(item.first("GrossVolumeMeasure"));
            for (XmlElement group : item.all("TransportLogisticsPackage")) {
                var quantity = Values.number(group, "ItemQuantity");
                packages = quantity == null ? packages : packages.add(quantity);
            }
            parts(item, "GrossWeightMeasure", "GrossGoodsWeightMeasure", ITEM_WEIGHTS);
            parts(item, "GrossVolumeMeasure", "GrossGoodsVolumeMeasure", VOLUMES);
        }
        compare(consignment.first("GrossWeightMeasure"), weights, WEIGHTS);
        compare(consignment.first("GrossVolumeMeasure"), volumes, VOLUMES);
        var stated = consignment.first("PackageQuantity");
        var count = Values.number(stated);
        if (stated != null && (count == null || count.compareTo(packages) != 0)) {
            findings.tell(ItemRules.PACKAGES, stated, Values.plain(packages));
        }
    }

    private void parts(XmlElement item, String whole, String part, Rule rule) {
        var sum = new Measures.Sum();
        for (XmlElement reference : item.all("AssociatedReferencedLogisticsTransportEquipment")) {
            sum.add(reference.first(part));
        }
        compare(item.first(whole), sum, rule);
    }

    private void compare(@Nullable XmlElement whole, Measures.Sum sum, Rule rule) {
        if (whole != null && sum.isWhole() && !Measures.of(whole).agreesWith(sum)) {
            findings.tell(rule, whole, said(whole), sum.in(whole));
        }
    }
}
