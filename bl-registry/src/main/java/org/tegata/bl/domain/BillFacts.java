package org.tegata.bl.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * What a bill of lading says, as published to the other services (contracts/facts/bill-facts.v1.schema.json).
 *
 * <p>These are the data that UCP 600 art. 20 examines. They are a view: the record is the bytes that came, named here
 * by their digest. Only a bill that came from another platform can lack its issue date.
 */
public record BillFacts(
        UUID billId,
        String digest,
        String transportDocumentReference,
        String typeCode,
        @Nullable LocalDate issueDate,
        @Nullable LocalDate shippedOnBoardDate,
        Party shipper,
        Consignee consignee,
        boolean toOrder,
        List<NotifyParty> notifyParties,
        Carrier carrier,
        Place portOfLoading,
        Place portOfDischarge,
        @Nullable Place placeOfReceipt,
        @Nullable Place placeOfDelivery,
        @Nullable String vesselName,
        @Nullable String voyage,
        @Nullable Measure grossWeight,
        @Nullable Long packageQuantity,
        List<String> goodsDescriptions,
        @Nullable FreightPaymentTerm freightPaymentTerm,
        @Nullable Integer originalsIssued,
        List<String> clauses) {

    public BillFacts {
        notifyParties = List.copyOf(notifyParties);
        goodsDescriptions = List.copyOf(goodsDescriptions);
        clauses = List.copyOf(clauses);
    }

    /** A party named on the bill; the identifier is there when the bill gives one. */
    public record Party(String name, @Nullable PartyId party) {}

    /**
     * Whom the bill is made out to. On a bill to order the identifier names the party to whose order it is (the shipper
     * for "TO ORDER OF SHIPPER"); both are absent when the bill is made out to bearer.
     */
    public record Consignee(@Nullable String name, @Nullable PartyId party) {}

    /** A party to be told of the arrival. */
    public record NotifyParty(String name) {}

    /** The carrier, always identified (UCP 600 art. 20(a)(i)). */
    public record Carrier(String name, PartyId party) {}

    /** A port or place: UN/LOCODE, name or both. */
    public record Place(@Nullable String unlocode, @Nullable String name) {}

    /** A value with its unit (UN/ECE Recommendation 20). */
    public record Measure(BigDecimal value, String unit) {}

    /** How freight is paid, in DCSA's codes. */
    public enum FreightPaymentTerm {
        /** Prepaid. */
        PRE,
        /** Collect. */
        COL
    }
}
