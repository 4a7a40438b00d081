package org.tegata.invoice.xml;

import static org.tegata.invoice.xml.Texts.joined;
import static org.tegata.invoice.xml.Texts.number;
import static org.tegata.invoice.xml.Texts.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.DeliveryTerms;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.TradeParty;
import org.tegata.invoice.domain.Weight;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.uncefact.Currencies;
import org.tegata.rules.uncefact.WrittenDate;

/**
 * What is noted of one invoice while it is judged: texts only, for nobody knows yet whether they are any good. They are
 * made into an {@link InvoiceDocument} once the rules have found no fault.
 */
final class WrittenInvoice {

    private static final Name NAME = Name.of("ram:Name");
    private static final Name DESCRIPTION = Name.of("ram:Description");
    private static final Path PRODUCT = Path.of("ram:SpecifiedTradeProduct");
    private static final Path DOCUMENT = Path.of("rsm:ExchangedDocument");
    private static final Path ID = Path.of("ram:ID");
    private static final Path TYPE_CODE = Path.of("ram:TypeCode");
    private static final Path ISSUED = Path.of("ram:IssueDateTime/udt:DateTimeString");
    private static final Path ISSUED_XSD = Path.of("ram:IssueDateTime/udt:DateTime");
    private static final Path TRADE = Path.of("rsm:SupplyChainTradeTransaction");
    private static final Path AGREEMENT = TRADE.then("ram:ApplicableHeaderTradeAgreement");
    private static final Path SELLER = Path.of("ram:SellerTradeParty");
    private static final Path BUYER = Path.of("ram:BuyerTradeParty");
    private static final Path PARTY_ID = Path.of("ram:GlobalID");
    private static final Path COUNTRY = Path.of("ram:PostalTradeAddress/ram:CountryID");
    private static final Path TERMS = Path.of("ram:ApplicableTradeDeliveryTerms");
    private static final Path TERMS_CODE = Path.of("ram:DeliveryTypeCode");
    private static final Path TERMS_PLACE = Path.of("ram:RelevantTradeLocation/ram:Name");
    private static final Path TERMS_PLACE_ID = Path.of("ram:RelevantTradeLocation/ram:ID");
    private static final Path DELIVERY = TRADE.then("ram:ApplicableHeaderTradeDelivery");
    private static final Path CONSIGNMENT = Path.of("ram:RelatedSupplyChainConsignment");
    private static final Path GROSS_WEIGHT = Path.of("ram:GrossWeightMeasure");
    private static final Path PACKAGES = Path.of("ram:PackageQuantity");
    private static final Path SETTLEMENT = TRADE.then("ram:ApplicableHeaderTradeSettlement");
    private static final Path CURRENCY = Path.of("ram:InvoiceCurrencyCode");
    private static final Path CREDIT = Path.of("ram:LetterOfCreditReferencedDocument/ram:IssuerAssignedID");
    private static final Path GRAND_TOTAL =
            Path.of("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount");

    /** ISO 6523 code of the Legal Entity Identifier, as EN 16931 party identifiers use it. */
    private static final String LEI_SCHEME = "0199";

    /** Without a format the most usual one is meant; the rules find a text that does not fit it. */
    private static final String USUAL_FORMAT = "102";

    private final List<String> goods = new ArrayList<>();
    private @Nullable String number;
    private @Nullable String typeCode;
    private @Nullable WrittenDate issueDate;
    private Party seller = new Party(null, null, null);
    private Party buyer = new Party(null, null, null);
    private @Nullable String currency;
    private @Nullable String grandTotal;
    private @Nullable String creditReference;
    private @Nullable DeliveryTerms incoterms;
    private @Nullable String grossWeight;
    private @Nullable String grossWeightUnit;
    private @Nullable String packages;
    private Ports ports = new Ports(null, null);

    private record Party(
            @Nullable String name,
            @Nullable String lei,
            @Nullable String country) {

        static Party of(@Nullable Element party) {
            var id = PARTY_ID.firstIn(party, each -> LEI_SCHEME.equals(each.attribute("schemeID")));
            return new Party(
                    party == null ? null : text(party.text(NAME)),
                    id == null ? null : text(id.text()),
                    text(COUNTRY, party));
        }

        TradeParty fact() {
            return new TradeParty(present(name), lei == null ? null : PartyId.ofLei(lei), country);
        }
    }

