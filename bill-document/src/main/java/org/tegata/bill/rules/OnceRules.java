package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;

import java.util.HashSet;
import java.util.List;
import org.tegata.xml.XmlElement;

/** Rules on what UN/CEFACT lets be said twice of one thing, though it has it once. */
final class OnceRules {

    static final Rule ONCE = error(
            "TGT-BL-96",
            "UCP 600 art. 14(d); DCSA EBL 3.0.4 cargoItems",
            "A second weight, volume or kind of package of one thing says otherwise than the first, or says it again.",
            "同じものの重量、容積又は包装の種類が重ねて記載され、一つ目と異なるか重複しています。",
            "State it once; a weight or a volume may be repeated in another unit with the same amount.",
            "一つだけ記載してください。重量と容積は、同じ値を別の単位で併記することができます。");

    static final List<Rule> RULES = List.of(ONCE);

    private static final List<String> WHOLE = List.of("GrossWeightMeasure", "GrossVolumeMeasure");
    private static final List<String> PART = List.of(
            "GrossGoodsWeightMeasure", "GrossGoodsVolumeMeasure", "NetGoodsWeightMeasure", "NetGoodsVolumeMeasure");

    private final Findings findings;

    OnceRules(Findings findings) {
        this.findings = findings;
    }

    void check(XmlElement consignment, List<XmlElement> items, List<XmlElement> containers) {
        measures(consignment, WHOLE);
        containers.forEach(container -> measures(container, WHOLE));
        for (XmlElement item : items) {
            measures(item, WHOLE);
            for (XmlElement reference : item.all("AssociatedReferencedLogisticsTransportEquipment")) {
                measures(reference, PART);
            }
        }
    }

    private void measures(XmlElement of, List<String> names) {
        for (String name : names) {
            var all = of.all(name);
            var units = new HashSet<String>();
            for (XmlElement measure : all) {
                boolean another = units.add(String.valueOf(measure.attribute("unitCode")));
                if (!another || !Measures.of(all.get(0)).agreesWith(Measures.of(measure))) {
                    findings.tell(
                            ONCE,
                            measure,
                            measure.text(),
                            Measures.of(all.get(0)).in(measure));
                }
            }
        }
    }

    /** What holds of every kind of package, wherever it stands. */
    void packages(XmlElement group) {
        int codes = 0;
        int containersOfDangerousGoods = 0;
        for (XmlElement code : group.all("TypeCode")) {
            boolean first = "IMDG".equals(code.attribute("listID")) ? ++containersOfDangerousGoods == 1 : ++codes == 1;
            if (!first) {
                findings.tell(ONCE, code, "one code of a list");
            }
        }
        var types = group.all("Type");
        for (int i = 1; i < types.size(); i++) {
            findings.tell(ONCE, types.get(i), "one kind of package");
        }
    }
}
