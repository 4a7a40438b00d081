package org.tegata.bl.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.Bill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.json.TransactionJson;

/** What the page says. */
record RenderedBill(
        boolean original,
        String marking,
        String markingJa,
        String number,
        String id,
        String state,
        @Nullable String holder,
        @Nullable String endorsee,
        @Nullable String replaces,
        List<Statement> changesOfMedium,
        List<Particulars.Particular> particulars,
        List<Line> chain,
        String version,
        String head,
        String checksum,
        String renderedAt) {

    /** A change-of-medium statement (MLETR art. 17(2) and 18(2)) in both languages. */
    record Statement(String english, String japanese) {}

    /** One entry of the record in words. */
    record Line(String sequence, String at, String words, String checksum) {}

    static RenderedBill of(BillRecord record, String transportDocument, PartyId reader, String now) {
        var bill = record.bill();
        var terms = bill.terms();
        var endorsee = bill.title().endorsee();
        boolean original = isOriginal(bill, reader);
        return new RenderedBill(
                original,
                original ? "ORIGINAL" : "COPY \u2013 NOT THE RECORD",
                original
                        ? "\u539f\u672c"
                        : "\u5199\u3057\uff08\u96fb\u5b50\u8239\u8377\u8a3c\u5238"
                                + "\u8a18\u9332\u3067\u306f\u3042\u308a\u307e\u305b\u3093\uff09",
                terms.transportDocumentReference(),
                bill.id().toString(),
                bill.status().name().replace('_', ' '),
                bill.holder() == null ? null : Words.of(bill.holder()),
                endorsee == null ? null : endorsee.partyName() + " (" + endorsee.party() + ")",
                replaces(terms.predecessor()),
                bill.changesOfMedium().stream()
                        .map(dated -> new Statement(
                                dated.change().statement(dated.at()),
                                dated.change().statementInJapanese(dated.at())))
                        .toList(),
                Particulars.of(transportDocument),
                lines(record),
                Long.toString(bill.version()),
                record.head(),
                terms.transportDocumentChecksum(),
                now);
    }

    /** Only its holder, here and now, sees the original; nobody does of a bill that is closed, or on its way. */
    private static boolean isOriginal(Bill bill, PartyId reader) {
        var holder = bill.holder();
        return holder != null
                && !bill.status().isClosed()
                && !bill.isUnderWay()
                && holder.is(reader)
                && holder.eblPlatform().equals(bill.platform());
    }

    private static @Nullable String replaces(@Nullable Predecessor predecessor) {
        if (predecessor == null) {
            return null;
        }
        var why = predecessor.because() == Predecessor.Because.AMENDED ? "amended bill in place of " : "from paper: ";
        return why + (predecessor.billId() == null ? "a bill that was on paper" : "bill " + predecessor.billId());
    }

    private static List<Line> lines(BillRecord record) {
        var lines = new ArrayList<Line>();
        for (var sealed : record.entries()) {
            var entry = sealed.entry();
            lines.add(new Line(
                    Long.toString(entry.sequence()),
                    TransactionJson.time(entry.recordedAt()),
                    Words.of(entry),
                    sealed.checksum()));
        }
        return List.copyOf(lines);
    }
}
