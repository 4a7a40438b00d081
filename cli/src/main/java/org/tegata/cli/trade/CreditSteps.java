package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.ADVISING_BANK;
import static org.tegata.cli.platform.SampleParty.CONFIRMING_BANK;
import static org.tegata.cli.platform.SampleParty.IMPORTER;
import static org.tegata.cli.platform.SampleParty.ISSUING_BANK;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.SampleParty.STRANGER;
import static org.tegata.cli.platform.Service.CREDITS;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.trade.TradeDocuments.Faults;

/** Step 2: the importer's bank issues a credit from its SWIFT message; one bank advises it, another confirms it. */
final class CreditSteps {
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z0-9]+:)?([A-Z][A-Za-z]+)[\\s>]");

    private final Stage stage;

    CreditSteps(Stage stage) {
        this.stage = stage;
    }

    Evidence.Credit open() {
        refuseBrokenMessage();
        Reply issued = issue(Faults.NONE);
        String id = issued.at("/id");
        String number = stage.papers.creditNumber(Faults.NONE);
        String root = readBack(id);
        outsiders(id);
        Reply confirmed = adviseAndConfirm(id, number);
        return new Evidence.Credit(
                id,
                number,
                confirmed.at("/status"),
                confirmed.at("/confirmation"),
                Stage.sha256Hex(stage.papers.mt700(Faults.NONE)),
                root);
    }

    /** A second credit in the same words, for the second shipment; told in one line each. */
    String openSecond() {
        Reply issued = issue(Faults.LATE_OTHER_PORT_TOO_MUCH);
        adviseAndConfirm(issued.at("/id"), stage.papers.creditNumber(Faults.LATE_OTHER_PORT_TOO_MUCH));
        return issued.at("/id");
    }

    private Reply issue(Faults faults) {
        String number = stage.papers.creditNumber(faults);
        Reply reply = stage.post(ISSUING_BANK, CREDITS, "/credits?" + roles(), "credit-" + number)
                .text(stage.papers.mt700(faults))
                .send();
        stage.story
                .tell(ISSUING_BANK.role(), "issues credit " + number + " from its SWIFT MT700", reply)
                .status(201)
                .id(reply.at("/id"))
                .with(reply.at("/available/currency") + " " + reply.at("/available/amount") + " available")
                .proof("status ISSUED", reply.at("/status").equals("ISSUED"))
                .orStop();
        return reply;
    }

    private void refuseBrokenMessage() {
        String text = new String(stage.papers.mt700(Faults.NONE), StandardCharsets.UTF_8);
        byte[] broken = text.replaceFirst("(?m)^:32B:EUR", ":32B:EUX").getBytes(StandardCharsets.UTF_8);
        Reply reply = stage.post(ISSUING_BANK, CREDITS, "/credits?" + roles(), "credit-broken")
                .text(broken)
                .send();
        boolean named = InvoiceSteps.findings(reply).stream()
                .anyMatch(finding -> finding.location().contains("32B"));
        stage.story
                .tell(ISSUING_BANK.role(), "tries an MT700 with the currency EUX", reply)
                .problem(422, "mt700-invalid")
                .proof("the finding names field 32B: " + firstRule(reply), named)
                .print();
    }

    private static String firstRule(Reply reply) {
        return InvoiceSteps.findings(reply).stream()
                .map(finding -> finding.ruleId() + " " + finding.message())
                .findFirst()
                .orElse("none");
    }

    private String readBack(String id) {
        Reply xml = stage.get(ISSUING_BANK, CREDITS, "/credits/" + id + "/document", "application/xml");
        Matcher root = ROOT.matcher(xml.text());
        String name = root.find() ? root.group(1) : "";
        stage.story
                .tell(ISSUING_BANK.role(), "reads the credit as XML in UN/CEFACT's words", xml)
                .status(200)
                .proof("a LetterOfCredit of " + xml.bytes().length + " bytes", name.equals("LetterOfCredit"))
                .print();
        Reply text = stage.get(ISSUING_BANK, CREDITS, "/credits/" + id + "/document", "text/plain");
        stage.story
                .tell(ISSUING_BANK.role(), "and as the MT700 that came", text)
                .status(200)
                .proof("every byte as it was sent", Arrays.equals(text.bytes(), stage.papers.mt700(Faults.NONE)))
                .print();
        return name;
    }

    private void outsiders(String id) {
        Reply stranger = stage.get(STRANGER, CREDITS, "/credits/" + id);
        stage.story
                .tell(STRANGER.role(), "asks for the credit", stranger)
                .problem(404, "not-found")
                .print();
        Reply beneficiary = stage.post(SHIPPER, CREDITS, "/credits/" + id + "/confirm", "confirm-by-shipper")
                .ifMatch(version(SHIPPER, id))
                .send();
        stage.story
                .tell(SHIPPER.role(), "tries to confirm the credit itself", beneficiary)
                .problem(403, "not-your-act")
                .print();
    }

    private Reply adviseAndConfirm(String id, String number) {
        Reply advised = stage.post(ADVISING_BANK, CREDITS, "/credits/" + id + "/advise", "advise-" + number)
                .ifMatch(version(ADVISING_BANK, id))
                .send();
        stage.story
                .tell(ADVISING_BANK.role(), "advises credit " + number + " to the beneficiary", advised)
                .status(200)
                .proof("status ADVISED", advised.at("/status").equals("ADVISED"))
                .orStop();
        Reply confirmed = stage.post(CONFIRMING_BANK, CREDITS, "/credits/" + id + "/confirm", "confirm-" + number)
                .ifMatch(version(CONFIRMING_BANK, id))
                .send();
        stage.story
                .tell(CONFIRMING_BANK.role(), "adds its own undertaking to " + number, confirmed)
                .status(200)
                .proof("confirmation CONFIRMED", confirmed.at("/confirmation").equals("CONFIRMED"))
                .orStop();
        return confirmed;
    }

    private long version(SampleParty who, String id) {
        return stage.get(who, CREDITS, "/credits/" + id).version();
    }

    private static String roles() {
        return "applicant=" + IMPORTER.id() + "&beneficiary=" + SHIPPER.id() + "&advisingBank=" + ADVISING_BANK.id()
                + "&confirmingBank=" + CONFIRMING_BANK.id();
    }
}
