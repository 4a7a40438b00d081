package org.tegata.invoice.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * What an XML invoice says, as far as this service looks at it, each value with its place; not yet judged.
 *
 * @param unreadable numbers with more digits than any amount or weight has
 */
public record InvoiceDocument(
        Field<String> number,
        Field<String> typeCode,
        Field<WrittenDate> issueDate,
        Field<String> currency,
        Party seller,
        Party buyer,
        List<Line> lines,
        Summation totals,
        @Nullable Located<String> letterOfCreditReference,
        @Nullable Located<DeliveryTerms> incoterms,
        @Nullable Located<Weight> grossWeight,
        @Nullable Located<Weight> netWeight,
        @Nullable BigDecimal packageQuantity,
        @Nullable Located<Place> portOfLoading,
        @Nullable Located<Place> portOfDischarge,
        List<Located<String>> unlocodes,
        List<Located<String>> unreadable) {

    /** More lines than this are not told to others: events must stay small. */
    public static final int MAX_DESCRIPTIONS = 100;

    /** A longer description is cut when it is told to others. */
    public static final int MAX_DESCRIPTION_LENGTH = 1_000;

    public InvoiceDocument {
        lines = List.copyOf(lines);
        unlocodes = List.copyOf(unlocodes);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * The Seller or the Buyer as written.
     *
     * @param leis every GlobalID that claims to be a Legal Entity Identifier (ISO 6523 code 0199)
     */
    public record Party(Field<String> name, @Nullable String country, List<Located<String>> leis) {

        public Party {
            leis = List.copyOf(leis);
        }

        TradeParty fact() {
            var party = leis.isEmpty() ? null : PartyId.ofLei(leis.get(0).value());
            return new TradeParty(name.present(), party, country);
        }
    }

    /**
     * One line.
     *
     * @param partOfGroup whether it belongs to, or heads, a group of lines: then its total may count twice
     * @param goods what is sold, in words
     * @param classifications codes of the Harmonized System
     */
    public record Line(
            String at,
            boolean partOfGroup,
            @Nullable String goods,
            List<Located<Amount>> totals,
            @Nullable Located<Weight> grossWeight,
            @Nullable Located<Weight> netWeight,
            List<Located<String>> classifications) {

        public Line {
            totals = List.copyOf(totals);
            classifications = List.copyOf(classifications);
        }
    }

    /** The document's totals (EN 16931 BG-22), each as often as the document has it. */
    public record Summation(
            String at,
            List<Located<Amount>> lineTotal,
            List<Located<Amount>> chargeTotal,
            List<Located<Amount>> allowanceTotal,
            List<Located<Amount>> taxBasis,
            List<Located<Amount>> taxTotal,
            List<Located<Amount>> rounding,
            List<Located<Amount>> grandTotal,
            List<Located<Amount>> prepaid,
            List<Located<Amount>> duePayable) {

        /** All of them, in document order of their kinds. */
        public Stream<Located<Amount>> all() {
            return Stream.of(
                            lineTotal,
                            chargeTotal,
                            allowanceTotal,
                            taxBasis,
                            taxTotal,
                            rounding,
                            grandTotal,
                            prepaid,
                            duePayable)
                    .flatMap(List::stream);
        }
    }

    /** Those amounts that are in the invoice currency. */
    public List<Located<Amount>> inInvoiceCurrency(List<Located<Amount>> amounts) {
        return amounts.stream()
                .filter(amount -> {
                    String own = amount.value().currency();
                    return own == null || own.equals(currency.value());
                })
                .toList();
    }

    /** The facts of a document that has no finding of severity ERROR. */
    public InvoiceFacts facts(UUID id, String digest, PartyId submitter) {
        var sellerFact = seller.fact();
        var buyerFact = buyer.fact();
        var parties = new LinkedHashSet<PartyId>();
        parties.add(submitter);
        Stream.of(sellerFact, buyerFact)
                .map(TradeParty::party)
                .filter(Objects::nonNull)
                .forEach(parties::add);
        return new InvoiceFacts(
                id,
                digest,
                number.present(),
                typeCode.present(),
                issueDate.present().day().orElseThrow(),
                sellerFact,
                buyerFact,
                currency.present(),
                grandTotal(),
                letterOfCreditReference == null ? null : letterOfCreditReference.value(),
                incoterms == null ? null : incoterms.value(),
                goodsDescriptions(),
                grossWeight == null ? null : grossWeight.value(),
                packageQuantity,
                portOfLoading == null ? null : portOfLoading.value(),
                portOfDischarge == null ? null : portOfDischarge.value(),
                List.copyOf(parties));
    }

    private BigDecimal grandTotal() {
        var written = inInvoiceCurrency(totals.grandTotal()).get(0).value().value();
        int decimals = Currencies.decimals(currency.present()).orElseThrow();
        return written.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private List<String> goodsDescriptions() {
        return lines.stream()
                .map(Line::goods)
                .filter(Objects::nonNull)
                .limit(MAX_DESCRIPTIONS)
                .map(InvoiceDocument::cut)
                .toList();
    }

    private static String cut(String description) {
        if (description.codePointCount(0, description.length()) <= MAX_DESCRIPTION_LENGTH) {
            return description;
        }
        return description.substring(0, description.offsetByCodePoints(0, MAX_DESCRIPTION_LENGTH));
    }
}
