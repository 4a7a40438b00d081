package org.tegata.bill.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of an item is in which container: the n-th cargo item is the n-th container of the item together with its n-th
 * package; dangerous goods are in the cargo item of the container that they name, or in the only one.
 */
record CargoItems(
        Path stowages,
        Path packages,
        Path goods,
        Path items,
        Path inside,
        Steps stowage,
        Steps packing,
        Steps dangerous)
        implements Conversion {

    private static final String CONTAINER = "AssociatedReferencedLogisticsTransportEquipment";
    private static final String ID = "ID";
    private static final String REFERENCE = "equipmentReference";
    /** The measures of the goods in a container, and those of the item that they are if there is one container only. */
    private static final Map<String, String> MEASURES = Map.of(
            "GrossGoodsWeightMeasure", "GrossWeightMeasure",
            "GrossGoodsVolumeMeasure", "GrossVolumeMeasure");

    static CargoItems of(Named named) {
        var items = named.json(0);
        var inside = Path.parse(named.word(4), items.type());
        if (inside == null) {
            throw new IllegalArgumentException(items.type() + " has no " + named.word(4));
        }
        var sections = named.sections();
        return new CargoItems(
                named.xml(0),
                named.xml(1),
                named.xml(2),
                items,
                inside,
                sections.of(named.word(1), named.xml(0).type(), items.type()),
                sections.of(named.word(2), named.xml(1).type(), items.type()),
                sections.of(named.word(3), named.xml(2).type(), inside.type()));
    }

    @Override
    public void tidy(Place at, Pass pass) {
        if (pass.side() == Side.JSON) {
            items.each(at, item -> {
                stowage.tidy(item, pass);
                packing.tidy(item, pass);
                inside.each(item, one -> dangerous.tidy(one, pass));
            });
            return;
        }
        var containers = all(stowages, at, pass, stowage);
        var packs = all(packages, at, pass, packing);
        var hazards = all(goods, at, pass, dangerous);
        if (containers.size() == 1) {
            MEASURES.forEach((ofGoods, ofItem) -> fillIn(containers.get(0), ofGoods, at.part(ofItem)));
            String only = containers.get(0).text(ID);
            hazards.forEach(one -> leaveOut(one, only));
        }
        while (packs.size() < containers.size()) {
            packs.add(packages.put(at, new Place(packages.type(), packages.name()), null));
        }
        for (int i = 0; i < containers.size(); i++) {
            containers.get(i).kept = true;
            packs.get(i).kept = true;
        }
        sortByContainer(at, hazards, containers, pass);
    }

    private static List<Place> all(Path path, Place at, Pass pass, Steps steps) {
        var all = new ArrayList<Place>();
        path.each(at, place -> {
            steps.tidy(place, pass);
            all.add(place);
        });
        return all;
    }

    private static void fillIn(Place container, String ofGoods, @Nullable Place ofItem) {
        String value = ofItem == null ? null : ofItem.value;
        String unit = ofItem == null ? null : ofItem.attributeText("unitCode");
        if (ofItem == null || value == null || unit == null || Decimals.of(value) == null) {
            return;
        }
        if (container.part(ofGoods) == null) {
            var copy = container.put(ofGoods, value, null);
            copy.attribute("unitCode", unit);
            Tonnes.toKilograms(copy);
            copy.order = ofItem.order;
        }
    }

    /** Goods of an item in one container need not name it. */
    private static void leaveOut(Place hazard, @Nullable String only) {
        var container = hazard.part(CONTAINER);
        var id = container == null ? null : container.part(ID);
        if (container != null && id != null && String.valueOf(id.value).equals(only)) {
            id.said = true;
            id.drop();
            if (container.isEmpty()) {
                container.drop();
            }
        }
    }

    /** Dangerous goods in the order of the containers that they are in. */
    private static void sortByContainer(Place at, List<Place> hazards, List<Place> containers, Pass pass) {
        if (hazards.size() < 2) {
            return;
        }
        var number = numbers(containers, ID);
        for (var hazard : hazards) {
            pass.rank(hazard, number.getOrDefault(String.valueOf(containerOf(hazard)), containers.size()));
        }
    }

    private static Map<String, Integer> numbers(List<Place> places, String name) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < places.size(); i++) {
            numbers.putIfAbsent(String.valueOf(places.get(i).text(name)), i);
        }
        return numbers;
    }

    private static @Nullable String containerOf(Place hazard) {
        var container = hazard.part(CONTAINER);
        return container == null ? null : container.text(ID);
    }

    @Override
    public boolean toJson(Place from, Place to) {
        var cargo = new ArrayList<Place>();
        stowages.each(from, place -> {
            var item = items.put(to, new Place(items.type(), items.name()), place);
            stowage.follow(place, item, Side.XML);
            cargo.add(item);
        });
        int[] number = new int[1];
        packages.each(from, place -> {
            if (number[0] < cargo.size()) {
                packing.follow(place, cargo.get(number[0]++), Side.XML);
            } else {
                Conversion.refuse(place, "DCSA has packages in a container only: there is none of this number");
            }
        });
        var byContainer = numbers(cargo, REFERENCE);
        goods.each(from, place -> hazardToJson(place, cargo, byContainer));
        return !cargo.isEmpty();
    }

    private void hazardToJson(Place hazard, List<Place> cargo, Map<String, Integer> byContainer) {
        String container = containerOf(hazard);
        Integer number = container == null && cargo.size() == 1 ? Integer.valueOf(0) : byContainer.get(container);
        if (number == null) {
            Conversion.refuse(hazard, "does not say in which of the item's containers");
            return;
        }
        var target = new Place(inside.type(), inside.name());
        if (dangerous.follow(hazard, target, Side.XML)) {
            inside.put(cargo.get(number), target, hazard);
            var named = hazard.part(CONTAINER);
            var id = named == null ? null : named.part(ID);
            if (id != null) {
                id.said = true;
            }
        }
    }

    @Override
    public boolean toXml(Place from, Place to) {
        var cargo = new ArrayList<Place>();
        items.each(from, cargo::add);
        var byContainer = numbers(cargo, REFERENCE);
        for (int i = 0; i < cargo.size(); i++) {
            var item = cargo.get(i);
            var container = stowages.put(to, new Place(stowages.type(), stowages.name()), item);
            var pack = packages.put(to, new Place(packages.type(), packages.name()), item);
            container.kept = true;
            pack.kept = true;
            stowage.follow(item, container, Side.JSON);
            packing.follow(item, pack, Side.JSON);
            String name = container.text(ID);
            boolean isClear =
                    cargo.size() == 1 || name != null && Integer.valueOf(i).equals(byContainer.get(name));
            inside.each(item, hazard -> hazardToXml(hazard, isClear, cargo.size() == 1 ? null : name, to));
        }
        return !cargo.isEmpty();
    }

    private void hazardToXml(Place hazard, boolean isClear, @Nullable String container, Place to) {
        if (!isClear) {
            Conversion.refuse(hazard, "another cargo item of this item is in the same container, or it has no number");
            return;
        }
        var target = new Place(goods.type(), goods.name());
        if (!dangerous.follow(hazard, target, Side.JSON)) {
            return;
        }
        goods.put(to, target, hazard);
        var part = target.type.part(CONTAINER);
        if (container != null && part != null) {
            target.add(part).put(ID, container, null);
        }
    }
}
