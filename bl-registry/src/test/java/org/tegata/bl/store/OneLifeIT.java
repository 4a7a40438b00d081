package org.tegata.bl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.bl.application.Register;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillProblem;
import org.tegata.bl.domain.Bills;
import org.tegata.bl.domain.PartyKeys;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.TitleAct;
import org.tegata.embedded.InfraTestResource;
import org.tegata.problem.Rejected;

/** A document lives once: a number passes on, a place is taken once, and what was issued never begins again. */
@QuarkusTest
@WithTestResource(InfraTestResource.class)
class OneLifeIT {

    @Inject
    Bills bills;

    @Inject
    Register register;

    @Inject
    PartyKeys keys;

    private Trade trade;

    @BeforeEach
    void trade() {
        trade = new Trade(bills, register, keys);
    }

    private static String number(BillAtHead bill) {
        return bill.bill().terms().transportDocumentReference();
    }

    private BillAtHead replacement(BillAtHead old, String number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> trade.drafted(number, Predecessor.of(old, Trade.CARRIER, null)));
    }

    private BillAtHead voided(BillAtHead bill) {
        return trade.acted(bill, trade.sign(bill, TitleAct.VOID, Trade.CARRIER, null));
    }

    @Test
    void shouldPassTheNumberOnButNotTheDocument() {
        var old = trade.closedForAmendment();
        var amended = replacement(old, number(old));

        assertThat(bills.successor(old.bill().id())).contains(amended.bill().id());
        assertThat(bills.withNumber(Trade.CARRIER.toString(), number(old))).contains(amended.bill());
        // an envelope with the chain of the replaced bill finds that bill, which is closed
        assertThat(bills.withTransportDocument(old.bill().terms().transportDocumentChecksum()))
                .contains(old.bill());
        assertThat(openAgain(old, Trade.newNumber())).isFalse();
        assertThat(openAgain(old, number(old))).isFalse();
    }

    /** The document of that bill, as if it had never been here. */
    private boolean openAgain(BillAtHead old, String number) {
        var document = bills.document(old.bill());
        var decision = trade.draft(number, document, null);
        assertThat(decision.bill().terms().transportDocumentChecksum())
                .isEqualTo(old.bill().terms().transportDocumentChecksum());
        return bills.open(decision, document, null);
    }

    @Test
    void shouldTakeOneSuccessorEach() {
        var old = trade.closedForAmendment();
        replacement(old, number(old));

        assertThatThrownBy(() -> replacement(old, Trade.newNumber()))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.ALREADY_REPLACED));
    }

    @Test
    void shouldNotTakeTheNumberOfAnother() {
        var old = trade.closedForAmendment();
        var another = trade.issued();

        assertThatThrownBy(() -> replacement(old, number(another)))
                .isInstanceOfSatisfying(
                        Rejected.class, no -> assertThat(no.type()).isEqualTo(BillProblem.BILL_NUMBER_TAKEN));
        assertThat(bills.successor(old.bill().id())).isEmpty();
        assertThat(replacement(old, number(old)).bill().terms().predecessor()).isNotNull();
    }

    @Test
    void shouldFreeThePlaceWhenTheDraftIsVoided() {
        var old = trade.closedForAmendment();
        voided(replacement(old, number(old)));

        assertThat(bills.successor(old.bill().id())).isEmpty();
        assertThat(bills.withNumber(Trade.CARRIER.toString(), number(old))).contains(old.bill());
        var second = replacement(old, number(old));
        assertThat(bills.successor(old.bill().id())).contains(second.bill().id());
        assertThat(bills.withNumber(Trade.CARRIER.toString(), number(old))).contains(second.bill());
    }

    @Test
    void shouldNeverOpenTheDocumentOfAnIssuedBillAgain() {
        var draft = voided(trade.drafted(Trade.newNumber()));
        var issued = voided(trade.issued());

        assertThat(openAgain(draft, number(draft))).as("nobody ever had it").isTrue();
        assertThat(openAgain(issued, number(issued))).isFalse();
        assertThat(openAgain(issued, Trade.newNumber())).isFalse();
        assertThat(bills.withNumber(Trade.CARRIER.toString(), number(issued)))
                .as("the number is free")
                .isEmpty();
        assertThat(bills.withTransportDocument(issued.bill().terms().transportDocumentChecksum()))
                .contains(issued.bill());
    }
}
