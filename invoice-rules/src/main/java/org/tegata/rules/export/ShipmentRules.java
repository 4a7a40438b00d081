package org.tegata.rules.export;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.RuleBook;

/** Weights, packages, marks and transport documents: what customs find at the goods themselves, and on their papers. */
final class ShipmentRules {

    private static final Path CONSIGNMENT = Path.of("ram:RelatedSupplyChainConsignment");
    private static final Path PACKAGES = CONSIGNMENT.then("ram:PackageQuantity");
    private static final Path CONTAINER = CONSIGNMENT.then("ram:UtilizedLogisticsTransportEquipment/ram:ID");
    private static final Path TRANSPORT_CONTRACT =
            CONSIGNMENT.then("ram:TransportContractReferencedDocument/ram:IssuerAssignedID");
    private static final Path ASSOCIATED = CONSIGNMENT.then("ram:AssociatedReferencedDocument/ram:IssuerAssignedID");
    private static final Path DESPATCHED = Path.of("ram:ActualDespatchSupplyChainEvent/ram:OccurrenceDateTime");
    private static final Name GROSS = GoodsLine.GROSS_WEIGHT;
    private static final Name NET = GoodsLine.NET_WEIGHT;
    private static final Name DELIVERY = Name.of("ram:SpecifiedLineTradeDelivery");
    private static final Name PRODUCT = Name.of("ram:SpecifiedTradeProduct");

    private static final String NET_WEIGHTS = Where.CONSIGNMENT + "/ram:NetWeightMeasure|"
            + Where.LINE + "/ram:SpecifiedLineTradeDelivery/ram:NetWeightMeasure|"
            + Where.LINE + "/ram:SpecifiedTradeProduct/ram:NetWeightMeasure";

    private final RuleBook<ExportNotes> book;

