package org.tegata.lc.xml;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.AvailableBy;
import org.tegata.lc.domain.BankParty;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.LetterOfCredit.Amount;
import org.tegata.lc.domain.LetterOfCredit.Availability;
import org.tegata.lc.domain.LetterOfCredit.Conditions;
import org.tegata.lc.domain.LetterOfCredit.Heading;
import org.tegata.lc.domain.LetterOfCredit.Parties;
import org.tegata.lc.domain.LetterOfCredit.PresentationPeriod;
import org.tegata.lc.domain.LetterOfCredit.Shipment;
import org.tegata.lc.domain.LetterOfCredit.Tolerance;
import org.tegata.lc.xml.generated.LetterOfCreditType;
import org.tegata.lc.xml.generated.ram.ExchangedDocumentType;
import org.tegata.lc.xml.generated.ram.HeaderTradeAgreementType;
import org.tegata.lc.xml.generated.ram.LogisticsLocationType;
import org.tegata.lc.xml.generated.ram.SupplyChainTradeTransactionType;
import org.tegata.lc.xml.generated.ram.TradePartyType;
import org.tegata.lc.xml.generated.terms.DocumentaryCreditTermsType;

/** The generated classes, read from XML that passed the schema, to the domain's credit. */
final class CreditReader {

    private final ExchangedDocumentType document;
    private final SupplyChainTradeTransactionType transaction;
    private final HeaderTradeAgreementType agreement;
    private final DocumentaryCreditTermsType terms;

    CreditReader(LetterOfCreditType root) {
        this.document = root.getExchangedDocument();
        this.transaction = root.getSupplyChainTradeTransaction();
        this.agreement = transaction.getApplicableHeaderTradeAgreement();
        this.terms = root.getSpecifiedDocumentaryCreditTerms();
    }

    LetterOfCredit credit() {
        return new LetterOfCredit(heading(), parties(), amount(), availability(), shipment(), conditions());
    }

    private Heading heading() {
        var preAdvice = document.getReferenceReferencedDocument();
        var advising = party(document.getRecipientTradeParty(), Codes.ADVISING_BANK);
        if (advising == null) {
            throw new IllegalArgumentException("a credit without advising bank");
        }
        return new Heading(
                Party.bic(document.getIssuerTradeParty()),
                Party.bic(advising),
                terms.getFormCode(),
                document.getID().getValue(),
                preAdvice.isEmpty()
                        ? null
                        : preAdvice.get(0).getIssuerAssignedID().getValue(),
                Values.date(document.getIssueDateTime()),
                terms.getApplicableRulesCode(),
                Values.string(terms.getApplicableRulesInformation()),
                Values.date(terms.getExpiryDateTime()),
                terms.getExpiryLogisticsLocation().getName().getValue());
    }

    private Parties parties() {
        return new Parties(
                bank(agreement.getRelevantTradeParty(), Codes.APPLICANTS_BANK),
                Party.trader(agreement.getBuyerTradeParty()),
                Party.trader(agreement.getSellerTradeParty()),
                terms.getConfirmingTradeParty() == null ? null : Party.bank(terms.getConfirmingTradeParty()),
                bank(agreement.getRelevantTradeParty(), Codes.REIMBURSING_BANK),
                bank(document.getRecipientTradeParty(), Codes.ADVISE_THROUGH_BANK));
    }

    private Amount amount() {
        var surplus = terms.getSurplusTolerancePercent();
        return new Amount(
                terms.getCreditAmount().getCurrencyID(),
                terms.getCreditAmount().getValue(),
                surplus == null
                        ? null
                        : new Tolerance(Values.digits(surplus), Values.digits(terms.getMinusTolerancePercent())),
                Values.string(terms.getAdditionalAmountInformation()));
    }

    private Availability availability() {
        var settlement = transaction.getApplicableHeaderTradeSettlement();
        var with = bank(agreement.getRelevantTradeParty(), Codes.AVAILABLE_WITH);
        if (with == null) {
            throw new IllegalArgumentException("a credit that is available nowhere");
        }
        return new Availability(
                with,
                AvailableBy.ofPaymentTermsCode(
                        settlement.getSpecifiedTradePaymentTerms().getTypeCode().getValue()),
                Values.string(terms.getDraftTenorInformation()),
                bank(agreement.getRelevantTradeParty(), Codes.DRAWEE),
                Values.string(terms.getMixedPaymentInformation()),
                Values.string(terms.getDeferredPaymentInformation()));
    }

    private Shipment shipment() {
        var consignment = transaction.getApplicableHeaderTradeDelivery().getRelatedSupplyChainConsignment();
        var period = agreement.getShippingSpecifiedPeriod();
        return new Shipment(
                terms.getPartialShipmentCode(),
                terms.getTransshipmentCode(),
                place(consignment.getCarrierAcceptanceLogisticsLocation()),
                place(consignment.getLoadingBaseportLogisticsLocation()),
                place(consignment.getUnloadingBaseportLogisticsLocation()),
                place(consignment.getFinalDestinationLogisticsLocation()),
                period == null || period.getEndDateTime() == null ? null : Values.date(period.getEndDateTime()),
                period == null ? null : Values.string(period.getDescription()));
    }

    private Conditions conditions() {
        var items = transaction.getIncludedSupplyChainTradeLineItem();
        var required = agreement.getAdditionalReferencedDocument();
        var days = terms.getPresentationPeriodMeasure();
        return new Conditions(
                items.isEmpty()
                        ? null
                        : items.get(0)
                                .getSpecifiedTradeProduct()
                                .getDescription()
                                .getValue(),
                required.isEmpty()
                        ? null
                        : required.stream()
                                .map(reference -> reference.getInformation().getValue())
                                .collect(Collectors.joining("\n")),
                note("47A"),
                note("49G"),
                note("49H"),
                note("71D"),
                days == null
                        ? null
                        : new PresentationPeriod(
                                days.getValue().intValueExact(),
                                Values.string(terms.getPresentationPeriodInformation())),
                terms.getConfirmationInstructionCode(),
                note("78"),
                note("72Z"));
    }

    private @Nullable String note(String field) {
        return document.getIncludedNote().stream()
                .filter(note -> note.getSubjectCode() != null
                        && Codes.FIELD_LIST.equals(note.getSubjectCode().getListID())
                        && field.equals(note.getSubjectCode().getValue()))
                .map(note -> note.getContent().getValue())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String place(@Nullable LogisticsLocationType location) {
        return location == null ? null : Values.string(location.getName());
    }

    private static @Nullable BankParty bank(List<TradePartyType> parties, String role) {
        var found = party(parties, role);
        return found == null ? null : Party.bank(found);
    }

    private static @Nullable TradePartyType party(List<TradePartyType> parties, String role) {
        return parties.stream()
                .filter(party -> party.getRoleCode() != null
                        && role.equals(party.getRoleCode().getValue()))
                .findFirst()
                .orElse(null);
    }
}
