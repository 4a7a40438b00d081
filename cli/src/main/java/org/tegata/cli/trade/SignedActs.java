package org.tegata.cli.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.tegata.cli.api.Reply;
import org.tegata.cli.platform.SampleParty;
import org.tegata.cli.platform.Service;
import org.tegata.cli.title.Statement;

/** How sample parties act on a bill: each signs, with its own key, a statement that names the bill's present head. */
final class SignedActs {
    private final Stage stage;
    private final Map<String, String> signed = new ConcurrentHashMap<>();

    SignedActs(Stage stage) {
        this.stage = stage;
    }

    /**
     * Signs the act on the head that the party has just read, and once more when the bill has moved on meanwhile: a
     * gateway's answer from the other platform may come at any moment. Called again, it sends what was signed before.
     *
     * @param name of this act within the trade
     */
    Reply act(
            SampleParty who,
            Service registry,
            String billId,
            String name,
            String act,
            UnaryOperator<Statement> particulars) {
        return stage.eventually(
                () -> {
                    String jws = signed.computeIfAbsent(
                            name, first -> sign(who, billId, head(who, registry, billId), act, particulars));
                    Reply reply = send(who, registry, billId, name, jws);
                    if (isHeadMoved(reply)) {
                        signed.remove(name);
                    }
                    return reply;
                },
                reply -> !isHeadMoved(reply));
    }

    /** Signs the act on exactly that head, whatever has happened since, and sends it once. */
    Reply actOn(
            String head,
            SampleParty who,
            Service registry,
            String billId,
            String name,
            String act,
            UnaryOperator<Statement> particulars) {
        return send(who, registry, billId, name, sign(who, billId, head, act, particulars));
    }

    /** The same act by the key that the register keeps for the party; the token says how its user authenticated. */
    Reply actInCustody(
            String token,
            SampleParty who,
            Service registry,
            String billId,
            String name,
            String act,
            UnaryOperator<Statement> particulars) {
        Statement statement = Statement.of(billId, head(who, registry, billId), act, who.id());
        return stage.post(who, registry, "/bills/" + billId + "/acts", name)
                .bearer(token)
                .jsonText(particulars.apply(statement).json())
                .send();
    }

    String head(SampleParty who, Service registry, String billId) {
        return stage.get(who, registry, "/bills/" + billId).at("/head");
    }

    private String sign(SampleParty who, String billId, String head, String act, UnaryOperator<Statement> particulars) {
        Statement statement = Statement.of(billId, head, act, who.id());
        return particulars.apply(statement).signed(stage.platform.key(who));
    }

    private Reply send(SampleParty who, Service registry, String billId, String name, String jws) {
        return stage.post(who, registry, "/bills/" + billId + "/acts", name)
                .jose(jws)
                .send();
    }

    /** Whether the act came too late because another one, which the answer names, was first. */
    static boolean isHeadMoved(Reply reply) {
        return reply.problem().equals("head-moved");
    }

    /** What the register says of the act that was first. */
    static JsonNode actedFirst(Reply reply) {
        return reply.json().path("actedFirst");
    }
}
