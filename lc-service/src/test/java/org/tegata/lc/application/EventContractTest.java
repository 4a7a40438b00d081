package org.tegata.lc.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.lc.CreditFixture.ADVISING_BANK;
import static org.tegata.lc.CreditFixture.CLOCK;
import static org.tegata.lc.CreditFixture.CONFIRMING_BANK;
import static org.tegata.lc.CreditFixture.PRESENTATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.lc.Contracts;
import org.tegata.lc.CreditFixture;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditEvent;
import org.tegata.lc.domain.Examination;
import org.tegata.lc.domain.Outcome;
import org.tegata.lc.domain.Presentation.Disposal;
import org.tegata.lc.domain.RuleResult;
import org.tegata.outbox.Event;

/** What this service publishes fits the contracts that the other services test against. */
class EventContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleResult LATE = new RuleResult(
            "B09",
            "UCP 600 art. 20(a)(ii)",
            RuleResult.Ground.DISCREPANCY,
            RuleResult.Result.FAIL,
            ":44C: / on board date",
            "2026-12-20",
            "2026-12-23",
            "Late shipment: on board 2026-12-23, latest 2026-12-20",
            null);

    static Stream<Arguments> outcomes() {
        var issued = CreditFixture.anIssuedCredit();
        var advised = issued.advise(ADVISING_BANK, 1);
        var confirmed = advised.credit().confirm(CONFIRMING_BANK, 2);
        var declined = advised.credit().declineConfirmation(CONFIRMING_BANK, 2);
        var lodged = CreditFixture.withPresentation(
                confirmed.credit(),
                PRESENTATION,
                CreditFixture.INVOICE,
                CreditFixture.BILL,
                CreditFixture.euro("250000.00"));
        var discrepant = examined(lodged, List.of(LATE));
        var refused = discrepant.credit().refuse(CONFIRMING_BANK, 5, PRESENTATION, Disposal.HOLD, CLOCK.instant());
        var complying = examined(lodged, List.of());
        var honoured = complying.credit().honour(CONFIRMING_BANK, 5, PRESENTATION, CLOCK.instant());
        return Stream.of(
                Arguments.of("credit.issued.v1", new Outcome(issued, new CreditEvent.Issued())),
                Arguments.of("credit.advised.v1", advised),
                Arguments.of("credit.confirmed.v1", confirmed),
                Arguments.of("credit.confirmation-declined.v1", declined),
                Arguments.of(
                        "presentation.lodged.v1",
                        new Outcome(
                                lodged, new CreditEvent.PresentationLodged(lodged.requirePresentation(PRESENTATION)))),
                Arguments.of("presentation.examined.v1", discrepant),
                Arguments.of("presentation.refused.v1", refused),
                Arguments.of("presentation.honoured.v1", honoured));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void shouldPublishExactlyTheExample(String type, Outcome outcome) {
        var example = Contracts.example("events/examples/" + type + ".json");
        assertThat(Contracts.faults(type, example)).isEmpty();

        var event = CreditEventV1.of(outcome);

        assertThat(event.type()).isEqualTo(type);
        assertThat(event.topic()).isEqualTo("credits");
        assertThat(event.sequence()).isEqualTo(outcome.credit().version());
        assertThat(Long.toString(event.sequence()))
                .isEqualTo(example.path("sequence").asText());
        assertThat(enveloped(event).get("data")).isEqualTo(example.get("data"));
        assertThat(Contracts.faults(type, enveloped(event))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "discrepancies", "available"})
    void shouldNoticeAnEventThatDoesNotFit(String member) {
        var broken = Contracts.example("events/examples/presentation.examined.v1.json");
        ((ObjectNode) broken.get("data")).remove(member);

        assertThat(Contracts.faults("presentation.examined.v1", broken)).isNotEmpty();
    }

    @Test
    void shouldNotPublishAbsentMembersAsNull() {
        var unconfirmed =
                CreditFixture.anIssuedCredit(CreditFixture.terms(":49:CONFIRM\r\n:58A:MNTOJPJTXXX", ":49:WITHOUT"));

        var data = JSON.valueToTree(CreditEventV1.of(new Outcome(unconfirmed, new CreditEvent.Issued()))
                .data());

        assertThat(data.has("confirmingBank")).isFalse();
    }

    private static Outcome examined(Credit lodged, List<RuleResult> results) {
        return lodged.examine(
                CONFIRMING_BANK, 4, PRESENTATION, new Examination("tegata-ucp600-1", CLOCK.instant(), results));
    }

    /** As foundation/outbox wraps it; PresentingDocumentsIT checks the real thing. */
    private static JsonNode enveloped(Event event) {
        return JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", "01981b4e-5f10-7c55-9a01-3f2e1d0c9b8a")
                .put("source", "/tegata/lc-service")
                .put("type", event.type())
                .put("subject", event.subject().toString())
                .put("time", "2026-11-02T09:15:30.123Z")
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(event.sequence()))
                .set("data", JSON.valueToTree(event.data()));
    }
}