    private ShipmentRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new ShipmentRules(book);
        rules.netAndGross();
        rules.weightsStated();
        rules.weightsAddUp();
        rules.units();
        rules.packages();
        rules.kindAndMarks();
        rules.transportDocument();
    }

    /** The gross weight is the net weight and the packing: less than nothing cannot be packed in. */
    private void netAndGross() {
        book.pattern()
                .on(NET_WEIGHTS)
                .when(net -> net.position() == 1)
                .warning("TGT-INV-14")
                .says("The net weight is above the gross weight.", "正味重量が総重量を超えています。")
                .hint("Correct one of them, or their units.", "いずれかの値または単位を訂正してください。")
                .expected(net -> {
                    var gross = grossBeside(net);
                    return gross == null ? null : "at most " + gross.text().strip();
                })
                .holds(net -> {
                    var gross = Read.number(grossBeside(net));
                    var value = Read.number(net);
                    return gross == null || value == null || value.compareTo(gross) <= 0;
                });
    }

    /** The gross weight in the same unit; not that of a product whose line has its own weights. */
    private static @Nullable Element grossBeside(Element net) {
        Element parent = net.parent();
        if (parent == null || parent.name() == PRODUCT && lineHasWeights(parent)) {
            return null;
        }
        Element gross = parent.child(GROSS);
        String unit = Read.attribute(net, "unitCode");
        return gross != null && unit != null && unit.equals(Read.attribute(gross, "unitCode")) ? gross : null;
    }

    private static boolean lineHasWeights(Element product) {
        Element line = product.parent();
        Element delivery = line == null ? null : line.child(DELIVERY);
        return delivery != null && (delivery.has(GROSS) || delivery.has(NET));
    }

    /** Declarations of export and import, freight and the bill of lading all need the weights. */
    private void weightsStated() {
        var delivery = book.pattern().on(Where.DELIVERY);
        delivery.warning("TGT-EXP-20")
                .says(
                        "The gross weight of the consignment is missing, and not every line has its own.",
                        "貨物全体の総重量が記載されておらず、すべての明細行の総重量もそろっていません。")
                .hint(
                        "Add GrossWeightMeasure with unitCode KGM to RelatedSupplyChainConsignment.",
                        "RelatedSupplyChainConsignment に GrossWeightMeasure（unitCode KGM）を追加してください。")
                .holdsAtEnd((element, doc) -> Paper.withoutGoods(doc)
                        || hasWeight(element, GROSS)
                        || doc.tally().all(doc.tally().gross()) != null);
        delivery.warning("TGT-EXP-21")
                .says(
                        "The net weight of the consignment is missing, and not every line has its own.",
                        "貨物全体の正味重量が記載されておらず、すべての明細行の正味重量もそろっていません。")
                .hint(
                        "Add NetWeightMeasure with unitCode KGM to RelatedSupplyChainConsignment.",
                        "RelatedSupplyChainConsignment に NetWeightMeasure（unitCode KGM）を追加してください。")
                .holdsAtEnd((element, doc) -> Paper.withoutGoods(doc)
                        || hasWeight(element, NET)
                        || doc.tally().all(doc.tally().net()) != null);
    }

    private static boolean hasWeight(Element delivery, Name weight) {
        var consignment = CONSIGNMENT.firstIn(delivery);
        return consignment != null && consignment.has(weight);
    }

    /** Pallets and containers weigh too, so the consignment may be heavier than its lines, but not lighter. */
    private void weightsAddUp() {
        book.pattern()
                .on(Where.CONSIGNMENT + "/ram:NetWeightMeasure|" + Where.CONSIGNMENT + "/ram:GrossWeightMeasure")
                .when(weight -> weight.position() == 1)
                .warning("TGT-EXP-22")
                .says(
                        "The lines' weights do not add up to the consignment's net weight, or exceed its gross weight.",
                        "明細行の重量の合計が、貨物の正味重量と一致しないか、総重量を超えています。")
                .hint("Correct the total, or the line whose weight is wrong.", "合計か、誤っている明細の重量を訂正してください。")
                .expectedAtEnd((weight, doc) -> {
                    var lines = lines(weight, doc);
                    return lines == null
                            ? null
                            : Read.plain(lines.sum().stripTrailingZeros()) + " KGM"
                                    + (weight.name() == GROSS ? " or more" : "");
                })
                .holdsAtEnd((weight, doc) -> {
                    var lines = lines(weight, doc);
                    var stated = Weights.kilograms(weight);
                    if (lines == null || stated == null) {
                        return true;
                    }
                    var missing = lines.sum().subtract(stated);
                    var tolerance = lines.tolerance().add(Weights.tolerance(weight));
                    return (weight.name() == GROSS ? missing : missing.abs()).compareTo(tolerance) <= 0;
                });
    }

    private static @Nullable Weights lines(Element weight, Doc<ExportNotes> doc) {
        var notes = doc.tally();
        return notes.all(weight.name() == GROSS ? notes.gross() : notes.net());
    }

    /** Kilograms and pounds are both usual: a broker must not have to guess. */
    private void units() {
        book.pattern()
                .on(NET_WEIGHTS + "|" + NET_WEIGHTS.replace("Net", "Gross"))
                .warning("TGT-EXP-23")
                .says("The unit of a weight is missing.", "重量の単位が記載されていません。")
                .hint("Add unitCode=\"KGM\" if it is kilograms.", "キログラムなら unitCode=\"KGM\" を付けてください。")
                .expected("unitCode")
                .holds(weight -> Read.attribute(weight, "unitCode") != null);
    }

    /** Packages are what carriers count and what customs open. */
    private void packages() {
        book.pattern()
                .on(Where.DELIVERY)
                .warning("TGT-EXP-24")
                .says("The number of packages is missing.", "梱包の個数が記載されていません。")
                .hint(
                        "Add PackageQuantity to RelatedSupplyChainConsignment, or to the lines.",
                        "RelatedSupplyChainConsignment または明細に PackageQuantity を追加してください。")
                .holdsAtEnd((delivery, doc) -> Paper.withoutGoods(doc)
                        || PACKAGES.existsIn(delivery)
                        || doc.tally().anyPackages());
        book.pattern()
                .on(Where.CONSIGNMENT + "/ram:PackageQuantity|" + Where.LINE
                        + "/ram:SpecifiedLineTradeDelivery/ram:PackageQuantity")
                .warning("TGT-EXP-25")
                .says("A number of packages is no whole number, or is below zero.", "梱包の個数が、0 以上の整数ではありません。")
                .hint(
                        "Count a package that several lines share once, at one of them.",
                        "複数の明細で共有する梱包は、一つの明細でだけ数えてください。")
                .holds(packages -> {
                    var number = Read.number(packages);
                    return number == null || number.signum() >= 0 && isWhole(number);
                });
        book.pattern()
                .on(Where.CONSIGNMENT + "/ram:PackageQuantity")
                .warning("TGT-EXP-26")
                .says(
                        "The packages of the lines do not add up to those of the consignment.",
                        "明細行の梱包個数の合計が、貨物全体の個数と一致しません。")
                .hint(
                        "Count a package that several lines share once, and write 0 at the other lines.",
                        "複数の明細で共有する梱包は一度だけ数え、他の明細は 0 としてください。")
                .expectedAtEnd((packages, doc) -> {
                    var sum = doc.tally().packagesOfAllLines();
                    return sum == null ? null : Read.plain(sum.stripTrailingZeros());
                })
                .holdsAtEnd((packages, doc) -> {
                    var sum = doc.tally().packagesOfAllLines();
                    var stated = Read.number(packages);
                    return sum == null || stated == null || stated.compareTo(sum) == 0;
                });
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** UN/ECE Recommendations 15 (marks) and 21 (kinds). Bulk cargo has a kind (VR, VL, VG), and no marks. */
    private void kindAndMarks() {
        var delivery = book.pattern().on(Where.DELIVERY);
        delivery.warning("TGT-EXP-27")
                .says(
                        "Packages are counted, but their kind (UN/ECE Recommendation 21) is missing.",
                        "梱包の個数はありますが、その種類（UN/ECE 勧告第21号）が記載されていません。")
                .hint(
                        "Add IncludedSupplyChainPackaging/TypeCode to the lines, such as CS (case) or CT (carton).",
                        "明細に IncludedSupplyChainPackaging/TypeCode（CS ケース、CT カートンなど）を追加してください。")
                .holdsAtEnd((element, doc) -> Paper.withoutGoods(doc)
                        || !countsPackages(element, doc)
                        || doc.tally().kindOfPackage()
                        || PACKAGES.anyIn(element, ExportNotes::isKind));
        delivery.warning("TGT-EXP-28")
                .says(
                        "Packages are counted, but their marks and numbers are missing, and so is a container number.",
                        "梱包の個数はありますが、荷印・番号もコンテナ番号も記載されていません。")
                .hint(
                        "Add SpecifiedPackagingMarking/Content to the packaging of a line; N/M if there are no marks.",
                        "明細の包装に SpecifiedPackagingMarking/Content を追加してください。荷印がなければ N/M とします。")
                .holdsAtEnd((element, doc) -> Paper.withoutGoods(doc)
                        || !countsPackages(element, doc)
                        || doc.tally().marks()
                        || Read.any(element, CONTAINER));
    }

    private static boolean countsPackages(Element delivery, Doc<ExportNotes> doc) {
        return doc.tally().goodsLines() > 0 && (doc.tally().anyPackages() || Read.positive(PACKAGES.firstIn(delivery)));
    }

    /** An invoice is often written before the bill of lading is: no more than a word of advice. */
    private void transportDocument() {
        book.pattern()
                .on(Where.DELIVERY)
                .when(DESPATCHED::existsIn)
                .rule("TGT-EXP-29", Severity.INFORMATION)
                .says(
                        "The goods have left, but the number of their transport document is missing.",
                        "発送済みの貨物の請求書ですが、運送書類の番号が記載されていません。")
                .hint(
                        "Add TransportContractReferencedDocument with the number of the bill of lading or waybill.",
                        "TransportContractReferencedDocument に船荷証券または運送状の番号を追加してください。")
                .holdsAtEnd((delivery, doc) -> Paper.withoutGoods(doc)
                        || Read.any(delivery, TRANSPORT_CONTRACT)
                        || Read.any(delivery, ASSOCIATED));
    }
}
