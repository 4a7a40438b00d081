package org.tegata.invoice.xml;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.tegata.invoice.InvoiceConfig;
import org.tegata.invoice.domain.InvoiceProblem;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.RulesAsked;
import org.tegata.problem.Rejected;
import org.tegata.problem.RequestProblem;
import org.tegata.rules.Answer;
import org.tegata.rules.InvoiceValidator;
import org.tegata.rules.Question;
import org.tegata.rules.RuleSet;
import org.tegata.rules.RuleSets;
import org.tegata.rules.UnknownRuleSetException;
import org.tegata.rules.Verdict;
import org.tegata.rules.XmlSource;
import org.tegata.rules.export.RecordBook;
import org.tegata.rules.rule.RuleBook;

/** The codec of this service: UN/CEFACT Cross Industry Invoices, bare or within a PDF. */
@Singleton
@Startup
public class InvoiceXml {

    /** One instance, by which the validator knows it again. */
    private static final RuleBook<?> RECORD = RecordBook.create();

    private final InvoiceValidator validator = new InvoiceValidator();
    private final InvoiceConfig config;
    private final Clock clock;

    public InvoiceXml(InvoiceConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** The verdict by the rules asked for. */
    public Verdict judge(OriginalDocument document, RulesAsked rules) {
        return judge(document, question(rules)).verdict();
    }

    /** The verdict by these rules and by what this service needs to keep an invoice; and what the invoice says. */
    public ReadInvoice read(OriginalDocument document, RulesAsked rules) {
        var answer = judge(document, question(rules).with(RECORD).with(FactsBook.BOOK));
        var verdict = answer.verdict();
        return new ReadInvoice(
                verdict, verdict.valid() ? answer.tally(FactsBook.BOOK).document() : null);
    }

    private Answer judge(OriginalDocument document, Question question) {
        long limit = config.maxDocumentSize().asLongValue();
        if (document.bytes().length > limit) {
            throw new Rejected(RequestProblem.PAYLOAD_TOO_LARGE, RequestProblem.PAYLOAD_TOO_LARGE.title());
        }
        byte[] xml = document.isPdf() ? HybridPdf.invoice(document.bytes(), (int) limit) : document.bytes();
        try {
            return validator.judge(XmlSource.of(xml), question);
        } catch (UnknownRuleSetException unknown) {
            throw new Rejected(
                    InvoiceProblem.UNKNOWN_RULE_SET,
                    "There are: %s",
                    String.join(", ", RuleSets.all().stream().map(RuleSet::name).toList()));
        }
    }

    private Question question(RulesAsked rules) {
        var on = rules.on() == null ? LocalDate.now(clock) : rules.on();
        return Question.of(rules.ruleSet()).telling(config.maxFindings()).on(on);
    }
}
