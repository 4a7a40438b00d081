package org.tegata.bl.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tegata.bl.rest.Printed.html;
import static org.tegata.bl.rest.Printed.json;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.newNumber;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.register;
import static org.tegata.bl.rest.Registry.xml;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;

/** Whoever tries without a print finds out nothing: not even whether there is such a bill. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class VerifyWithoutPrintIT {

    @BeforeEach
    void parties() {
        register();
    }

    private static String draft() {
        return Registry.draft(xml(newNumber())).then().statusCode(201).extract().path("id");
    }

    private Map<String, String> guesses() {
        var random = new Random(20261121);
        var bill = Printed.of(issued());
        var draft = Printed.of(draft());
        var voidDraft = draft();
        var cancelledDraft = Printed.of(voidDraft);
        act(CARRIER, voidDraft, 1, "VOID", Map.of()).then().statusCode(200);
        var voided = issued();
        var cancelled = Printed.of(voided);
        act(CARRIER, voided, 2, "VOID", Map.of()).then().statusCode(200);
        var another = Printed.of(issued());
        var none = "%016x".formatted(random.nextLong());
        var full = read(CARRIER, bill.id()).<String>path("transportDocumentChecksum");

        var guesses = new LinkedHashMap<String, String>();
        guesses.put("unknown id", new Printed(UUID.randomUUID().toString(), bill.head(), bill.document()).path());
        guesses.put("wrong document", new Printed(bill.id(), bill.head(), none).path());
        guesses.put("wrong head", new Printed(bill.id(), none, bill.document()).path());
        guesses.put("document of another bill", new Printed(bill.id(), bill.head(), another.document()).path());
        guesses.put("head of another bill", new Printed(bill.id(), another.head(), bill.document()).path());
        guesses.put("draft", draft.path());
        guesses.put("draft, wrong document", new Printed(draft.id(), draft.head(), none).path());
        guesses.put("void draft", cancelledDraft.path());
        guesses.put("void, wrong document", new Printed(cancelled.id(), cancelled.head(), none).path());
        guesses.put("no document", "/verify/" + bill.id() + "?head=" + bill.head());
        guesses.put("no head", "/verify/" + bill.id() + "?document=" + bill.document());
        guesses.put("empty document", new Printed(bill.id(), bill.head(), "").path());
        guesses.put(
                "half of the document",
                new Printed(bill.id(), bill.head(), bill.document().substring(8)).path());
        guesses.put("the whole checksum", new Printed(bill.id(), bill.head(), full).path());
        guesses.put(
                "anything",
                new Printed(bill.id(), bill.head(), "%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25%25").path());
        guesses.put("upper case", new Printed(bill.id(), bill.head(), "ABCDEF0123456789").path());
        guesses.put("no id", new Printed("1-1-1-1-1", bill.head(), bill.document()).path());
        guesses.put("not an id", new Printed("x'%20or%20'1'='1", bill.head(), bill.document()).path());
        return guesses;
    }

    @Test
    void shouldAnswerTheSameWhateverIsWrong() {
        var guesses = guesses();
        var page = html(guesses.get("unknown id"));
        var problem = json(guesses.get("unknown id"));

        guesses.forEach((guess, path) -> {
            same(guess, page, html(path), 404);
            same(guess, problem, json(path), 404);
        });
        assertThat(page.asString()).contains("Not verified", "do not rely on the print", "確認できません");
        problem.then().body("type", equalTo("/problems/not-found"));
    }

    private static void same(String guess, Response expected, Response given, int status) {
        assertThat(given.statusCode()).as(guess).isEqualTo(status);
        assertThat(given.asString()).as(guess).isEqualTo(expected.asString());
        assertThat(headers(given)).as(guess).isEqualTo(headers(expected));
    }

    private static Map<String, String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date"))
                .collect(Collectors.toMap(Header::getName, Header::getValue));
    }

    /** No clock tells a bill that is there from one that is not, however long its record. */
    @Test
    void shouldTakeNoLongerForABillThatIsThere() {
        var id = issued();
        for (int version = 2; version < 122; version++) {
            act(SHIPPER, id, version, "SIGN", Map.of()).then().statusCode(200);
        }
        var bill = Printed.of(id);
        var none = "0".repeat(16);
        var asked = List.of(
                new Printed(UUID.randomUUID().toString(), none, none).path(),
                new Printed(id, none, none).path(),
                new Printed(id, bill.head(), none).path());
        var took = new long[asked.size()][120];
        for (int round = -40; round < took[0].length; round++) {
            for (int which = 0; which < asked.size(); which++) {
                long start = System.nanoTime();
                html(asked.get(which)).then().statusCode(404);
                if (round >= 0) {
                    took[which][round] = System.nanoTime() - start;
                }
            }
        }
        var medians =
                Arrays.stream(took).mapToLong(VerifyWithoutPrintIT::median).toArray();
        long unknown = medians[0];
        for (long median : medians) {
            assertThat(median).as("nanoseconds %s", Arrays.toString(medians)).isLessThan(unknown + unknown / 2);
        }
    }

    @Test
    void shouldEnableNothingByWhatThePageSays() {
        var id = issued();
        var print = Printed.of(id);
        var said = json(print.path()).asString();

        given().contentType("application/json")
                .header("Idempotency-Key", key())
                .body(said)
                .post("/bills/" + id + "/acts")
                .then()
                .statusCode(401);
        given().get("/bills/" + id).then().statusCode(401);
        given().post(print.path()).then().statusCode(405);
    }

    private static long median(long[] took) {
        var sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
