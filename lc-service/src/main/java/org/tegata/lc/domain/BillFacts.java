package org.tegata.lc.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What bl-registry says about one bill of lading (contracts/facts/bill-facts.v1.schema.json). */
public record BillFacts(
        UUID id,
        String digest,
        String number,
        String typeCode,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate shippedOnBoardDate,
        NamedParty shipper,
        @Nullable String consigneeName,
        @Nullable PartyCode consignee,
        boolean toOrder,
        List<String> notifyParties,
        NamedParty carrier,
        Place portOfLoading,
        Place portOfDischarge,
        @Nullable String vesselName,
        @Nullable Measure grossWeight,
        @Nullable BigDecimal packageQuantity,
        List<String> goodsDescriptions,
        @Nullable String freightPaymentTerm,
        List<String> clauses) {

    public BillFacts {
        notifyParties = List.copyOf(notifyParties);
        goodsDescriptions = List.copyOf(goodsDescriptions);
        clauses = List.copyOf(clauses);
    }

    /** A party named on the bill. */
    public record NamedParty(String name, @Nullable PartyCode party) {}
}
