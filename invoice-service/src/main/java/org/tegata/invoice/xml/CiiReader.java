package org.tegata.invoice.xml;

import static org.tegata.invoice.xml.Texts.at;
import static org.tegata.invoice.xml.Texts.joined;
import static org.tegata.invoice.xml.Texts.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.Amount;
import org.tegata.invoice.domain.DeliveryTerms;
import org.tegata.invoice.domain.Field;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.InvoiceDocument.Line;
import org.tegata.invoice.domain.InvoiceDocument.Party;
import org.tegata.invoice.domain.InvoiceDocument.Summation;
import org.tegata.invoice.domain.Located;
import org.tegata.invoice.domain.Weight;
import org.tegata.invoice.domain.WrittenDate;
import org.tegata.invoice.xml.generated.qdt.WeightUnitMeasureType;
import org.tegata.invoice.xml.generated.ram.ExchangedDocumentType;
import org.tegata.invoice.xml.generated.ram.HeaderTradeSettlementType;
import org.tegata.invoice.xml.generated.ram.SupplyChainConsignmentType;
import org.tegata.invoice.xml.generated.ram.SupplyChainTradeLineItemType;
import org.tegata.invoice.xml.generated.ram.TradeDeliveryTermsType;
import org.tegata.invoice.xml.generated.ram.TradePartyType;
import org.tegata.invoice.xml.generated.ram.TradeProductType;
import org.tegata.invoice.xml.generated.ram.TradeSettlementHeaderMonetarySummationType;
import org.tegata.invoice.xml.generated.rsm.CrossIndustryInvoiceType;
import org.tegata.invoice.xml.generated.udt.AmountType;
import org.tegata.invoice.xml.generated.udt.DateTimeType;
import org.tegata.invoice.xml.generated.udt.MeasureType;

/** Walks one bound document and notes what this service looks at, each with its XPath. One instance a document. */
final class CiiReader {

    private static final String ROOT = "/rsm:CrossIndustryInvoice[1]";
    private static final String DOCUMENT = ROOT + "/rsm:ExchangedDocument[1]";
    private static final String TRADE = ROOT + "/rsm:SupplyChainTradeTransaction[1]";
    private static final String AGREEMENT = at(TRADE, "ApplicableHeaderTradeAgreement");
    private static final String DELIVERY = at(TRADE, "ApplicableHeaderTradeDelivery");
    private static final String CONSIGNMENT = at(DELIVERY, "RelatedSupplyChainConsignment");
    private static final String SETTLEMENT = at(TRADE, "ApplicableHeaderTradeSettlement");
    private static final String SUMMATION = at(SETTLEMENT, "SpecifiedTradeSettlementHeaderMonetarySummation");

    /** ISO 6523 code of the Legal Entity Identifier, as EN 16931 party identifiers use it. */
    private static final String LEI_SCHEME = "0199";

    private final List<Located<String>> unreadable = new ArrayList<>();

    InvoiceDocument read(CrossIndustryInvoiceType cii) {
        var document = cii.getExchangedDocument();
        var trade = cii.getSupplyChainTradeTransaction();
        var agreement = trade.getApplicableHeaderTradeAgreement();
        var settlement = trade.getApplicableHeaderTradeSettlement();
        var consignment = trade.getApplicableHeaderTradeDelivery().getRelatedSupplyChainConsignment();
        var ports = new PortReader(trade.getApplicableHeaderTradeDelivery(), DELIVERY, CONSIGNMENT);
        var items = trade.getIncludedSupplyChainTradeLineItem();
        var lines = IntStream.range(0, items.size())
                .mapToObj(i -> line(items.get(i), at(TRADE, "IncludedSupplyChainTradeLineItem", i)))
                .toList();
        var terms = agreement.getApplicableTradeDeliveryTerms();
        var termsAt = at(AGREEMENT, "ApplicableTradeDeliveryTerms");
        var credit = settlement.getLetterOfCreditReferencedDocument();
        String creditId = credit == null ? null : text(credit.getIssuerAssignedID());
        return new InvoiceDocument(
                new Field<>(at(DOCUMENT, "ID"), text(document.getID())),
                new Field<>(at(DOCUMENT, "TypeCode"), typeCode(document)),
                new Field<>(at(DOCUMENT, "IssueDateTime"), date(document.getIssueDateTime())),
                new Field<>(at(SETTLEMENT, "InvoiceCurrencyCode"), currency(settlement)),
                party(agreement.getSellerTradeParty(), at(AGREEMENT, "SellerTradeParty")),
                party(agreement.getBuyerTradeParty(), at(AGREEMENT, "BuyerTradeParty")),
                lines,
                totals(settlement.getSpecifiedTradeSettlementHeaderMonetarySummation()),
                creditId == null ? null : new Located<>(at(SETTLEMENT, "LetterOfCreditReferencedDocument"), creditId),
                deliveryTerms(terms, termsAt),
                consignment == null
                        ? null
                        : weight(consignment.getGrossWeightMeasure(), at(CONSIGNMENT, "GrossWeightMeasure")),
                consignment == null
                        ? null
                        : weight(consignment.getNetWeightMeasure(), at(CONSIGNMENT, "NetWeightMeasure")),
                packages(consignment),
                ports.loading(),
                ports.discharge(),
                ports.unlocodes(),
                unreadable);
    }

