package org.tegata.bill.rules;

import java.util.HashSet;
import java.util.Set;
import org.tegata.xml.XmlElement;

/** The containers that goods say they are in. */
final class ContainersOf {

    private ContainersOf() {}

    static Set<String> item(XmlElement item) {
        var numbers = new HashSet<String>();
        for (XmlElement reference : item.all("AssociatedReferencedLogisticsTransportEquipment")) {
            String number = Values.capitals(reference.first("ID"));
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
