package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.tegata.bl.rest.Printed.html;
import static org.tegata.bl.rest.Printed.json;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.issue;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.surrender;
import static org.tegata.bl.rest.Registry.transfer;
import static org.tegata.bl.rest.Registry.xml;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tegata.bl.application.VerificationAddress;
import org.tegata.bl.domain.Bills;
import org.tegata.embedded.InfraTestResource;

/** The page that a print leads to: it tells who holds the print what became of the bill, and nobody anything else. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class VerifyIT {

    @Inject
    Bills bills;

    @Inject
    Waybills waybills;

    @Inject
    VerificationAddress addresses;

    @BeforeEach
    void parties() {
        register();
    }

    private static String state(Printed print) {
        return json(print.path()).then().statusCode(200).extract().path("state");
    }

    private static String surrendered(String reason) {
        var id = issued();
        act(SHIPPER, id, 2, "SURRENDER_FOR_AMENDMENT", Map.of("reasonCode", reason))
                .then()
                .statusCode(200);
        return id;
    }

    @Nested
    class WithThePrintInHand {

        @Test
        void shouldSayWhatThePrintSaysAndThatNothingHasChanged() {
            var number = newNumber();
            var id = issued(number);
            var bill = read(SHIPPER, id);
            var print = Printed.of(id);

            json(print.path())
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .body("billId", equalTo(id))
                    .body("transportDocumentReference", equalTo(number))
                    .body("kind", equalTo("BILL_OF_LADING"))
                    .body("carrier", equalTo(bill.path("carrier.partyName")))
                    .body("issuedAt", equalTo(bill.path("transactions[0].actionDateTime")))
                    .body("state", equalTo("IN_CIRCULATION"))
                    .body("latest", equalTo(true))
                    .body("transportDocumentChecksum", equalTo(bill.path("transportDocumentChecksum")))
                    .body("platform", equalTo("TGTA"))
                    .body("keys", containsString("/.well-known/jwks.json"))
                    .body("notice", containsString("gives no control"));
            var page = html(print.path());
            page.then().statusCode(200).contentType("text/html;charset=UTF-8");
            assertThat(page.asString())
                    .contains(
                            "Bill of lading " + number,
                            "船荷証券",
                            bill.path("carrier.partyName"),
                            bill.path("transportDocumentChecksum"),
                            "Nothing has been recorded since this was printed.",
                            "In circulation.",
                            "This page is not the bill and gives no control over it.",
                            "この画面は原本ではなく");
        }

        @Test
        void shouldSayThatTheRecordHasMovedOn() {
            var id = issued();
            var before = Printed.of(id);
            transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

            json(before.path()).then().statusCode(200).body("latest", equalTo(false));
            assertThat(html(before.path()).asString())
                    .contains("The record has moved on since this was printed.")
                    .doesNotContain("Nothing has been recorded");
            json(Printed.of(id).path()).then().body("latest", equalTo(true));
        }

        /** The address that goes into the QR code is the one that answers. */
        @Test
        void shouldBeWhereTheCodeOnThePrintLeads() {
            var id = issued();
            var address = addresses.of(bills.record(UUID.fromString(id)).atHead());

            assertThat(address)
                    .isEqualTo("http://localhost:8083" + Printed.of(id).path());
            json(address.substring("http://localhost:8083".length())).then().statusCode(200);
            assertThat(addresses.keys()).isEqualTo("http://localhost:8083/.well-known/jwks.json");
        }

        @Test
        void shouldCallASeaWaybillASeaWaybill() {
            var id = waybills.issued(BANK, "Setouchi Ocean Line");

            json(Printed.of(id).path()).then().statusCode(200).body("kind", equalTo("SEA_WAYBILL"));
            assertThat(html(Printed.of(id).path()).asString())
                    .contains("Sea waybill", "海上運送状", "Whether the goods were delivered is not recorded here.")
                    .doesNotContain("Bill of lading", "In circulation");
        }

        @Test
        void shouldRunNothingOfWhatTheDocumentSays() {
            var id = waybills.issued(BANK, "<script>alert(1)</script> {shown.bill} \"O'Line\" & 海運");

            assertThat(html(Printed.of(id).path()).asString())
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt; {shown.bill}", "&amp; 海運")
                    .doesNotContain("<script");
        }

        @Test
        void shouldBeAPageForBrowsersAndWhoeverDoesNotSay() {
            var path = Printed.of(issued()).path();

            for (var accept : List.of("*/*", "text/html", "text/html,application/xhtml+xml,*/*;q=0.8")) {
                given().accept(accept).get(path).then().contentType(startsWith("text/html"));
            }
            given().accept("application/json").get(path).then().contentType(startsWith("application/json"));
        }

        @Test
        void shouldBeKeptFoundAndFramedByNobody() {
            var print = Printed.of(issued());
            var wrong = new Printed(print.id(), print.head(), "0".repeat(16));

            for (var answer : List.of(html(print.path()), json(print.path()), html(wrong.path()), json(wrong.path()))) {
                answer.then()
                        .header("Cache-Control", equalTo("no-store"))
                        .header("X-Robots-Tag", containsString("noindex"))
                        .header("Referrer-Policy", equalTo("no-referrer"))
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .header("Content-Security-Policy", containsString("default-src 'none'"))
                        .header("Set-Cookie", nullValue());
            }
            assertThat(html(print.path()).asString()).contains("content=\"noindex, nofollow\"");
        }
    }

    @Nested
    class States {

        @Test
        void shouldBeInCirculationWhoeverHasItAndWhateverIsAsked() {
            var id = issued();
            var print = Printed.of(id);
            act(SHIPPER, id, 2, "PLEDGE", recipient(BANK, "TGTA")).then().statusCode(200);
            assertThat(state(print)).isEqualTo("IN_CIRCULATION");
            var pledged = html(print.path()).asString() + json(print.path()).asString();
            act(BANK, id, 3, "RELEASE", Map.of()).then().statusCode(200);
            surrender(SHIPPER, id, 4).then().statusCode(200);
            var asked = html(print.path()).asString() + json(print.path()).asString();

            assertThat(asked)
                    .as("what is told does not depend on what its parties do")
                    .isEqualTo(pledged);
            for (var party : List.of(SHIPPER, BANK)) {
                assertThat(asked).doesNotContain(party.partyCode());
            }
            assertThat(asked).doesNotContain("pledge", "ledgee", "holder", "Hanshin", "Party ");
        }

        @Test
        void shouldSayThatAnotherPlatformHasIt() {
            var id = issued();
            var print = Printed.of(id);
            send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);
            assertThat(state(print)).isEqualTo("IN_CIRCULATION");

            OtherPlatform.answer(id, new OtherPlatform().fetch(id), "RECE")
                    .then()
                    .statusCode(200);

            assertThat(state(print)).isEqualTo("ON_ANOTHER_PLATFORM");
            assertThat(html(print.path()).asString())
                    .contains("on another platform")
                    .doesNotContain("TGTB", IMPORTER.partyCode());
        }

        @Test
        void shouldSayThatItIsSurrenderedOrVoid() {
            var id = issued();
            var delivered = Printed.of(id);
            surrender(SHIPPER, id, 2).then().statusCode(200);
            act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);
            assertThat(state(delivered)).isEqualTo("SURRENDERED");
            assertThat(html(delivered.path()).asString()).contains("Surrendered to the carrier");

            var cancelled = issued();
            var print = Printed.of(cancelled);
            act(CARRIER, cancelled, 2, "VOID", Map.of()).then().statusCode(200);
            assertThat(state(print)).isEqualTo("VOID");
            assertThat(html(print.path()).asString()).contains("Void: cancelled by the carrier");
        }

        @Test
        void shouldSayThatItIsOnPaper() {
            var id = surrendered("SWTP");
            var print = Printed.of(id);
            act(CARRIER, id, 3, "SWITCH_TO_PAPER", Map.of("originals", 3, "place", "Kobe"))
                    .then()
                    .statusCode(200);

            assertThat(state(print)).isEqualTo("ON_PAPER");
            assertThat(html(print.path()).asString()).contains("On paper now").doesNotContain("Kobe");
        }

        /** A draft in its place is not yet another bill. */
        @Test
        void shouldSayThatItIsReplacedOnceTheOtherBillIsIssued() {
            var id = surrendered("COD");
            var print = Printed.of(id);
            act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);
            assertThat(state(print)).isEqualTo("SURRENDERED");

            var amended = new String(xml(newNumber()), StandardCharsets.UTF_8).replace("CLEAN ON", "CLEAN, ON");
            var draft = as(CARRIER)
                    .header("Idempotency-Key", key())
                    .contentType("application/xml")
                    .body(amended.getBytes(StandardCharsets.UTF_8))
                    .post("/bills?replaces=" + id);
            assertThat(state(print)).isEqualTo("SURRENDERED");
            issue(draft, Map.of()).then().statusCode(200);

            assertThat(state(print)).isEqualTo("REPLACED");
            assertThat(html(print.path()).asString())
                    .contains("Replaced by an amended bill")
                    .doesNotContain(draft.<String>path("id"));
        }
    }
}
