package org.tegata.bl.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.Contracts;
import org.tegata.bl.domain.ActStatement;
import org.tegata.bl.domain.Acts;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.Caller;
import org.tegata.bl.domain.CarrierActs;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.Decision;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.NamedRecipient;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.TitleAct;

/** What the register tells of its acts is what the contracts promise. */
class BillEventJsonTest {

    private static final PartyId SHIPPER = PartyId.ofLei("TGTASHIPPER000000139");
    private static final PartyId CARRIER = PartyId.ofLei("TGTACARRIER000000165");
    private static final PartyId BANK = PartyId.ofLei("TGTACONFBANK00000187");
    private static final Instant AT = Instant.parse("2026-11-21T02:00:00Z");

    private static final Acts.Asking ANYBODY = new Acts.Asking() {
        @Override
        public ChainParty possessor(NamedRecipient named) {
            return endorsee(named);
        }

        @Override
        public ChainParty endorsee(NamedRecipient named) {
            return ChainParty.of(named.party(), "Minato Trust Bank, Ltd.", "TGTA");
        }

        @Override
        public String verifiedManifest(Bill bill, @Nullable String issuanceManifest) {
            return "ab".repeat(32);
        }
    };

    private final List<ObjectNode> told = new ArrayList<>();
    private Bill bill;

    @BeforeEach
    void issue() throws IOException {
        var terms = new BillTerms(
                "SOLU26110001",
                "4e".repeat(32),
                "9c".repeat(32),
                null,
                new NamedParty("Setouchi Ocean Line Co., Ltd.", CARRIER),
                new NamedParty("Hanshin Seiki K.K.", SHIPPER),
                null,
                true,
                Predecessor.paperFromOutside(new NamedParty("Hanshin Seiki K.K.", SHIPPER)),
                DocumentKind.BILL_OF_LADING);
        var caller = Caller.unsigned(CARRIER, "test", AT);
        told(CarrierActs.draft(UUID.randomUUID(), "TGTA", terms, caller));
        act(TitleAct.ISSUE, CARRIER);
    }

    private void act(TitleAct act, PartyId actor) throws IOException {
        boolean paper = act == TitleAct.ISSUE || act == TitleAct.SWITCH_TO_PAPER;
        var asked = new ActStatement(
                bill.id(),
                "00".repeat(32),
                act,
                actor,
                new NamedRecipient(BANK, null, null),
                act == TitleAct.SURRENDER_FOR_AMENDMENT ? SurrenderReason.SWTP : null,
                null,
                AT,
                "Kobe",
                paper ? 3 : null,
                null);
        told(Acts.decide(bill, asked, new Caller(actor, "test", AT, "h.p.s"), ANYBODY, UUID.randomUUID()));
    }

    private void told(Decision decision) throws IOException {
        bill = decision.bill();
        for (var entry : decision.entries()) {
            var type = entry.act().eventType();
            var event = (ObjectNode) Contracts.example("events/examples/" + type + ".json");
            var facts = event.at("/data/facts");
            var data = (ObjectNode) BillEventJson.data(bill, entry, null);
            if (facts.isObject()) {
                data.set("facts", facts);
            }
            event.set("data", data);
            assertThat(Contracts.faults(type, event)).as(type).isEmpty();
            told.add(data);
        }
    }

    private ObjectNode last() {
        return told.get(told.size() - 1);
    }

    @Test
    void shouldTellWhatTheBillReplacesAndThatPaperWasCancelled() {
        assertThat(told)
                .allMatch(data -> data.at("/predecessor/because").textValue().equals("FROM_PAPER"));
        assertThat(told.get(0).has("changeOfMedium")).isFalse();
        assertThat(last().get("changeOfMedium"))
                .hasToString("{\"direction\":\"FROM_PAPER\",\"originals\":3,\"place\":\"Kobe\"}");
    }

    @Test
    void shouldTellToWhomAPledgedBillIsOwed() throws IOException {
        act(TitleAct.PLEDGE, SHIPPER);
        assertThat(last().at("/title/status").textValue()).isEqualTo("PLEDGED");
        assertThat(last().at("/title/holder").textValue()).isEqualTo(BANK.toString());
        assertThat(last().at("/title/pledgor").textValue()).isEqualTo(SHIPPER.toString());
        assertThat(last().has("predecessor")).isFalse();

        act(TitleAct.SIGN, BANK);
        act(TitleAct.RELEASE, BANK);
        assertThat(last().at("/title").has("pledgor")).isFalse();
        assertThat(last().at("/transaction/comments").textValue()).isEqualTo("Release of pledge");
    }

    @Test
    void shouldTellOfARejectedTransfer() throws IOException {
        act(TitleAct.TRANSFER, SHIPPER);
        act(TitleAct.REJECT_TRANSFER, BANK);

        assertThat(last().at("/title/holder").textValue()).isEqualTo(SHIPPER.toString());
        assertThat(last().at("/actor").textValue()).isEqualTo(BANK.toString());
    }

    @Test
    void shouldTellHowManyOriginalsOfPaperThereAreNow() throws IOException {
        act(TitleAct.SURRENDER_FOR_AMENDMENT, SHIPPER);
        act(TitleAct.SWITCH_TO_PAPER, CARRIER);

        assertThat(last().at("/changeOfMedium/direction").textValue()).isEqualTo("TO_PAPER");
        assertThat(last().at("/changeOfMedium/originals").intValue()).isEqualTo(3);
        assertThat(last().at("/transaction/actionCode").textValue()).isEqualTo("SACC");
    }
}
