package org.tegata.lc.swift;

import static org.tegata.lc.swift.FinText.fault;
import static org.tegata.lc.swift.Mt700Check.caution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tegata.problem.Finding;

/** What the network lets pass and a credit issued here must not say, or had better not. */
final class Mt700Limits {

    private Mt700Limits() {}

    static void check(FinText message, List<Finding> findings) {
        var issued = date(message, "31C");
        var expiry = date(message, "31D");
        var shipment = date(message, "44C");
        if (issued.isPresent() && expiry.isPresent() && expiry.get().isBefore(issued.get())) {
            findings.add(fault("TGT-LC-01", ":31D:", "The credit expires before it is issued"));
        }
        if (shipment.isPresent() && expiry.isPresent() && shipment.get().isAfter(expiry.get())) {
            findings.add(fault("TGT-LC-02", ":44C:", "Goods may be shipped after the credit has expired"));
        }
        draweeIsNotApplicant(message, findings);
        if (message.field("27")
                .filter(field -> field.value().matches("1/[2-8]"))
                .isPresent()) {
            findings.add(fault("TGT-LC-04", ":27:", "Credits with continuation messages (MT701) are not taken yet"));
        }
        if (message.field("40A")
                .filter(field -> field.value().contains("STANDBY"))
                .isPresent()) {
            findings.add(fault("TGT-LC-05", ":40A:", "Standby credits are not issued by MT700 here"));
        }
        message.field("40E")
                .filter(field ->
                        field.value().startsWith("ISP") || field.value().startsWith("OTHR"))
                .ifPresent(field -> findings.add(
                        fault("TGT-LC-06", ":40E:", "Documents are examined by UCP 600 here, with or without eUCP")));
        boolean confirmation = message.field("49")
                .filter(field -> !field.value().equals("WITHOUT"))
                .isPresent();
        if (confirmation
                && message.field("58A").isEmpty()
                && message.field("58D").isEmpty()) {
            findings.add(caution("TGT-LC-07", ":58a:", "Field 49 asks for confirmation and no bank is named in 58a"));
        }
        availability(message, findings);
    }

    /** UCP 600 art. 6(c): a credit is not available by a draft on the applicant. */
    private static void draweeIsNotApplicant(FinText message, List<Finding> findings) {
        var drawee = message.field("42D").map(field -> firstLine(field.value()));
        var applicant = message.field("50").map(field -> firstLine(field.value()));
        if (drawee.isPresent() && drawee.equals(applicant)) {
            findings.add(fault("TGT-LC-03", ":42D:", "Drafts cannot be drawn on the applicant: UCP 600 art. 6(c)"));
        }
    }

    private static void availability(FinText message, List<Finding> findings) {
        String by = message.field("41A")
                .or(() -> message.field("41D"))
                .map(FinText.Field::value)
                .map(value -> value.substring(value.lastIndexOf('\n') + 1))
                .orElse("");
        if (by.equals("BY ACCEPTANCE") && message.field("42C").isEmpty()) {
            findings.add(caution("TGT-LC-08", ":42C:", "A credit by acceptance needs drafts"));
        }
        if (by.equals("BY DEF PAYMENT") && message.field("42P").isEmpty()) {
            findings.add(caution("TGT-LC-09", ":42P:", "A credit by deferred payment needs its terms"));
        }
    }

    private static Optional<LocalDate> date(FinText message, String tag) {
        return message.field(tag)
                .map(FinText.Field::value)
                .filter(value -> value.length() >= 6)
                .flatMap(value -> Mt700Values.date(value.substring(0, 6)));
    }

    private static String firstLine(String value) {
        return value.split("\n", 2)[0];
    }
}
