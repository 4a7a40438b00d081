package org.tegata.lc.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a documentary credit says: the fields of an MT700, with texts of several lines kept verbatim (lines joined by
 * LF). A view of the received bytes, which stay the record.
 */
public record LetterOfCredit(
        Heading heading,
        Parties parties,
        Amount amount,
        Availability availability,
        Shipment shipment,
        Conditions conditions) {

    /** The same credit as it is shown to anyone but a bank: field 49H is for banks only. */
    public LetterOfCredit withoutBankOnlyConditions() {
        return new LetterOfCredit(heading, parties, amount, availability, shipment, conditions.withoutBankOnly());
    }

    /** The most that can be drawn: the amount and the tolerance above it (UCP 600 art. 30, field 39A). */
    public Money maximum() {
        var issued = amount.issued();
        return amount.tolerance() == null
                ? issued
                : issued.plusPercent(amount.tolerance().plusPercent());
    }

    /**
     * Fields 20, 23, 31C, 31D, 40A, 40E and the sender and receiver of the message.
     *
     * @param form code word of field 40A
     * @param applicableRules code word of field 40E
     */
    public record Heading(
            String senderBic,
            String receiverBic,
            String form,
            String number,
            @Nullable String preAdvice,
            LocalDate issueDate,
            String applicableRules,
            @Nullable String applicableRulesNarrative,
            LocalDate expiryDate,
            String expiryPlace) {}

    /** Fields 50, 51a, 53a, 57a, 58a, 59. */
    public record Parties(
            @Nullable BankParty applicantBank,
            Trader applicant,
            Trader beneficiary,
            @Nullable BankParty requestedConfirmationParty,
            @Nullable BankParty reimbursingBank,
            @Nullable BankParty adviseThroughBank) {}

    /**
     * Fields 32B, 39A, 39C.
     *
     * @param value with the decimals that were written
     */
    public record Amount(
            String currency,
            BigDecimal value,
            @Nullable Tolerance tolerance,
            @Nullable String additionalAmounts) {

        /** The amount the credit is issued for. */
        public Money issued() {
            return new Money(currency, value);
        }
    }

    /** Field 39A, with the digits that were written. */
    public record Tolerance(String plus, String minus) {

        public int plusPercent() {
            return Integer.parseInt(plus);
        }

        public int minusPercent() {
            return Integer.parseInt(minus);
        }
    }

    /** Fields 41a, 42C, 42a, 42M, 42P (UCP 600 art. 6). */
    public record Availability(
            BankParty with,
            AvailableBy by,
            @Nullable String draftsAt,
            @Nullable BankParty drawee,
            @Nullable String mixedPayment,
            @Nullable String deferredPayment) {}

    /** Fields 43P, 43T, 44A to 44F. */
    public record Shipment(
            @Nullable String partialShipments,
            @Nullable String transhipment,
            @Nullable String placeOfReceipt,
            @Nullable String portOfLoading,
            @Nullable String portOfDischarge,
            @Nullable String finalDestination,
            @Nullable LocalDate latestShipment,
            @Nullable String shipmentPeriod) {}

    /** Fields 45A, 46A, 47A, 48, 49, 49G, 49H, 71D, 72Z, 78. */
    public record Conditions(
            @Nullable String goods,
            @Nullable String documents,
            @Nullable String additional,
            @Nullable String forBeneficiary,
            @Nullable String forBanksOnly,
            @Nullable String charges,
            @Nullable PresentationPeriod presentationPeriod,
            String confirmationInstruction,
            @Nullable String toPayingBank,
            @Nullable String senderToReceiver) {

        private Conditions withoutBankOnly() {
            return new Conditions(
                    goods,
                    documents,
                    additional,
                    forBeneficiary,
                    null,
                    charges,
                    presentationPeriod,
                    confirmationInstruction,
                    toPayingBank,
                    senderToReceiver);
        }

        /** Field 46A, one requirement an entry. */
        public List<RequiredDocument> requiredDocuments() {
            return documents == null ? List.of() : RequiredDocument.parse(documents);
        }
    }

    /**
     * Field 48.
     *
     * @param fromEvent the event that the days count from; null means the date of shipment
     */
    public record PresentationPeriod(int days, @Nullable String fromEvent) {}
}
