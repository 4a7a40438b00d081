package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.post;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.VerificationKey;

/** Exclusive control as it is shown to others: proofs, originals and copies. Viewing is not control. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ControlResourceIT {

    @Test
    void shouldProveControlToWhoeverHasTheRegistersKeys() throws Exception {
        var id = issued();
        var answer = as(SHIPPER, "bills:read")
                .get("/bills/" + id + "/proof-of-control")
                .then()
                .statusCode(200);

        answer.body("billId", equalTo(id))
                .body("holder.party", equalTo(SHIPPER.toString()))
                .body("head", equalTo(head(SHIPPER, id)))
                .body("version", equalTo(2))
                .body("status", equalTo("ISSUED"));
        String jws = answer.extract().path("jws");
        var keys = given().get("/.well-known/jwks.json").jsonPath().<Map<String, ?>>getList("keys");
        var signed = VerificationKey.fromJwk(json(keys.get(0))).verify(jws, "proof-of-control+jws");
        var statement = JsonPath.from(new String(signed, StandardCharsets.UTF_8));
        assertThat(statement.getString("billId")).isEqualTo(id);
        assertThat(statement.getString("statement")).contains("has no control");
        var stated = Instant.parse(statement.getString("statedAt"));
        assertThat(Instant.parse(statement.getString("expiresAt"))).isEqualTo(stated.plus(Duration.ofHours(24)));
        var bare = as(SHIPPER).accept("application/jose").get("/bills/" + id + "/proof-of-control");
        assertThat(bare.contentType()).startsWith("application/jose");
        assertThat(bare.asString().split("\\.")).hasSize(3);
    }

    @Test
    void shouldProveItToNobodyButTheHolder() {
        var id = issued();
        as(CARRIER).get("/bills/" + id + "/proof-of-control").then().statusCode(403);
        as(BANK).get("/bills/" + id + "/proof-of-control").then().statusCode(404);
        as(STRANGER).get("/bills/" + id + "/proof-of-control").then().statusCode(404);
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        as(SHIPPER).get("/bills/" + id + "/proof-of-control").then().statusCode(403);
        as(BANK).get("/bills/" + id + "/proof-of-control").then().statusCode(200);
        send(BANK, IMPORTER, id, 3).then().statusCode(200);
        OtherPlatform.answer(id, new OtherPlatform().fetch(id), "RECE").then().statusCode(200);
        as(IMPORTER).get("/bills/" + id + "/proof-of-control").then().statusCode(403);
    }

    @Test
    void shouldNotEnableAnyActByAProof() {
        var id = issued();
        String proof = as(SHIPPER).get("/bills/" + id + "/proof-of-control").path("jws");

        post(SHIPPER, id, proof, key()).then().statusCode(400);
    }

    @Test
    void shouldShowTheOriginalToTheHolderAndACopyToOthers() {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        assertThat(page(BANK, id)).contains("ORIGINAL<").doesNotContain("COPY");
        for (var party : List.of(SHIPPER, CARRIER)) {
            assertThat(page(party, id)).contains("COPY \u2013 NOT THE RECORD<").doesNotContain("ORIGINAL<");
        }
        assertThat(page(BANK, id)).contains("transferred possession to", head(BANK, id));
        as(STRANGER).get("/bills/" + id + "/rendering").then().statusCode(404);
    }

    @Test
    void shouldShowForWhomAPledgedBillIsHeld() {
        var id = issued();
        assertThat(page(SHIPPER, id)).doesNotContain("Held as security for");
        act(SHIPPER, id, 2, "PLEDGE", Map.of("recipient", Map.of("party", BANK.toString())))
                .then()
                .statusCode(200);

        assertThat(page(BANK, id)).contains("Held as security for", "ORIGINAL<");
    }

    @Test
    void shouldShowWhatTheDocumentSaysAndRunNothingOfIt() {
        Registry.register();
        var hostile = new String(Registry.xml(Registry.newNumber()), StandardCharsets.UTF_8)
                .replace("CLEAN ON BOARD", "&lt;script&gt;alert(1)&lt;/script&gt; {bill.id} &amp;amp;");
        var draft = Registry.draft(hostile.getBytes(StandardCharsets.UTF_8));
        draft.then().statusCode(201);
        String id = draft.path("id");

        var page = as(CARRIER).get("/bills/" + id + "/rendering").then().statusCode(200);
        page.header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"))
                .contentType("text/html");
        assertThat(page.extract().asString())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; {bill.id} &amp;amp;")
                .doesNotContain("<script");
    }

    /** Nobody who reads the page may think that it is all: as the annex of the PDF does. */
    @Test
    void shouldListWhatTheTransportDocumentCannotSay() {
        Registry.register();
        var text = new String(Registry.xml(Registry.newNumber()), StandardCharsets.UTF_8)
                .replace(">Ocean freight<", ">Ocean &lt;i&gt;freight {bill.id}<");
        String id = Registry.draft(text.getBytes(StandardCharsets.UTF_8)).path("id");
        var unsaid = as(CARRIER).get("/bills/" + id + "/unsaid").jsonPath();

        var page = page(CARRIER, id);

        assertThat(unsaid.getList("value", String.class)).contains("Ocean <i>freight {bill.id}");
        assertThat(unsaid.getList("location", String.class))
                .isNotEmpty()
                .allSatisfy(where -> assertThat(page).contains("<code>" + where + "</code>"));
        assertThat(page)
                .contains("Said in the document that came", "DCSA文書に表現できない記載事項")
                .contains("Ocean &lt;i&gt;freight {bill.id}")
                .doesNotContain("<i>");
    }

    private static String page(PartyId party, String id) {
        return as(party, "bills:read").get("/bills/" + id + "/rendering").asString();
    }
}
