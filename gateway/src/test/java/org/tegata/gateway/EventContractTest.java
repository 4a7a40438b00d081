package org.tegata.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tegata.gateway.peer.Contracts;
import org.tegata.gateway.peer.PeerJson;

/** What we publish is what contracts/ says; the ITs check every event on Kafka by the same schemas. */
class EventContractTest {

    private static final UUID ID = UUID.fromString("0199c0de-1a2b-7c3d-8e4f-5a6b7c8d9e0f");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "envelope.sent.v1",
                "envelope.accepted.v1",
                "envelope.refused.v1",
                "envelope.disputed.v1",
                "envelope.received.v1"
            })
    void shouldHaveAnExampleThatFitsItsSchema(String type) {
        var example = Contracts.example(type);
        assertThat(example.path("type").asText()).isEqualTo(type);
        assertThat(Contracts.faults(example)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishWhatTheSchemaSays(EnvelopeEvent.Type type) {
        assertThat(Contracts.faults(enveloped(type))).isEmpty();
    }

    @Test
    void shouldNoticeAnEventThatDoesNotFit() {
        var event = enveloped(EnvelopeEvent.Type.ACCEPTED);
        ((ObjectNode) event.get("data")).put("responseCode", "BENV");
        assertThat(Contracts.faults(event)).isNotEmpty();
        event = enveloped(EnvelopeEvent.Type.SENT);
        ((ObjectNode) event.get("data")).remove("billId");
        assertThat(Contracts.faults(event)).isNotEmpty();
    }

    private static ObjectNode enveloped(EnvelopeEvent.Type type) {
        boolean inbound = type == EnvelopeEvent.Type.RECEIVED;
        String code = switch (type) {
            case SENT -> null;
            case ACCEPTED, RECEIVED -> "RECE";
            case REFUSED -> "BSIG";
            case DISPUTED -> "DISE";
        };
        var event = new EnvelopeEvent(
                        ID,
                        inbound ? EnvelopeEvent.Direction.INBOUND : EnvelopeEvent.Direction.OUTBOUND,
                        ID,
                        "SOLU26110001",
                        PeerJson.sha256("document"),
                        PeerJson.sha256("entry"),
                        inbound ? "TGTB" : "TGTA",
                        inbound ? "TGTA" : "TGTB",
                        code,
                        null)
                .as(type, 2);
        assertThat(event.topic()).isEqualTo("envelopes");
        assertThat(event.subject()).isEqualTo(ID);
        var enveloped = PeerJson.object()
                .put("specversion", "1.0")
                .put("id", "0199c0de-1a2b-7c3d-9a01-3f2e1d0c9b8a")
                .put("source", "/tegata-b/gateway")
                .put("type", event.type())
                .put("subject", event.subject().toString())
                .put("time", "2026-11-20T16:40:00.123Z")
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(event.sequence()));
        enveloped.set("data", new ObjectMapper().valueToTree(event.data()));
        return enveloped;
    }
}
