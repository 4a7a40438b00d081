package org.tegata.invoice.domain.rules;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.Located;
import org.tegata.invoice.domain.Weight;
import org.tegata.problem.Finding;

/** What an export invoice tells of the goods and their way: weights, HS codes, Incoterms, ports. */
final class Goods {

    private static final Pattern UNLOCODE = Pattern.compile("[A-Z]{2} ?[A-Z2-9]{3}");

    /** Six digits are the same in every country (WCO); up to ten are national. Dots and spaces are for the eye. */
    private static final Pattern HS = Pattern.compile("[0-9]{6,10}");

    private Goods() {}

    static Stream<Finding> weights(InvoiceDocument document) {
        return Stream.concat(
                document.lines().stream().flatMap(line -> heavier(line.netWeight(), line.grossWeight())),
                heavier(document.netWeight(), document.grossWeight()));
    }

    private static Stream<Finding> heavier(@Nullable Located<Weight> net, @Nullable Located<Weight> gross) {
        if (net == null
                || gross == null
                || !net.value().unit().equals(gross.value().unit())
                || net.value().value().compareTo(gross.value().value()) <= 0) {
            return Stream.empty();
        }
        return Stream.of(InvoiceRule.WEIGHT.finding(net.at(), "The net weight is above the gross weight"));
    }

    static Stream<Finding> classifications(InvoiceDocument document) {
        return document.lines().stream()
                .flatMap(line -> line.classifications().stream())
                .filter(code -> !HS.matcher(code.value().replaceAll("[. ]", "")).matches())
                .map(code -> InvoiceRule.HS_CODE.finding(code.at(), "This is not a code of the Harmonized System"));
    }

    static Stream<Finding> namedPlace(InvoiceDocument document) {
        var terms = document.incoterms();
        return terms == null || terms.value().place() != null
                ? Stream.empty()
                : Stream.of(InvoiceRule.NAMED_PLACE.finding(
                        terms.at(),
                        "%s is not followed by a named place",
                        terms.value().code()));
    }

    static Stream<Finding> unlocodes(InvoiceDocument document) {
        return document.unlocodes().stream()
                .filter(code -> !UNLOCODE.matcher(code.value()).matches())
                .map(code -> InvoiceRule.UNLOCODE.finding(code.at(), "This is not a UN/LOCODE"));
    }
}
