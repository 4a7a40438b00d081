package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.IMPORTER;
import static org.tegata.cli.platform.SampleParty.ISSUING_BANK;
import static org.tegata.cli.platform.SampleParty.PLATFORM_A;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.Service.GATEWAY;
import static org.tegata.cli.platform.Service.GATEWAY_B;
import static org.tegata.cli.platform.Service.REGISTRY;
import static org.tegata.cli.platform.Service.REGISTRY_B;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.tegata.cli.api.Reply;
import org.tegata.cli.title.ChainCheck;

/** Step 5: the bill leaves for the importer's platform by DCSA PINT, and is then in one place only: there. */
final class TransferSteps {
    private final Stage stage;
    private final BillSteps bills;
    private final SignedActs acts;

    TransferSteps(Stage stage, BillSteps bills, SignedActs acts) {
        this.stage = stage;
        this.bills = bills;
        this.acts = acts;
    }

    /** The issuing bank endorses the bill to the importer and sends it to the importer's platform. */
    void send(String billId) {
        Reply endorsed = bills.endorse(ISSUING_BANK, IMPORTER, billId, "importer");
        stage.story
                .tell(ISSUING_BANK.role(), "endorses the bill to the order of " + IMPORTER.companyName(), endorsed)
                .status(200)
                .proof(
                        "endorsee " + IMPORTER.companyName(),
                        endorsed.at("/endorsee/party").equals(IMPORTER.id()))
                .orStop();
        Reply sent = bills.transfer(ISSUING_BANK, IMPORTER, billId, "importer");
        stage.story
                .tell(ISSUING_BANK.role(), "sends it to the importer on platform TGTB", sent)
                .status(200)
                .proof(
                        "locked: IN_TRANSIT or already there",
                        List.of("IN_TRANSIT", "HELD_ELSEWHERE").contains(sent.at("/status")))
                .orStop();
    }

    /** Waits until the other platform has signed for it, and looks at everything from outside. */
    Evidence.Transfer arrive(Evidence.Bill bill) {
        Reply left = stage.eventually(
                () -> stage.get(ISSUING_BANK, REGISTRY, "/bills/" + bill.id()),
                reply -> reply.at("/status").equals("HELD_ELSEWHERE"));
        stage.story
                .tell("Platform A", "notes that the bill has left", left)
                .status(200)
                .proof("status HELD_ELSEWHERE", left.at("/status").equals("HELD_ELSEWHERE"))
                .proof(
                        "its record says who holds it: " + IMPORTER.companyName(),
                        BillSteps.holder(left).equals(IMPORTER.id()))
                .orStop();
        Reply envelopes = stage.get(PLATFORM_A, GATEWAY, "/envelopes?limit=200");
        JsonNode envelope = outbound(envelopes, bill.id());
        String reference = envelope.path("id").asText();
        String code = signedCode(envelope.path("signedResponse").asText());
        stage.story
                .tell("Gateway A", "holds the answer that platform B has signed", envelopes)
                .status(200)
                .id(reference)
                .proof("RECE, signed with the key that gateway B publishes", code.equals("RECE"))
                .print();
        Reply content = stage.get(PLATFORM_A, GATEWAY, "/envelopes/" + reference + "/content");
        verifyEnvelope(content);
        List<String> refused = refuseAtHome(bill.id());
        Reply arrived = importersBill(bill);
        List<String> actions = actions(arrived);
        String repeated = repeat(content);
        return new Evidence.Transfer(
                reference, code, arrived.at("/id"), BillSteps.holder(arrived), actions, repeated, refused);
    }

    private static JsonNode outbound(Reply envelopes, String billId) {
        return StreamSupport.stream(envelopes.json().path("items").spliterator(), false)
                .filter(item -> item.path("billId").asText().equals(billId)
                        && item.path("direction").asText().equals("OUTBOUND"))
                .findFirst()
                .orElseThrow(
                        () -> new TradeStopped("gateway A knows no envelope of bill " + billId + ": " + envelopes));
    }

    private String signedCode(String signedResponse) {
        String keys = stage.getOpen(GATEWAY_B, "/.well-known/jwks.json").text();
        return new ChainCheck(keys).payload(signedResponse).path("responseCode").asText();
    }

