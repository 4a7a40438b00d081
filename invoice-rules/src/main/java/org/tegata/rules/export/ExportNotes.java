package org.tegata.rules.export;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.uncefact.Currencies;

/** What the lines say together of weights, packages, marks, currencies and terms. */
public final class ExportNotes {

    private static final Path PACKAGES = Path.of("ram:SpecifiedLineTradeDelivery/ram:PackageQuantity");
    private static final Path KIND =
            Path.of("ram:SpecifiedLineTradeDelivery/ram:IncludedSupplyChainPackaging/ram:TypeCode");
    private static final Path KIND_IN_WORDS =
            Path.of("ram:SpecifiedLineTradeDelivery/ram:IncludedSupplyChainPackaging/ram:Type");
    private static final Path MARKS = Path.of("ram:SpecifiedLineTradeDelivery/ram:IncludedSupplyChainPackaging"
            + "/ram:SpecifiedPackagingMarking/ram:Content");
    private static final Path TERMS = Path.of("ram:SpecifiedLineTradeAgreement/ram:ApplicableTradeDeliveryTerms");
    private static final Path ORDER =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID");
    private static final Path CONTRACT =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:ContractReferencedDocument/ram:IssuerAssignedID");
    private static final Path PARENT = Path.of("ram:AssociatedDocumentLineDocument/ram:ParentLineID");
    private static final Name TYPE = Name.of("ram:DeliveryTypeCode");

    private final Totals totals = new Totals();
    private final Weights gross = new Weights();
    private final Weights net = new Weights();
    private final Set<String> currencies = new HashSet<>();
    private BigDecimal packages = BigDecimal.ZERO;
    private int lines;
    private int goodsLines;
    private int linesWithPackages;
    private int linesWithTerms;
    private boolean grouped;
    private boolean kindOfPackage;
    private boolean marks;
    private boolean orders;

    void line(Element line) {
        lines++;
        grouped |= PARENT.existsIn(line) || !GoodsLine.isGoods(line);
        currency(line);
        if (!GoodsLine.isGoods(line)) {
            return;
        }
        goodsLines++;
        var weights = GoodsLine.weights(line);
        gross.add(weights == null ? null : weights.child(GoodsLine.GROSS_WEIGHT));
        net.add(weights == null ? null : weights.child(GoodsLine.NET_WEIGHT));
        var quantity = PACKAGES.firstIn(line);
        var number = Read.number(quantity);
        if (quantity != null && number != null) {
            linesWithPackages++;
            packages = packages.add(number);
            kindOfPackage |= isKind(quantity);
        }
        kindOfPackage |= Read.any(line, KIND) || Read.any(line, KIND_IN_WORDS);
        marks |= Read.any(line, MARKS);
        orders |= Read.any(line, ORDER) || Read.any(line, CONTRACT);
        linesWithTerms += Read.text(TERMS.firstIn(line), TYPE) == null ? 0 : 1;
    }

    /** Notes the currency of a line that has one total, which names its currency: it may not be the invoice's. */
    private void currency(Element line) {
        var total = GoodsLine.TOTAL.countIn(line) == 1 ? GoodsLine.TOTAL.firstIn(line) : null;
        String code = total == null ? null : Read.attribute(total, "currencyID");
        // Codes that are none are refused anyway, and could be any number of them.
        if (code != null && Currencies.decimals(code).isPresent()) {
            currencies.add(code);
        }
    }

    /** Whether the unit of a number of packages is a kind of package of Recommendation 21, with its X before it. */
    static boolean isKind(Element quantity) {
        String unit = Read.attribute(quantity, "unitCode");
        return unit != null && unit.length() == 3 && unit.startsWith("X");
    }

    Totals totals() {
        return totals;
    }

    int lines() {
        return lines;
    }

    int goodsLines() {
        return goodsLines;
    }

    Weights gross() {
        return gross;
    }

    Weights net() {
        return net;
    }

    /** What all lines together weigh; null if a line does not say, or totals may count twice. */
    @Nullable
    Weights all(Weights weights) {
        return goodsLines > 0 && !grouped && weights.lines() == goodsLines ? weights : null;
    }

    /** All packages; null if a line does not say how many it has, or they may count twice. */
    @Nullable
    BigDecimal packagesOfAllLines() {
        return goodsLines > 0 && !grouped && linesWithPackages == goodsLines ? packages : null;
    }

    boolean anyPackages() {
        return packages.signum() > 0;
    }

    boolean kindOfPackage() {
        return kindOfPackage;
    }

    boolean marks() {
        return marks;
    }

    boolean orders() {
        return orders;
    }

    boolean termsOnEveryLine() {
        return goodsLines > 0 && linesWithTerms == goodsLines;
    }

    /** The currencies of lines that have their total in one other than the invoice's. */
    Set<String> otherCurrencies(@Nullable String invoiceCurrency) {
        var others = new HashSet<>(currencies);
        others.remove(invoiceCurrency);
        return others;
    }
}
