package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;

/** Envelopes from another platform: new, repeated, continued, contradicting, unacceptable. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ArrivingIT {

    private final OtherPlatform other = new OtherPlatform();

    @Inject
    DataSource database;

    @BeforeEach
    void parties() {
        register();
    }

    /** A bill issued on TGTB by a carrier there, endorsed in blank and sent to a party here. */
    private OtherPlatform fromElsewhere(PartyId recipient, String platform) {
        var xml = Registry.xml(newNumber());
        other.transportDocument = Registry.transportDocument(xml).toString();
        other.visualisation = new HashMap<>(Map.of(
                "name",
                "bill.xml",
                "mediaType",
                "application/xml",
                "contentBase64",
                Base64.getEncoder().encodeToString(xml)));
        other.acts("ISSUE", CARRIER, "TGTB", SHIPPER, "TGTB");
        other.acts("BLANK_ENDORSE", SHIPPER, "TGTB", null, null);
        return other.acts("TRANSFER", SHIPPER, "TGTB", recipient, platform);
    }

    @Nested
    class New {

        /** The register seals all transactions in one entry, and never seals what it would not read back. */
        @Test
        void shouldNotBeLongerThanOneEntryOfARecordCanHold() {
            fromElsewhere(BANK, "TGTA");
            for (var transaction : other.transactions) {
                ((ObjectNode) transaction).put("comments", "\u8239".repeat(100_000));
            }

            other.send().then().statusCode(200).body("result", equalTo("UNACCEPTABLE"));
        }

        @Test
        void shouldMakeTheRecipientTheHolder() {
            var answer =
                    fromElsewhere(BANK, "TGTA").send().then().statusCode(200).body("result", equalTo("ACCEPTED"));
            String id = answer.extract().path("billId");

            read(BANK, id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ISSUED"))
                    .body("version", equalTo(1))
                    .body("holder.party", equalTo(BANK.toString()))
                    .body("endorsee", nullValue())
                    .body("transactions.actionCode", contains("ISSUE", "BLANK_ENDORSE", "TRANSFER"));
            as(BANK).get("/bills/" + id + "/chain").then().body("envelopeTransferChain", equalTo(other.entries));
            assertThat(as(BANK).get("/bills/" + id + "/transport-document").asString())
                    .isEqualTo(other.transportDocument);
            transfer(BANK, Registry.ISSUING_BANK, id, 1).then().statusCode(200);
        }

        @Test
        void shouldServeTheCarriersRenderingAsItCameButNeverAsAPageOfOurs() {
            fromElsewhere(BANK, "TGTA");
            other.visualisation.put("mediaType", "text/html");
            other.visualisation.put(
                    "contentBase64", Base64.getEncoder().encodeToString("<script>".getBytes(StandardCharsets.UTF_8)));
            String id = other.send().then().extract().path("billId");

            var document = as(BANK).get("/bills/" + id + "/document").then().statusCode(200);
            document.header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox");
            assertThat(document.extract().asString()).isEqualTo("<script>");
        }

        @Test
        void shouldDoWithoutARendering() {
            fromElsewhere(BANK, "TGTA");
            other.visualisation = null;
            String id = other.send()
                    .then()
                    .body("result", equalTo("ACCEPTED"))
                    .extract()
                    .path("billId");

            assertThat(as(BANK).get("/bills/" + id + "/document").asString()).isEqualTo(other.transportDocument);
            read(BANK, id).then().statusCode(200).body("digest", nullValue());
        }

        @Test
        void shouldJudgeOnlyInADryRun() {
            fromElsewhere(BANK, "TGTA");
            other.send(other.entries, other.transactions, "?dryRun=true").then().body("result", equalTo("ACCEPTED"));

            other.send().then().body("result", equalTo("ACCEPTED"));
            other.send().then().body("result", equalTo("DUPLICATE"));
        }

        @Test
        void shouldNotAcceptForAnUnknownRecipientOrAnotherPlatform() {
            unacceptable(fromElsewhere(STRANGER, "TGTA"));
            other.entries.clear();
            other.transactions.clear();
            unacceptable(fromElsewhere(BANK, "TGTC"));
        }

        @Test
        void shouldNotMakeTwoPartiesHoldersAtOnce() {
            fromElsewhere(BANK, "TGTA");
            var codes = (ArrayNode) other.transactions.get(2).at("/recipient/identifyingCodes");
            codes.addObject().put("codeListProvider", "GLEIF").put("partyCode", Registry.ISSUING_BANK.partyCode());
            unacceptable(other);

            var scac = new PartyId("SMDG", "TWO");
            register(scac);
            ((ObjectNode) codes.get(1)).put("codeListProvider", "SMDG").put("partyCode", scac.partyCode());
            unacceptable(other);

            ((ObjectNode) codes.get(1)).put("partyCode", "NOBODY");
            other.send().then().body("result", equalTo("ACCEPTED"));
        }

        @Test
        void shouldNotAcceptWhatSaysItWasIssuedHere() {
            fromElsewhere(BANK, "TGTA");
            other.entries.clear();
            other.transactions.clear();
            other.acts("ISSUE", CARRIER, "TGTA", SHIPPER, "TGTB");

            unacceptable(other.acts("TRANSFER", SHIPPER, "TGTB", BANK, "TGTA"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "{\"actionCode\":\"STEAL\"}",
                    "{\"actionCode\":\"TRANSFER\",\"actionDateTime\":\"2026-11-20T00:00:00Z\"}",
                    "{\"actionCode\":\"TRANSFER\",\"actor\":{\"partyName\":\"X\",\"eblPlatform\":\"TGTB\","
                            + "\"identifyingCodes\":[]},\"actionDateTime\":\"2026-11-20T00:00:00Z\"}",
                    "\"text\""
                })
        void shouldNotAcceptWhatIsNotATransaction(String transaction) throws Exception {
            fromElsewhere(BANK, "TGTA");
            other.transactions.add(new ObjectMapper().readTree(transaction));

            unacceptable(other);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u0000", "\u0007", "\ud83d"})
        void shouldNotAcceptTextThatCannotBeKept(String bad) {
            fromElsewhere(BANK, "TGTA");
            var recipient = (ObjectNode) other.transactions.get(2).path("recipient");
            recipient.put("partyName", "a" + bad + "b");
            other.entries.set(2, OtherPlatform.jws("another entry"));

            Registry.gateway()
                    .body(other.body().toString().replace("\ud83d", "\\ud83d"))
                    .post("/gateway/received-envelopes")
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("UNACCEPTABLE"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{}", "[", "{\"transportDocumentReference\":\"X\"}"})
        void shouldNotAcceptWhatIsNotATransportDocument(String text) {
            fromElsewhere(BANK, "TGTA");
            other.transportDocument = text;

            unacceptable(other);
        }

        @Test
        void shouldBeDisputedWhenTheNumberIsAnotherDocumentHere() throws Exception {
            fromElsewhere(BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
            other.transportDocument = other.transportDocument.replace("CLEAN ON BOARD", "CLEAN ON DECK");

            other.send().then().body("result", equalTo("DISPUTED")).body("reason", notNullValue());
            assertThat(disputes()).isPositive();
        }

        @Test
        void shouldBeAcceptedOnceHoweverOftenItComesAtOnce() throws Exception {
            fromElsewhere(BANK, "TGTA");
            var pool = Executors.newFixedThreadPool(8);
            try {
                List<Callable<String>> calls = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    calls.add(
                            () -> other.send().then().statusCode(200).extract().path("result"));
                }
                List<String> results = new ArrayList<>();
                for (var result : pool.invokeAll(calls)) {
                    results.add(result.get());
                }
                assertThat(results).containsOnlyOnce("ACCEPTED").contains("DUPLICATE");
                assertThat(results).containsOnly("ACCEPTED", "DUPLICATE");
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Nested
    class SurrenderingThere {

        @Test
        void shouldWaitForTheCarriersAnswerFromItsPlatform() {
            String id = fromElsewhere(BANK, "TGTA").send().then().extract().path("billId");
            surrender(BANK, id, 1).then().statusCode(200).body("status", equalTo("PENDING_SURRENDER_FOR_DELIVERY"));
            read(BANK, id).then().body("inTransit.purpose", equalTo("surrender"));
            var envelope = other.fetch(id);
            OtherPlatform.answer(id, envelope, "RECE")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("PENDING_SURRENDER_FOR_DELIVERY"));
            other.accept(envelope);
            act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of())
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-act"));

            other.acts("SACC", CARRIER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
            read(BANK, id).then().body("status", equalTo("SURRENDERED_FOR_DELIVERY"));
            transfer(BANK, SHIPPER, id, 4).then().statusCode(409);
        }

        @Test
        void shouldGoBackToTheHolderWhenTheCarrierRefusesBeforeTheAnswerIsKnown() {
            String id = fromElsewhere(BANK, "TGTA").send().then().extract().path("billId");
            surrender(BANK, id, 1).then().statusCode(200);
            var envelope = other.fetch(id);
            other.accept(envelope);

            other.acts("SREJ", CARRIER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
            read(BANK, id).then().body("status", equalTo("ISSUED")).body("holder.party", equalTo(BANK.toString()));
            OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200).body("status", equalTo("ISSUED"));
        }
    }

    private static void unacceptable(OtherPlatform platform) {
        platform.send()
                .then()
                .statusCode(200)
                .body("result", equalTo("UNACCEPTABLE"))
                .body("billId", nullValue())
                .body("reason", notNullValue());
    }

    private long disputes() throws Exception {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from disputes")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
