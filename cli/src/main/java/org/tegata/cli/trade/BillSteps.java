package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.CARRIER;
import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.SampleParty.STRANGER;
import static org.tegata.cli.platform.Service.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.title.Statement;
import org.tegata.cli.trade.TradeDocuments.Faults;
import org.tegata.seal.Keys;
import org.tegata.seal.Sealer;

/** Step 3: the carrier drafts an electronic bill of lading, signs it and issues it; later the acts of its holders. */
final class BillSteps {
    private final Stage stage;
    private final SignedActs acts;

    BillSteps(Stage stage, SignedActs acts) {
        this.stage = stage;
        this.acts = acts;
    }

    Evidence.Bill issue(Faults faults) {
        byte[] xml = stage.papers.bill(faults);
        String number = stage.papers.billNumber(faults);
        if (faults == Faults.NONE) {
            refuseForeignCarrier(xml);
        }
        Reply draft = stage.post(CARRIER, REGISTRY, "/bills", "draft-" + number)
                .xml(xml)
                .send();
        String id = draft.at("/id");
        stage.story
                .tell(CARRIER.role(), "drafts bill of lading " + number, draft)
                .status(201)
                .id(id)
                .proof("status DRAFT", draft.at("/status").equals("DRAFT"))
                .proof("SHA-256 " + InvoiceSteps.shorten(Stage.sha256Hex(xml)), visualised(draft, xml))
                .orStop();
        JsonNode manifest = draft.json().at("/issuance/issuanceManifest");
        if (faults == Faults.NONE) {
            refuseForgedSeal(draft, manifest);
        }
        Reply issued = issue(id, "issue-" + number, stage.platform.key(CARRIER), manifest);
        stage.story
                .tell(CARRIER.role(), "signs and issues it", issued)
                .status(200)
                .with("signed with the carrier's own key")
                .proof("status ISSUED", issued.at("/status").equals("ISSUED"))
                .proof("holder " + SHIPPER.companyName(), holder(issued).equals(SHIPPER.id()))
                .orStop();
        if (faults == Faults.NONE) {
            readBack(id, xml);
        }
        return new Evidence.Bill(
                id,
                Stage.sha256Hex(xml),
                manifest.path("documentChecksum").asText(),
                number,
                issued.at("/status"),
                holder(issued));
    }

    private static boolean visualised(Reply draft, byte[] xml) {
        return draft.at("/issuance/issuanceManifest/eBLVisualisationByCarrierChecksum")
                .equals(Stage.sha256Hex(xml));
    }

    private void refuseForeignCarrier(byte[] xml) {
        Reply reply = stage.post(STRANGER, REGISTRY, "/bills", "draft-by-stranger")
                .xml(xml)
                .send();
        stage.story
                .tell(STRANGER.role(), "tries to draft a bill in the carrier's name", reply)
                .problem(403, "not-your-act")
                .print();
    }

    private void refuseForgedSeal(Reply draft, JsonNode manifest) {
        Sealer forger = Sealer.fromJwk(Keys.newEcKeyJwk());
        Reply reply = issue(draft.at("/id"), "issue-forged", forger, manifest);
        stage.story
                .tell(CARRIER.role(), "tries to issue it under a key that is not the carrier's", reply)
                .problem(422, "issuance-signature-rejected")
                .print();
    }

    private Reply issue(String id, String name, Sealer manifestKey, JsonNode manifest) {
        String signed = manifestKey.seal(manifest.toString());
        return acts.act(
                CARRIER,
                REGISTRY,
                id,
                name,
                "ISSUE",
                statement -> statement.with("issuanceManifestSignedContent", signed));
    }

    private void readBack(String id, byte[] xml) {
        Reply kept = stage.get(SHIPPER, REGISTRY, "/bills/" + id + "/document", "application/xml");
        stage.story
                .tell(SHIPPER.role(), "reads the bill that it now holds", kept)
                .status(200)
                .proof("every byte as the carrier sent it", Arrays.equals(kept.bytes(), xml))
                .print();
        Reply stranger = stage.get(STRANGER, REGISTRY, "/bills/" + id);
        stage.story
                .tell(STRANGER.role(), "asks for the bill", stranger)
                .problem(404, "not-found")
                .print();
    }

    /** The holder endorses the bill to the next party and hands it over; returns the head before the latter. */
    String endorseAndTransfer(SampleParty from, SampleParty to, String billId, String act) {
        Reply endorsed = endorse(from, to, billId, act);
        stage.story
                .tell(from.role(), "endorses the bill to the order of " + to.companyName(), endorsed)
                .status(200)
                .proof(
                        "endorsee " + to.companyName(),
                        endorsed.at("/endorsee/party").equals(to.id()))
                .orStop();
        return handOver(from, to, billId, act);
    }

    /** The holder hands over on the same platform; returns the head on which it did. */
    String handOver(SampleParty from, SampleParty to, String billId, String act) {
        Reply moved = transfer(from, to, billId, act);
        stage.story
                .tell(from.role(), "hands it over", moved)
                .status(200)
                .proof("holder " + to.companyName(), holder(moved).equals(to.id()))
                .orStop();
        return moved.at("/entries/0/previous");
    }

    Reply endorse(SampleParty from, SampleParty to, String billId, String name) {
        return acts.act(from, REGISTRY, billId, "endorse-" + name, "ENDORSE_TO_ORDER", naming(to));
    }

    Reply transfer(SampleParty from, SampleParty to, String billId, String name) {
        return acts.act(from, REGISTRY, billId, "transfer-" + name, "TRANSFER", naming(to));
    }

    /** Says in a statement who the recipient is, and where. */
    static UnaryOperator<Statement> naming(SampleParty party) {
        return statement ->
                statement.to(party.id(), party.companyName(), party.home().name());
    }

    long version(SampleParty who, Service registry, String billId) {
        return stage.get(who, registry, "/bills/" + billId).version();
    }

    /** Who holds the bill, as {@code GLEIF:...}; empty when nobody does. */
    static String holder(Reply bill) {
        return bill.at("/holder/party");
    }
}
