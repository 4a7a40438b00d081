package org.tegata.lc.rest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.tegata.access.PartyId;
import org.tegata.embedded.TestTokens;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.TestFiles;

/** The API as its callers use it. */
final class CreditApi {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private CreditApi() {}

    /** The sample credit under a number that no other test uses. */
    static String mt700() {
        return new String(TestFiles.sampleCredit(), StandardCharsets.US_ASCII)
                .replace("ALSBLC-2026-0042", "ALSB-T-%06d".formatted(NUMBERS.incrementAndGet()));
    }

    static RequestSpecification as(PartyId party) {
        return given().header("Authorization", "Bearer " + TestTokens.token(party, "credits:read", "credits:write"));
    }

    /** A call that acts: with a key of its own, on this version. */
    static RequestSpecification acting(PartyId party, long version) {
        return as(party).header("Idempotency-Key", UUID.randomUUID().toString()).header("If-Match", etag(version));
    }

    static String etag(long version) {
        return "\"" + version + "\"";
    }

    static Response issue(String mt700, String idempotencyKey) {
        return as(CreditFixture.ISSUING_BANK)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("text/plain")
                .queryParam("applicant", CreditFixture.IMPORTER.toString())
                .queryParam("beneficiary", CreditFixture.SHIPPER.toString())
                .queryParam("advisingBank", CreditFixture.ADVISING_BANK.toString())
                .queryParam("confirmingBank", CreditFixture.CONFIRMING_BANK.toString())
                .body(mt700.getBytes(StandardCharsets.US_ASCII))
                .post("/credits");
    }

    static String anIssuedCredit() {
        return anIssuedCredit(mt700());
    }

    static String anIssuedCredit(String mt700) {
        return issue(mt700, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Advised and confirmed: version 3. */
    static String aConfirmedCredit() {
        return confirmed(anIssuedCredit());
    }

    static String confirmed(String id) {
        acting(CreditFixture.ADVISING_BANK, 1)
                .post("/credits/" + id + "/advise")
                .then()
                .statusCode(200);
        acting(CreditFixture.CONFIRMING_BANK, 2)
                .post("/credits/" + id + "/confirm")
                .then()
                .statusCode(200);
        return id;
    }

    static Response present(String creditId, long version, UUID invoice, UUID bill, long billVersion, String amount) {
        return acting(CreditFixture.SHIPPER, version)
                .contentType("application/json")
                .body("""
                        {"invoiceId":"%s","invoiceDigest":"%s","billId":"%s","billDigest":"%s","billVersion":%d,
                         "drawing":{"currency":"EUR","amount":"%s"}}
                        """.formatted(invoice, CreditFixture.DIGEST, bill, CreditFixture.DIGEST, billVersion, amount))
                .post("/credits/" + creditId + "/presentations");
    }

    /** Without a body, and so without a media type. */
    static Response examine(String creditId, String presentationId, long version) {
        return acting(CreditFixture.CONFIRMING_BANK, version)
                .post("/credits/" + creditId + "/presentations/" + presentationId + "/examine");
    }
}
