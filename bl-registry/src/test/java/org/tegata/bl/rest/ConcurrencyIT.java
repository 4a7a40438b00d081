package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.ISSUING_BANK;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.head;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.key;
import static org.tegata.bl.rest.Registry.post;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.recipient;
import static org.tegata.bl.rest.Registry.signed;
import static org.tegata.bl.rest.Registry.signerOf;
import static org.tegata.bl.rest.Registry.statement;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.embedded.InfraTestResource;

/** Exclusive control under races (MLETR art. 11): of many acts on one head exactly one happens. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ConcurrencyIT {

    private static final int MANY = 200;

    @Test
    void shouldLetExactlyOneOfTwoHundredTransfersHappen() throws Exception {
        var id = issued();
        var head = head(SHIPPER, id);

        var answers = atOnce(MANY, i -> {
            PartyId to = i % 2 == 0 ? BANK : ISSUING_BANK;
            // every fifth goes to another platform: local and crossing transfers race alike
            return transfer(id, head, recipient(to, i % 5 == 0 ? "TGTB" : "TGTA"), key());
        });

        var done = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
        assertThat(done).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.<String>path("type")).isEqualTo("/problems/head-moved");
            assertThat(answer.<String>path("actedFirst.actor")).isEqualTo(SHIPPER.toString());
            assertThat(answer.<Integer>path("actedFirst.version")).isEqualTo(3);
            assertThat(answer.<String>path("head")).isEqualTo(done.get(0).path("head"));
        });
        var after = read(SHIPPER, id);
        assertThat(after.<Integer>path("version")).isEqualTo(3);
        assertThat(after.<List<?>>path("chain")).hasSize(3);
        assertThat(after.<String>path("holder.party")).isEqualTo(done.get(0).path("holder.party"));
    }

    @Test
    void shouldActOnceHoweverOftenTheSameRequestIsRepeatedAtOnce() throws Exception {
        var id = issued();
        var head = head(SHIPPER, id);
        var key = key();

        var answers = atOnce(20, i -> transfer(id, head, recipient(BANK, "TGTA"), key));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.asString()).isEqualTo(answers.get(0).asString());
        });
        assertThat(read(SHIPPER, id).<Integer>path("version")).isEqualTo(3);
    }

    private static Response transfer(String id, String head, Map<String, ?> recipient, String key) {
        var statement = statement(SHIPPER, id, head, "TRANSFER", recipient);
        return post(SHIPPER, id, signed(signerOf(SHIPPER), statement), key);
    }

    @Test
    void shouldDraftOneBillHoweverOftenTheSameNumberIsLodgedAtOnce() throws Exception {
        Registry.register();
        var xml = Registry.xml(Registry.newNumber());

        var answers = atOnce(10, i -> Registry.draft(xml));

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .extracting(Response::statusCode)
                .containsOnly(409);
    }

    private static List<Response> atOnce(int times, IntFunction<Response> call) throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> call.apply(number));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
