package org.tegata.invoice.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;
import org.tegata.rules.RuleSets;

/** By what invoices are judged, for everybody to read. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ReadingRuleSetsIT {

    @Test
    void shouldListEveryVersionOfEveryRuleSet() {
        given().get("/rule-sets")
                .then()
                .statusCode(200)
                .body("size()", is(RuleSets.all().size()))
                .body("id", hasItems("uncefact-cii", "export-invoice", "en16931", "xrechnung", "jp-qualified-invoice"))
                .body("findAll { it.default }.id", is(List.of("uncefact-cii")))
                .body("findAll { it.id == 'en16931' && it.newest }.version", is(List.of("1.3.16")))
                .body("find { it.id == 'en16931' }.rules", greaterThan(700))
                .body("find { it.id == 'en16931' }.guidelines", hasItems("urn:cen.eu:en16931:2017"))
                .body("publisher", everyItem(notNullValue()))
                .body("description", everyItem(notNullValue()));
    }

    @Test
    void shouldListTheRulesOfOne() {
        var rules = given().get("/rule-sets/en16931:1.3.15/rules")
                .then()
                .statusCode(200)
                .body("id", hasItems("BR-01", "BR-CO-10", "BR-S-08", "CII-SR-001"))
                .body("severity", everyItem(notNullValue()))
                .body("message", everyItem(notNullValue()))
                .body("messageJa", everyItem(notNullValue()))
                .extract();
        assertThat(rules.<List<String>>path("id")).hasSizeGreaterThan(700);
    }

    @Test
    void shouldNotKnowARuleSetThatThereIsNot() {
        given().get("/rule-sets/en16931:9/rules").then().statusCode(404).body("type", is("/problems/not-found"));
    }
}
