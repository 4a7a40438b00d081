package org.tegata.cli.trade;

import static org.tegata.cli.platform.SampleParty.CARRIER;
import static org.tegata.cli.platform.SampleParty.IMPORTER;
import static org.tegata.cli.platform.Service.REGISTRY;
import static org.tegata.cli.platform.Service.REGISTRY_B;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.title.Statement;

/** Step 6: the importer gives the bill back for the goods, the carrier accepts, and nothing can follow. */
final class DeliverySteps {
    private static final String PENDING = "PENDING_SURRENDER_FOR_DELIVERY";
    private static final String SURRENDER = "SURRENDER_FOR_DELIVERY";
    private static final String ACCEPT = "ACCEPT_SURRENDER";
    private static final String SURRENDERED = "SURRENDERED_FOR_DELIVERY";

    private final Stage stage;
    private final SignedActs acts;

    DeliverySteps(Stage stage, SignedActs acts) {
        this.stage = stage;
        this.acts = acts;
    }

    /** The importer's surrender, until the carrier sees it on its own platform. */
    void surrender(String importerBillId, String carrierBillId) {
        Reply reply = act(IMPORTER, REGISTRY_B, importerBillId, "surrender", SURRENDER);
        stage.story
                .tell(IMPORTER.role(), "surrenders the bill for delivery of the machines", reply)
                .status(200)
                .proof("status " + PENDING, reply.at("/status").equals(PENDING))
                .orStop();
        Reply seen = stage.eventually(
                () -> stage.get(CARRIER, REGISTRY, "/bills/" + carrierBillId),
                asked -> asked.at("/status").equals(PENDING));
        stage.story
                .tell(CARRIER.role(), "sees the request on its own platform, brought by PINT", seen)
                .status(200)
                .proof("status " + PENDING, seen.at("/status").equals(PENDING))
                .orStop();
    }

    /** The carrier's acceptance, until the importer sees it on its own platform. */
    Evidence.Delivery accept(String importerBillId, String carrierBillId) {
        Reply wrong = act(IMPORTER, REGISTRY_B, importerBillId, "accept-own", ACCEPT);
        stage.story
                .tell(IMPORTER.role(), "tries to accept its own surrender", wrong)
                .problem(403, "not-your-act")
                .print();
        Reply accepted = act(CARRIER, REGISTRY, carrierBillId, "accept", ACCEPT);
        stage.story
                .tell(CARRIER.role(), "accepts it and releases the cargo", accepted)
                .status(200)
                .proof("status " + SURRENDERED, accepted.at("/status").equals(SURRENDERED))
                .orStop();
        Reply told = stage.eventually(
                () -> stage.get(IMPORTER, REGISTRY_B, "/bills/" + importerBillId),
                asked -> asked.at("/status").equals(SURRENDERED));
        List<String> actions = TransferSteps.actions(told);
        stage.story
                .tell(IMPORTER.role(), "is told on its own platform", told)
                .status(200)
                .proof("status " + SURRENDERED, told.at("/status").equals(SURRENDERED))
                .proof(
                        "the chain ends with SACC",
                        !actions.isEmpty() && actions.get(actions.size() - 1).equals("SACC"))
                .print();
        List<String> refused = new ArrayList<>();
        tryOnceMore(CARRIER, REGISTRY, carrierBillId, ACCEPT, UnaryOperator.identity(), refused);
        tryOnceMore(IMPORTER, REGISTRY_B, importerBillId, SURRENDER, UnaryOperator.identity(), refused);
        tryOnceMore(IMPORTER, REGISTRY_B, importerBillId, "TRANSFER", BillSteps.naming(CARRIER), refused);
        return new Evidence.Delivery(accepted.at("/status"), told.at("/status"), refused);
    }

    private Reply act(SampleParty who, Service registry, String billId, String name, String act) {
        return acts.act(who, registry, billId, name, act, UnaryOperator.identity());
    }

    private void tryOnceMore(
            SampleParty who,
            Service registry,
            String billId,
            String act,
            UnaryOperator<Statement> particulars,
            List<String> refused) {
        Reply reply = acts.act(who, registry, billId, "after-end-" + act, act, particulars);
        boolean expected = stage.story
                .tell(who.role(), "tries to act on the closed bill (" + act + ")", reply)
                .problem(409, "wrong-state")
                .print();
        if (expected) {
            refused.add(act);
        }
    }
}
