package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.bl.Contracts;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.KafkaTopics;

/** A sea waybill end to end: on record, read, amended, on paper; and nothing of it passes on. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class SeaWaybillIT {

    private static final List<String> OF_TITLE =
            List.of("TRANSFER", "ENDORSE", "ENDORSE_TO_ORDER", "BLANK_ENDORSE", "PLEDGE", "SURRENDER_FOR_DELIVERY");

    @Inject
    Waybills waybills;

    @BeforeEach
    void parties() {
        Registry.register();
    }

    private String waybill() {
        return waybills.issued(BANK, "Setouchi Ocean Line");
    }

    private static Response tried(String id, String act) {
        boolean names = !act.startsWith("BLANK") && !act.startsWith("SURRENDER");
        return act(SHIPPER, id, 2, act, names ? recipient(ISSUING_BANK, "TGTA") : Map.of());
    }

    @Nested
    class Here {

        @Test
        void shouldRefuseWhatPassesTitleOnAndStayWhereItIs() {
            var id = waybill();

            for (var act : OF_TITLE) {
                tried(id, act)
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("/problems/not-negotiable"))
                        .body("detail", containsString("no document of title"));
            }
            act(SHIPPER, id, 2, "TRANSFER", recipient(BANK, "TGTB"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/not-negotiable"));
            read(SHIPPER, id)
                    .then()
                    .body("kind", equalTo("SEA_WAYBILL"))
                    .body("toOrder", equalTo(false))
                    .body("version", equalTo(2))
                    .body("holder.party", equalTo(SHIPPER.toString()));
        }

        @Test
        void shouldTellBeforehandWhatItWouldRefuse() {
            var acts = as(SHIPPER).get("/bills/" + waybill() + "/acts").then().statusCode(200);

            List<String> allowed = acts.extract().path("acts.findAll { it.allowed }.act");
            List<String> refused =
                    acts.extract().path("acts.findAll { it.refusal?.type == '/problems/not-negotiable' }.act");
            assertThat(allowed).containsExactly("SIGN", "SURRENDER_FOR_AMENDMENT");
            assertThat(refused).containsExactlyInAnyOrderElementsOf(OF_TITLE);
        }

        @Test
        void shouldBeReadByItsConsigneeOnceItIsIssued() {
            var draft = waybills.drafted(BANK, "Setouchi Ocean Line");
            read(BANK, draft).then().statusCode(404);

            var id = waybill();
            read(BANK, id).then().statusCode(200).body("consignee.party", equalTo(BANK.toString()));
            read(ISSUING_BANK, id).then().statusCode(404);
            act(BANK, id, 2, "SURRENDER_FOR_DELIVERY", Map.of())
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-your-act"));
        }

        @Test
        void shouldBeToldAsASeaWaybillInTheWordsOfTheContract() {
            var id = waybill();

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var told = KafkaTopics.read("bills").stream()
                        .filter(entry -> id.equals(entry.key()) && entry.value().contains("bill.issued.v1"))
                        .findFirst();
                assertThat(told).isPresent();
                var event = new ObjectMapper().readTree(told.get().value());
                assertThat(Contracts.faults("bill.issued.v1", event)).isEmpty();
                assertThat(event.at("/data/facts/typeCode").textValue()).isEqualTo("710");
                assertThat(event.at("/data/facts/toOrder").booleanValue()).isFalse();
                assertThat(event.at("/data/facts/consignee/party").textValue()).isEqualTo(BANK.toString());
                assertThat(event.at("/data/title/toOrder").booleanValue()).isFalse();
            });
        }

        @Test
        void shouldBeAmendedOnPaperOrVoided() {
            var paper = waybill();
            act(SHIPPER, paper, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", "SWTP"))
                    .then()
                    .statusCode(200);
            act(CARRIER, paper, 3, "SWITCH_TO_PAPER", Map.of("originals", 1, "place", "Kobe"))
                    .then()
                    .statusCode(200);
            String said = read(SHIPPER, paper)
                    .then()
                    .body("medium", equalTo("PAPER"))
                    .extract()
                    .path("changesOfMedium[0].statement");
            assertThat(said).contains("this electronic sea waybill was replaced");

            var amended = waybill();
            act(SHIPPER, amended, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", "COD"))
                    .then()
                    .statusCode(200);
            act(CARRIER, amended, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);

            act(CARRIER, waybill(), 2, "VOID", Map.of()).then().statusCode(200).body("status", equalTo("VOIDED"));
        }
    }

    @Nested
    class FromElsewhere {

        private final OtherPlatform other = new OtherPlatform();

        @BeforeEach
        void document() {
            other.transportDocument = Waybills.document(newNumber(), BANK);
        }

        @Test
        void shouldBeTakenAsItWasIssuedAndNotLeaveAgain() {
            other.acts("ISSUE", CARRIER, "TGTB", SHIPPER, "TGTA");
            String id = other.send()
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("ACCEPTED"))
                    .extract()
                    .path("billId");

            read(SHIPPER, id)
                    .then()
                    .body("kind", equalTo("SEA_WAYBILL"))
                    .body("holder.party", equalTo(SHIPPER.toString()));
            act(SHIPPER, id, 1, "TRANSFER", recipient(BANK, "TGTA"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("/problems/not-negotiable"));
            act(SHIPPER, id, 1, "SURRENDER_FOR_AMENDMENT", Map.of()).then().statusCode(200);
            read(SHIPPER, id).then().body("inTransit.recipientPlatform", equalTo("TGTB"));
        }

        @Test
        void shouldNotBeTakenOnceSomebodyHasPassedItOn() {
            other.acts("ISSUE", CARRIER, "TGTB", SHIPPER, "TGTB");
            other.acts("TRANSFER", SHIPPER, "TGTB", BANK, "TGTA");

            other.send()
                    .then()
                    .statusCode(200)
                    .body("result", equalTo("UNACCEPTABLE"))
                    .body("reason", containsString("no document of title"));
        }
    }
}
