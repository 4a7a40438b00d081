package org.tegata.lc.xml;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.BankParty;
import org.tegata.lc.domain.CreditRoles;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.RequiredDocument;
import org.tegata.lc.domain.TradeTerm;
import org.tegata.lc.xml.generated.LetterOfCreditType;
import org.tegata.lc.xml.generated.qdt.DeliveryTermsCodeType;
import org.tegata.lc.xml.generated.qdt.DocumentCodeType;
import org.tegata.lc.xml.generated.qdt.LocationFunctionCodeType;
import org.tegata.lc.xml.generated.qdt.PaymentTermsTypeCodeType;
import org.tegata.lc.xml.generated.ram.DocumentContextParameterType;
import org.tegata.lc.xml.generated.ram.DocumentLineDocumentType;
import org.tegata.lc.xml.generated.ram.ExchangedDocumentContextType;
import org.tegata.lc.xml.generated.ram.ExchangedDocumentType;
import org.tegata.lc.xml.generated.ram.HeaderTradeAgreementType;
import org.tegata.lc.xml.generated.ram.HeaderTradeDeliveryType;
import org.tegata.lc.xml.generated.ram.HeaderTradeSettlementType;
import org.tegata.lc.xml.generated.ram.LogisticsLocationType;
import org.tegata.lc.xml.generated.ram.NoteType;
import org.tegata.lc.xml.generated.ram.ReferencedDocumentType;
import org.tegata.lc.xml.generated.ram.SpecifiedPeriodType;
import org.tegata.lc.xml.generated.ram.SupplyChainConsignmentType;
import org.tegata.lc.xml.generated.ram.SupplyChainTradeLineItemType;
import org.tegata.lc.xml.generated.ram.SupplyChainTradeTransactionType;
import org.tegata.lc.xml.generated.ram.TradeDeliveryTermsType;
import org.tegata.lc.xml.generated.ram.TradeLocationType;
import org.tegata.lc.xml.generated.ram.TradePartyType;
import org.tegata.lc.xml.generated.ram.TradePaymentTermsType;
import org.tegata.lc.xml.generated.ram.TradeProductType;
import org.tegata.lc.xml.generated.terms.DocumentaryCreditTermsType;
import org.tegata.lc.xml.generated.udt.MeasureType;

/** The domain's credit to the generated classes. Comments name the field of the MT700. */
final class CreditWriter {

    /** UNTDID 1001: documentary credit. */
    private static final String DOCUMENTARY_CREDIT = "465";

    private final LetterOfCredit credit;
    private final @Nullable CreditRoles roles;

    CreditWriter(LetterOfCredit credit, @Nullable CreditRoles roles) {
        this.credit = credit;
        this.roles = roles;
    }

    LetterOfCreditType document() {
        var root = new LetterOfCreditType();
        root.setExchangedDocumentContext(context());
        root.setExchangedDocument(exchangedDocument());
        root.setSupplyChainTradeTransaction(transaction());
        root.setSpecifiedDocumentaryCreditTerms(terms());
        return root;
    }

    private static ExchangedDocumentContextType context() {
        var guideline = new DocumentContextParameterType();
        guideline.setID(Values.id(Codes.GUIDELINE, null));
        var context = new ExchangedDocumentContextType();
        context.getGuidelineSpecifiedDocumentContextParameter().add(guideline);
        return context;
    }

    private ExchangedDocumentType exchangedDocument() {
        var heading = credit.heading();
        var document = new ExchangedDocumentType();
        document.setID(Values.id(heading.number(), null)); // 20
        var type = new DocumentCodeType();
        type.setValue(DOCUMENTARY_CREDIT);
        document.setTypeCode(type);
        document.setIssueDateTime(Values.date(heading.issueDate())); // 31C
        var conditions = credit.conditions();
        note(document, "47A", conditions.additional());
        note(document, "49G", conditions.forBeneficiary());
        note(document, "49H", conditions.forBanksOnly());
        note(document, "71D", conditions.charges());
        note(document, "78", conditions.toPayingBank());
        note(document, "72Z", conditions.senderToReceiver());
        if (heading.preAdvice() != null) { // 23
            var preAdvice = new ReferencedDocumentType();
            preAdvice.setIssuerAssignedID(Values.id(heading.preAdvice(), null));
            document.getReferenceReferencedDocument().add(preAdvice);
        }
        document.setIssuerTradeParty(Party.ofBic(heading.senderBic(), Codes.ISSUING_BANK, issuingBank()));
        document.getRecipientTradeParty()
                .add(Party.ofBic(
                        heading.receiverBic(), Codes.ADVISING_BANK, roles == null ? null : roles.advisingBank()));
        bank(document.getRecipientTradeParty(), credit.parties().adviseThroughBank(), Codes.ADVISE_THROUGH_BANK); // 57a
        return document;
    }

