package org.tegata.bill.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tegata.xml.XmlElement;

/** A tree with some of its places changed. */
final class XmlMutation {

    private final RandomGenerator random;

    XmlMutation(RandomGenerator random) {
        this.random = random;
    }

    XmlElement of(XmlElement bill) {
        XmlElement mutated = bill;
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            var all = new ArrayList<XmlElement>();
            collect(mutated, all);
            var place = all.get(random.nextInt(all.size()));
            var other = all.get(random.nextInt(all.size()));
            mutated = copy(mutated, place, other, random.nextInt(9));
        }
        return mutated;
    }

    private static void collect(XmlElement element, List<XmlElement> all) {
        all.add(element);
        element.children().forEach(child -> collect(child, all));
    }

    private XmlElement copy(XmlElement element, XmlElement place, XmlElement other, int change) {
        var copy = same(element);
        boolean here = element == place;
        element.attributes((name, value) -> {
            if (!here || change != 1) {
                copy.attribute(name, here && change == 2 ? Tough.text(random) : value);
            }
        });
        copy.text(here && change == 0 && element.children().isEmpty() ? Tough.text(random) : element.text());
        if (here && change == 3 && element.attribute("schemeID") == null) {
            copy.attribute("schemeID", Tough.text(random));
        }
        var children = new ArrayList<>(element.children());
        if (here && change == 4) {
            Collections.shuffle(children, new Random(random.nextInt(1000)));
        }
        for (XmlElement child : children) {
            boolean there = child == place;
            if (!there || change != 5) {
                copy.add(copy(child, place, other, change));
            }
            if (there && change == 6) {
                // Another of the same.
                copy.add(copy(child, copy, other, change));
            }
            if (there && change == 7 && other.parent() != null) {
                // A stranger, or a brother in the wrong place.
                copy.add(copy(other, copy, other, change));
            }
        }
        return copy;
    }

    private static XmlElement same(XmlElement element) {
        return new XmlElement(element.namespace(), element.prefix(), element.name());
    }
}
