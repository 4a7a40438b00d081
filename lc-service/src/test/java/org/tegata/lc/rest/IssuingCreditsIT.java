package org.tegata.lc.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.tegata.lc.CreditFixture.ADVISING_BANK;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.IMPORTER;
import static org.tegata.lc.CreditFixture.ISSUING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.CreditFixture.STRANGER;
import static org.tegata.lc.rest.CreditApi.acting;
import static org.tegata.lc.rest.CreditApi.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;
import org.tegata.xml.Digest;

@QuarkusTest
@WithTestResource(InfraTestResource.class)
class IssuingCreditsIT {

    @Inject
    DataSource database;

    @Test
    void shouldIssueACreditFromAnMt700() {
        String mt700 = CreditApi.mt700();

        CreditApi.issue(mt700, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", containsString("/credits/"))
                .body("status", equalTo("ISSUED"))
                .body("confirmation", equalTo("REQUESTED"))
                .body("version", equalTo(1))
                .body("digest", equalTo(Digest.sha256Hex(mt700.getBytes(StandardCharsets.US_ASCII))))
                .body("amount.currency", equalTo("EUR"))
                .body("available.amount", equalTo("250000.00"))
                .body("examiningBank", equalTo(ISSUING_BANK.toString()))
                .body("latestShipment", equalTo("2026-12-20"));
    }

    @Test
    void shouldGiveTheBytesBackToABankExactly() {
        String mt700 = CreditApi.mt700();
        String id = CreditApi.anIssuedCredit(mt700);

        var response = as(ADVISING_BANK).accept("text/plain").get("/credits/" + id + "/document");

        response.then().statusCode(200).header("Repr-Digest", startsWith("sha-256=:"));
        assertThat(response.asByteArray()).isEqualTo(mt700.getBytes(StandardCharsets.US_ASCII));
        as(ISSUING_BANK)
                .accept("application/xml")
                .get("/credits/" + id + "/document")
                .then()
                .statusCode(200)
                .body(
                        containsString("urn:tegata:data:standard:LetterOfCredit:1"),
                        containsString("CONFIRMATION COMMISSION"));
    }

    @Test
    void shouldNotShowTheBeneficiaryWhatIsForBanksOnly() {
        String id = CreditApi.anIssuedCredit();
        for (var reader : new PartyId[] {SHIPPER, IMPORTER}) {
            for (String type : new String[] {"text/plain", "application/xml"}) {
                as(reader)
                        .accept(type)
                        .get("/credits/" + id + "/document")
                        .then()
                        .statusCode(200)
                        .header("Tegata-Withheld", "49H")
                        .body(not(containsString("CONFIRMATION COMMISSION")))
                        .body(not(containsString("49H")))
                        .body(containsString("CNC MACHINING CENTRES"));
            }
        }
    }

    @Test
    void shouldAnswerARepeatWithTheSameCredit() {
        String mt700 = CreditApi.mt700();
        String key = UUID.randomUUID().toString();
        String first =
                CreditApi.issue(mt700, key).then().statusCode(201).extract().path("id");

        CreditApi.issue(mt700, key)
                .then()
                .statusCode(201)
                .body("id", equalTo(first))
                .body("version", equalTo(1));
        CreditApi.issue(CreditApi.mt700(), key)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void shouldRefuseANumberThatTheBankHasUsed() {
        String mt700 = CreditApi.mt700();
        CreditApi.anIssuedCredit(mt700);

        CreditApi.issue(mt700, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/credit-number-taken"));
    }

    @Test
    void shouldTellEveryFaultOfTheTextAndKeepNothing() throws SQLException {
        long before = count("credit");
        String broken =
                CreditApi.mt700().replace("EUR250000,00", "USD125000.50").replace(":49:CONFIRM", ":49:PERHAPS");

        CreditApi.issue(broken, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/mt700-invalid"))
                .body("findings.ruleId", hasItems("T43", "T67"))
                .body("findings.location", hasItems(":32B:", ":49:"));

        assertThat(count("credit")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "{1:F01ALSBDEHHAXXX0000000000}{2:I700NANWJPJSXXXXN}{4:\r\n-}",
                "{4:\n:20:\n-}",
                "{\"credit\":true}"
            })
    void shouldRefuseWhatIsNoMt700(String nonsense) {
        CreditApi.issue(nonsense, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/mt700-invalid"))
                .body("findings", notNullValue());
    }

    @Test
    void shouldRefuseABodyThatIsTooLarge() {
        CreditApi.issue("X".repeat(300_000), UUID.randomUUID().toString())
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/payload-too-large"));
    }

    @Test
    void shouldRefuseAnotherMediaType() {
        acting(ISSUING_BANK, 1)
                .contentType("application/xml")
                .body("<x/>")
                .post("/credits")
                .then()
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
    }

    @Test
    void shouldRefuseACallWithoutPartiesOrKey() {
        as(ISSUING_BANK)
                .contentType("text/plain")
                .header("Idempotency-Key", "k")
                .body(CreditApi.mt700())
                .post("/credits")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-request"));
        as(ISSUING_BANK)
                .contentType("text/plain")
                .queryParam("applicant", "GLEIF:NOTALEI")
                .header("Idempotency-Key", "k")
                .body(CreditApi.mt700())
                .post("/credits")
                .then()
                .statusCode(400);
        as(ISSUING_BANK)
                .contentType("text/plain")
                .queryParam("applicant", IMPORTER.toString())
                .queryParam("beneficiary", SHIPPER.toString())
                .queryParam("advisingBank", ADVISING_BANK.toString())
                .body(CreditApi.mt700())
                .post("/credits")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void shouldRefuseACreditThatAsksForConfirmationByNobody() {
        // 58A names the confirming bank by BIC; who that is, the caller must say.
        as(ISSUING_BANK)
                .contentType("text/plain")
                .queryParam("applicant", IMPORTER.toString())
                .queryParam("beneficiary", SHIPPER.toString())
                .queryParam("advisingBank", ADVISING_BANK.toString())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(CreditApi.mt700())
                .post("/credits")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/parties-invalid"));
    }

    @Test
    void shouldNotExistForAStranger() {
        String id = CreditApi.anIssuedCredit();
        for (String path : new String[] {"", "/document", "/presentations/" + UUID.randomUUID()}) {
            as(STRANGER)
                    .get("/credits/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
        for (String act : new String[] {"advise", "confirm", "decline-confirmation"}) {
            // Not even a missing header is told.
            as(STRANGER).post("/credits/" + id + "/" + act).then().statusCode(404);
        }
        as(SHIPPER).get("/credits/" + UUID.randomUUID()).then().statusCode(404);
        as(SHIPPER).get("/credits/not-an-id").then().statusCode(404);
    }

    @Test
    void shouldNeedATokenWithTheScope() {
        String id = CreditApi.anIssuedCredit();

        given().get("/credits/" + id).then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        given().header("Authorization", "Bearer " + TestTokens.token(SHIPPER, "invoices:read"))
                .get("/credits/" + id)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().header("Authorization", "Bearer " + TestTokens.expired(SHIPPER, "credits:read"))
                .get("/credits/" + id)
                .then()
                .statusCode(401);
    }

    @Test
    void shouldActOnceInTheRightStateOnTheRightVersionByTheRightParty() {
        String id = CreditApi.anIssuedCredit();
        String advise = "/credits/" + id + "/advise";

        acting(SHIPPER, 1).post(advise).then().statusCode(403).body("type", equalTo("/problems/not-your-act"));
        acting(ADVISING_BANK, 7)
                .post(advise)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/version-mismatch"));
        as(ADVISING_BANK).header("Idempotency-Key", "a").post(advise).then().statusCode(428);
        as(ADVISING_BANK).header("If-Match", "\"1\"").post(advise).then().statusCode(400);
        String key = UUID.randomUUID().toString();
        for (int attempt = 0; attempt < 2; attempt++) {
            as(ADVISING_BANK)
                    .header("Idempotency-Key", key)
                    .header("If-Match", "\"1\"")
                    .post(advise)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"2\"")
                    .body("status", equalTo("ADVISED"));
        }
        acting(ADVISING_BANK, 2).post(advise).then().statusCode(409).body("type", equalTo("/problems/wrong-state"));
        acting(CONFIRMING_BANK, 2)
                .post("/credits/" + id + "/confirm")
                .then()
                .statusCode(200)
                .body("confirmation", equalTo("CONFIRMED"))
                .body("examiningBank", equalTo(CONFIRMING_BANK.toString()));
        acting(CONFIRMING_BANK, 3)
                .post("/credits/" + id + "/decline-confirmation")
                .then()
                .statusCode(409);
    }

    @Test
    void shouldLetTheConfirmingBankDecline() {
        String id = CreditApi.anIssuedCredit();

        acting(CONFIRMING_BANK, 1)
                .post("/credits/" + id + "/decline-confirmation")
                .then()
                .statusCode(200)
                .body("confirmation", equalTo("DECLINED"))
                .body("examiningBank", equalTo(ISSUING_BANK.toString()));
    }

    @Test
    void shouldListTheCreditsOfAPartyNewestFirstInPages() {
        String older = CreditApi.anIssuedCredit();
        String newer = CreditApi.anIssuedCredit();

        var first = as(IMPORTER)
                .queryParam("limit", 1)
                .get("/credits")
                .then()
                .statusCode(200)
                .extract();
        assertThat(first.<String>path("items[0].id")).isEqualTo(newer);
        as(IMPORTER)
                .queryParam("limit", 1)
                .queryParam("cursor", first.<String>path("next"))
                .get("/credits")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(older));
        as(STRANGER)
                .get("/credits")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", equalTo(null));
        as(IMPORTER).queryParam("limit", 0).get("/credits").then().statusCode(400);
        as(IMPORTER).queryParam("cursor", "nonsense").get("/credits").then().statusCode(400);
    }

    private long count(String table) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
