package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.bill.xml.OrderWords;
import org.tegata.problem.Finding;

/**
 * Rules on DCSA's transport document as a carrier draws it up: on what the bill's XML form has no place for, and on
 * names that would make the bill out to somebody else there.
 */
public final class TransportDocumentRules {

    static final Rule STATUS = error(
            "TGT-BL-98",
            "DCSA EBL 3.0.4 transportDocumentStatus",
            "A transport document that is to be issued has another status.",
            "発行しようとする運送書類の状態（transportDocumentStatus）が ISSUED ではありません。",
            "Write ISSUED: the register keeps what became of the document since.",
            "ISSUED と記載してください。発行後の状態は登録簿が記録します。");

    static final List<Rule> RULES = List.of(STATUS);

    private static final String PARTIES = "/documentParties/";

    private TransportDocumentRules() {}

    /** What the rules find in a transport document that fits DCSA's attribute table. */
    public static List<Finding> check(JsonNode document) {
        var found = new ArrayList<Finding>();
        String status = document.path("transportDocumentStatus").asText("");
        if (!status.equals("ISSUED")) {
            found.add(finding(STATUS, "/transportDocumentStatus", status, "ISSUED"));
        }
        var originals = document.path("numberOfOriginalsWithCharges");
        if (originals.asDouble(0) > 0) {
            found.add(finding(DocumentRules.ON_PAPER, "/numberOfOriginalsWithCharges", originals.asText(), "0"));
        }
        title(document, found);
        return found;
    }

    private static void title(JsonNode document, List<Finding> found) {
        boolean toOrder = document.path("isToOrder").booleanValue();
        var parties = document.path("documentParties");
        boolean endorsed = parties.hasNonNull("endorsee");
        if (toOrder && !endorsed && parties.hasNonNull("consignee")) {
            String expected = "an endorsee, or isToOrder false";
            found.add(finding(PartyRules.MADE_OUT, PARTIES + "consignee", null, expected));
        }
        String member = toOrder ? "endorsee" : "consignee";
        String name = parties.path(member).path("partyName").textValue();
        if (name == null) {
            return;
        }
        var read = OrderWords.read(name);
        var ofOrder = OrderWords.read("TO ORDER OF " + name);
        boolean isName = read.kind() == OrderWords.Kind.NAMED && read.clear();
        boolean isNameBehindWords = ofOrder.kind() == OrderWords.Kind.ORDER_OF && ofOrder.clear();
        if (!isName || toOrder && !isNameBehindWords) {
            found.add(finding(PartyRules.MADE_OUT, PARTIES + member + "/partyName", name, "the name of a party"));
        }
    }

    private static Finding finding(Rule rule, String at, @Nullable String actual, String expected) {
        return new Finding(
                rule.id(),
                rule.severity(),
                at,
                rule.says(),
                rule.saysJa(),
                actual,
                expected,
                rule.hint(),
                rule.hintJa());
    }
}
