package org.tegata.rules.export;

/** The places of a CII document that rules of this package speak of. */
final class Where {

    static final String ROOT = "/rsm:CrossIndustryInvoice";
    static final String DOCUMENT = ROOT + "/rsm:ExchangedDocument";
    static final String TRADE = ROOT + "/rsm:SupplyChainTradeTransaction";
    static final String LINE = TRADE + "/ram:IncludedSupplyChainTradeLineItem";
    static final String AGREEMENT = TRADE + "/ram:ApplicableHeaderTradeAgreement";
    static final String DELIVERY = TRADE + "/ram:ApplicableHeaderTradeDelivery";
    static final String CONSIGNMENT = DELIVERY + "/ram:RelatedSupplyChainConsignment";
    static final String SETTLEMENT = TRADE + "/ram:ApplicableHeaderTradeSettlement";
    static final String SUMMATION = SETTLEMENT + "/ram:SpecifiedTradeSettlementHeaderMonetarySummation";
    static final String PARTIES = AGREEMENT + "/ram:SellerTradeParty|" + AGREEMENT + "/ram:BuyerTradeParty";

    /** Where ports are written: CII has no element for them, only locations with a function code (UNTDID 3227). */
    static final String LOCATIONS = CONSIGNMENT + "/ram:TransitLogisticsLocation|"
            + DELIVERY + "/ram:ActualDespatchSupplyChainEvent/ram:OccurrenceLogisticsLocation|"
            + DELIVERY + "/ram:ActualPickUpSupplyChainEvent/ram:OccurrenceLogisticsLocation|"
            + DELIVERY + "/ram:ActualDeliverySupplyChainEvent/ram:OccurrenceLogisticsLocation|"
            + DELIVERY + "/ram:ActualReceiptSupplyChainEvent/ram:OccurrenceLogisticsLocation";

    private Where() {}

    /** That step below each of the alternatives. */
    static String below(String alternatives, String step) {
        return alternatives.replace("|", step + "|") + step;
    }
}
