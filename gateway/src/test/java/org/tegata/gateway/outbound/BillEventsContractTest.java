package org.tegata.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.tegata.gateway.peer.Contracts;

/** The one foreign event that we read, as its owner's contract gives it. */
class BillEventsContractTest {

    @Test
    void shouldReadTheExampleOfTheRegistry() {
        var example = Contracts.example("bill.transfer-started.v1");
        assertThat(Contracts.faults(example)).isEmpty();
        var due = DueEnvelope.read(example.path("data"));
        assertThat(due.envelopeId()).hasToString(example.at("/data/envelopeId").asText());
        assertThat(due.billId()).hasToString(example.path("subject").asText());
        assertThat(due.recipientPlatform()).isEqualTo("TGTB");
        assertThat(due.purpose()).isEqualTo("transfer");
    }

    @Test
    void shouldRefuseAnEventThatLacksWhatWeNeed() {
        for (String member : new String[] {"envelopeId", "billId", "purpose", "recipientPlatform"}) {
            var data =
                    (ObjectNode) Contracts.example("bill.transfer-started.v1").path("data");
            data.remove(member);
            assertThatThrownBy(() -> DueEnvelope.read(data)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
