package org.tegata.invoice.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.tegata.invoice.InvoiceFixture;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.xml.Digest;

/** By what a repeated request is known again. */
class IssueInvoiceTest {

    private static final CheckInvoice CHECK = new CheckInvoice(InvoiceFixture.codec());
    private static final String SMALL = InvoiceFixture.aSmallInvoice();

    /** A retry finds what was made before callers could ask for rules. */
    @Test
    void shouldKnowAPlainRequestByTheCallAndTheDocument() {
        var before = ("POST /invoices\n" + SMALL).getBytes(StandardCharsets.UTF_8);

        assertThat(digest(RulesAsked.NOTHING)).isEqualTo(Digest.sha256Hex(before));
    }

    @Test
    void shouldTellRequestsForOtherRulesApart() {
        var day = LocalDate.of(2026, 11, 2);

        assertThat(digest(new RulesAsked("uncefact-cii", null)))
                .isEqualTo(digest(new RulesAsked("uncefact-cii", null)))
                .isNotEqualTo(digest(RulesAsked.NOTHING))
                .isNotEqualTo(digest(new RulesAsked("uncefact-cii", day)))
                .isNotEqualTo(digest(new RulesAsked(null, day)));
    }

    private static String digest(RulesAsked rules) {
        var requests = new ArrayList<byte[]>();
        NewInvoices newInvoices = (claim, invoice, document, event) -> requests.add(claim.request());

        new IssueInvoice(newInvoices, null, Clock.systemUTC())
                .issue(InvoiceFixture.SHIPPER, "key", CHECK.read(InvoiceFixture.xml(SMALL), rules));

        return Digest.sha256Hex(requests.get(0));
    }
}
