package org.tegata.invoice.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;
import static org.tegata.invoice.InvoiceFixture.STRANGER;
import static org.tegata.invoice.InvoiceFixture.anExportInvoiceNumbered;
import static org.tegata.invoice.rest.InvoiceApi.as;
import static org.tegata.invoice.rest.InvoiceApi.issued;
import static org.tegata.invoice.rest.InvoiceApi.newKey;
import static org.tegata.invoice.rest.InvoiceApi.newNumber;
import static org.tegata.invoice.rest.InvoiceApi.submit;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;
import org.tegata.embedded.TestTokens;

/** Reading and listing invoices: a party sees its own, a stranger sees that there is nothing. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ReadingInvoicesIT {

    @Test
    void shouldTellStrangersThatThereIsNothing() {
        var id = issued();
        for (var path : List.of("/invoices/" + id, "/invoices/" + id + "/document")) {
            as(STRANGER, "invoices:read").get(path).then().statusCode(404).body("type", is("/problems/not-found"));
        }
        String unknown = as(STRANGER, "invoices:read")
                .get("/invoices/" + UUID.randomUUID())
                .asString();
        String strange = as(STRANGER, "invoices:read").get("/invoices/" + id).asString();
        assertThat(strange).isEqualTo(unknown);
    }

    @Test
    void shouldFindNothingUnderWhatIsNoId() {
        as(SHIPPER, "invoices:read").get("/invoices/1%00").then().statusCode(404);
        as(SHIPPER, "invoices:read").get("/invoices/validate").then().statusCode(404);
    }

    @Test
    void shouldPageThroughTheListNewestFirst() {
        var reader = new PartyId("TGTA", "PAGER" + System.nanoTime());
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> submit(reader, newKey(), anExportInvoiceNumbered(newNumber()))
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        var seen = new ArrayList<String>();
        String cursor = null;
        int pages = 0;
        do {
            var request = as(reader, "invoices:read").queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/invoices")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSize(5).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(seen).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void shouldListForAStrangerNothing() {
        issued();
        as(STRANGER, "invoices:read")
                .get("/invoices")
                .then()
                .statusCode(200)
                .body("items.size()", is(0))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=-1", "cursor=nonsense", "limit=2&cursor=%00"})
    void shouldRefuseANonsensePage(String query) {
        int status = as(SHIPPER, "invoices:read").get("/invoices?" + query).statusCode();
        assertThat(status).isEqualTo(400);
    }

    @Test
    void shouldNeedAToken() {
        given().get("/invoices").then().statusCode(401).body("type", is("/problems/unauthenticated"));
        given().auth()
                .oauth2(TestTokens.expired(SHIPPER, "invoices:read"))
                .get("/invoices")
                .then()
                .statusCode(401);
        given().auth().oauth2("nonsense").get("/invoices").then().statusCode(401);
    }

    @Test
    void shouldNeedTheScope() {
        as(SHIPPER, "invoices:write").get("/invoices").then().statusCode(403);
        as(SHIPPER, "invoices:read", "credits:write")
                .contentType("application/xml")
                .header("Idempotency-Key", newKey())
                .body(anExportInvoiceNumbered(newNumber()))
                .post("/invoices")
                .then()
                .statusCode(403)
                .body("type", is("/problems/forbidden"));
    }

    @Test
    void shouldAnswerWhatIsNotThereAsAProblem() {
        as(SHIPPER, "invoices:write").put("/invoices").then().statusCode(405);
        given().get("/nothing").then().statusCode(404);
        given().get("/q/health/ready").then().statusCode(200).body("status", not("DOWN"));
    }
}
