package org.tegata.bl.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tegata.bl.domain.ActionCode;
import org.tegata.bl.domain.BillDocument;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.domain.BillStatus;
import org.tegata.bl.domain.DocumentKind;
import org.tegata.bl.domain.SealedEntry;
import org.tegata.bl.domain.Visualisation;
import org.tegata.bl.json.TransactionJson;
import org.tegata.bl.pdf.Paper;
import org.tegata.bl.pdf.Paper.Attachment;
import org.tegata.bl.pdf.Paper.Bilingual;
import org.tegata.bl.pdf.Paper.Fact;
import org.tegata.bl.pdf.Paper.Relationship;

/** What the page says, for paper: the same facts, and what the file carries as data. */
final class OnPaper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OnPaper() {}

    static Paper of(
            BillRecord record,
            RenderedBill rendered,
            BillDocument document,
            List<Paper.Unsaid> unsaid,
            BillResource.ChainView chain,
            @Nullable String verification,
            Instant now) {
        var bill = record.bill();
        return new Paper(
                rendered.original(),
                new Bilingual(rendered.marking(), rendered.markingJa()),
                bill.terms().kind() == DocumentKind.SEA_WAYBILL ? Paper.Kind.SEA_WAYBILL : Paper.Kind.BILL_OF_LADING,
                rendered.number(),
                rendered.id(),
                rendered.version(),
                rendered.head(),
                rendered.checksum(),
                now,
                verification,
                signature(record),
                standing(rendered, bill.status()),
                rendered.changesOfMedium().stream()
                        .map(change -> new Bilingual(change.english(), change.japanese()))
                        .toList(),
                rendered.amendments().stream()
                        .map(one -> new Paper.Amendment(one.path(), one.before(), one.after()))
                        .toList(),
                record.entries().stream().map(OnPaper::act).toList(),
                tree(document.transportDocument()),
                unsaid,
                attachments(document, chain));
    }

    private static Paper.Act act(SealedEntry sealed) {
        var entry = sealed.entry();
        return new Paper.Act(
                Long.toString(entry.sequence()),
                TransactionJson.time(entry.recordedAt()),
                new Bilingual(Words.of(entry), WordsInJapanese.of(entry)),
                sealed.checksum());
    }

    /** Who issued the bill, and where in the record that stands. */
    private static Bilingual signature(BillRecord record) {
        for (var sealed : record.entries()) {
            for (var transaction : sealed.entry().transactions()) {
                if (transaction.actionCode() == ActionCode.ISSUE) {
                    var carrier = Words.of(transaction.actor());
                    var at = TransactionJson.time(transaction.actionDateTime());
                    var where = sealed.entry().sequence();
                    return new Bilingual(
                            "Issued by " + carrier + " as carrier, signed electronically, " + at + ".\nEntry " + where
                                    + " of the record, seal " + sealed.checksum(),
                            carrier + " が運送人として電子的に署名し発行。電子記録の第" + where + "項。");
                }
            }
        }
        return new Bilingual("DRAFT: not issued, nobody has signed it", "草案：未発行、署名なし");
    }

    private static List<Fact> standing(RenderedBill rendered, BillStatus status) {
        var facts = new ArrayList<Fact>();
        fact(facts, "State", "状態", rendered.state() + "  " + WordsInJapanese.of(status));
        fact(facts, "Holder", "占有者（支配者）", rendered.holder());
        fact(facts, "To the order of", "被裏書人・指図人", rendered.endorsee());
        fact(facts, "Held as security for", "質入れした者", rendered.pledgor());
        fact(facts, "Replaces", "差し替え前の証券", rendered.replaces());
        return facts;
    }

    private static void fact(List<Fact> facts, String english, String japanese, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(new Bilingual(english, japanese), value));
        }
    }

    private static JsonNode tree(String transportDocument) {
        try {
            return JSON.readTree(transportDocument);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a transport document on record is JSON", impossible);
        }
    }

    private static List<Attachment> attachments(BillDocument document, BillResource.ChainView chain) {
        var files = new ArrayList<Attachment>();
        var came = document.visualisation();
        if (came != null) {
            files.add(new Attachment(
                    "document" + ending(came), mediaType(came), Relationship.SOURCE, "As it came", came.content()));
        }
        files.add(new Attachment(
                "transport-document.json",
                "application/json",
                came == null ? Relationship.SOURCE : Relationship.DATA,
                "DCSA transport document",
                document.transportDocument().getBytes(StandardCharsets.UTF_8)));
        files.add(new Attachment(
                "chain.json",
                "application/json",
                Relationship.SUPPLEMENT,
                "The sealed record, as GET /bills/{id}/chain gives it",
                bytes(chain)));
        return files;
    }

    private static byte[] bytes(BillResource.ChainView chain) {
        try {
            return JSON.writeValueAsBytes(chain);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What another platform calls its file is not repeated; what nobody should open by a click gets no such ending. */
    private static String ending(Visualisation came) {
        return switch (came.mediaType().toLowerCase(Locale.ROOT)) {
            case "application/xml", "text/xml" -> ".xml";
            case "application/json" -> ".json";
            case "application/pdf" -> ".pdf";
            default -> ".bin";
        };
    }

    private static String mediaType(Visualisation came) {
        var type = came.mediaType();
        return type.matches("[A-Za-z0-9][A-Za-z0-9.+-]{0,60}/[A-Za-z0-9][A-Za-z0-9.+-]{0,60}")
                ? type
                : "application/octet-stream";
    }
}
