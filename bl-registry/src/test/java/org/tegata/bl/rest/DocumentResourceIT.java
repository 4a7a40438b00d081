package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.draft;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.xml;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.xml.Digest;

/** The document of a bill as it is served: as it came, in the other language, and for people. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class DocumentResourceIT {

    @BeforeEach
    void parties() {
        register();
    }

    private static String drafted(byte[] bytes) {
        return draft(bytes).then().statusCode(201).extract().path("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "transport-document", "xml", "unsaid", "rendering"})
    void shouldNotExistForAStranger(String view) {
        var id = issued();

        as(STRANGER).get("/bills/" + id + "/" + view).then().statusCode(404);
        as(SHIPPER, "bills:write").get("/bills/" + id + "/" + view).then().statusCode(403);
    }

    @Nested
    class InXml {

        @Test
        void shouldBeCanonicalAndValidAndTheSameAgain() {
            var bytes = xml(newNumber());
            var id = drafted(bytes);

            var view = as(CARRIER).get("/bills/" + id + "/xml").then().statusCode(200);
            byte[] canonical = view.extract().asByteArray();
            view.contentType(startsWith("application/xml"))
                    .header("Repr-Digest", equalTo(Digest.reprDigest(canonical)))
                    .header("Content-Security-Policy", "sandbox");
            assertThat(canonical).isNotEqualTo(bytes);
            String digest = as(CARRIER).get("/bills/" + id).path("digest");
            assertThat(Digest.sha256Hex(
                            as(CARRIER).get("/bills/" + id + "/document").asByteArray()))
                    .isEqualTo(digest);
            as(CARRIER)
                    .contentType("application/xml")
                    .body(canonical)
                    .post("/bills/validate")
                    .then()
                    .body("valid", equalTo(true));
            assertThat(as(CARRIER).get("/bills/" + id + "/xml").asByteArray()).isEqualTo(canonical);
        }

        /** What another platform shows beside the signed JSON is nobody's source, though it may look like ours. */
        @Test
        void shouldBeReadFromTheSignedDocumentOfABillFromElsewhere() {
            var other = new OtherPlatform();
            var number = newNumber();
            other.transportDocument = Registry.json(number);
            other.visualisation = new HashMap<>(Map.of(
                    "name",
                    "bill.xml",
                    "mediaType",
                    "application/xml",
                    "contentBase64",
                    java.util.Base64.getEncoder().encodeToString(xml("ANOTHER"))));
            other.acts("ISSUE", CARRIER, "TGTB", SHIPPER, "TGTB");
            other.acts("BLANK_ENDORSE", SHIPPER, "TGTB", null, null);
            String id = other.acts("TRANSFER", SHIPPER, "TGTB", BANK, "TGTA")
                    .send()
                    .then()
                    .body("result", equalTo("ACCEPTED"))
                    .extract()
                    .path("billId");

            assertThat(as(BANK).get("/bills/" + id + "/xml").asString())
                    .contains(">" + number + "<")
                    .doesNotContain("ANOTHER");
            as(BANK).get("/bills/" + id + "/unsaid").then().statusCode(200);
        }

        @Test
        void shouldListWhatTheJsonCannotSay() {
            as(CARRIER)
                    .get("/bills/" + drafted(xml(newNumber())) + "/unsaid")
                    .then()
                    .statusCode(200)
                    .body(
                            "location",
                            hasItem("/rsm:MaritimeBillOfLading[1]/rsm:ExchangedDocument[1]"
                                    + "/ram:OriginalIssuedQuantity[1]"));
        }
    }

    @Nested
    class ForPeople {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "*/* | text/html",
                    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                    "application/pdf | application/pdf",
                    "text/html;q=0.4, application/pdf;q=0.5 | application/pdf",
                    "*/*, text/html;q=0 | application/pdf"
                })
        void shouldBeWhatTheClientLikesBest(String accept, String type) {
            var rendering = as(SHIPPER)
                    .header("Accept", accept)
                    .get("/bills/" + issued() + "/rendering")
                    .then()
                    .statusCode(200);

            rendering
                    .contentType(startsWith(type))
                    .header("Vary", "Accept")
                    .header("Cache-Control", "no-store")
                    .header("X-Content-Type-Options", "nosniff");
            var begins = new String(rendering.extract().asByteArray(), 0, 5, StandardCharsets.ISO_8859_1);
            assertThat(begins).isEqualTo(type.equals("application/pdf") ? "%PDF-" : "<!DOC");
        }

        @Test
        void shouldRefuseAClientThatTakesNeither() {
            for (var accept : List.of("application/json", "image/png", "text/html;q=0, application/pdf;q=0")) {
                as(SHIPPER)
                        .header("Accept", accept)
                        .get("/bills/" + issued() + "/rendering")
                        .then()
                        .statusCode(406)
                        .body("type", equalTo("/problems/not-acceptable"));
            }
        }
    }
}
