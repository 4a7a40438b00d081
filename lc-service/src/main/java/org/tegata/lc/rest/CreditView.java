package org.tegata.lc.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.Credit;

/** A credit as its parties see it. */
@Schema(name = "Credit")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreditView(
        UUID id,
        long version,
        String number,
        String status,
        String confirmation,

        @Schema(description = "SHA-256 of the MT700 as it came, hexadecimal")
        String digest,

        String issuingBank,
        String applicant,
        String beneficiary,
        String advisingBank,
        @Nullable String confirmingBank,

        @Schema(description = "The bank that examines and honours from now on")
        String examiningBank,

        String form,
        String applicableRules,
        String availableBy,
        AmountView amount,
        @Schema(description = "Amount and tolerance") AmountView maximum,
        @Schema(description = "What may still be drawn") AmountView available,
        AmountView honoured,
        LocalDate issueDate,
        LocalDate expiryDate,
        String expiryPlace,

        @Schema(description = "The expiry date has passed; whether a presentation is late, its examination says")
        boolean expiryPassed,

        @Nullable LocalDate latestShipment,
        @Nullable String portOfLoading,
        @Nullable String portOfDischarge,
        String issuedAt,
        List<PresentationSummary> presentations) {

    /** A presentation under the credit, in short. */
    @Schema(name = "PresentationSummary")
    public record PresentationSummary(UUID id, String status, AmountView drawing) {}

    static CreditView of(Credit credit, LocalDate today) {
        var terms = credit.terms();
        var heading = terms.heading();
        var roles = credit.roles();
        var confirming = roles.confirmingBank();
        return new CreditView(
                credit.id(),
                credit.version(),
                heading.number(),
                credit.status().name(),
                credit.confirmation().name(),
                credit.digest(),
                roles.issuingBank().toString(),
                roles.applicant().toString(),
                roles.beneficiary().toString(),
                roles.advisingBank().toString(),
                confirming == null ? null : confirming.toString(),
                credit.examiningBank().toString(),
                heading.form(),
                heading.applicableRules(),
                terms.availability().by().codeWord(),
                AmountView.of(terms.amount().issued()),
                AmountView.of(credit.maximum()),
                AmountView.of(credit.available()),
                AmountView.of(credit.honouredSoFar()),
                heading.issueDate(),
                heading.expiryDate(),
                heading.expiryPlace(),
                today.isAfter(heading.expiryDate()),
                terms.shipment().latestShipment(),
                terms.shipment().portOfLoading(),
                terms.shipment().portOfDischarge(),
                credit.issuedAt().toString(),
                credit.presentations().stream()
                        .map(presentation -> new PresentationSummary(
                                presentation.id(), presentation.status().name(), AmountView.of(presentation.drawing())))
                        .toList());
    }
}
