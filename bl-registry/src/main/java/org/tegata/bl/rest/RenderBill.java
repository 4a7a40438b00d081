package org.tegata.bl.rest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.tegata.access.PartyId;
import org.tegata.bl.application.ReadBill;
import org.tegata.bl.domain.BillRecord;
import org.tegata.bl.json.TransactionJson;

/** The bill as a page for people: escaped, without script; whose copy it is stands at its head. */
@ApplicationScoped
class RenderBill {

    /** Nothing is loaded, nothing runs, nobody frames it. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'; sandbox";

    private final ReadBill readBill;
    private final Clock clock;

    RenderBill(ReadBill readBill, Clock clock) {
        this.readBill = readBill;
        this.clock = clock;
    }

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance rendering(RenderedBill bill);
    }

    String page(BillRecord record, PartyId reader) {
        var document = readBill.document(record).transportDocument();
        var now = TransactionJson.time(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return Templates.rendering(RenderedBill.of(record, document, readBill.differences(record.bill()), reader, now))
                .render();
    }
}
