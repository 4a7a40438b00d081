package org.tegata.invoice.application;

import jakarta.enterprise.context.ApplicationScoped;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.invoice.xml.InvoiceXml;
import org.tegata.rules.Verdict;

/** Judges documents. Needs no database, so that a bad one costs it nothing. */
@ApplicationScoped
public class CheckInvoice {

    private final InvoiceXml xml;

    CheckInvoice(InvoiceXml xml) {
        this.xml = xml;
    }

    /** The verdict; refuses bytes that are not safe, well-formed XML, nor a PDF with such XML inside. */
    public Verdict check(OriginalDocument document, RulesAsked rules) {
        return xml.judge(document, rules);
    }

    /** The same for a document that is to be kept: judged also by what this service needs for that. */
    public Submission read(OriginalDocument document, RulesAsked rules) {
        return new Submission(document, rules, xml.read(document, rules));
    }
}
