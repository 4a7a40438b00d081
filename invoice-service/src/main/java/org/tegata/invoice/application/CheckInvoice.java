package org.tegata.invoice.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.tegata.invoice.domain.rules.InvoiceRules;
import org.tegata.invoice.xml.InvoiceXml;
import org.tegata.xml.Digest;

/** Judges bytes by the official schema and, where that holds, by our rules. Needs no database. */
@ApplicationScoped
public class CheckInvoice {

    private final InvoiceXml xml;

    CheckInvoice(InvoiceXml xml) {
        this.xml = xml;
    }

    /** The verdict with every finding; refuses bytes that are not safe, well-formed XML. */
    public CheckedInvoice check(byte[] bytes) {
        var digest = Digest.sha256Hex(bytes);
        var report = xml.check(bytes);
        if (!report.valid()) {
            // Our rules speak about a structure that is not there.
            return new CheckedInvoice(bytes, digest, report, null);
        }
        var document = xml.read(bytes);
        return new CheckedInvoice(bytes, digest, report.and(InvoiceRules.check(document)), document);
    }
}
