package org.tegata.bl.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.application.VerificationAddress;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.json.TransactionJson;
import org.tegata.bl.pdf.BillPdf;
import org.tegata.bl.pdf.Paper;

/** The bill for people, as a page or on paper: whose copy it is stands at its head. */
@ApplicationScoped
class RenderBill {

    /** Nothing is loaded, nothing runs, nobody frames it. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; sandbox";

    private final ReadBill readBill;
    private final VerificationAddress verification;
    private final BillPdf billPdf;
    private final Clock clock;

    RenderBill(ReadBill readBill, VerificationAddress verification, BillPdf billPdf, Clock clock) {
        this.readBill = readBill;
        this.verification = verification;
        this.billPdf = billPdf;
        this.clock = clock;
    }

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance rendering(RenderedBill bill, List<Paper.Unsaid> unsaid);
    }

    /** An HTML page, escaped and without script. */
    String page(BillRecord record, PartyId reader) {
        var document = readBill.document(record).transportDocument();
        return Templates.rendering(rendered(record, document, reader, now()), unsaid(record))
                .render();
    }

    /** A PDF/A-3u file that carries the document and the sealed record as data. */
    byte[] pdf(ReadBill.Exchanged exchanged, PartyId reader) {
        var record = exchanged.record();
        var document = readBill.document(record);
        var now = now();
        return billPdf.of(OnPaper.of(
                record,
                rendered(record, document.transportDocument(), reader, now),
                document,
                unsaid(record),
                BillResource.ChainView.of(exchanged),
                address(record),
                now));
    }

    /** What the bill says in the language it came in, and the transport document cannot. */
    private List<Paper.Unsaid> unsaid(BillRecord record) {
        return readBill.beyondTransportDocument(record).stream()
                .map(unsaid -> new Paper.Unsaid(unsaid.location(), unsaid.value(), unsaid.reason()))
                .toList();
    }

    /** A draft has no page of its own yet. */
    private @Nullable String address(BillRecord record) {
        return record.bill().carrier() == null ? null : verification.of(record.atHead());
    }

    private RenderedBill rendered(BillRecord record, String transportDocument, PartyId reader, Instant now) {
        var differences = readBill.differences(record.bill());
        return RenderedBill.of(record, transportDocument, differences, reader, TransactionJson.time(now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
