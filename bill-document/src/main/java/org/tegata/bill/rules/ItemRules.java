package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on each item of goods: what it is, how it is packed, how it is spread over containers. */
final class ItemRules {

    static final Rule PACKAGES = error(
            "TGT-BL-14",
            "UCP 600 art. 14(d); DCSA EBL 3.0.4 outerPackaging",
            "The packages are not counted properly, are of no kind, or do not add up to the number of the consignment.",
            "包装の種類又は個数が正しく記載されていないか、合計が貨物全体の個数と一致しません。",
            "Count whole packages, give their kind as a code of Recommendation 21 or in words, and add them up in"
                    + " PackageQuantity.",
            "個数は1以上の整数とし、種類を勧告第21号のコード又は文言で示し、合計を PackageQuantity に記載してください。");
    static final Rule HS_CODE = error(
            "TGT-BL-18",
            "WCO Harmonized System; DCSA EBL 3.0.4 HSCodes, extendedHSCodes",
            "An HS code is not 6 to 12 digits without dots.",
            "HS コードが、ピリオドのない 6～12 桁の数字ではありません。",
            "Write the digits only, such as 845710.",
            "845710 のように数字だけを記載してください。");
    static final Rule HS_CHAPTER = warning(
            "TGT-BL-58",
            "WCO Harmonized System",
            "The HS code begins with a chapter that the Harmonized System does not have.",
            "HS コードの先頭2桁が、HS 条約に存在しない類です。",
            "Look the goods up in the tariff: chapters are 01 to 97, without 77.",
            "関税率表を確認してください（類は 77 を除く 01～97）。");
    static final Rule GOODS_MEASURES = error(
            "TGT-BL-59",
            "DCSA EBL 3.0.4 cargoItems",
            "The goods are in several containers, but it is not said how much of them each holds.",
            "貨物が複数のコンテナに分かれていますが、コンテナごとの重量が記載されていません。",
            "Give GrossGoodsWeightMeasure in each AssociatedReferencedLogisticsTransportEquipment.",
            "各 AssociatedReferencedLogisticsTransportEquipment に GrossGoodsWeightMeasure を記載してください。");
    static final Rule PACKAGES_EACH = error(
            "TGT-BL-60",
            "DCSA EBL 3.0.4 cargoItems, outerPackaging",
            "There is not one group of packages for each container that the goods are in.",
            "貨物の入っているコンテナごとに、包装の種類と個数が一組ずつ記載されていません。",
            "Give one TransportLogisticsPackage for each container, in the same order.",
            "コンテナと同じ順序で、コンテナごとに TransportLogisticsPackage を記載してください。");
    static final Rule CONTAINER_TWICE = warning(
            "TGT-BL-61",
            "DCSA EBL 3.0.4 cargoItems; UCP 600 art. 14(d)",
            "An item of goods names the same container twice with the same kind of package: it may be counted twice.",
            "一つの品目に、同じコンテナと同じ種類の包装が二重に記載されています。二重計上のおそれがあります。",
            "Name each container of the goods once for each kind of package in it.",
            "コンテナは、その中の包装の種類ごとに1回だけ記載してください。");
    static final Rule NET = error(
            "TGT-BL-64",
            "UCP 600 art. 14(d)",
            "A net weight or volume is more than the gross one.",
            "正味の重量又は容積が、総重量又は総容積を超えています。",
            "Correct the net or the gross measure.",
            "正味又は総の数値を訂正してください。");
    static final Rule NUMBERED_TWICE = warning(
            "TGT-BL-65",
            "UCP 600 art. 14(d)",
            "Two items of goods have the same number.",
            "複数の品目に同じ番号が付いています。",
            "Number the items 1, 2, 3 and so on.",
            "品目番号を 1、2、3 と順に付けてください。");
    static final Rule PACKAGE_CODE = error(
            "TGT-BL-87",
            "Recommendation 21",
            "The kind of package is no code of Recommendation 21.",
            "包装の種類が、勧告第21号のコードではありません。",
            "Use its two letters or digits, such as CS case, CT carton, PX pallet; or say it in words in Type.",
            "CS（ケース）、CT（カートン）、PX（パレット）などの2文字を用いるか、Type に文言で記載してください。");
    static final Rule DESCRIPTION = error(
            "TGT-BL-92",
            "UCP 600 art. 14(e); DCSA EBL 3.0.4 descriptionOfGoods",
            "The goods are not described.",
            "貨物の記述がありません。",
            "Describe them in NatureIdentificationTransportCargo/Identification.",
            "NatureIdentificationTransportCargo/Identification に記載してください。");

    static final List<Rule> RULES = List.of(
            PACKAGES,
            HS_CODE,
            HS_CHAPTER,
            GOODS_MEASURES,
            PACKAGES_EACH,
            CONTAINER_TWICE,
            NET,
            NUMBERED_TWICE,
            PACKAGE_CODE,
            DESCRIPTION);

    private static final long MOST_PACKAGES = 99_999_999;
    private static final Set<String> PACKAGE_CODES = packageCodes();

