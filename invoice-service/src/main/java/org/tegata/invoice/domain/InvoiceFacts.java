package org.tegata.invoice.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/**
 * The dozen facts of an invoice that others examine it on (contract {@code invoice-facts.v1}): a view of its bytes.
 *
 * @param digest SHA-256 of the bytes as they came, hexadecimal
 * @param number the seller's number (EN 16931 BT-1)
 * @param typeCode UNTDID 1001 (BT-3)
 * @param currency ISO 4217 (BT-5)
 * @param grandTotalAmount the total that is invoiced (BT-112)
 * @param parties who may read and present it: submitter, and seller and buyer where identified
 */
public record InvoiceFacts(
        UUID invoiceId,
        String digest,
        String number,
        String typeCode,
        LocalDate issueDate,
        TradeParty seller,
        TradeParty buyer,
        String currency,
        BigDecimal grandTotalAmount,
        @Nullable String letterOfCreditReference,
        @Nullable DeliveryTerms incoterms,
        List<String> goodsDescriptions,
        @Nullable Weight grossWeight,
        @Nullable BigDecimal packageQuantity,
        @Nullable Place portOfLoading,
        @Nullable Place portOfDischarge,
        List<PartyId> parties) {

    public InvoiceFacts {
        goodsDescriptions = List.copyOf(goodsDescriptions);
        parties = List.copyOf(parties);
    }
}
