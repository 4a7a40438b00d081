package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.CONFIRMING_BANK;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.SampleParty.STRANGER;
import static org.tegata.cli.platform.Service.CREDITS;
import static org.tegata.cli.platform.Service.INVOICES;
import static org.tegata.cli.platform.Service.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;

/** Step 4: documents are presented under a credit and examined on what their owners published; one set is refused. */
final class PresentationSteps {
    private static final Set<Integer> NOT_YET = Set.of(409);

    private final Stage stage;
    private final BillSteps bills;

    PresentationSteps(Stage stage, BillSteps bills) {
        this.stage = stage;
        this.bills = bills;
    }

    Evidence.Presentation comply(String creditId, Evidence.Document invoice, Evidence.Bill bill, String amount) {
        String id = present(creditId, invoice, bill, amount, "good");
        refuseStrangersExamination(creditId, id);
        Reply examined = examine(creditId, id, "good");
        List<Evidence.Discrepancy> discrepancies = discrepancies(examined);
        stage.story
                .tell(CONFIRMING_BANK.role(), "examines invoice and bill against the credit", examined)
                .status(200)
                .with(
                        examined.json().path("results").size() > 0
                                ? examined.json().path("results").size() + " rules"
                                : "")
                .proof("COMPLYING, no discrepancy", complies(examined) && discrepancies.isEmpty())
                .orStop();
        Reply seen = stage.eventually(
                () -> stage.get(CONFIRMING_BANK, INVOICES, "/invoices/" + invoice.id()),
                reply -> reply.status() == 200);
        stage.story
                .tell(CONFIRMING_BANK.role(), "may now read the invoice that was presented to it", seen)
                .status(200)
                .proof("the same SHA-256", seen.at("/digest").equals(invoice.digest()))
                .print();
        return new Evidence.Presentation(creditId, id, "COMPLYING", status(creditId, id), discrepancies);
    }

    Evidence.Presentation refuse(String creditId, Evidence.Document invoice, Evidence.Bill bill, String amount) {
        String id = present(creditId, invoice, bill, amount, "faulty");
        Reply examined = examine(creditId, id, "faulty");
        stage.story
                .tell(CONFIRMING_BANK.role(), "examines the second set", examined)
                .status(200)
                .proof("DISCREPANT", examined.at("/verdict").equals("DISCREPANT"))
                .orStop();
        Reply refused = act(CONFIRMING_BANK, creditId, id, "refuse", "faulty", Map.of("disposal", "RETURN"));
        List<Evidence.Discrepancy> discrepancies = discrepancies(examined);
        stage.story
                .tell(CONFIRMING_BANK.role(), "refuses it in one notice and returns the documents", refused)
                .status(200)
                .proof("status REFUSED", status(creditId, id).equals("REFUSED"))
                .proof("late shipment found (field 44C)", names(discrepancies, ":44C:"))
                .proof("other port found (44E)", names(discrepancies, ":44E:"))
                .proof("higher amount found (32B)", names(discrepancies, ":32B:"))
                .orStop();
        discrepancies.forEach(each -> stage.story.aside("- " + each.ruleId() + ", " + each.article()
                + ": the credit says " + each.creditValue() + ", the document says " + each.documentValue()));
        Reply honour = act(CONFIRMING_BANK, creditId, id, "honour", "faulty", null);
        stage.story
                .tell(CONFIRMING_BANK.role(), "cannot honour what it has refused", honour)
                .problem(409, "wrong-state")
                .print();
        return new Evidence.Presentation(creditId, id, "DISCREPANT", status(creditId, id), discrepancies);
    }

    /** Begins step 5: the bank pays. */
    void honour(String creditId, String presentationId) {
        Reply stale = stage.post(CONFIRMING_BANK, CREDITS, path(creditId, presentationId) + "/honour", "honour-stale")
                .ifMatch(1)
                .send();
        stage.story
                .tell(CONFIRMING_BANK.role(), "tries to act on a version of the credit that is long past", stale)
                .problem(412, "version-mismatch")
                .print();
        Reply honoured = act(CONFIRMING_BANK, creditId, presentationId, "honour", "good", null);
        stage.story
                .tell(CONFIRMING_BANK.role(), "honours: it pays the shipper", honoured)
                .status(200)
                .proof("status HONOURED", status(creditId, presentationId).equals("HONOURED"))
                .orStop();
    }

