package org.tegata.lc.rest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.SHIPPER;
import static org.tegata.lc.rest.CreditApi.acting;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.embedded.InfraTestResource;
import org.tegata.lc.domain.Facts;

/** Documents that do not exist, versions that nobody has seen, texts that no database can store. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class PresentingNonsenseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Facts facts;

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE, 1_000_001, Long.MAX_VALUE})
    void shouldRefuseAVersionThatNoBillHas(long version) {
        String credit = CreditApi.aConfirmedCredit();

        CreditApi.present(credit, 3, UUID.randomUUID(), UUID.randomUUID(), version, "1.00")
                .then()
                .statusCode(400)
                .body("detail", containsString("billVersion"));
    }

    @Test
    void shouldRefuseAVersionFarBeyondWhatIsKnownOfTheBill() {
        String credit = CreditApi.aConfirmedCredit();
        var bill = UUID.randomUUID();
        Published.billIssued(Published.billFacts(bill));
        Published.billTransferred(bill, CONFIRMING_BANK);
        await().atMost(PATIENCE)
                .until(() ->
                        facts.title(bill).filter(title -> title.sequence() == 4).isPresent());

        CreditApi.present(credit, 3, UUID.randomUUID(), bill, 1_005, "1.00")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-presenters-document"));
        CreditApi.present(credit, 3, UUID.randomUUID(), bill, 1_004, "1.00")
                .then()
                .statusCode(201);
    }

    @Test
    void shouldNotTakePresentationsWithoutEnd() {
        String credit = CreditApi.aConfirmedCredit();
        for (int n = 0; n < 20; n++) {
            CreditApi.present(credit, 3 + n, UUID.randomUUID(), UUID.randomUUID(), 1, "1.00")
                    .then()
                    .statusCode(201);
        }

        CreditApi.present(credit, 23, UUID.randomUUID(), UUID.randomUUID(), 1, "1.00")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-state"))
                .body("detail", containsString("20 presentations"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'judgements':[{'ruleId':'B12','complies':true,'reason':'a\\u0000b'}]}",
                "{'judgements':[{'ruleId':'B12','complies':true,'reason':'a\\r\\n:77B:/HOLD/'}]}",
                "{'judgements':[{'ruleId':'B12','complies':true,'reason':'half \\ud800 a pair'}]}",
                "{'judgements':[{'ruleId':'B12\\u0000','complies':true,'reason':'x'}]}",
                "{'judge\\u0000ments':[]}"
            })
    void shouldNotTakeAJudgementThatCannotBeStored(String body) {
        String credit = CreditApi.aConfirmedCredit();
        var invoice = UUID.randomUUID();
        var bill = UUID.randomUUID();
        Published.invoiceIssued(Published.invoiceFacts(invoice));
        var elsewhere = Published.billFacts(bill);
        elsewhere.putObject("portOfDischarge").put("name", "Altenwerder");
        Published.billIssued(elsewhere);
        await().atMost(PATIENCE)
                .until(() ->
                        facts.title(bill).isPresent() && facts.invoice(invoice).isPresent());
        String presentation = CreditApi.present(credit, 3, invoice, bill, 2, "1.00")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        acting(CONFIRMING_BANK, 4)
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/credits/" + credit + "/presentations/" + presentation + "/examine")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'invoiceId':'\\u0000'",
                "'billDigest':'\\u0000'",
                "'drawing':{'currency':'EU\\u0000','amount':'1'}",
                "'drawing':{'currency':'EUR','amount':'1\\u0000'}",
                "'\\u0000':1"
            })
    void shouldNotTakeDocumentsByNamesThatCannotBeStored(String member) {
        String credit = CreditApi.aConfirmedCredit();

        acting(SHIPPER, 3)
                .contentType("application/json")
                .body("{%s}".formatted(member).replace('\'', '"'))
                .post("/credits/" + credit + "/presentations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "HO\\u0000LD", "\\ud800"})
    void shouldNotTakeADisposalThatIsNone(String disposal) {
        String credit = CreditApi.aConfirmedCredit();
        String presentation = CreditApi.present(credit, 3, UUID.randomUUID(), UUID.randomUUID(), 1, "1.00")
                .then()
                .extract()
                .path("id");

        acting(CONFIRMING_BANK, 4)
                .contentType("application/json")
                .body("{\"disposal\":\"%s\"}".formatted(disposal))
                .post("/credits/" + credit + "/presentations/" + presentation + "/refuse")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", ":20:", ":45A:", "{4:", "-}"})
    void shouldFindFaultWithAnMt700ThatHoldsNul(String place) {
        String mt700 = CreditApi.mt700();
        String broken = place.equals("\0") ? place : mt700.replace(place, place + "\0");

        CreditApi.issue(broken, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/mt700-invalid"))
                .body("findings[0].ruleId", equalTo("MT-ENVELOPE"));
    }
}
