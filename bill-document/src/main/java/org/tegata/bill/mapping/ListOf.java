package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.List;

/** An array whose first items have elements of their own, one after another; the last path may take any number. */
record ListOf(int row, List<Path> xml, Path json) implements Conversion {

    static ListOf of(Named named) {
        return new ListOf(named.row(), named.xml(), named.json(0));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.XML) {
            xml.forEach(path -> path.tidy(at, row, pass));
            moveUp(xml, at);
        }
    }

    /** Fills the gaps: the first value stands in the first place. */
    static void moveUp(List<Path> paths, Place at) {
        var values = new ArrayList<Place>();
        var homes = new ArrayList<Path>();
        for (var path : paths) {
            path.each(at, place -> {
                values.add(place);
                homes.add(path);
            });
        }
        for (int i = 0; i < values.size() && i < paths.size(); i++) {
            var home = paths.get(i);
            var place = values.get(i);
            if (!homes.get(i).isMany() && !homes.get(i).equals(home) && home.isFree(at)) {
                var moved = place.twin(place.value);
                place.drop();
                home.put(at, moved, null);
            }
        }
    }

    @Override
    public boolean toJson(Place from, Place to) {
        int[] number = new int[1];
        for (int i = 0; i < xml.size(); i++) {
            var path = xml.get(i);
            int before = i;
            path.each(from, place -> {
                if (number[0] < before) {
                    Conversion.refuse(place, "an element before it is missing");
                } else if (!place.said && place.value != null) {
                    Conversion.say(place, json.make(to, place), place.value);
                    path.mark(place);
                    number[0]++;
                }
            });
        }
        return number[0] > 0;
    }

    @Override
    public boolean toXml(Place from, Place to) {
        int[] number = new int[1];
        json.each(from, item -> {
            int i = Math.min(number[0], xml.size() - 1);
            if (item.value == null || item.closed || !xml.get(i).isFree(to)) {
                return;
            }
            if (number[0] >= xml.size() && !xml.get(i).isMany()) {
                Conversion.refuse(item, "our XML has " + xml.size() + " of them");
                return;
            }
            Conversion.say(item, xml.get(i).make(to, item), item.value);
            number[0]++;
        });
        return number[0] > 0;
    }
}
