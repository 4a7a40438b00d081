package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on dangerous goods by sea (IMDG Code): what must be known of them, and in which form. */
final class DangerousGoodsRules {

    static final Rule UN_NUMBER = error(
            "TGT-BL-66",
            "IMDG Code 5.4.1.4.1; DCSA EBL 3.0.4 UNNumber, NANumber",
            "The UN number of dangerous goods is missing, or is not four digits.",
            "危険物の国連番号がないか、4桁の数字ではありません。",
            "Write the four digits without the letters UN, such as 1263.",
            "UN の文字を付けずに、1263 のように4桁の数字で記載してください。");
    static final Rule CLASS = error(
            "TGT-BL-67",
            "IMDG Code 2.0.1.1, 5.4.1.4.1; DCSA EBL 3.0.4 imoClass",
            "The class is missing, or the class or a subsidiary hazard does not exist.",
            "危険物の等級がないか、等級又は副次危険性が実在しません。",
            "Write the class or division, such as 3, 5.1 or 1.4S.",
            "3、5.1、1.4S などの等級又は区分を記載してください。");
    static final Rule NAME = error(
            "TGT-BL-68",
            "IMDG Code 5.4.1.4.1; DCSA EBL 3.0.4 properShippingName",
            "The proper shipping name of dangerous goods is missing.",
            "危険物の正式輸送品名がありません。",
            "Fill in ProperShippingName as the Dangerous Goods List has it.",
            "危険物リストにある正式輸送品名を ProperShippingName に記載してください。");
    static final Rule PACKING_GROUP = warning(
            "TGT-BL-69",
            "IMDG Code 2.0.1.3, 5.4.1.4.1",
            "A packing group is stated for a class that has none: explosives, gases, infectious and radioactive goods.",
            "容器等級のない等級（火薬類、ガス、病毒を移しやすい物質、放射性物質）に容器等級が記載されています。",
            "Leave PackagingDangerLevelCode out, or correct the class.",
            "PackagingDangerLevelCode を削除するか、等級を訂正してください。");
    static final Rule CONTAINER = error(
            "TGT-BL-70",
            "DCSA EBL 3.0.4 outerPackaging.dangerousGoods",
            "Dangerous goods are in a container that their item does not name, or it is not said in which of several.",
            "危険物の入っているコンテナが品目に記載のないものか、複数のうちどれか示されていません。",
            "Name one container of the item in AssociatedReferencedLogisticsTransportEquipment/ID.",
            "品目のコンテナのうち一つを AssociatedReferencedLogisticsTransportEquipment/ID に記載してください。");
    static final Rule TECHNICAL_NAME = warning(
            "TGT-BL-71",
            "IMDG Code 3.1.2.8 (special provision 274)",
            "A proper shipping name with N.O.S. is not followed by the technical name.",
            "正式輸送品名が N.O.S.（他に品名が明示されていないもの）ですが、専門的名称がありません。",
            "Fill in TechnicalName.",
            "TechnicalName を記載してください。");
    static final Rule FLASHPOINT = warning(
            "TGT-BL-72",
            "IMDG Code 5.4.1.4.3, 2.3.1.2",
            "Flammable liquids (class 3) are without a flashpoint, or with one above 60 °C.",
            "引火性液体類（等級3）の引火点がないか、60 °C を超えています。",
            "State FlashpointTemperatureMeasurement in CEL or FAH.",
            "FlashpointTemperatureMeasurement を CEL 又は FAH で記載してください。");
    static final Rule EXPLOSIVE_CONTENT = warning(
            "TGT-BL-73",
            "IMDG Code 5.4.1.5.1",
            "Explosives (class 1) are without their net explosive mass.",
            "火薬類（等級1）の正味火薬量がありません。",
            "State ExplosiveCargoNetWeightMeasure.",
            "ExplosiveCargoNetWeightMeasure を記載してください。");
    static final Rule EMERGENCY_SCHEDULE = warning(
            "TGT-BL-74",
            "IMO EmS Guide; DCSA EBL 3.0.4 EMSNumber",
            "The emergency schedules are not one for fire and one for spillage.",
            "応急措置番号（EmS）が、火災用（F-）と漏洩用（S-）の組合せではありません。",
            "Write both, such as F-A S-Q.",
            "F-A S-Q のように両方を記載してください。");

    static final List<Rule> RULES = List.of(
            UN_NUMBER,
            CLASS,
            NAME,
            PACKING_GROUP,
            CONTAINER,
            TECHNICAL_NAME,
            FLASHPOINT,
            EXPLOSIVE_CONTENT,
            EMERGENCY_SCHEDULE);

