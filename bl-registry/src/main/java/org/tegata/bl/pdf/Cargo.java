package org.tegata.bl.pdf;

import static org.tegata.bl.pdf.Wording.joined;
import static org.tegata.bl.pdf.Wording.lines;
import static org.tegata.bl.pdf.Wording.named;
import static org.tegata.bl.pdf.Wording.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The goods as rows of the form: what each item is, and what of it is in which container. */
final class Cargo {

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Said> equipment = new HashMap<>();
    private final Map<String, BigDecimal> weights = new TreeMap<>();
    private final Map<String, BigDecimal> volumes = new TreeMap<>();
    private final Map<String, Long> packages = new TreeMap<>();
    private int containers;

    private Cargo() {}

    /** One row under the five headings of the form. */
    record Row(String marks, String packages, String description, String weight, String measurement) {

        List<String> cells() {
            return List.of(marks, packages, description, weight, measurement);
        }
    }

    static Cargo of(Said document) {
        var cargo = new Cargo();
        var equipments = document.at("utilizedTransportEquipments").items();
        cargo.containers = equipments.size();
        for (var equipment : equipments) {
            cargo.equipment.putIfAbsent(number(equipment), equipment);
        }
        document.at("consignmentItems").items().forEach(cargo::item);
        // a container that no item names, or a second one of the same number
        for (var equipment : equipments) {
            cargo.container(equipment);
        }
        return cargo;
    }

    List<Row> rows() {
        return rows;
    }

    /** Everything in one row, added up. */
    Row total() {
        return new Row(
                containers == 0 ? "" : containers + (containers == 1 ? " container" : " containers"),
                packages.entrySet().stream()
                        .map(sum -> Said.number(Long.toString(sum.getValue())) + " " + sum.getKey())
                        .collect(Collectors.joining("\n")),
                "",
                sums(weights),
                sums(volumes));
    }

    private static String sums(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> Said.number(sum.getValue().stripTrailingZeros().toPlainString()) + " " + sum.getKey())
                .collect(Collectors.joining("\n"));
    }

    private void item(Said item) {
        var goods = new ArrayList<String>(item.texts("descriptionOfGoods"));
        goods.add(named("HS ", joined(", ", item.texts("HSCodes").stream())));
        goods.add(named("HS (extended) ", joined(", ", item.texts("extendedHSCodes").stream())));
        goods.add(named("Booking ", item.text("carrierBookingReference")));
        var marks = lines(item.texts("shippingMarks").stream());
        var parts = item.at("cargoItems").items();
        var described = lines(goods.stream());
        if (parts.size() == 1) {
            var row = part(parts.get(0));
            rows.add(new Row(
                    lines(Stream.of(marks, row.marks)),
                    row.packages,
                    lines(Stream.of(described, row.description)),
                    row.weight,
                    row.measurement));
            return;
        }
        rows.add(new Row(marks, "", described, "", ""));
        parts.forEach(part -> rows.add(part(part)));
    }

    private Row part(Said part) {
        var number = part.text("equipmentReference");
        var container = equipment.remove(number);
        var packaging = part.at("outerPackaging");
        var goods = packaging.at("dangerousGoods").items().stream().map(Cargo::dangerous);
        var count = words(
                Said.number(packaging.text("numberOfPackages")),
                packaging.text("packageCode"),
                packaging.text("imoPackagingCode"),
                packaging.text("description"));
        add(part, packaging);
        return new Row(
                container == null ? named("Container ", number) : described(container),
                count,
                lines(Stream.concat(Stream.of(named("Wood: ", packaging.text("woodDeclaration"))), goods)),
                measured(part, "cargoGrossWeight", "cargoNetWeight"),
                measured(part, "cargoGrossVolume", "cargoNetVolume"));
    }

    private void add(Said part, Said packaging) {
        weights.merge(
                unit(part.at("cargoGrossWeight")), part.at("cargoGrossWeight").amount(), BigDecimal::add);
        volumes.merge(
                unit(part.at("cargoGrossVolume")), part.at("cargoGrossVolume").amount(), BigDecimal::add);
        var number = packaging.text("numberOfPackages");
        if (number.matches("[0-9]{1,9}")) {
            packages.merge("packages", Long.parseLong(number), Long::sum);
        }
    }

    private static String unit(Said quantity) {
        return quantity.at("unit").peek();
    }

    private static String measured(Said part, String gross, String net) {
        return lines(
                Stream.of(part.at(gross).quantity(), named("net ", part.at(net).quantity())));
    }

    /** Of a container that is in no row yet. */
    private void container(Said container) {
        if (equipment.remove(number(container), container)) {
            rows.add(new Row(described(container), "", "", "", ""));
        }
    }

    private static String number(Said container) {
        return container.at("equipment", "equipmentReference").peek();
    }

    private static String described(Said container) {
        var is = container.at("equipment");
        var seals = container.at("seals").items().stream()
                .map(seal -> words(seal.text("number"), Wording.bracketed(seal.text("source"))));
        return lines(Stream.of(
                words(is.text("equipmentReference"), is.text("ISOEquipmentCode")),
                named("Seal ", joined(", ", seals)),
                words(named("Tare ", is.at("tareWeight").quantity()), owner(container)),
                container.flag("isNonOperatingReefer", "Reefer, not operating"),
                lines(container.texts("shippingMarks").stream()),
                reefer(container.at("activeReeferSettings"))));
    }

    /** Shipper's own container, or not. */
    private static String owner(Said container) {
        var owned = container.at("isShipperOwned");
        return owned.isTrue() ? container.flag("isShipperOwned", "SOC") : "false".equals(owned.text()) ? "COC" : "";
    }

    private static String reefer(Said settings) {
        return words(
                named("Set at ", settings.text("temperatureSetpoint")),
                settings.text("temperatureUnit"),
                named("humidity % ", settings.text("humiditySetpoint")),
                named("air exchange ", settings.text("airExchangeSetpoint")),
                settings.text("airExchangeUnit"));
    }

    private static String dangerous(Said goods) {
        return joined(
                ", ",
                Stream.of(
                        words(
                                named("UN ", goods.text("UNNumber")),
                                named("NA ", goods.text("NANumber")),
                                goods.text("properShippingName")),
                        Wording.bracketed(goods.text("technicalName")),
                        named("Class ", goods.text("imoClass")),
                        named("PG ", goods.text("packingGroup")),
                        goods.flag("isMarinePollutant", "MARINE POLLUTANT"),
                        goods.flag("isLimitedQuantity", "LIMITED QUANTITY"),
                        named("EmS ", goods.text("EMSNumber")),
                        named("gross ", goods.at("grossWeight").quantity()),
                        named("net ", goods.at("netWeight").quantity())));
    }
}
