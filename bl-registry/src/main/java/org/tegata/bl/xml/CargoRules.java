package org.tegata.bl.xml;

import static org.tegata.bl.xml.Findings.CONSIGNMENT;
import static org.tegata.bl.xml.Findings.child;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.xml.generated.LogisticsTransportEquipmentType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentItemType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentType;
import org.tegata.bl.xml.generated.VolumeUnitMeasureType;
import org.tegata.bl.xml.generated.WeightUnitMeasureType;

/** Rules on the goods and the containers they are in: numbers, units and totals. */
final class CargoRules {

    /** UNTDID 9303 to DCSA's seal source; the other codes have no word there. */
    static final Map<String, String> SEAL_SOURCES = Map.of("CA", "CAR", "SH", "SHI", "CU", "CUS", "AC", "VET");

    private static final Pattern HS_CODE = Pattern.compile("[0-9]{6,12}");
    private static final Set<String> SHIPPER_OR_CARRIER = Set.of("1", "2");
    private static final long MOST_PACKAGES = 99_999_999;

    /** A JSON number is a double, which keeps 15 digits. */
    private static final int MOST_DIGITS = 15;

    /** The longest word that fits into a line of DCSA's description of goods. */
    private static final int LINE = 35;

    private final Findings findings;

    CargoRules(Findings findings) {
        this.findings = findings;
    }

    void check(SupplyChainConsignmentType consignment) {
        var numbers = new HashSet<String>();
        var containers = consignment.getUtilizedLogisticsTransportEquipment();
        for (int i = 0; i < containers.size(); i++) {
            container(containers.get(i), child(CONSIGNMENT, "UtilizedLogisticsTransportEquipment", i), numbers);
        }
        var items = consignment.getIncludedSupplyChainConsignmentItem();
        var used = new HashSet<String>();
        for (int i = 0; i < items.size(); i++) {
            String path = child(CONSIGNMENT, "IncludedSupplyChainConsignmentItem", i);
            item(items.get(i), path);
            String number = XmlValues.text(items.get(i)
                    .getAssociatedReferencedLogisticsTransportEquipment()
                    .getID());
            used.add(String.valueOf(number));
            if (!numbers.contains(String.valueOf(number))) {
                findings.error(
                        "TGT-BL-16",
                        child(path, "AssociatedReferencedLogisticsTransportEquipment", "ID"),
                        "goods in a container that the bill does not list: " + number);
            }
        }
        for (int i = 0; i < containers.size(); i++) {
            if (!used.contains(String.valueOf(XmlValues.text(containers.get(i).getID())))) {
                findings.warning(
                        "TGT-BL-16",
                        child(CONSIGNMENT, "UtilizedLogisticsTransportEquipment", i),
                        "no goods are said to be in this container");
            }
        }
        totals(consignment, items);
    }

    private void container(LogisticsTransportEquipmentType container, String path, Set<String> numbers) {
        String number = String.valueOf(XmlValues.text(container.getID()));
        if (!CheckDigits.isContainerNumber(number)) {
            findings.warning(
                    "TGT-BL-12",
                    child(path, "ID"),
                    "not an ISO 6346 container number (4 letters, 7 digits, the last a check digit): " + number);
        }
        if (!numbers.add(number)) {
            findings.error("TGT-BL-16", child(path, "ID"), "the container is listed twice: " + number);
        }
        if (container.getAffixedLogisticsSeal().isEmpty()) {
            findings.error("TGT-BL-17", path, "a container is shipped under at least one seal (DCSA seals)");
        }
        for (int i = 0; i < container.getAffixedLogisticsSeal().size(); i++) {
            var role = container.getAffixedLogisticsSeal().get(i).getSealingPartyRoleCode();
            if (role != null && !SEAL_SOURCES.containsKey(role.getValue())) {
                findings.warning(
                        "TGT-BL-31",
                        child(child(path, "AffixedLogisticsSeal", i), "SealingPartyRoleCode"),
                        "DCSA's transport document has no code for this sealing party; it stays in the XML alone");
            }
        }
        var supplier = XmlValues.text(container.getSupplierPartyRoleCode());
        if (supplier != null && !SHIPPER_OR_CARRIER.contains(supplier)) {
            findings.error(
                    "TGT-BL-29",
                    child(path, "SupplierPartyRoleCode"),
                    "the container is the shipper's (1) or the carrier's (2) in UNTDID 8077");
        }
        if (container.getTareWeightMeasure() != null) {
            weight(container.getTareWeightMeasure(), child(path, "TareWeightMeasure"));
        }
    }

