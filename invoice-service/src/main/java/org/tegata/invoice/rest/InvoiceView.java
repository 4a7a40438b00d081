package org.tegata.invoice.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.application.InvoiceFactsV1;
import org.tegata.invoice.domain.Invoice;

/** One invoice as its readers see it; invoices of early days do not say by which rules they were judged. */
public record InvoiceView(
        UUID id,
        long version,
        String status,
        String digest,
        String number,
        String typeCode,
        LocalDate issueDate,
        InvoiceFactsV1.Party seller,
        InvoiceFactsV1.Party buyer,
        Money grandTotal,
        @Nullable String letterOfCreditReference,
        InvoiceFactsV1.@Nullable Incoterms incoterms,
        List<String> goodsDescriptions,
        InvoiceFactsV1.@Nullable Measure grossWeight,
        @Nullable String packageQuantity,
        InvoiceFactsV1.@Nullable Port portOfLoading,
        InvoiceFactsV1.@Nullable Port portOfDischarge,
        List<String> parties,
        String submitter,
        Instant submittedAt,
        @Nullable String ruleSet,
        @Nullable String ruleSetVersion,
        @Nullable String release) {

    /** An amount of money; the amount is a string, so that no reader rounds it. */
    public record Money(String currency, String amount) {}

    static InvoiceView of(Invoice invoice) {
        var facts = invoice.facts();
        var judgedBy = invoice.judgedBy();
        var packages = facts.packageQuantity();
        return new InvoiceView(
                invoice.id(),
                invoice.version(),
                invoice.status().name(),
                facts.digest(),
                facts.number(),
                facts.typeCode(),
                facts.issueDate(),
                InvoiceFactsV1.Party.of(facts.seller()),
                InvoiceFactsV1.Party.of(facts.buyer()),
                new Money(facts.currency(), facts.grandTotalAmount().toPlainString()),
                facts.letterOfCreditReference(),
                InvoiceFactsV1.Incoterms.of(facts.incoterms()),
                facts.goodsDescriptions(),
                InvoiceFactsV1.Measure.of(facts.grossWeight()),
                packages == null ? null : packages.toPlainString(),
                InvoiceFactsV1.Port.of(facts.portOfLoading()),
                InvoiceFactsV1.Port.of(facts.portOfDischarge()),
                facts.parties().stream().map(PartyId::toString).toList(),
                invoice.submitter().toString(),
                invoice.submittedAt(),
                judgedBy == null ? null : judgedBy.ruleSet(),
                judgedBy == null ? null : judgedBy.ruleSetVersion(),
                judgedBy == null ? null : judgedBy.release());
    }
}
