package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.SHIPPER;
import static org.tegata.cli.platform.Service.REGISTRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.title.ChainCheck;
import org.tegata.cli.title.SavedChain;
import org.tegata.seal.SealRejected;
import org.tegata.seal.UnverifiedJws;

/** What makes control of a bill exclusive, and how anybody can see that it is: between the other steps. */
final class ControlSteps {
    private static final String PROOF_TYPE = "proof-of-control+jws";

    private final Stage stage;
    private final SignedActs acts;

    ControlSteps(Stage stage, SignedActs acts) {
        this.stage = stage;
        this.acts = acts;
    }

    /** Another transfer, signed on the very head on which the bill has already been transferred. */
    void refuseSecondSale(SampleParty seller, SampleParty other, String billId, String head) {
        Reply reply = acts.actOn(head, seller, REGISTRY, billId, "second-sale", "TRANSFER", BillSteps.naming(other));
        JsonNode first = SignedActs.actedFirst(reply);
        stage.story
                .tell(seller.role(), "signs the same bill over to " + other.companyName() + " too", reply)
                .problem(409, "head-moved")
                .proof(
                        "told who was first: its own TRANSFER, version "
                                + first.path("version").asText(),
                        first.path("act").asText().equals("TRANSFER")
                                && first.path("actor").asText().equals(seller.id()))
                .orStop();
    }

    /** The holder shows to a third party that it is the holder; who was the holder before cannot. */
    void prove(SampleParty holder, SampleParty before, String billId) {
        Reply reply = stage.get(holder, REGISTRY, "/bills/" + billId + "/proof-of-control");
        String jws = reply.at("/jws");
        JsonNode proof = new ChainCheck(keysOf(REGISTRY)).payload(jws);
        stage.story
                .tell(holder.role(), "asks the registry for a proof of control", reply)
                .status(200)
                .proof("signed with the registry's published key", isProof(jws) && proof.isObject())
                .proof(
                        "names it as the holder at the present head",
                        proof.at("/holder/party").asText().equals(holder.id())
                                && proof.path("head").asText().equals(acts.head(holder, REGISTRY, billId)))
                .proof(
                        "expires " + proof.path("expiresAt").asText(),
                        !proof.path("expiresAt").asText().isEmpty())
                .print();
        Reply refused = stage.get(before, REGISTRY, "/bills/" + billId + "/proof-of-control");
        stage.story
                .tell(before.role(), "asks for the same, but no longer holds the bill", refused)
                .problem(403, "not-your-act")
                .print();
    }

    private static boolean isProof(String jws) {
        try {
            return PROOF_TYPE.equals(UnverifiedJws.read(jws).type());
        } catch (SealRejected notEvenSigned) {
            return false;
        }
    }

    /** The shipper endorses by the key that platform A keeps for it: only after a fresh login with a second factor. */
    void endorseInCustody(SampleParty to, String billId, String name) {
        Reply refused = acts.actInCustody(
                stage.platform.token(SHIPPER),
                SHIPPER,
                REGISTRY,
                billId,
                "custody-refused-" + name,
                "ENDORSE_TO_ORDER",
                BillSteps.naming(to));
        stage.story
                .tell(SHIPPER.role(), "wants to endorse by the key that the platform keeps for it", refused)
                .problem(401, "step-up-needed")
                .proof(
                        "WWW-Authenticate asks for acr_values",
                        refused.header("WWW-Authenticate").contains("acr_values"))
                .print();
        Reply endorsed = acts.actInCustody(
                stage.platform.steppedUpToken(SHIPPER),
                SHIPPER,
                REGISTRY,
                billId,
                "custody-" + name,
                "ENDORSE_TO_ORDER",
                BillSteps.naming(to));
        stage.story
                .tell(SHIPPER.role(), "logs in with a second factor and endorses to " + to.companyName(), endorsed)
                .status(200)
                .with("signed in custody")
                .proof(
                        "endorsee " + to.companyName(),
                        endorsed.at("/endorsee/party").equals(to.id()))
                .orStop();
    }

    /** Verifies the whole record as an outsider would, with the published keys of the registry and of each party. */
    void verifyRecord(SampleParty reader, Service registry, String billId) {
        Reply chain = stage.get(reader, registry, "/bills/" + billId + "/chain");
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        for (String party : SavedChain.parties(chain.json())) {
            String path = "/parties/" + URLEncoder.encode(party, StandardCharsets.UTF_8) + "/keys";
            keys.put(party, stage.get(reader, registry, path).json());
        }
        JsonNode jwks = stage.getOpen(registry, "/.well-known/jwks.json").json();
        ChainCheck.Result result = SavedChain.of(chain.json(), jwks, keys).verify();
        int entries = chain.json().path("entries").size();
        stage.story
                .tell(reader.role(), "verifies the record with published keys only", chain)
                .status(200)
                .proof(
                        entries + " entries, each sealed over the one before" + why(result),
                        result.sound() && result.acts().size() == entries)
                .proof(
                        "signed by the parties that acted themselves: " + result.signed(),
                        result.signed() > 0 && result.beforeSignedActs() == 0)
                .print();
    }

    private static String why(ChainCheck.Result result) {
        return result.sound() ? "" : " (" + result.reason() + ")";
    }

    private String keysOf(Service registry) {
        return stage.getOpen(registry, "/.well-known/jwks.json").text();
    }
}