    /** Notes the goods of one line, by their description or else by their name. */
    void line(Element line) {
        if (goods.size() < InvoiceDocument.MAX_DESCRIPTIONS) {
            var product = PRODUCT.firstIn(line);
            String described = joined(DESCRIPTION, product);
            String known = described == null ? joined(NAME, product) : described;
            if (known != null) {
                goods.add(cut(known));
            }
        }
    }

    /** Notes what stands outside of the lines. */
    void rest(Element root) {
        var document = DOCUMENT.firstIn(root);
        number = text(ID, document);
        typeCode = text(TYPE_CODE, document);
        issueDate = date(document);
        var agreement = AGREEMENT.firstIn(root);
        seller = Party.of(SELLER.firstIn(agreement));
        buyer = Party.of(BUYER.firstIn(agreement));
        incoterms = terms(TERMS.firstIn(agreement));
        var delivery = DELIVERY.firstIn(root);
        var consignment = CONSIGNMENT.firstIn(delivery);
        var weight = GROSS_WEIGHT.firstIn(consignment);
        if (weight != null) {
            grossWeight = weight.text();
            grossWeightUnit = text(weight.attribute("unitCode"));
        }
        packages = PACKAGES.textIn(consignment);
        ports = Ports.of(delivery, consignment);
        var settlement = SETTLEMENT.firstIn(root);
        currency = text(CURRENCY, settlement);
        creditReference = text(CREDIT, settlement);
        var total = GRAND_TOTAL.firstIn(settlement, this::inInvoiceCurrency);
        grandTotal = total == null ? null : total.text();
    }

    /** What the invoice says; only if no rule found an error. */
    InvoiceDocument document() {
        var paidIn = present(currency);
        // A weight without a unit says nothing that could be compared.
        var weight = grossWeightUnit == null ? null : number(grossWeight);
        return new InvoiceDocument(
                present(number),
                present(typeCode),
                day(),
                seller.fact(),
                buyer.fact(),
                paidIn,
                total(paidIn),
                creditReference,
                incoterms,
                goods,
                weight == null || grossWeightUnit == null ? null : new Weight(weight, grossWeightUnit),
                number(packages),
                ports.loading(),
                ports.discharge());
    }

    private static @Nullable WrittenDate date(@Nullable Element document) {
        var written = ISSUED.firstIn(document);
        String day = text(written == null ? ISSUED_XSD.textIn(document) : written.text());
        if (day == null) {
            return null;
        }
        String format = written == null ? null : text(written.attribute("format"));
        return new WrittenDate(day, written == null || format != null ? format : USUAL_FORMAT);
    }

    private static @Nullable DeliveryTerms terms(@Nullable Element terms) {
        String code = text(TERMS_CODE, terms);
        String place = text(TERMS_PLACE, terms);
        return code == null ? null : new DeliveryTerms(code, place == null ? text(TERMS_PLACE_ID, terms) : place);
    }

    private boolean inInvoiceCurrency(Element amount) {
        String own = text(amount.attribute("currencyID"));
        return own == null || own.equals(currency);
    }

    private BigDecimal total(String paidIn) {
        int decimals = Currencies.decimals(paidIn).orElseThrow();
        return present(number(grandTotal)).setScale(decimals, RoundingMode.UNNECESSARY);
    }

    private LocalDate day() {
        return present(issueDate).day().orElseThrow();
    }

    private static <T> T present(@Nullable T noted) {
        if (noted == null) {
            throw new IllegalStateException("the rules let pass an invoice without what every invoice has");
        }
        return noted;
    }

    private static String cut(String description) {
        if (description.codePointCount(0, description.length()) <= InvoiceDocument.MAX_DESCRIPTION_LENGTH) {
            return description;
        }
        return description.substring(0, description.offsetByCodePoints(0, InvoiceDocument.MAX_DESCRIPTION_LENGTH));
    }
}
