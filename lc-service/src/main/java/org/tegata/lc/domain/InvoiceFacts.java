package org.tegata.lc.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** What invoice-service says about one invoice (contracts/facts/invoice-facts.v1.schema.json). */
public record InvoiceFacts(
        UUID id,
        String digest,
        String number,
        String typeCode,
        LocalDate issueDate,
        NamedParty seller,
        NamedParty buyer,
        String currency,
        BigDecimal grandTotal,
        @Nullable String letterOfCreditReference,
        @Nullable TradeTerm tradeTerm,
        List<String> goodsDescriptions,
        @Nullable Measure grossWeight,
        @Nullable BigDecimal packageQuantity,
        @Nullable Place portOfLoading,
        @Nullable Place portOfDischarge,
        Set<PartyId> parties,
        boolean cancelled) {

    public InvoiceFacts {
        goodsDescriptions = List.copyOf(goodsDescriptions);
        parties = Set.copyOf(parties);
    }

    /** The same invoice, withdrawn by its submitter: it can no longer be presented. */
    public InvoiceFacts asCancelled() {
        return new InvoiceFacts(
                id,
                digest,
                number,
                typeCode,
                issueDate,
                seller,
                buyer,
                currency,
                grandTotal,
                letterOfCreditReference,
                tradeTerm,
                goodsDescriptions,
                grossWeight,
                packageQuantity,
                portOfLoading,
                portOfDischarge,
                parties,
                true);
    }

    /** Amount and currency as the invoice has them. */
    public String total() {
        return currency + " " + grandTotal.toPlainString();
    }

    /** A party named on the invoice. */
    public record NamedParty(
            String name, @Nullable PartyId party, @Nullable String country) {}
}