    private static final Set<String> CLASSES =
            Set.of("2", "2.1", "2.2", "2.3", "3", "4.1", "4.2", "4.3", "5.1", "5.2", "6.1", "6.2", "7", "8", "9");
    private static final Pattern EXPLOSIVES = Pattern.compile("1(\\.[1-6][A-HJ-LNS]?)?");
    private static final Set<String> WITHOUT_PACKING_GROUP = Set.of("1", "2", "6.2", "7");
    private static final Pattern SCHEDULES = Pattern.compile("F-[A-J][, ]{0,2}S-[A-Z]");
    private static final BigDecimal HOTTEST_FLASHPOINT = BigDecimal.valueOf(60);

    private final Findings findings;

    DangerousGoodsRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement item) {
        var all = item.all("ApplicableTransportDangerousGoods");
        if (all.isEmpty()) {
            return;
        }
        var containers = ContainersOf.item(item);
        for (XmlElement goods : all) {
            identity(goods);
            String hazard = Values.text(goods, "HazardClassificationID");
            if (hazard != null) {
                byClass(goods, hazard);
            }
            container(goods, containers);
            var schedules = goods.first("EMSID");
            String written = Values.text(schedules);
            if (schedules != null
                    && (written == null || !SCHEDULES.matcher(written).matches())) {
                findings.tell(EMERGENCY_SCHEDULE, schedules, "such as F-A S-Q");
            }
        }
    }

    private void identity(XmlElement goods) {
        var number = goods.first("UNDGIdentificationCode");
        String digits = Values.text(number);
        if (number == null) {
            findings.missing(UN_NUMBER, goods, "UNDGIdentificationCode", "four digits");
        } else if (digits == null || digits.length() != 4 || !Values.isDigits(digits) || digits.equals("0000")) {
            findings.tell(UN_NUMBER, number, "four digits");
        }
        hazard(goods, "HazardClassificationID", true);
        hazard(goods, "AdditionalHazardClassificationID", false);
        for (XmlElement further : goods.all("HazardTypeCode")) {
            if ("IMDG".equals(further.attribute("listID")) && !isClass(Values.text(further))) {
                findings.tell(CLASS, further, "a class or division of the IMDG Code");
            }
        }
        String name = Values.text(goods, "ProperShippingName");
        if (name == null) {
            findings.missing(NAME, goods, "ProperShippingName", "the name of the Dangerous Goods List");
        } else if (isGeneric(name) && !Values.isSaid(goods, "TechnicalName")) {
            findings.missing(TECHNICAL_NAME, goods, "TechnicalName", "the technical name");
        }
    }

    private static boolean isGeneric(String name) {
        String words = Phrases.normal(name);
        return words.contains("N.O.S") || Phrases.find(words, "NOS", 0) >= 0;
    }

    private void hazard(XmlElement goods, String name, boolean required) {
        var hazard = goods.first(name);
        if (hazard == null) {
            if (required) {
                findings.missing(CLASS, goods, name, "a class or division of the IMDG Code");
            }
        } else if (!isClass(Values.text(hazard))) {
            findings.tell(CLASS, hazard, "a class or division of the IMDG Code");
        }
    }

    private static boolean isClass(@Nullable String said) {
        return said != null
                && (CLASSES.contains(said) || EXPLOSIVES.matcher(said).matches());
    }

    private void byClass(XmlElement goods, String hazard) {
        var group = goods.first("PackagingDangerLevelCode");
        if (group != null && WITHOUT_PACKING_GROUP.stream().anyMatch(one -> isOfClass(hazard, one))) {
            findings.tell(PACKING_GROUP, group, "none in class " + hazard);
        }
        if (hazard.equals("3")) {
            flashpoint(goods);
        }
        if (isOfClass(hazard, "1") && goods.first("ExplosiveCargoNetWeightMeasure") == null) {
            findings.missing(EXPLOSIVE_CONTENT, goods, "ExplosiveCargoNetWeightMeasure", "the net explosive mass");
        }
    }

    private static boolean isOfClass(String hazard, String one) {
        return hazard.equals(one) || hazard.startsWith(one + ".");
    }

    private void flashpoint(XmlElement goods) {
        var measure = goods.at("FlashpointTemperatureMeasurement", "ActualMeasure");
        if (measure == null) {
            findings.missing(FLASHPOINT, goods, "FlashpointTemperatureMeasurement", "at most 60 CEL");
            return;
        }
        var celsius = ReeferRules.celsius(measure);
        if (celsius != null && celsius.compareTo(HOTTEST_FLASHPOINT) > 0) {
            findings.tell(FLASHPOINT, measure, "at most 60 CEL");
        }
    }

    private void container(XmlElement goods, Set<String> containers) {
        var references = goods.all("AssociatedReferencedLogisticsTransportEquipment");
        if (references.isEmpty() && containers.size() > 1) {
            findings.missing(
                    CONTAINER,
                    goods,
                    "AssociatedReferencedLogisticsTransportEquipment",
                    "one of the item's containers");
        }
        for (XmlElement reference : references) {
            @Nullable String number = Values.text(reference, "ID");
            if (number != null && !containers.contains(number)) {
                findings.tell(CONTAINER, reference, number, "one of the item's containers");
            }
        }
    }
}