    private String present(String creditId, Evidence.Document invoice, Evidence.Bill bill, String amount, String act) {
        Reply reply = stage.post(SHIPPER, CREDITS, "/credits/" + creditId + "/presentations", "present-" + act)
                .ifMatch(version(SHIPPER, creditId))
                .json(Map.of(
                        "invoiceId", invoice.id(),
                        "invoiceDigest", invoice.digest(),
                        "billId", bill.id(),
                        "billDigest", bill.digest(),
                        "billVersion", bills.version(SHIPPER, REGISTRY, bill.id()),
                        "drawing", Map.of("currency", "EUR", "amount", amount)))
                .send();
        String id = presentationId(reply);
        stage.story
                .tell(
                        SHIPPER.role(),
                        "presents " + invoice.number() + " and " + bill.number() + ", drawing EUR " + amount,
                        reply)
                .status(201)
                .id(id)
                .with("by id and SHA-256")
                .orStop();
        return id;
    }

    private static String presentationId(Reply reply) {
        String id = reply.at("/presentationId");
        return id.isEmpty() ? reply.at("/id") : id;
    }

    private void refuseStrangersExamination(String creditId, String id) {
        Reply stranger = stage.post(STRANGER, CREDITS, path(creditId, id) + "/examine", "examine-by-stranger")
                .ifMatch(1)
                .send();
        stage.story
                .tell(STRANGER.role(), "tries to examine it", stranger)
                .problem(404, "not-found")
                .print();
        Reply shipper = stage.post(SHIPPER, CREDITS, path(creditId, id) + "/examine", "examine-by-shipper")
                .ifMatch(version(SHIPPER, creditId))
                .send();
        stage.story
                .tell(SHIPPER.role(), "tries to examine its own documents", shipper)
                .problem(403, "not-your-act")
                .print();
    }

    /** The owners' events may still be on their way: then the bank asks again. */
    private Reply examine(String creditId, String id, String act) {
        return stage.eventually(
                () -> act(CONFIRMING_BANK, creditId, id, "examine", act, null),
                reply -> !(NOT_YET.contains(reply.status()) && reply.problem().equals("facts-not-arrived")));
    }

    private Reply act(
            SampleParty who,
            String creditId,
            String id,
            String verb,
            String act,
            @org.jspecify.annotations.Nullable Object body) {
        var call = stage.post(who, CREDITS, path(creditId, id) + "/" + verb, verb + "-" + act)
                .ifMatch(version(who, creditId));
        return (body == null ? call : call.json(body)).send();
    }

    private String status(String creditId, String id) {
        return stage.get(SHIPPER, CREDITS, path(creditId, id)).at("/status");
    }

    private long version(SampleParty who, String creditId) {
        return stage.get(who, CREDITS, "/credits/" + creditId).version();
    }

    private static boolean complies(Reply examined) {
        return examined.at("/verdict").equals("COMPLYING");
    }

    /** Whether one of them is about that field of the credit. */
    private static boolean names(List<Evidence.Discrepancy> discrepancies, String field) {
        return discrepancies.stream().anyMatch(each -> each.location().contains(field));
    }

    private static List<Evidence.Discrepancy> discrepancies(Reply examined) {
        List<Evidence.Discrepancy> found = new ArrayList<>();
        for (JsonNode each : examined.json().path("discrepancies")) {
            found.add(new Evidence.Discrepancy(
                    each.path("ruleId").asText(),
                    each.path("article").asText(),
                    each.path("location").asText(),
                    each.path("creditValue").asText(),
                    each.path("documentValue").asText(),
                    each.path("message").asText()));
        }
        return found;
    }

    private static String path(String creditId, String presentationId) {
        return "/credits/" + creditId + "/presentations/" + presentationId;
    }
}