    private @Nullable PartyId issuingBank() {
        return roles == null ? null : roles.issuingBank();
    }

    private static void note(ExchangedDocumentType document, String field, @Nullable String text) {
        if (text != null) {
            var note = new NoteType();
            note.setContent(Values.text(text));
            note.setSubjectCode(Values.code(field, Codes.FIELD_LIST));
            document.getIncludedNote().add(note);
        }
    }

    private static void bank(List<TradePartyType> list, @Nullable BankParty bank, String role) {
        if (bank != null) {
            list.add(Party.of(bank, role));
        }
    }

    private SupplyChainTradeTransactionType transaction() {
        var transaction = new SupplyChainTradeTransactionType();
        String goods = credit.conditions().goods();
        if (goods != null) { // 45A
            var product = new TradeProductType();
            product.setDescription(Values.text(goods));
            var line = new DocumentLineDocumentType();
            line.setLineID(Values.id("1", null));
            var item = new SupplyChainTradeLineItemType();
            item.setAssociatedDocumentLineDocument(line);
            item.setSpecifiedTradeProduct(product);
            transaction.getIncludedSupplyChainTradeLineItem().add(item);
        }
        transaction.setApplicableHeaderTradeAgreement(agreement());
        transaction.setApplicableHeaderTradeDelivery(delivery());
        transaction.setApplicableHeaderTradeSettlement(settlement());
        return transaction;
    }

    private HeaderTradeAgreementType agreement() {
        var parties = credit.parties();
        var agreement = new HeaderTradeAgreementType();
        agreement.setSellerTradeParty(
                Party.of(parties.beneficiary(), Codes.BENEFICIARY, roles == null ? null : roles.beneficiary())); // 59
        agreement.setBuyerTradeParty(
                Party.of(parties.applicant(), Codes.APPLICANT, roles == null ? null : roles.applicant())); // 50
        var goods = credit.conditions().goods();
        if (goods != null) {
            TradeTerm.find(goods).ifPresent(term -> agreement.setApplicableTradeDeliveryTerms(terms(term)));
        }
        credit.conditions().requiredDocuments().stream() // 46A
                .map(CreditWriter::required)
                .forEach(agreement.getAdditionalReferencedDocument()::add);
        agreement.setShippingSpecifiedPeriod(shippingPeriod());
        var relevant = agreement.getRelevantTradeParty();
        bank(relevant, parties.applicantBank(), Codes.APPLICANTS_BANK); // 51a
        bank(relevant, credit.availability().with(), Codes.AVAILABLE_WITH); // 41a
        bank(relevant, credit.availability().drawee(), Codes.DRAWEE); // 42a
        bank(relevant, parties.reimbursingBank(), Codes.REIMBURSING_BANK); // 53a
        return agreement;
    }

    private static TradeDeliveryTermsType terms(TradeTerm term) {
        var code = new DeliveryTermsCodeType();
        code.setValue(term.code());
        var terms = new TradeDeliveryTermsType();
        terms.setDeliveryTypeCode(code);
        if (term.place() != null) {
            var location = new TradeLocationType();
            location.setName(Values.text(term.place()));
            terms.setRelevantTradeLocation(location);
        }
        return terms;
    }

    private static ReferencedDocumentType required(RequiredDocument document) {
        var reference = new ReferencedDocumentType();
        document.kind().documentCode().ifPresent(value -> {
            var code = new DocumentCodeType();
            code.setValue(value);
            reference.setTypeCode(code);
        });
        reference.setInformation(Values.text(document.text()));
        return reference;
    }

    private @Nullable SpecifiedPeriodType shippingPeriod() {
        var shipment = credit.shipment();
        if (shipment.latestShipment() == null && shipment.shipmentPeriod() == null) {
            return null;
        }
        var period = new SpecifiedPeriodType();
        period.setDescription(Values.optionalText(shipment.shipmentPeriod())); // 44D
        if (shipment.latestShipment() != null) {
            period.setEndDateTime(Values.date(shipment.latestShipment())); // 44C
        }
        return period;
    }

