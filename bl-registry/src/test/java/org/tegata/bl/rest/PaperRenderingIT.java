package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.as;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.pdf.Conformance;
import org.tegata.bl.pdf.ReadBack;
import org.tegata.embedded.InfraTestResource;

/** The bill as a PDF, over HTTP: who gets the original, and what the file carries. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class PaperRenderingIT {

    @Test
    void shouldGiveTheOriginalToTheHolderAndACopyToOthers() throws Exception {
        var id = issued();
        transfer(SHIPPER, BANK, id, 2).then().statusCode(200);

        var original = pdf(BANK, id);
        assertThat(Conformance.violations(original)).isEmpty();
        assertThat(ReadBack.pages(original))
                .allSatisfy(page -> assertThat(page).contains("ORIGINAL").doesNotContain("NOT THE RECORD"));
        assertThat(ReadBack.dense(original)).contains("transferredpossessionto", "占有（支配）を移転", head(BANK, id));
        for (var party : List.of(SHIPPER, CARRIER)) {
            assertThat(ReadBack.pages(pdf(party, id)))
                    .allSatisfy(page -> assertThat(page)
                            .contains("COPY \u2013 NOT THE RECORD")
                            .doesNotContain("ORIGINAL"));
        }
        as(STRANGER)
                .accept("application/pdf")
                .get("/bills/" + id + "/rendering")
                .then()
                .statusCode(404);
    }

    @Test
    void shouldBeACopyForEverybodyOnceTheBillIsSurrendered() throws Exception {
        var id = issued();
        act(SHIPPER, id, 2, "SURRENDER_FOR_DELIVERY", Map.of()).then().statusCode(200);
        act(CARRIER, id, 3, "ACCEPT_SURRENDER", Map.of()).then().statusCode(200);

        for (var party : List.of(SHIPPER, CARRIER)) {
            var copy = pdf(party, id);
            assertThat(ReadBack.dense(copy)).contains("NOTTHERECORD").doesNotContain("ORIGINAL");
            assertThat(Conformance.violations(copy)).isEmpty();
        }
    }

    @Test
    void shouldCarryTheBytesAsTheyCameAndTheSealedRecord() {
        var id = issued();

        var pdf = pdf(SHIPPER, id);

        var files = ReadBack.attached(pdf);
        assertThat(files).containsKeys("document.xml", "transport-document.json", "chain.json");
        assertThat(files.get("document.xml"))
                .isEqualTo(as(SHIPPER).get("/bills/" + id + "/document").asByteArray());
        assertThat(files.get("transport-document.json"))
                .isEqualTo(
                        as(SHIPPER).get("/bills/" + id + "/transport-document").asByteArray());
        var chain = JsonPath.from(new String(files.get("chain.json"), StandardCharsets.UTF_8));
        assertThat(chain.getString("entries[-1].checksum")).isEqualTo(head(SHIPPER, id));
        assertThat(chain.<Object>get())
                .isEqualTo(as(SHIPPER).get("/bills/" + id + "/chain").jsonPath().get());
        assertThat(ReadBack.qrCode(pdf))
                .contains("/verify/" + id + "?head=" + head(SHIPPER, id).substring(0, 16));
    }

    private static byte[] pdf(PartyId party, String id) {
        return as(party, "bills:read")
                .accept("application/pdf")
                .get("/bills/" + id + "/rendering")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }
}