    private static @Nullable String typeCode(ExchangedDocumentType document) {
        return document.getTypeCode() == null
                ? null
                : text(document.getTypeCode().getValue());
    }

    private static @Nullable String currency(HeaderTradeSettlementType settlement) {
        return settlement.getInvoiceCurrencyCode() == null
                ? null
                : text(settlement.getInvoiceCurrencyCode().getValue());
    }

    private static @Nullable WrittenDate date(@Nullable DateTimeType date) {
        if (date == null) {
            return null;
        }
        if (date.getDateTime() != null) {
            return new WrittenDate(date.getDateTime().toXMLFormat(), null);
        }
        var written = date.getDateTimeString();
        if (written == null || text(written.getValue()) == null) {
            return null;
        }
        // Without a format the most usual one is meant; a text that does not fit it is found by TGT-INV-04.
        String format = text(written.getFormat());
        return new WrittenDate(written.getValue().strip(), format == null ? "102" : format);
    }

    private static Party party(@Nullable TradePartyType party, String at) {
        if (party == null) {
            return new Party(new Field<>(at(at, "Name"), null), null, List.of());
        }
        var ids = party.getGlobalID();
        var leis = IntStream.range(0, ids.size())
                .filter(i -> LEI_SCHEME.equals(ids.get(i).getSchemeID()))
                .mapToObj(i -> new Located<>(
                        at(at, "GlobalID", i), String.valueOf(ids.get(i).getValue())))
                .toList();
        var address = party.getPostalTradeAddress();
        String country = address == null || address.getCountryID() == null
                ? null
                : text(address.getCountryID().getValue());
        String name = party.getName() == null ? null : text(party.getName().getValue());
        return new Party(new Field<>(at(at, "Name"), name), country, leis);
    }

    private static @Nullable Located<DeliveryTerms> deliveryTerms(@Nullable TradeDeliveryTermsType terms, String at) {
        if (terms == null || terms.getDeliveryTypeCode() == null) {
            return null;
        }
        var location = terms.getRelevantTradeLocation();
        String name = location == null || location.getName() == null
                ? null
                : text(location.getName().getValue());
        String place = name != null || location == null ? name : text(location.getID());
        return new Located<>(at, new DeliveryTerms(terms.getDeliveryTypeCode().getValue(), place));
    }

    private Line line(SupplyChainTradeLineItemType item, String at) {
        var head = item.getAssociatedDocumentLineDocument();
        boolean grouped = head != null && (head.getParentLineID() != null || head.getLineStatusReasonCode() != null);
        var summation = item.getSpecifiedLineTradeSettlement().getSpecifiedTradeSettlementLineMonetarySummation();
        String summationAt =
                at(at(at, "SpecifiedLineTradeSettlement"), "SpecifiedTradeSettlementLineMonetarySummation");
        List<Located<Amount>> totals =
                summation == null ? List.of() : amounts(summation.getLineTotalAmount(), summationAt, "LineTotalAmount");
        var product = item.getSpecifiedTradeProduct();
        String productAt = at(at, "SpecifiedTradeProduct");
        var delivery = item.getSpecifiedLineTradeDelivery();
        String deliveryAt = at(at, "SpecifiedLineTradeDelivery");
        Located<Weight> gross = delivery == null
                ? null
                : weight(delivery.getGrossWeightMeasure(), at(deliveryAt, "GrossWeightMeasure"));
        Located<Weight> net =
                delivery == null ? null : weight(delivery.getNetWeightMeasure(), at(deliveryAt, "NetWeightMeasure"));
        if (gross == null && net == null && product != null) {
            gross = weight(product.getGrossWeightMeasure(), at(productAt, "GrossWeightMeasure"));
            net = weight(product.getNetWeightMeasure(), at(productAt, "NetWeightMeasure"));
        }
        return new Line(at, grouped, goods(product), totals, gross, net, classifications(product, productAt));
    }

