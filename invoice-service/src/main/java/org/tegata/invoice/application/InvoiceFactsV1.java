package org.tegata.invoice.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.DeliveryTerms;
import org.tegata.invoice.domain.InvoiceFacts;
import org.tegata.invoice.domain.Place;
import org.tegata.invoice.domain.TradeParty;
import org.tegata.invoice.domain.Weight;

/** The facts as others read them: contract {@code facts/invoice-facts.v1.schema.json}. Decimals are strings. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvoiceFactsV1(
        UUID invoiceId,
        String digest,
        String number,
        String typeCode,
        String issueDate,
        Party seller,
        Party buyer,
        String currency,
        String grandTotalAmount,
        @Nullable String letterOfCreditReference,
        @Nullable Incoterms incoterms,
        List<String> goodsDescriptions,
        @Nullable Measure grossWeight,
        @Nullable String packageQuantity,
        @Nullable Port portOfLoading,
        @Nullable Port portOfDischarge,
        List<String> parties) {

    /** Seller or buyer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            String name, @Nullable String party, @Nullable String country) {

        public static Party of(TradeParty party) {
            var id = party.party();
            return new Party(party.name(), id == null ? null : id.toString(), party.country());
        }
    }

    /** An Incoterms rule with its place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incoterms(String code, @Nullable String place) {

        public static @Nullable Incoterms of(@Nullable DeliveryTerms terms) {
            return terms == null ? null : new Incoterms(terms.code(), terms.place());
        }
    }

    /** A weight with its unit. */
    public record Measure(String value, String unit) {

        public static @Nullable Measure of(@Nullable Weight weight) {
            return weight == null ? null : new Measure(weight.value().toPlainString(), weight.unit());
        }
    }

    /** A port by code, by name, or both. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Port(@Nullable String unlocode, @Nullable String name) {

        public static @Nullable Port of(@Nullable Place place) {
            return place == null ? null : new Port(place.unlocode(), place.name());
        }
    }

    static InvoiceFactsV1 of(InvoiceFacts facts) {
        var packages = facts.packageQuantity();
        return new InvoiceFactsV1(
                facts.invoiceId(),
                facts.digest(),
                facts.number(),
                facts.typeCode(),
                facts.issueDate().toString(),
                Party.of(facts.seller()),
                Party.of(facts.buyer()),
                facts.currency(),
                facts.grandTotalAmount().toPlainString(),
                facts.letterOfCreditReference(),
                Incoterms.of(facts.incoterms()),
                facts.goodsDescriptions(),
                Measure.of(facts.grossWeight()),
                packages == null ? null : packages.toPlainString(),
                Port.of(facts.portOfLoading()),
                Port.of(facts.portOfDischarge()),
                facts.parties().stream().map(PartyId::toString).toList());
    }
}
