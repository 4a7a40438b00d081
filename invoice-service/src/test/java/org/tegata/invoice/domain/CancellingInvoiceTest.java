package org.tegata.invoice.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tegata.invoice.InvoiceFixture.IMPORTER;
import static org.tegata.invoice.InvoiceFixture.ISSUING_BANK;
import static org.tegata.invoice.InvoiceFixture.SHIPPER;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.problem.ProblemType;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;

class CancellingInvoiceTest {

    private final Invoice issued = Invoice.issue(
                    SHIPPER, Instant.EPOCH, facts(), new JudgedBy("en16931", "1.3.16", "D16B"))
            .invoice();

    @Test
    void shouldCancelForTheSubmitterWhoKnowsItsVersion() {
        var outcome = issued.cancel(SHIPPER, 1);

        assertThat(outcome.invoice().status()).isEqualTo(InvoiceStatus.CANCELLED);
        assertThat(outcome.invoice().version()).isEqualTo(2);
        assertThat(outcome.event()).isEqualTo(new InvoiceEvent.Cancelled(issued.facts(), SHIPPER));
    }

    @Test
    void shouldRefuseTheBuyerBeforeAnythingElseIsAsked() {
        assertThat(refusal(issued, IMPORTER, 99)).isEqualTo(InvoiceProblem.NOT_YOUR_ACT);
    }

    @Test
    void shouldRefuseAVersionThatIsNotThePresentOne() {
        assertThat(refusal(issued, SHIPPER, 2)).isEqualTo(RequestProblem.VERSION_MISMATCH);
    }

    @Test
    void shouldRefuseToCancelTwice() {
        var cancelled = issued.cancel(SHIPPER, 1).invoice();

        assertThat(refusal(cancelled, SHIPPER, 2)).isEqualTo(InvoiceProblem.WRONG_STATE);
    }

    @Test
    void shouldCountPartiesOfTheDocumentOnly() {
        assertThat(issued.hasParty(IMPORTER)).isTrue();
        assertThat(issued.hasParty(ISSUING_BANK)).isFalse();
    }

    private static ProblemType refusal(Invoice invoice, PartyId by, long version) {
        return catchThrowableOfType(Rejected.class, () -> invoice.cancel(by, version))
                .type();
    }

    private static InvoiceFacts facts() {
        return new InvoiceFacts(
                new UUID(1, 2),
                "0".repeat(64),
                "INV-1",
                "380",
                LocalDate.of(2026, 11, 2),
                new TradeParty("Hanshin Seiki K.K.", SHIPPER, "JP"),
                new TradeParty("Elbe Werkzeughandel GmbH", IMPORTER, "DE"),
                "EUR",
                new BigDecimal("1.00"),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(SHIPPER, IMPORTER));
    }
}
