package org.tegata.lc.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tegata.lc.CreditFixture.CARRIER;
import static org.tegata.lc.CreditFixture.IMPORTER;
import static org.tegata.lc.CreditFixture.SHIPPER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.lc.Contracts;
import org.tegata.lc.domain.Measure;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.Place;
import org.tegata.lc.domain.TradeTerm;

/** The examples of the facts that other services publish are read in full: drift there is a red build here. */
class ConsumedContractTest {

    @Test
    void shouldReadTheFactsOfAnInvoice() {
        var facts = Contracts.example("facts/examples/invoice-facts.v1.json");
        var id = UUID.fromString(facts.get("invoiceId").asText());

        var invoice = InvoiceEventsListener.facts(id, facts);

        assertThat(invoice.number()).isEqualTo("INV-2026-0815");
        assertThat(invoice.digest()).hasSize(64);
        assertThat(invoice.seller().party()).isEqualTo(SHIPPER);
        assertThat(invoice.seller().country()).isEqualTo("JP");
        assertThat(invoice.buyer().party()).isEqualTo(IMPORTER);
        assertThat(invoice.total()).isEqualTo("EUR 250000.00");
        assertThat(invoice.tradeTerm()).isEqualTo(new TradeTerm("CIF", "Hamburg"));
        assertThat(invoice.letterOfCreditReference()).isNotBlank();
        assertThat(invoice.grossWeight()).isNotNull();
        assertThat(invoice.packageQuantity()).isNotNull();
        assertThat(invoice.portOfLoading()).isEqualTo(new Place("JPUKB", "Kobe"));
        assertThat(invoice.parties()).contains(SHIPPER, IMPORTER);
    }

    @Test
    void shouldReadTheFactsOfABill() {
        var facts = Contracts.example("facts/examples/bill-facts.v1.json");
        var id = UUID.fromString(facts.get("billId").asText());

        var bill = BillEventsListener.facts(id, facts);

        assertThat(bill.number()).isEqualTo("SOLU2026KOB00817");
        assertThat(bill.typeCode()).isEqualTo("705");
        assertThat(bill.shippedOnBoardDate()).isEqualTo(LocalDate.parse("2026-11-10"));
        assertThat(bill.shipper().party()).isEqualTo(PartyCode.of(SHIPPER));
        assertThat(bill.toOrder()).isTrue();
        assertThat(bill.consigneeName()).isEqualTo("TO ORDER OF SHIPPER");
        assertThat(bill.notifyParties()).containsExactly("Elbe Werkzeughandel GmbH");
        assertThat(bill.carrier().party()).isEqualTo(PartyCode.of(CARRIER));
        assertThat(bill.portOfDischarge()).isEqualTo(new Place("DEHAM", "Hamburg, Germany"));
        assertThat(bill.grossWeight()).extracting(Measure::unit).isEqualTo("KGM");
        assertThat(bill.packageQuantity()).isGreaterThan(BigDecimal.ZERO);
        assertThat(bill.freightPaymentTerm()).isEqualTo("PRE");
        assertThat(bill.clauses()).isNotEmpty();
    }

    @Test
    void shouldReadAnInvoiceThatNamesPartiesByCodesOfOthers() {
        var facts = (ObjectNode) Contracts.example("facts/examples/invoice-facts.v1.json");
        ((ObjectNode) facts.get("seller")).put("party", "DNB:12 345");
        facts.putArray("parties").add("LOCAL-1:x").add("").add(SHIPPER.toString());

        var invoice = InvoiceEventsListener.facts(UUID.randomUUID(), facts);

        assertThat(invoice.seller().party()).isNull();
        assertThat(invoice.parties()).containsExactly(SHIPPER);
    }

    @Test
    void shouldPassOverMembersThatItDoesNotKnow() {
        var facts = (ObjectNode) Contracts.example("facts/examples/invoice-facts.v1.json");
        facts.putObject("addedLater").put("x", 1);

        assertThat(InvoiceEventsListener.facts(UUID.randomUUID(), facts).number())
                .isEqualTo("INV-2026-0815");
    }
}
