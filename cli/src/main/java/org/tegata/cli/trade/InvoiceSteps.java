package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.SampleParty.STRANGER;
import static org.tegata.cli.platform.Service.INVOICES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tegata.cli.api.Reply;
import org.tegata.cli.trade.TradeDocuments.Faults;

/** Step 1: invoices come in as UN/CEFACT XML, are checked, kept byte for byte, or refused with every reason. */
final class InvoiceSteps {
    /** Public samples that say they follow EN 16931, and do: not all of them do. */
    static final List<String> FOREIGN = List.of("CII_example1.xml", "CII_example4.xml", "CII_example7.xml");

    private final Stage stage;

    InvoiceSteps(Stage stage) {
        this.stage = stage;
    }

    Evidence.Invoices submit() {
        Evidence.Document export = submitExport(Faults.NONE);
        keptAsItCame(export);
        List<Evidence.Document> foreign = new ArrayList<>();
        for (String name : FOREIGN) {
            foreign.add(submitForeign(name));
        }
        List<Evidence.Finding> schema =
                refuse("a copy with a misspelt element", stage.papers.misspeltInvoice(), "misspelt");
        List<Evidence.Finding> rules =
                refuse("a copy whose lines do not add up", stage.papers.miscalculatedInvoice(), "miscalculated");
        refuseHostile();
        strangers(export);
        return new Evidence.Invoices(export, foreign, schema, rules);
    }

    Evidence.Document submitExport(Faults faults) {
        byte[] xml = stage.papers.invoice(faults);
        String number = stage.papers.invoiceNumber(faults);
        Reply reply = stage.post(SHIPPER, INVOICES, "/invoices", "invoice-" + number)
                .xml(xml)
                .send();
        stage.story
                .tell(SHIPPER.role(), "submits the export invoice " + number, reply)
                .status(201)
                .id(reply.at("/id"))
                .with(reply.at("/grandTotal/currency") + " " + reply.at("/grandTotal/amount") + ", "
                        + reply.at("/incoterms/code") + " " + reply.at("/portOfDischarge/name"))
                .proof(
                        "SHA-256 " + shorten(Stage.sha256Hex(xml)),
                        reply.at("/digest").equals(Stage.sha256Hex(xml)))
                .orStop();
        return new Evidence.Document(reply.at("/id"), reply.at("/digest"), number);
    }

    private void keptAsItCame(Evidence.Document export) {
        Reply kept = stage.get(SHIPPER, INVOICES, "/invoices/" + export.id() + "/document", "application/xml");
        stage.story
                .tell(SHIPPER.role(), "reads it back", kept)
                .status(200)
                .proof(
                        "every byte as it was sent",
                        Arrays.equals(kept.bytes(), stage.papers.invoice(Faults.NONE)) && Stage.digestHeaderFits(kept))
                .print();
        Reply again = stage.post(SHIPPER, INVOICES, "/invoices", "invoice-" + export.number())
                .xml(stage.papers.invoice(Faults.NONE))
                .send();
        stage.story
                .tell(SHIPPER.role(), "sends it once more with the same key", again)
                .status(201)
                .proof("the same invoice, not a second one", again.at("/id").equals(export.id()))
                .print();
        Reply twice = stage.post(SHIPPER, INVOICES, "/invoices", "invoice-double-" + export.number())
                .xml(stage.papers.invoice(Faults.NONE))
                .send();
        stage.story
                .tell(SHIPPER.role(), "submits the same number as a new invoice", twice)
                .problem(409, "invoice-number-taken")
                .print();
    }

    private Evidence.Document submitForeign(String name) {
        byte[] xml = TradeDocuments.foreignInvoice(name);
        Reply reply = stage.postOnce(SHIPPER, INVOICES, "/invoices", "foreign-" + name)
                .xml(xml)
                .send();
        stage.story
                .tell(SHIPPER.role(), "submits a public sample that nobody here wrote, " + name, reply)
                .status(201)
                .id(reply.at("/id"))
                .with("number " + reply.at("/number") + ", " + reply.at("/seller/name"))
                .proof(
                        "SHA-256 " + shorten(Stage.sha256Hex(xml)),
                        reply.at("/digest").equals(Stage.sha256Hex(xml)))
                .print();
        return new Evidence.Document(reply.at("/id"), reply.at("/digest"), reply.at("/number"));
    }

    private List<Evidence.Finding> refuse(String what, byte[] xml, String act) {
        Reply reply = stage.post(SHIPPER, INVOICES, "/invoices", act).xml(xml).send();
        List<Evidence.Finding> findings = findings(reply);
        String first = findings.isEmpty()
                ? "no finding"
                : findings.get(0).ruleId() + " at " + findings.get(0).location() + ": "
                        + readable(findings.get(0).message());
        stage.story
                .tell(SHIPPER.role(), "submits " + what, reply)
                .problem(422, "invoice-invalid")
                .proof(findings.size() + " finding(s), first " + first, !findings.isEmpty())
                .print();
        return findings;
    }

    private void refuseHostile() {
        Reply reply = stage.post(STRANGER, INVOICES, "/invoices", "hostile")
                .xml(stage.papers.hostileInvoice())
                .send();
        stage.story
                .tell(STRANGER.role(), "hides a request for the server's files in an invoice (XML entity)", reply)
                .problem(400, "xml-forbidden-construct")
                .proof("nothing of the file is told", !reply.text().contains("root:"))
                .print();
    }

    private void strangers(Evidence.Document export) {
        String path = "/invoices/" + export.id();
        Reply nobody = stage.getOpen(INVOICES, path);
        stage.story
                .tell("Nobody", "asks for the invoice without a token", nobody)
                .problem(401, "unauthenticated")
                .print();
        Reply other = stage.get(STRANGER, INVOICES, path);
        stage.story
                .tell(STRANGER.role(), "asks for it with a good token of another company", other)
                .problem(404, "not-found")
                .print();
    }

    static List<Evidence.Finding> findings(Reply reply) {
        List<Evidence.Finding> findings = new ArrayList<>();
        for (JsonNode each : reply.json().path("findings")) {
            findings.add(new Evidence.Finding(
                    each.path("ruleId").asText(),
                    each.path("location").asText(),
                    each.path("message").asText()));
        }
        return findings;
    }

    /** A schema message without the names of namespaces, and not longer than a line. */
    private static String readable(String message) {
        String plain = message.replaceAll("\\{?\"urn:[^\"]*\":([A-Za-z]+)\\}?", "$1");
        return plain.length() > 120 ? plain.substring(0, 120) + "..." : plain;
    }

    static String shorten(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) + "..." : digest;
    }
}
