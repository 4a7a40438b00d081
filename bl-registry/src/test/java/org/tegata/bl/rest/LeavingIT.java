package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.endorse;
import static org.tegata.bl.rest.Registry.gateway;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.CanonicalJson;

/** A bill on its way to another platform, as the gateway carries it (DCSA PINT 3.0.0). */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class LeavingIT {

    /** Named by one test only. */
    private static final PartyId NEVER_HOLDER = new PartyId("WAVE", "NEVER-HOLDER");

    private final OtherPlatform other = new OtherPlatform();

    @Test
    void shouldGiveTheGatewayAllThatTheEnvelopeConsistsOf() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2)
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_TRANSIT"))
                .body("holder.party", equalTo(SHIPPER.toString()));
        read(SHIPPER, id).then().body("inTransit.recipientPlatform", equalTo("TGTB"));

        var outgoing =
                gateway().get("/gateway/bills/" + id + "/outgoing").then().statusCode(200);
        outgoing.body("purpose", equalTo("transfer"))
                .body("version", equalTo(3))
                .body("recipientPlatform", equalTo("TGTB"))
                .body("transactions.actionCode", contains("ISSUE", "TRANSFER"))
                .body("transactions[1].recipient.eblPlatform", equalTo("TGTB"))
                .body("receivedEntries", hasSize(0))
                .body("visualisation.mediaType", equalTo("application/xml"));
        String text = outgoing.extract().path("transportDocument");
        assertThat(CanonicalJson.sha256Hex(text)).isEqualTo(outgoing.extract().path("transportDocumentChecksum"));
        String content = outgoing.extract().path("visualisation.contentBase64");
        assertThat(Base64.getDecoder().decode(content))
                .isEqualTo(as(SHIPPER).get("/bills/" + id + "/document").asByteArray());
        assertThat(gateway().get("/gateway/bills/" + id + "/outgoing").asString())
                .isEqualTo(outgoing.extract().asString());
    }

    @Test
    void shouldRefuseEveryActWhileUnderwayAndAfterItLeft() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);
        refusesEverything(id, 3);
        var envelope = other.fetch(id);

        OtherPlatform.answer(id, envelope, "RECE")
                .then()
                .statusCode(200)
                .body("status", equalTo("HELD_ELSEWHERE"))
                .body("holder.party", equalTo(IMPORTER.toString()))
                .body("holder.eblPlatform", equalTo("TGTB"));

        refusesEverything(id, 4);
        gateway()
                .get("/gateway/bills/" + id + "/outgoing")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-envelope-due"));
        as(SHIPPER)
                .get("/bills/" + id + "/chain")
                .then()
                .body("envelopeTransferChain", equalTo(envelope.chain()))
                .body("entries[-1].envelope.responseCode", equalTo("RECE"));
    }

    /** The other platform may have accepted long ago, and then its holder proves the same there. */
    @Test
    void shouldNotProveControlNorShowAnOriginalWhileUnderway() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);

        as(SHIPPER)
                .get("/bills/" + id + "/proof-of-control")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-state"));
        assertThat(as(SHIPPER).get("/bills/" + id + "/rendering").asString())
                .contains("COPY")
                .doesNotContain("ORIGINAL");

        OtherPlatform.answer(id, other.fetch(id), "BENV").then().statusCode(200);
        as(SHIPPER).get("/bills/" + id + "/proof-of-control").then().statusCode(200);
    }

    private static void refusesEverything(String id, long version) {
        for (var party : List.of(SHIPPER, CARRIER)) {
            transfer(party, BANK, id, version).then().statusCode(409);
            send(party, IMPORTER, id, version).then().statusCode(409);
            endorse(party, "BLANK_ENDORSE", null, id, version).then().statusCode(409);
            surrender(party, id, version).then().statusCode(409);
            act(party, id, version, "ACCEPT_SURRENDER", Map.of()).then().statusCode(409);
            act(party, id, version, "VOID", Map.of())
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/wrong-state"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BENV", "BSIG"})
    void shouldComeBackToItsHolderWhenRefused(String code) {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);

        OtherPlatform.answer(id, other.fetch(id), code)
                .then()
                .statusCode(200)
                .body("status", equalTo("ISSUED"))
                .body("holder.party", equalTo(SHIPPER.toString()))
                .body("inTransit", nullValue())
                .body("transactions.actionCode", contains("ISSUE"));

        transfer(SHIPPER, BANK, id, 4).then().statusCode(200);
        send(BANK, IMPORTER, id, 5).then().statusCode(200);
        gateway()
                .get("/gateway/bills/" + id + "/outgoing")
                .then()
                .body("transactions.actionCode", contains("ISSUE", "TRANSFER", "TRANSFER"));
    }

    @Test
    void shouldNotBeReadableForWhoeverDidNotGetIt() {
        var id = issued();
        send(SHIPPER, NEVER_HOLDER, id, 2).then().statusCode(200);
        as(NEVER_HOLDER).get("/bills").then().body("items.id", contains(id));

        OtherPlatform.answer(id, other.fetch(id), "BENV").then().statusCode(200);

        as(NEVER_HOLDER).get("/bills").then().statusCode(200).body("items", hasSize(0));
        read(NEVER_HOLDER, id).then().statusCode(404);
        for (var party : List.of(SHIPPER, CARRIER)) {
            as(party).get("/bills").then().body("items.id", hasItem(id));
        }
    }

    @Test
    void shouldStayLockedWhenTheOtherPlatformDisputes() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);

        OtherPlatform.answer(id, other.fetch(id), "DISE").then().statusCode(200).body("status", equalTo("IN_TRANSIT"));

        gateway().get("/gateway/bills/" + id + "/outgoing").then().statusCode(409);
        refusesEverything(id, 3);
    }

    @Test
    void shouldTakeARepeatedAnswerOnceAndAnotherAnswerNever() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);
        var envelope = other.fetch(id);
        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200).body("version", equalTo(4));

        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200).body("version", equalTo(4));
        OtherPlatform.answer(id, envelope, "DUPE").then().statusCode(200).body("version", equalTo(4));
        OtherPlatform.answer(id, envelope, "BENV")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/envelope-already-answered"));
        read(SHIPPER, id).then().body("status", equalTo("HELD_ELSEWHERE"));
    }

    @Test
    void shouldRefuseAnswersThatDoNotFitTheEnvelope() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);
        var envelope = other.fetch(id);

        OtherPlatform.answer(id, new OtherPlatform.Outgoing(envelope.envelopeId(), List.of(), List.of()), "RECE")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/envelope-mismatch"));
        var unknown = new OtherPlatform.Outgoing(UUID.randomUUID().toString(), envelope.chain(), List.of());
        OtherPlatform.answer(id, unknown, "RECE").then().statusCode(404);
        gateway()
                .body(Map.of(
                        "envelopeId",
                        envelope.envelopeId(),
                        "accepted",
                        true,
                        "responseCode",
                        "BENV",
                        "signedResponse",
                        OtherPlatform.jws("x")))
                .post("/gateway/bills/" + id + "/outcome")
                .then()
                .statusCode(400);
        read(SHIPPER, id).then().body("status", equalTo("IN_TRANSIT"));
    }

    @Test
    void shouldSayWhoLivesHere() {
        Registry.register();
        var query = "/gateway/receivers?codeListProvider=GLEIF&partyCode=";

        gateway()
                .get(query + BANK.partyCode())
                .then()
                .statusCode(200)
                .body("partyName", equalTo("Party " + BANK.partyCode()));
        gateway().get(query + IMPORTER.partyCode()).then().statusCode(404);
        gateway().get(query + "nonsense").then().statusCode(404);
        gateway().get("/gateway/receivers").then().statusCode(400);
    }
}