    private static @Nullable String goods(@Nullable TradeProductType product) {
        if (product == null) {
            return null;
        }
        String description = joined(product.getDescription());
        return description == null ? joined(product.getName()) : description;
    }

    private static List<Located<String>> classifications(@Nullable TradeProductType product, String at) {
        if (product == null) {
            return List.of();
        }
        var designated = product.getDesignatedProductClassification();
        return IntStream.range(0, designated.size())
                .mapToObj(i -> {
                    var code = designated.get(i).getClassCode();
                    return code == null || !"HS".equals(code.getListID())
                            ? null
                            : new Located<>(
                                    at(at(at, "DesignatedProductClassification", i), "ClassCode"),
                                    String.valueOf(code.getValue()));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private Summation totals(@Nullable TradeSettlementHeaderMonetarySummationType sums) {
        if (sums == null) {
            return new Summation(
                    SUMMATION, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());
        }
        return new Summation(
                SUMMATION,
                amounts(sums.getLineTotalAmount(), SUMMATION, "LineTotalAmount"),
                amounts(sums.getChargeTotalAmount(), SUMMATION, "ChargeTotalAmount"),
                amounts(sums.getAllowanceTotalAmount(), SUMMATION, "AllowanceTotalAmount"),
                amounts(sums.getTaxBasisTotalAmount(), SUMMATION, "TaxBasisTotalAmount"),
                amounts(sums.getTaxTotalAmount(), SUMMATION, "TaxTotalAmount"),
                amounts(sums.getRoundingAmount(), SUMMATION, "RoundingAmount"),
                amounts(sums.getGrandTotalAmount(), SUMMATION, "GrandTotalAmount"),
                amounts(sums.getTotalPrepaidAmount(), SUMMATION, "TotalPrepaidAmount"),
                amounts(sums.getDuePayableAmount(), SUMMATION, "DuePayableAmount"));
    }

    private List<Located<Amount>> amounts(List<AmountType> written, String parent, String name) {
        var amounts = new ArrayList<Located<Amount>>();
        for (int i = 0; i < written.size(); i++) {
            String at = at(parent, name, i);
            BigDecimal value = written.get(i).getValue();
            if (value == null) {
                unreadable.add(new Located<>(at, name));
            }
            amounts.add(new Located<>(
                    at,
                    new Amount(
                            value == null ? BigDecimal.ZERO : value,
                            text(written.get(i).getCurrencyID()))));
        }
        return amounts;
    }

    private @Nullable Located<Weight> weight(List<WeightUnitMeasureType> measures, String at) {
        return measures.isEmpty() ? null : weight(measures.get(0), at);
    }

    private @Nullable Located<Weight> weight(@Nullable WeightUnitMeasureType measure, String at) {
        return measure == null ? null : weight(measure.getValue(), measure.getUnitCode(), at);
    }

    private @Nullable Located<Weight> weight(@Nullable MeasureType measure, String at) {
        return measure == null ? null : weight(measure.getValue(), measure.getUnitCode(), at);
    }

    private @Nullable Located<Weight> weight(@Nullable BigDecimal value, @Nullable String unit, String at) {
        if (value == null) {
            unreadable.add(new Located<>(at, "weight"));
            return null;
        }
        // A weight without a unit says nothing that could be compared.
        return unit == null ? null : new Located<>(at, new Weight(value, unit));
    }

    private @Nullable BigDecimal packages(@Nullable SupplyChainConsignmentType consignment) {
        if (consignment == null || consignment.getPackageQuantity() == null) {
            return null;
        }
        var quantity = consignment.getPackageQuantity().getValue();
        if (quantity == null) {
            unreadable.add(new Located<>(at(CONSIGNMENT, "PackageQuantity"), "quantity"));
        }
        return quantity;
    }
}
