package org.tegata.bl.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.Predecessor;
import org.tegata.bl.json.Differences;
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
        @Nullable String pledgor,
        @Nullable String replaces,
        List<Amendment> amendments,
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
    record Line(String sequence, String at, String words, String japanese, String checksum) {}

    /** One member that says something else than in the bill that was replaced (MLETR art. 16). */
    record Amendment(String path, String before, String after) {

        static Amendment of(Differences.Difference difference) {
            return new Amendment(difference.path(), text(difference.before()), text(difference.after()));
        }

        private static String text(@Nullable JsonNode value) {
            if (value == null) {
                return "\u2013";
            }
            return value.isTextual() ? value.textValue() : value.toString();
        }
    }

    static RenderedBill of(
            BillRecord record,
            String transportDocument,
            List<Differences.Difference> differences,
            PartyId reader,
            String now) {
        var bill = record.bill();
        var terms = bill.terms();
        var endorsee = bill.title().endorsee();
        // only its holder, here and now, sees the original
        boolean original = bill.isControlledBy(reader);
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
                bill.title().pledgor() == null ? null : Words.of(bill.title().pledgor()),
                replaces(terms.predecessor()),
                differences.stream().map(Amendment::of).toList(),
                bill.changesOfMedium().stream()
                        .map(dated -> new Statement(
                                dated.change().statement(dated.at(), terms.kind()),
                                dated.change().statementInJapanese(dated.at(), terms.kind())))
                        .toList(),
                Particulars.of(transportDocument),
                lines(record),
                Long.toString(bill.version()),
                record.head(),
                terms.transportDocumentChecksum(),
                now);
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
                    WordsInJapanese.of(entry),
                    sealed.checksum()));
        }
        return List.copyOf(lines);
    }
}
