package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.tegata.bl.rest.Registry.BANK;
import static org.tegata.bl.rest.Registry.CARRIER;
import static org.tegata.bl.rest.Registry.IMPORTER;
import static org.tegata.bl.rest.Registry.SHIPPER;
import static org.tegata.bl.rest.Registry.STRANGER;
import static org.tegata.bl.rest.Registry.act;
import static org.tegata.bl.rest.Registry.endorse;
import static org.tegata.bl.rest.Registry.issued;
import static org.tegata.bl.rest.Registry.read;
import static org.tegata.bl.rest.Registry.send;
import static org.tegata.bl.rest.Registry.transfer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.tegata.embedded.InfraTestResource;

/** Envelopes that continue a bill on record: they build on it to the letter, or a person looks at them. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class ContinuingIT {

    private final OtherPlatform other = new OtherPlatform();

    @Inject
    DataSource database;

    /** Endorsed in blank here and held by the importer on TGTB. */
    private String away() {
        var id = issued();
        endorse(SHIPPER, "BLANK_ENDORSE", null, id, 2).then().statusCode(200);
        send(SHIPPER, IMPORTER, id, 3).then().statusCode(200);
        var envelope = other.fetch(id);
        other.accept(envelope);
        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200);
        return id;
    }

    @Test
    void shouldComeBackToAPartyHere() {
        var id = away();
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA")
                .send()
                .then()
                .body("result", equalTo("ACCEPTED"))
                .body("billId", equalTo(id));

        read(BANK, id).then().body("status", equalTo("ISSUED")).body("holder.party", equalTo(BANK.toString()));
        other.send().then().body("result", equalTo("DUPLICATE")).body("acceptedEntries", equalTo(other.entries));
        read(BANK, id).then().body("version", equalTo(6));
        transfer(BANK, SHIPPER, id, 6).then().statusCode(200);
    }

    @Test
    void shouldBeADuplicateWhenTheLastEntryWasSignedAgain() {
        away();
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
        var accepted = List.copyOf(other.entries);
        var last = accepted.get(1);
        other.entries.set(1, last.substring(0, last.lastIndexOf('.') + 1) + OtherPlatform.encode("another"));

        other.send().then().body("result", equalTo("DUPLICATE")).body("acceptedEntries", equalTo(accepted));
    }

    @Test
    void shouldOvertakeTheAnswerToOurOwnEnvelope() {
        var id = issued();
        endorse(SHIPPER, "BLANK_ENDORSE", null, id, 2).then().statusCode(200);
        send(SHIPPER, IMPORTER, id, 3).then().statusCode(200);
        var envelope = other.fetch(id);
        other.accept(envelope);

        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
        read(BANK, id).then().body("status", equalTo("ISSUED")).body("version", equalTo(5));
        OtherPlatform.answer(id, envelope, "RECE").then().statusCode(200).body("version", equalTo(5));
        read(BANK, id).then().body("holder.party", equalTo(BANK.toString()));
    }

    @Test
    void shouldBeDisputedWhenItContradictsTheRecord() throws Exception {
        var id = away();
        long before = disputes();
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA");
        var forged = new ArrayList<>(other.entries);
        forged.set(0, OtherPlatform.jws("forged"));

        other.send(forged, other.transactions, "").then().body("result", equalTo("DISPUTED"));
        other.send(forged, other.transactions, "").then().body("result", equalTo("DISPUTED"));
        assertThat(disputes()).isEqualTo(before + 1);
        read(SHIPPER, id).then().body("status", equalTo("HELD_ELSEWHERE")).body("version", equalTo(5));
    }

    @Test
    void shouldBeDisputedWhileSomebodyHoldsItHere() {
        var id = issued();
        send(SHIPPER, IMPORTER, id, 2).then().statusCode(200);
        var envelope = other.fetch(id);
        OtherPlatform.answer(id, envelope, "BENV").then().statusCode(200);
        other.accept(envelope);

        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("DISPUTED"));
        read(SHIPPER, id).then().body("holder.party", equalTo(SHIPPER.toString()));
    }

    @Test
    void shouldNotAcceptAnActOfSomebodyWhoDoesNotHoldIt() {
        away();

        unacceptable(other.acts("TRANSFER", STRANGER, "TGTB", BANK, "TGTA"));
    }

    @Test
    void shouldLetTheCarrierAcceptASurrenderFromThereAndOweANotification() {
        var id = away();
        other.acts("SURRENDER_FOR_DELIVERY", IMPORTER, "TGTB", CARRIER, "TGTA")
                .send()
                .then()
                .body("result", equalTo("ACCEPTED"));
        read(CARRIER, id).then().body("status", equalTo("PENDING_SURRENDER_FOR_DELIVERY"));

        act(CARRIER, id, 6, "ACCEPT_SURRENDER", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("SURRENDERED_FOR_DELIVERY"))
                .body("version", equalTo(8))
                .body("entries.act", contains("ACCEPT_SURRENDER", "START_NOTIFICATION"));
        read(CARRIER, id)
                .then()
                .body("inTransit.purpose", equalTo("notification"))
                .body("inTransit.recipientPlatform", equalTo("TGTB"));
        var envelope = other.fetch(id);
        assertThat(envelope.news()).hasSize(1);
        assertThat(envelope.news().get(0).get("actionCode").textValue()).isEqualTo("SACC");
        OtherPlatform.answer(id, envelope, "RECE")
                .then()
                .statusCode(200)
                .body("status", equalTo("SURRENDERED_FOR_DELIVERY"))
                .body("inTransit", nullValue());
        other.accept(envelope);
        unacceptable(other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA"));
    }

    @Test
    void shouldGiveTheBillBackThereWhenTheCarrierRefuses() {
        var id = away();
        other.acts("SURRENDER_FOR_AMENDMENT", IMPORTER, "TGTB", CARRIER, "TGTA")
                .send()
                .then()
                .body("result", equalTo("ACCEPTED"));

        act(CARRIER, id, 6, "REFUSE_SURRENDER", Map.of("comments", "Ask for delivery"))
                .then()
                .statusCode(200)
                .body("status", equalTo("HELD_ELSEWHERE"))
                .body("holder.party", equalTo(IMPORTER.toString()));
        var envelope = other.fetch(id);
        other.accept(envelope);
        // the holder there acts again before our gateway has told the register that the notification arrived
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA").send().then().body("result", equalTo("ACCEPTED"));
        read(BANK, id).then().body("holder.party", equalTo(BANK.toString()));
    }

    @Test
    void shouldNotTakeAnotherRenderingForTheCarriers() {
        away();
        other.acts("TRANSFER", IMPORTER, "TGTB", BANK, "TGTA");
        other.visualisation = Map.of("name", "b.xml", "mediaType", "application/xml", "contentBase64", "PGZvcmdlZC8+");

        unacceptable(other);
    }

    @Test
    void shouldNotTakeASurrenderThatIsNotForTheCarrier() {
        away();

        unacceptable(other.acts("SURRENDER_FOR_DELIVERY", IMPORTER, "TGTB", BANK, "TGTA"));
    }

    private static void unacceptable(OtherPlatform platform) {
        platform.send()
                .then()
                .statusCode(200)
                .body("result", equalTo("UNACCEPTABLE"))
                .body("billId", nullValue())
                .body("reason", notNullValue());
    }

    private long disputes() throws Exception {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from disputes")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
