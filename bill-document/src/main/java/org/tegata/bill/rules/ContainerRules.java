package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on the containers: their numbers, seals and weights, and that the goods are in the ones listed. */
final class ContainerRules {

    static final Rule NUMBER = warning(
            "TGT-BL-12",
            "ISO 6346",
            "The identifier is not a container number: 4 letters, 7 digits, the last a check digit.",
            "コンテナ番号（英字4文字と数字7桁、末尾は検査数字）ではありません。",
            "Compare it with the number painted on the container.",
            "コンテナに表示された番号と照合してください。");
    static final Rule UNLISTED = error(
            "TGT-BL-16",
            "DCSA EBL 3.0.4 utilizedTransportEquipments; UCP 600 art. 14(d)",
            "Goods are in a container that the bill does not list, or a container is listed twice.",
            "貨物が証券に記載のないコンテナに入っているか、コンテナが二重に記載されています。",
            "List each container once in UtilizedLogisticsTransportEquipment.",
            "UtilizedLogisticsTransportEquipment に各コンテナを1回ずつ記載してください。");
    static final Rule SEAL = error(
            "TGT-BL-17",
            "DCSA EBL 3.0.4 seals",
            "A container has no seal.",
            "コンテナにシールがありません。",
            "Add AffixedLogisticsSeal with the number of the seal.",
            "AffixedLogisticsSeal にシール番号を記載してください。");
    static final Rule OWNER = error(
            "TGT-BL-29",
            "UNTDID 8077; DCSA EBL 3.0.4 isShipperOwned",
            "Whose container it is, is neither 1 (the shipper's) nor 2 (the carrier's).",
            "コンテナの提供者が 1（荷送人）でも 2（運送人）でもありません。",
            "Correct SupplierPartyRoleCode.",
            "SupplierPartyRoleCode を訂正してください。");
    static final Rule UNUSED = warning(
            "TGT-BL-32",
            "UCP 600 art. 14(d)",
            "No goods are said to be in this container.",
            "このコンテナに入っている貨物の記載がありません。",
            "Name the container in the goods that it holds, or leave it out.",
            "収納する貨物にこのコンテナを記載するか、コンテナを削除してください。");
    static final Rule SEAL_TWICE = warning(
            "TGT-BL-54",
            "ISO 17712",
            "The same seal is on two containers, or twice on one.",
            "同じシール番号が複数回記載されています。",
            "A seal's number is used once: compare it with the seal.",
            "シール番号は一度しか使われません。現物と照合してください。");
    static final Rule HOW_MANY = error(
            "TGT-BL-55",
            "FIATA eFBL transport_equipment_quantity; UCP 600 art. 14(d)",
            "The number of containers stated is not the number of containers listed.",
            "コンテナ本数が、記載されたコンテナの数と一致しません。",
            "Correct TransportEquipmentQuantity, or list the containers that are missing.",
            "TransportEquipmentQuantity を訂正するか、不足するコンテナを記載してください。");
    static final Rule GROSS = warning(
            "TGT-BL-56",
            "SOLAS VI/2 (verified gross mass)",
            "A container with its goods weighs less than its tare and the goods in it together.",
            "コンテナの総重量が、自重と収納貨物の重量の合計より小さくなっています。",
            "Correct GrossWeightMeasure, TareWeightMeasure or the weights of the goods.",
            "GrossWeightMeasure、TareWeightMeasure 又は貨物の重量を訂正してください。");
    static final Rule CONTAINERIZED = warning(
            "TGT-BL-57",
            "UCP 600 art. 14(d)",
            "The goods are said not to be containerized, but containers are listed.",
            "コンテナ詰めでないとされていますが、コンテナが記載されています。",
            "Set ContainerizationIndicator to true, or leave it out.",
            "ContainerizationIndicator を true とするか、削除してください。");

    static final List<Rule> RULES =
            List.of(NUMBER, UNLISTED, SEAL, OWNER, UNUSED, SEAL_TWICE, HOW_MANY, GROSS, CONTAINERIZED);

    private static final Set<String> SHIPPER_OR_CARRIER = Set.of("1", "2");

    private final Findings findings;
    private final Map<String, XmlElement> listed = new HashMap<>();
    private final Map<String, XmlElement> seals = new HashMap<>();
    private final Map<String, Measures.Sum> goods = new HashMap<>();

    ContainerRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement consignment, List<XmlElement> items, List<XmlElement> containers) {
        for (XmlElement container : containers) {
            container(container);
        }
        for (XmlElement item : items) {
            contained(item);
        }
        for (XmlElement container : containers) {
            String number = Values.capitals(container.first("ID"));
            var inside = goods.get(number);
            if (inside == null) {
                findings.tell(UNUSED, container, number, "goods in it");
            } else {
                gross(container, inside);
            }
        }
        for (XmlElement quantity : consignment.all("TransportEquipmentQuantity")) {
            if (!Values.isCount(Values.number(quantity), containers.size(), containers.size())) {
                findings.tell(HOW_MANY, quantity, Integer.toString(containers.size()));
            }
        }
        var containerized = consignment.first("ContainerizationIndicator");
        if (containerized != null && !containers.isEmpty() && Values.isFalse(containerized)) {
            findings.tell(CONTAINERIZED, containerized, "false", "true");
        }
    }

    private void container(XmlElement container) {
        var id = container.first("ID");
        String number = Values.capitals(id);
        if (id != null && (number == null || !CheckDigits.isContainerNumber(String.valueOf(Values.text(id))))) {
            findings.tell(NUMBER, id, "a number of ISO 6346");
        }
        if (id != null && number != null && listed.putIfAbsent(number, container) != null) {
            findings.tell(UNLISTED, id, "each container once");
        }
        var affixed = container.all("AffixedLogisticsSeal");
        if (affixed.isEmpty()) {
            findings.missing(SEAL, container, "AffixedLogisticsSeal", "the number of a seal");
        }
        for (XmlElement seal : affixed) {
            for (XmlElement mark : seal.all("ID")) {
                String said = Values.text(mark);
                if (said != null && seals.putIfAbsent(said, container) != null) {
                    findings.tell(SEAL_TWICE, mark, "each seal once");
                }
            }
        }
        var owner = container.first("SupplierPartyRoleCode");
        if (owner != null && !SHIPPER_OR_CARRIER.contains(owner.text().strip())) {
            findings.tell(OWNER, owner, "1 or 2");
        }
    }

    private void contained(XmlElement item) {
        var references = item.all("AssociatedReferencedLogisticsTransportEquipment");
        for (XmlElement reference : references) {
            var id = reference.first("ID");
            String number = Values.capitals(id);
            if (number == null || !listed.containsKey(number)) {
                findings.tell(UNLISTED, id == null ? reference : id, number, "a container that the bill lists");
                continue;
            }
            goods.computeIfAbsent(number, first -> new Measures.Sum()).add(weight(item, reference, references.size()));
        }
    }

    private static @Nullable XmlElement weight(XmlElement item, XmlElement reference, int containers) {
        var own = reference.first("GrossGoodsWeightMeasure");
        return own == null && containers == 1 ? item.first("GrossWeightMeasure") : own;
    }

    private void gross(XmlElement container, Measures.Sum inside) {
        var gross = container.first("GrossWeightMeasure");
        if (gross == null) {
            return;
        }
        var least = new Measures.Sum();
        least.add(inside);
        var tare = container.first("TareWeightMeasure");
        if (tare != null) {
            least.add(tare);
        }
        if (Measures.of(gross).isLessThan(least)) {
            findings.tell(GROSS, gross, "at least " + least.in(gross));
        }
    }
}