    private void verifyEnvelope(Reply content) {
        ChainCheck gatewayKeys =
                new ChainCheck(stage.getOpen(GATEWAY, "/.well-known/jwks.json").text());
        JsonNode chain = content.json().path("envelopeTransferChain");
        boolean sound = chain.size() > 0;
        for (JsonNode entry : chain) {
            sound &= gatewayKeys
                    .payload(entry.asText())
                    .path("eblPlatform")
                    .asText()
                    .equals("TGTA");
        }
        boolean manifest = !gatewayKeys
                .payload(content.json().path("envelopeManifestSignedContent").asText())
                .isMissingNode();
        stage.story
                .tell("Anyone", "checks the envelope that was sent, with gateway A's published key", content)
                .status(200)
                .proof("manifest signed", manifest)
                .proof(chain.size() + " chain entry signed by TGTA", sound)
                .print();
    }

    private List<String> refuseAtHome(String billId) {
        List<String> refused = new ArrayList<>();
        for (String act : List.of("ENDORSE_TO_ORDER", "TRANSFER", "SURRENDER_FOR_DELIVERY")) {
            Reply reply = acts.act(
                    ISSUING_BANK,
                    REGISTRY,
                    billId,
                    "after-leaving-" + act,
                    act,
                    act.startsWith("SURRENDER") ? UnaryOperator.identity() : BillSteps.naming(SHIPPER));
            boolean expected = stage.story
                    .tell(ISSUING_BANK.role(), "tries to act on it at platform A once more (" + act + ")", reply)
                    .problem(409, "wrong-state")
                    .print();
            if (expected) {
                refused.add(act);
            }
        }
        return refused;
    }

    private Reply importersBill(Evidence.Bill bill) {
        Reply list = stage.eventually(
                () -> stage.get(IMPORTER, REGISTRY_B, "/bills?limit=200"),
                reply -> !find(reply, bill.number()).isEmpty());
        Reply arrived = stage.get(IMPORTER, REGISTRY_B, "/bills/" + find(list, bill.number()));
        String keys = stage.getOpen(REGISTRY_B, "/.well-known/jwks.json").text();
        List<String> seals = new ArrayList<>();
        arrived.json()
                .path("chain")
                .forEach(entry -> seals.add(entry.path("seal").asText()));
        ChainCheck.Result register = new ChainCheck(keys).verify(seals);
        stage.story
                .tell(IMPORTER.role(), "finds the bill on its own platform, TGTB", arrived)
                .status(200)
                .id(arrived.at("/id"))
                .proof(
                        "holder " + IMPORTER.companyName(),
                        BillSteps.holder(arrived).equals(IMPORTER.id()))
                .proof(
                        "the same document, RFC 8785 checksum " + InvoiceSteps.shorten(bill.checksum()),
                        arrived.at("/transportDocumentChecksum").equals(bill.checksum()))
                .proof(
                        "the whole chain: " + String.join(" > ", actions(arrived)),
                        actions(arrived).size() >= 7 && actions(arrived).get(0).equals("ISSUE"))
                .proof(
                        "each entry sealed by registry B" + (register.sound() ? "" : " " + register.reason()),
                        register.sound())
                .orStop();
        Reply paper = stage.get(IMPORTER, REGISTRY_B, "/bills/" + arrived.at("/id") + "/document", "application/xml");
        stage.story
                .tell(IMPORTER.role(), "opens the carrier's own document", paper)
                .status(200)
                .proof(
                        "every byte as the carrier signed it",
                        Stage.sha256Hex(paper.bytes()).equals(bill.digest()))
                .print();
        return arrived;
    }

    private static String find(Reply list, String number) {
        return StreamSupport.stream(list.json().path("items").spliterator(), false)
                .filter(item -> item.path("transportDocumentReference").asText().equals(number))
                .map(item -> item.path("id").asText())
                .findFirst()
                .orElse("");
    }

    /** DCSA's action codes of the bill, in their order. */
    static List<String> actions(Reply bill) {
        List<String> actions = new ArrayList<>();
        bill.json()
                .path("transactions")
                .forEach(each -> actions.add(each.path("actionCode").asText()));
        return actions;
    }

    private String repeat(Reply content) {
        Reply reply = stage.postOpen(GATEWAY_B, "/v3/envelopes")
                .header("API-Version", "3")
                .jsonText(content.text())
                .send();
        String code = signedCode(reply.json().asText());
        stage.story
                .tell("Gateway A", "delivers the very same envelope a second time", reply)
                .status(200)
                .proof("DUPE, signed by platform B: nothing happens twice", code.equals("DUPE"))
                .print();
        return code;
    }
}
