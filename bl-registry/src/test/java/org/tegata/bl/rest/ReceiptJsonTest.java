package org.tegata.bl.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tegata.access.PartyId;
import org.tegata.bl.application.Receipt;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillAct;
import org.tegata.bl.domain.BillAtHead;
import org.tegata.bl.domain.BillTerms;
import org.tegata.bl.domain.ChainParty;
import org.tegata.bl.domain.ChangeOfMedium;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.EnvelopeNote;
import org.tegata.bl.domain.EnvelopePurpose;
import org.tegata.bl.domain.NamedParty;
import org.tegata.bl.domain.RegisterEntry;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.SurrenderReason;
import org.tegata.bl.domain.Transaction;

/** What is written by hand is what the view says, member for member. */
class ReceiptJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("01a1ff09-8caa-7fc2-baf8-342d6c552eca");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final ChainParty CARRIER = party(Registry.CARRIER);
    private static final ChainParty SHIPPER = party(Registry.SHIPPER);
    private static final ChainParty BANK = party(Registry.BANK);

    private static ChainParty party(PartyId id) {
        return ChainParty.of(id, "Ship \"& Söhne\" \u6771\u4eac", "TGTA");
    }

    private static RegisterEntry entry(long sequence, BillAct act, List<Transaction> transactions) {
        var terms = sequence > 1
                ? null
                : new BillTerms(
                        "SOLU1",
                        "4e".repeat(32),
                        null,
                        null,
                        new NamedParty("Carrier", Registry.CARRIER),
                        new NamedParty("Shipper", Registry.SHIPPER),
                        new NamedParty("TO ORDER OF BANK", Registry.BANK),
                        true,
                        null,
                        DocumentKind.BILL_OF_LADING);
        return new RegisterEntry(
                ID, sequence, act, NOON, Registry.CARRIER, "user", transactions, terms, null, null, null, null);
    }

    private static Transaction transaction(ActionCode code, ChainParty actor, ChainParty recipient) {
        return new Transaction(code, actor, recipient, NOON, null, null);
    }

    private static void assertWrittenAsTheViewSays(List<RegisterEntry> record, RegisterEntry told) throws Exception {
        var bill = Bill.of("TGTA", record);
        var receipt = new Receipt(
                new BillAtHead(bill, "ab".repeat(32)),
                List.of(
                        new SealedEntry(told, "cd".repeat(32), "ef".repeat(32), "a.b.c"),
                        new SealedEntry(record.get(0), null, "ef".repeat(32), "d.e.f")));

        var expected = JSON.readTree(JSON.writeValueAsString(view(receipt)));
        assertThat(JSON.readTree(ReceiptJson.write(receipt))).isEqualTo(expected);
    }

    private static ReceiptView view(Receipt receipt) {
        var bill = receipt.after().bill();
        return new ReceiptView(
                bill.id(),
                bill.version(),
                receipt.after().head(),
                bill.status(),
                BillView.Holder.orNull(bill.holder()),
                BillView.Endorsee.orNull(bill.title().endorsee()),
                BillView.Holder.orNull(bill.title().pledgor()),
                receipt.entries().stream().map(EntryView::of).toList());
    }

    @Test
    void shouldWriteADraftThatNobodyHolds() throws Exception {
        var draft = List.of(entry(1, BillAct.DRAFT, List.of()));

        assertWrittenAsTheViewSays(draft, draft.get(0));
    }

    @Test
    void shouldWriteAPledgedBillWithAllThatAnEntryCanSay() throws Exception {
        var record = new ArrayList<>(List.of(
                entry(1, BillAct.DRAFT, List.of()),
                entry(2, BillAct.ISSUE, List.of(transaction(ActionCode.ISSUE, CARRIER, SHIPPER))),
                entry(3, BillAct.PLEDGE, List.of(transaction(ActionCode.TRANSFER, SHIPPER, BANK)))));
        var note = new EnvelopeNote(
                UUID.randomUUID(), EnvelopePurpose.SURRENDER, "TGTB", 3, "aa", "RECE", "bb", Registry.BANK);
        var told = new RegisterEntry(
                ID,
                4,
                BillAct.SWITCH_TO_PAPER,
                NOON.plusMillis(7),
                Registry.BANK,
                "user",
                List.of(
                        new Transaction(
                                ActionCode.SURRENDER_FOR_AMENDMENT,
                                BANK,
                                CARRIER,
                                NOON,
                                SurrenderReason.SWTP,
                                "Line\u2028 <b>"),
                        new Transaction(ActionCode.SIGN, BANK, null, NOON, null, null)),
                null,
                note,
                null,
                new ChangeOfMedium(ChangeOfMedium.Direction.TO_PAPER, 3, "Kobe"),
                "x.y.z");

        assertWrittenAsTheViewSays(record, told);
    }
}
