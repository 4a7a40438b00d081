package org.tegata.invoice.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;

/** What a valid XML invoice says, as far as others are told of it. */
public record InvoiceDocument(
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
        @Nullable Place portOfDischarge) {

    /** More lines than this are not told to others: events must stay small. */
    public static final int MAX_DESCRIPTIONS = 100;

    /** A longer description is cut when it is told to others. */
    public static final int MAX_DESCRIPTION_LENGTH = 1_000;

    public InvoiceDocument {
        goodsDescriptions = List.copyOf(goodsDescriptions);
    }

    /** The facts, once the document has an id, a digest and somebody who sent it. */
    public InvoiceFacts facts(UUID id, String digest, PartyId submitter) {
        var parties = new LinkedHashSet<PartyId>();
        parties.add(submitter);
        Stream.of(seller, buyer).map(TradeParty::party).filter(Objects::nonNull).forEach(parties::add);
        return new InvoiceFacts(
                id,
                digest,
                number,
                typeCode,
                issueDate,
                seller,
                buyer,
                currency,
                grandTotalAmount,
                letterOfCreditReference,
                incoterms,
                goodsDescriptions,
                grossWeight,
                packageQuantity,
                portOfLoading,
                portOfDischarge,
                List.copyOf(parties));
    }
}
