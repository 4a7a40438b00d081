package org.tegata.bl.xml;

import static org.tegata.bl.xml.Findings.CONSIGNMENT;
import static org.tegata.bl.xml.Findings.DOCUMENT;
import static org.tegata.bl.xml.Findings.child;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.bl.xml.generated.DateTimeType;
import org.tegata.bl.xml.generated.ExchangedDocumentType;
import org.tegata.bl.xml.generated.QuantityType;
import org.tegata.bl.xml.generated.SupplyChainConsignmentType;

/** Rules on the document itself: its kind, its dates, its terms and numbers. */
final class DocumentRules {

    private final Findings findings;

    DocumentRules(Findings findings) {
        this.findings = findings;
    }

    void check(ExchangedDocumentType document, SupplyChainConsignmentType consignment) {
        if (!TransportDocument.BILL_OF_LADING.equals(document.getTypeCode().getValue())) {
            findings.error(
                    "TGT-BL-01",
                    child(DOCUMENT, "TypeCode"),
                    "this version knows one kind of document, UNTDID 1001 code 705 (bill of lading)");
        }
        date(document.getIssueDateTime(), child(DOCUMENT, "IssueDateTime"));
        count(document.getOriginalIssuedQuantity(), child(DOCUMENT, "OriginalIssuedQuantity"));
        count(document.getCopyIssuedQuantity(), child(DOCUMENT, "CopyIssuedQuantity"));
        shipment(document, consignment);
        if (XmlValues.joined(consignment.getContractTermsInformation(), "\n").isEmpty()) {
            findings.error(
                    "TGT-BL-22",
                    child(CONSIGNMENT, "ContractTermsInformation"),
                    "the bill contains its terms of carriage or refers to them (UCP 600 art. 20(a)(v))");
        }
        String booking = XmlValues.text(consignment.getCarrierAssignedID());
        if (booking == null || booking.isEmpty()) {
            findings.error(
                    "TGT-BL-23",
                    child(CONSIGNMENT, "CarrierAssignedID"),
                    "the carrier's booking reference is missing (DCSA carrierBookingReference)");
        }
        var issued = document.getIssueLogisticsLocation();
        if (issued != null && XmlValues.text(issued.getID()) == null) {
            findings.error(
                    "TGT-BL-11",
                    child(DOCUMENT, "IssueLogisticsLocation"),
                    "the place of issue is given by its UN/LOCODE");
        }
    }

    private void shipment(ExchangedDocumentType document, SupplyChainConsignmentType consignment) {
        var onBoard = consignment.getShippedOnboardDateTime();
        var received = consignment.getCarrierAcceptanceDateTime();
        String onBoardPath = child(CONSIGNMENT, "ShippedOnboardDateTime");
        if (onBoard == null && received == null) {
            findings.error("TGT-BL-09", onBoardPath, "neither an on board date nor a date of receipt for shipment");
            return;
        }
        if (onBoard != null && received != null) {
            findings.error(
                    "TGT-BL-09", onBoardPath, "either an on board date or a date of receipt for shipment, not both");
        }
        if (received != null) {
            date(received, child(CONSIGNMENT, "CarrierAcceptanceDateTime"));
        }
        if (onBoard == null) {
            return;
        }
        var shipped = XmlValues.date(onBoard);
        if (shipped == null) {
            badDate(onBoardPath);
            return;
        }
        var issuedOn = XmlValues.date(document.getIssueDateTime());
        if (issuedOn != null && shipped.isAfter(issuedOn)) {
            findings.warning(
                    "TGT-BL-10",
                    onBoardPath,
                    "issued on " + issuedOn + ", before the shipment on " + shipped + " that it states: antedated?");
        }
    }

    void date(@Nullable DateTimeType date, String path) {
        if (date != null && XmlValues.date(date) == null) {
            badDate(path);
        }
    }

    private void badDate(String path) {
        findings.error("TGT-BL-02", path, "not a calendar date in format 102 (CCYYMMDD)");
    }

    private void count(@Nullable QuantityType quantity, String path) {
        if (quantity != null && !isCount(quantity.getValue(), 0, 99)) {
            findings.error("TGT-BL-26", path, "a number of documents is a whole number from 0 to 99");
        }
    }

    static boolean isCount(@Nullable BigDecimal value, long least, long most) {
        return value != null
                && value.stripTrailingZeros().scale() <= 0
                && value.compareTo(BigDecimal.valueOf(least)) >= 0
                && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