    private final Findings findings;
    private final Set<String> sequence = new HashSet<>();

    ItemRules(Findings findings) {
        this.findings = findings;
    }

    private static Set<String> packageCodes() {
        var codes = new HashSet<String>();
        for (String[] row : Phrases.table("package-codes.tsv")) {
            codes.addAll(List.of(row[1].split(" ")));
        }
        return Set.copyOf(codes);
    }

    void check(XmlElement item) {
        number(item);
        var code = item.first("TypeCode");
        if (code != null) {
            hsCode(code);
        }
        boolean described = false;
        for (XmlElement cargo : item.all("NatureIdentificationTransportCargo")) {
            described |= Values.isSaid(cargo, "Identification");
            var further = cargo.first("StatisticalClassificationCode");
            if (further != null && isHarmonized(further)) {
                hsCode(further);
            }
        }
        if (!described) {
            findings.missing(DESCRIPTION, item, "NatureIdentificationTransportCargo", "a description of the goods");
        }
        packages(item);
        containers(item);
    }

    private static boolean isHarmonized(XmlElement code) {
        String list = code.attribute("listID");
        return list == null || list.equals("HS");
    }

    private void number(XmlElement item) {
        var number = item.first("SequenceNumeric");
        var value = Values.number(number);
        if (number != null && value != null && !sequence.add(Values.plain(value))) {
            findings.tell(NUMBERED_TWICE, number, "a number of its own");
        }
    }

    private void hsCode(XmlElement code) {
        String digits = Values.text(code);
        if (digits == null || digits.length() < 6 || digits.length() > 12 || !Values.isDigits(digits)) {
            findings.tell(HS_CODE, code, "6 to 12 digits");
            return;
        }
        int chapter = Integer.parseInt(digits.substring(0, 2));
        if (chapter == 0 || chapter == 77) {
            findings.tell(HS_CHAPTER, code, "a chapter from 01 to 97, not 77");
        }
    }

    private void packages(XmlElement item) {
        for (XmlElement packages : item.all("TransportLogisticsPackage")) {
            var quantity = packages.first("ItemQuantity");
            if (quantity == null) {
                findings.missing(PACKAGES, packages, "ItemQuantity", "a whole number of at least 1");
            } else if (!Values.isCount(Values.number(quantity), 1, MOST_PACKAGES)) {
                findings.tell(PACKAGES, quantity, "a whole number of at least 1");
            }
            var codes = packages.all("TypeCode");
            for (XmlElement code : codes) {
                if (isPackageCode(code) && !PACKAGE_CODES.contains(code.text().strip())) {
                    findings.tell(PACKAGE_CODE, code, "a code of Recommendation 21");
                }
            }
            if (codes.isEmpty() && !Values.isSaid(packages, "Type")) {
                findings.tell(PACKAGES, packages, null, "the kind of package: a code, words or both");
            }
        }
    }

    /** Those of the IMDG Code are of another list, and say so. */
    private static boolean isPackageCode(XmlElement code) {
        return !"IMDG".equals(code.attribute("listID"));
    }

    private void containers(XmlElement item) {
        var references = item.all("AssociatedReferencedLogisticsTransportEquipment");
        if (references.size() > 1) {
            twice(references, item.all("TransportLogisticsPackage"));
        }
        for (XmlElement reference : references) {
            if (references.size() > 1 && reference.first("GrossGoodsWeightMeasure") == null) {
                findings.missing(GOODS_MEASURES, reference, "GrossGoodsWeightMeasure", "the weight in this container");
            }
            net(reference, "NetGoodsWeightMeasure", "GrossGoodsWeightMeasure", item, references.size());
            net(reference, "NetGoodsVolumeMeasure", "GrossGoodsVolumeMeasure", item, references.size());
        }
        int packages = item.all("TransportLogisticsPackage").size();
        if (packages != references.size()) {
            findings.tell(PACKAGES_EACH, item, Integer.toString(packages), Integer.toString(references.size()));
        }
    }

    private void twice(List<XmlElement> references, List<XmlElement> packages) {
        var seen = new HashSet<String>();
        for (int i = 0; i < references.size(); i++) {
            var id = references.get(i).first("ID");
            var group = i < packages.size() ? packages.get(i) : null;
            if (id != null && !seen.add(Values.capitals(id) + kind(group, "TypeCode") + kind(group, "Type"))) {
                findings.tell(CONTAINER_TWICE, id, "each container once for each kind of package");
            }
        }
    }

    private static String kind(@Nullable XmlElement group, String name) {
        return "|" + Values.text(group, name);
    }

    private void net(XmlElement reference, String netName, String grossName, XmlElement item, int containers) {
        var net = reference.first(netName);
        if (net == null) {
            return;
        }
        var gross = reference.first(grossName);
        if (gross == null && containers == 1) {
            gross = item.first(grossName.replace("Goods", ""));
        }
        if (gross != null && Measures.of(gross).isLessThan(Measures.of(net))) {
            findings.tell(NET, net, "at most " + Measures.of(gross).in(net));
        }
    }
}