    private HeaderTradeDeliveryType delivery() {
        var shipment = credit.shipment();
        var consignment = new SupplyChainConsignmentType();
        if (Codes.isPlain(shipment.transhipment())) { // 43T
            consignment.setTransshipmentPermissionIndicator(Values.indicator(Codes.allowed(shipment.transhipment())));
        }
        consignment.setCarrierAcceptanceLogisticsLocation(place(shipment.placeOfReceipt())); // 44A
        consignment.setLoadingBaseportLogisticsLocation(place(shipment.portOfLoading())); // 44E
        consignment.setUnloadingBaseportLogisticsLocation(place(shipment.portOfDischarge())); // 44F
        consignment.setFinalDestinationLogisticsLocation(place(shipment.finalDestination())); // 44B
        var delivery = new HeaderTradeDeliveryType();
        if (Codes.isPlain(shipment.partialShipments())) { // 43P
            delivery.setPartialDeliveryAllowedIndicator(Values.indicator(Codes.allowed(shipment.partialShipments())));
        }
        delivery.setRelatedSupplyChainConsignment(consignment);
        return delivery;
    }

    private static @Nullable LogisticsLocationType place(@Nullable String name) {
        if (name == null) {
            return null;
        }
        var location = new LogisticsLocationType();
        location.setName(Values.text(name));
        return location;
    }

    private HeaderTradeSettlementType settlement() {
        var code = new PaymentTermsTypeCodeType();
        code.setValue(credit.availability().by().paymentTermsCode()); // 41a
        var terms = new TradePaymentTermsType();
        terms.setTypeCode(code);
        var settlement = new HeaderTradeSettlementType();
        settlement.setPaymentCurrencyCode(Values.code(credit.amount().currency(), null));
        settlement.setSpecifiedTradePaymentTerms(terms);
        return settlement;
    }

    private DocumentaryCreditTermsType terms() {
        var heading = credit.heading();
        var terms = new DocumentaryCreditTermsType();
        terms.setFormCode(heading.form()); // 40A
        terms.setApplicableRulesCode(heading.applicableRules()); // 40E
        terms.setApplicableRulesInformation(Values.optionalText(heading.applicableRulesNarrative()));
        terms.setExpiryDateTime(Values.date(heading.expiryDate())); // 31D
        var expiryPlace = new LogisticsLocationType();
        expiryPlace.setName(Values.text(heading.expiryPlace()));
        var function = new LocationFunctionCodeType();
        function.setValue(Codes.PLACE_OF_EXPIRY);
        expiryPlace.setTypeCode(function);
        terms.setExpiryLogisticsLocation(expiryPlace);
        var amount = credit.amount();
        terms.setCreditAmount(Values.amount(amount.currency(), amount.value())); // 32B
        if (amount.tolerance() != null) { // 39A
            terms.setSurplusTolerancePercent(Values.percent(amount.tolerance().plus()));
            terms.setMinusTolerancePercent(Values.percent(amount.tolerance().minus()));
        }
        terms.setAdditionalAmountInformation(Values.optionalText(amount.additionalAmounts())); // 39C
        var availability = credit.availability();
        terms.setDraftTenorInformation(Values.optionalText(availability.draftsAt())); // 42C
        terms.setMixedPaymentInformation(Values.optionalText(availability.mixedPayment())); // 42M
        terms.setDeferredPaymentInformation(Values.optionalText(availability.deferredPayment())); // 42P
        terms.setPartialShipmentCode(credit.shipment().partialShipments()); // 43P
        terms.setTransshipmentCode(credit.shipment().transhipment()); // 43T
        var period = credit.conditions().presentationPeriod();
        if (period != null) { // 48
            var days = new MeasureType();
            days.setUnitCode(Codes.DAYS);
            days.setValue(BigDecimal.valueOf(period.days()));
            terms.setPresentationPeriodMeasure(days);
            terms.setPresentationPeriodInformation(Values.optionalText(period.fromEvent()));
        }
        terms.setConfirmationInstructionCode(credit.conditions().confirmationInstruction()); // 49
        var confirming = credit.parties().requestedConfirmationParty();
        if (confirming != null) { // 58a
            terms.setConfirmingTradeParty(Party.of(confirming, null));
        }
        return terms;
    }
}
