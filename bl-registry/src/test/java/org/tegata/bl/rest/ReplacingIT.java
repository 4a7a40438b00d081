package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.issue;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.xml;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;

/** Amended bills (MLETR art. 16), and paper both ways (art. 17 and 18), end to end. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ReplacingIT {

    @BeforeEach
    void parties() {
        register();
    }

    private static byte[] amended(String number) {
        return new String(xml(number), StandardCharsets.UTF_8)
                .replace("CLEAN ON BOARD", "CLEAN ON BOARD, AMENDED")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Response replacement(PartyId party, String query, byte[] xml) {
        return as(party)
                .header("Idempotency-Key", key())
                .contentType("application/xml")
                .body(xml)
                .post("/bills?" + query);
    }

    private static String surrendered(String number, String reason) {
        var id = issued(number);
        act(SHIPPER, id, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", reason))
                .then()
                .statusCode(200);
        return id;
    }

    @Nested
    class Amending {

        @Test
        void shouldTakeThePlaceOfTheOldBillAndSayWhatIsDifferent() {
            var number = newNumber();
            var old = surrendered(number, "COD");
            act(CARRIER, old, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);

            var draft = replacement(CARRIER, "replaces=" + old, amended(number));
            draft.then()
                    .statusCode(201)
                    .body("replaces.billId", equalTo(old))
                    .body("replaces.because", equalTo("AMENDED"));
            issue(draft, Map.of()).then().statusCode(200);
            String id = draft.path("id");

            read(SHIPPER, old)
                    .then()
                    .body("replacedBy", equalTo(id))
                    .body("status", equalTo("SURRENDERED_FOR_AMENDMENT"));
            var differences =
                    as(SHIPPER).get("/bills/" + id + "/differences").then().statusCode(200);
            assertThat(differences.extract().asString()).contains("AMENDED");
            assertThat(differences.extract().<List<String>>path("path"))
                    .isNotEmpty()
                    .allMatch(at -> at.startsWith("/"));
            assertThat(as(SHIPPER).get("/bills/" + id + "/rendering").asString())
                    .contains("Amended information", "CLEAN ON BOARD, AMENDED");
            as(BANK).get("/bills/" + id + "/differences").then().statusCode(404);
            as(SHIPPER).get("/bills/" + old + "/differences").then().statusCode(404);
            replacement(CARRIER, "replaces=" + old, amended(newNumber()))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/already-replaced"));
        }

        @Test
        void shouldBeTheCarriersAndOnlyOnceTheHolderHasGivenTheBillBack() {
            var number = newNumber();
            var id = issued(number);
            var other = newNumber();

            replacement(CARRIER, "replaces=" + id, amended(other))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/not-replaceable"));
            replacement(BANK, "replaces=" + id, amended(other)).then().statusCode(404);
            replacement(SHIPPER, "replaces=" + id, amended(other)).then().statusCode(403);
            replacement(CARRIER, "replaces=" + UUID.randomUUID(), amended(other))
                    .then()
                    .statusCode(404);
            replacement(CARRIER, "fromPaper=true&replaces=" + id, amended(other))
                    .then()
                    .statusCode(400);
        }

        @Test
        void shouldNotTakeControlFromWhoeverGaveUpTheOldBill() {
            var number = newNumber();
            var old = issued(number);
            act(SHIPPER, old, 2, "BLANK_ENDORSE", Map.of()).then().statusCode(200);
            act(SHIPPER, old, 3, "TRANSFER", Map.of("recipient", Map.of("party", BANK.toString())))
                    .then()
                    .statusCode(200);
            act(BANK, old, 4, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", "COD"))
                    .then()
                    .statusCode(200);
            act(CARRIER, old, 5, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);

            replacement(CARRIER, "issueTo=" + SHIPPER + "&replaces=" + old, amended(number))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/bill-without-holder"));
            var draft = replacement(CARRIER, "replaces=" + old, amended(number));
            issue(draft, Map.of()).then().statusCode(200).body("holder.party", equalTo(BANK.toString()));
        }

        @Test
        void shouldNotBeIssuedAsIfItHadBeenPaper() {
            var number = newNumber();
            var old = surrendered(number, "COD");
            act(CARRIER, old, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);
            var draft = replacement(CARRIER, "replaces=" + old, amended(number));

            issue(draft, Map.of("originals", 3, "place", "Kobe"))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/attestation-missing"));
        }
    }

    @Nested
    class OnPaper {

        private String paper(String number) {
            var id = surrendered(number, "SWTP");
            act(CARRIER, id, 3, "SWITCH_TO_PAPER", Map.of("originals", 3, "place", "Kobe"))
                    .then()
                    .statusCode(200)
                    .body("entries[0].changeOfMedium.originals", equalTo(3));
            return id;
        }

        @Test
        void shouldNeedTheAttestationOfWhatWasIssuedAndWhere() {
            var id = surrendered(newNumber(), "SWTP");

            act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of())
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/paper-asked"));
            for (var half : List.of(Map.<String, Object>of(), Map.of("originals", 3), Map.of("place", "Kobe"))) {
                act(CARRIER, id, 3, "SWITCH_TO_PAPER", half)
                        .then()
                        .statusCode(422)
                        .body("type", equalTo("/problems/attestation-missing"));
            }
        }

        @Test
        void shouldLeaveARecordWithoutEffect() {
            var id = paper(newNumber());

            read(SHIPPER, id)
                    .then()
                    .body("medium", equalTo("PAPER"))
                    .body("changesOfMedium[0].direction", equalTo("TO_PAPER"))
                    .body("changesOfMedium[0].place", equalTo("Kobe"));
            for (var party : List.of(SHIPPER, CARRIER)) {
                for (var act : List.of("SIGN", "VOID", "SURRENDER_FOR_DELIVERY", "REFUSE_SURRENDER")) {
                    act(party, id, 4, act, Map.of()).then().statusCode(409);
                }
                as(party).get("/bills/" + id + "/proof-of-control").then().statusCode(oneOf(403, 409));
                var page = as(party).get("/bills/" + id + "/rendering").asString();
                assertThat(page)
                        .contains("COPY \u2013 NOT THE RECORD", "3 paper originals", "Kobe", "\u539f\u672c3\u901a");
                assertThat(page).doesNotContain("ORIGINAL<");
            }
        }

        @Test
        void shouldComeBackWhenAllOriginalsAreCancelled() {
            var number = newNumber();
            var old = paper(number);
            var draft = replacement(CARRIER, "replaces=" + old + "&issueTo=" + SHIPPER, amended(number));
            draft.then().statusCode(201).body("replaces.because", equalTo("FROM_PAPER"));

            for (var missing : List.of(Map.<String, Object>of(), Map.of("originals", 2, "place", "Tokyo"))) {
                issue(draft, missing).then().statusCode(422).body("type", equalTo("/problems/attestation-missing"));
            }
            issue(draft, Map.of("originals", 3, "place", "Tokyo")).then().statusCode(200);

            String id = draft.path("id");
            read(SHIPPER, id)
                    .then()
                    .body("medium", equalTo("ELECTRONIC"))
                    .body("changesOfMedium[0].direction", equalTo("FROM_PAPER"))
                    .body("holder.party", equalTo(SHIPPER.toString()));
            assertThat(as(SHIPPER).get("/bills/" + id + "/rendering").asString())
                    .contains("ORIGINAL<", "3 paper originals, all cancelled at Tokyo");
        }

        @Test
        void shouldComeInFromPaperThatNeverWasHere() {
            for (var unclear : List.of("1", "yes", "TRUE", "true%20")) {
                replacement(CARRIER, "fromPaper=" + unclear, xml(newNumber()))
                        .then()
                        .statusCode(400);
            }
            replacement(CARRIER, "fromPaper=true", xml(newNumber()))
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/bill-without-holder"));
            var draft = replacement(CARRIER, "fromPaper=true&issueTo=" + BANK, xml(newNumber()));
            draft.then().statusCode(201).body("replaces.because", equalTo("FROM_PAPER"));

            issue(draft, Map.of()).then().statusCode(422).body("type", equalTo("/problems/attestation-missing"));
            issue(draft, Map.of("originals", 1, "place", "Kobe")).then().statusCode(200);
            read(SHIPPER, draft.path("id")).then().body("holder.party", equalTo(BANK.toString()));
            as(SHIPPER)
                    .get("/bills/" + draft.path("id") + "/differences")
                    .then()
                    .statusCode(404);
        }
    }
}