    private void item(SupplyChainConsignmentItemType item, String path) {
        String code = XmlValues.text(item.getTypeCode());
        if (code == null || !HS_CODE.matcher(code).matches()) {
            findings.error("TGT-BL-18", child(path, "TypeCode"), "an HS code is 6 to 12 digits without dots: " + code);
        }
        weight(item.getGrossWeightMeasure(), child(path, "GrossWeightMeasure"));
        volume(item.getGrossVolumeMeasure(), child(path, "GrossVolumeMeasure"));
        var packages = item.getTransportLogisticsPackage();
        if (!DocumentRules.isCount(packages.getItemQuantity().getValue(), 1, MOST_PACKAGES)) {
            findings.error(
                    "TGT-BL-14",
                    child(path, "TransportLogisticsPackage", "ItemQuantity"),
                    "a number of packages is a whole number of at least 1");
        }
        if (packages.getTypeCode() == null && PartyRules.blank(XmlValues.text(packages.getType()))) {
            findings.error(
                    "TGT-BL-14",
                    child(path, "TransportLogisticsPackage"),
                    "the kind of package is missing (code of Recommendation 21, words or both)");
        }
        String description =
                XmlValues.joined(item.getNatureIdentificationTransportCargo().getIdentification(), " ");
        for (String word : description.split(" ")) {
            if (word.length() > LINE) {
                findings.warning(
                        "TGT-BL-31",
                        child(path, "NatureIdentificationTransportCargo"),
                        "a word of more than 35 characters is cut in DCSA's description of goods");
            }
        }
    }

    private void totals(SupplyChainConsignmentType consignment, List<SupplyChainConsignmentItemType> items) {
        weight(consignment.getGrossWeightMeasure(), child(CONSIGNMENT, "GrossWeightMeasure"));
        volume(consignment.getGrossVolumeMeasure(), child(CONSIGNMENT, "GrossVolumeMeasure"));
        var packages = items.stream()
                .map(item ->
                        item.getTransportLogisticsPackage().getItemQuantity().getValue())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var stated = consignment.getPackageQuantity().getValue();
        if (stated == null || packages.compareTo(stated) != 0) {
            findings.error(
                    "TGT-BL-14",
                    child(CONSIGNMENT, "PackageQuantity"),
                    "the goods items add up to " + packages.toPlainString() + " packages");
        }
        var sum = BigDecimal.ZERO;
        for (var item : items) {
            var weight = XmlValues.kilograms(item.getGrossWeightMeasure());
            sum = weight == null ? sum : sum.add(weight);
        }
        var total = XmlValues.kilograms(consignment.getGrossWeightMeasure());
        if (total != null && total.compareTo(sum) != 0) {
            findings.error(
                    "TGT-BL-15",
                    child(CONSIGNMENT, "GrossWeightMeasure"),
                    "the goods items add up to " + sum.toPlainString() + " KGM");
        }
    }

    private void weight(WeightUnitMeasureType weight, String path) {
        var kilograms = XmlValues.kilograms(weight);
        if (kilograms == null || !isMeasure(kilograms)) {
            findings.error("TGT-BL-25", path, "a weight is above 0, in KGM or TNE, and written with at most 15 digits");
        }
    }

    private void volume(@Nullable VolumeUnitMeasureType volume, String path) {
        if (volume != null && !("MTQ".equals(volume.getUnitCode()) && isMeasure(volume.getValue()))) {
            findings.error("TGT-BL-25", path, "a volume is above 0, in MTQ, and written with at most 15 digits");
        }
    }

    private static boolean isMeasure(@Nullable BigDecimal value) {
        return value != null
                && value.signum() > 0
                && value.stripTrailingZeros().precision() <= MOST_DIGITS
                && Math.abs(value.stripTrailingZeros().scale()) <= MOST_DIGITS;
    }
}
