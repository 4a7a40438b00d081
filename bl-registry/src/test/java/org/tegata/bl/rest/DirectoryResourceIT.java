package org.tegata.bl.rest;

import static org.tegata.bl.rest.Registry.OPERATOR;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.as;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;

/** Who lives on this platform is the operator's to say. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class DirectoryResourceIT {

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\ud83d"})
    void shouldTakeTextThatCanBeKept(String bad) {
        as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body("{\"name\":\"a" + bad + "b\"}")
                .put("/parties/" + STRANGER)
                .then()
                .statusCode(400);
    }

    @Test
    void shouldBeTheOperatorsAct() {
        as(SHIPPER)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "X"))
                .put("/parties/" + STRANGER)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GLEIF:TGTASTRANGER00000158", "nonsense", "GLEIF:"})
    void shouldTakeRightPartyCodesOnly(String party) {
        as(OPERATOR, "registry:admin")
                .contentType(ContentType.JSON)
                .body(Map.of("name", "X"))
                .put("/parties/" + party)
                .then()
                .statusCode(400);
    }
}
