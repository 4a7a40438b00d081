package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.draft;
import static org.tegata.bl.rest.Registry.json;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.xml;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.seal.CanonicalJson;

/** {@code POST /bills/validate}: the verdict that a draft would get, and the bill in the other language. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ValidateBillIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void parties() {
        register();
    }

    private static Response validate(byte[] body, String type) {
        return as(CARRIER, "bills:read").contentType(type).body(body).post("/bills/validate");
    }

    private static Response xmlOf(String text) {
        return validate(text.getBytes(StandardCharsets.UTF_8), "application/xml");
    }

    private static Response jsonOf(String text) {
        return validate(text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private static String sample() {
        return new String(xml(newNumber()), StandardCharsets.UTF_8);
    }

    @Nested
    class Refused {

        @Test
        void shouldNeedATokenThatMayRead() {
            given().contentType("application/json")
                    .body("{}")
                    .post("/bills/validate")
                    .then()
                    .statusCode(401);
            as(STRANGER, "bills:write")
                    .contentType("application/json")
                    .body("{}")
                    .post("/bills/validate")
                    .then()
                    .statusCode(403);
        }

        @ParameterizedTest
        @CsvSource({
            "application/xml, <a, 400, xml-malformed",
            "application/xml, <!DOCTYPE a []><a/>, 400, xml-forbidden-construct",
            "application/json, {, 400, malformed-request",
            "application/json, <a/>, 400, malformed-request",
            "application/pdf, %PDF, 415, unsupported-media-type"
        })
        void shouldRefuseWhatCannotBeRead(String type, String body, int status, String problem) {
            validate(body.getBytes(StandardCharsets.UTF_8), type)
                    .then()
                    .statusCode(status)
                    .body("type", equalTo("/problems/" + problem));
        }

        @Test
        void shouldBoundWhatItReads() {
            validate(new byte[4 * 1024 * 1024 + 1], "application/json")
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("/problems/payload-too-large"));
        }
    }

    @Nested
    class Judged {

        @Test
        void shouldSayAValidBillInTheOtherLanguage() throws Exception {
            var text = sample();
            var said = xmlOf(text).then().statusCode(200);
            said.body("valid", equalTo(true))
                    .body("ruleSet", equalTo("tegata-bill-of-lading-1"))
                    .body("findings", empty())
                    .body("$", not(hasKey("xml")));
            var json = JSON.readTree(said.extract().asString())
                    .get("transportDocument")
                    .toString();
            String checksum = draft(text.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("transportDocumentChecksum");
            assertThat(CanonicalJson.sha256Hex(json)).isEqualTo(checksum);

            String back = jsonOf(json)
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true))
                    .body("findings", empty())
                    .body("unsaid", hasSize(0))
                    .body("$", not(hasKey("transportDocument")))
                    .extract()
                    .path("xml");

            var again = xmlOf(back)
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(true))
                    .body("unsaid", hasSize(0));
            assertThat(JSON.readTree(again.extract().asString()).get("transportDocument"))
                    .isEqualTo(JSON.readTree(json));
        }

        /** DCSA knows one original of an electronic bill. */
        @Test
        void shouldListWhatTheOtherLanguageCannotSay() {
            xmlOf(sample())
                    .then()
                    .body(
                            "unsaid.location",
                            hasItem("/rsm:MaritimeBillOfLading[1]/rsm:ExchangedDocument[1]"
                                    + "/ram:OriginalIssuedQuantity[1]"))
                    .body("unsaid[0].reason", notNullValue())
                    .body("unsaid[0].value", notNullValue());
        }

        @Test
        void shouldTellFaultsAsFindingsOfTheLanguageThatCame() {
            xmlOf(sample().replace(">18<", ">19<"))
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(false))
                    .body("findings.ruleId", hasItem("TGT-BL-14"))
                    .body("findings.location[0]", org.hamcrest.Matchers.startsWith("/rsm:MaritimeBillOfLading[1]"))
                    .body("$", not(hasKey("transportDocument")));
            jsonOf(json(newNumber())
                            .replace(
                                    "\"plannedDepartureDate\":\"2026-11-11\"",
                                    "\"plannedDepartureDate\":\"2026-12-31\""))
                    .then()
                    .statusCode(200)
                    .body("valid", equalTo(false))
                    .body("ruleSet", equalTo("tegata-bill-of-lading-1"))
                    .body("findings.ruleId", hasItem("TGT-BL-21"))
                    .body("findings.location", hasItem("/transports/plannedArrivalDate"))
                    .body("$", not(hasKey("xml")));
        }

        @Test
        void shouldKeepNothing() {
            var number = newNumber();
            validate(xml(number), "application/xml").then().statusCode(200);
            jsonOf(json(number)).then().statusCode(200);

            draft(xml(number)).then().statusCode(201);
        }
    }
}
