package org.tegata.bill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tegata.bill.dcsa.AttributeTable;
import org.tegata.bill.dcsa.JsonText;
import org.tegata.bill.mapping.BillMapping;
import org.tegata.bill.mapping.Mapped;
import org.tegata.bill.rules.BillRules;
import org.tegata.bill.rules.TransportDocumentRules;
import org.tegata.bill.xml.BillSchema;
import org.tegata.problem.Finding;
import org.tegata.problem.Severity;
import org.tegata.problem.ValidationReport;
import org.tegata.xml.XmlElement;

/**
 * Reads a bill in either of its languages. A pure function of what came, thread-safe.
 *
 * <p>Whatever the language, one set of rules judges the bill's XML form; what it finds is told in the places of the
 * document that came.
 */
public final class BillReader {

    /** What DCSA alone demands of a transport document that another platform sends. */
    public static final String DCSA_RULE_SET = "dcsa-transport-document-3.0.0";

    private static final String MALFORMED = "JSON-MALFORMED";

    private final BillSchema schema = BillSchema.load();
    private final AttributeTable attributes = AttributeTable.load();
    private final BillMapping mapping = BillMapping.load(schema);
    private final BillRules rules;

    public BillReader() {
        this(new BillRules());
    }

    /** A reader whose rules have a clock of their own. */
    public BillReader(BillRules rules) {
        this.rules = rules;
    }

    /**
     * A bill in our XML: first what the schema finds, alone, since the rules take its promises for granted; then what
     * the rules find; then what another platform could not receive of it.
     *
     * @throws org.tegata.problem.Rejected when the bytes are not well-formed XML or carry a DTD
     */
    public BillReading xml(byte[] bytes) {
        var checked = schema.read(bytes);
        if (!checked.report().valid()) {
            return new BillReading(checked.report(), null, null, List.of());
        }
        var findings = rules.check(checked.root());
        var report = checked.report().and(findings);
        if (!report.valid()) {
            return new BillReading(report, checked.root(), null, List.of());
        }
        Mapped<ObjectNode> mapped = mapping.toJson(checked.root());
        report = report.and(told(attributes.check(mapped.document()), mapped));
        return new BillReading(report, checked.root(), mapped.document(), mapped.unsaid());
    }

    /**
     * A bill on record in our XML, in both languages whatever the rules have come to say of it: only the schema judges.
     *
     * @throws org.tegata.problem.Rejected when the bytes are not well-formed XML or carry a DTD
     */
    public BillReading kept(byte[] bytes) {
        var checked = schema.read(bytes);
        if (!checked.report().valid()) {
            return new BillReading(checked.report(), null, null, List.of());
        }
        Mapped<ObjectNode> mapped = mapping.toJson(checked.root());
        return new BillReading(checked.report(), checked.root(), mapped.document(), mapped.unsaid());
    }

    /** The canonical bytes of a bill: what follows from its other elements filled in, in the order of the schema. */
    public byte[] write(XmlElement bill) {
        return schema.write(mapping.canonical(bill));
    }

    /** A bill as DCSA's transport document, as its carrier draws it up: judged by all that a bill in XML is. */
    public BillReading transportDocument(String json) {
        return json(json, true);
    }

    /** A transport document that another platform sent: only what DCSA demands is asked, whatever a bill here needs. */
    public BillReading received(String json) {
        return json(json, false);
    }

    private BillReading json(String json, boolean drawnUpHere) {
        String ruleSet = drawnUpHere ? BillSchema.RULE_SET : DCSA_RULE_SET;
        var outcome = JsonText.read(json);
        var tree = outcome.tree();
        if (tree == null) {
            return refused(ruleSet, List.of(malformed(outcome)));
        }
        var findings = new ArrayList<>(attributes.check(tree));
        if (drawnUpHere) {
            findings.addAll(XmlCharacters.check(tree));
        }
        if (!(tree instanceof ObjectNode object) || findings.stream().anyMatch(BillReader::isError)) {
            return refused(ruleSet, findings);
        }
        Mapped<XmlElement> mapped = mapping.toXml(object);
        if (drawnUpHere) {
            findings.addAll(TransportDocumentRules.check(object));
            findings.addAll(told(judged(mapped.document()), mapped));
        }
        return new BillReading(new ValidationReport(ruleSet, findings), mapped.document(), object, mapped.unsaid());
    }

    /** As if the bill had come in our XML. */
    private List<Finding> judged(XmlElement bill) {
        var schemaReport = schema.read(schema.write(bill)).report();
        if (!schemaReport.valid()) {
            return schemaReport.findings();
        }
        return schemaReport.and(rules.check(bill)).findings();
    }

    private static Finding malformed(JsonText.Outcome outcome) {
        String refusal = String.valueOf(outcome.refusal());
        return new Finding(
                MALFORMED,
                Severity.ERROR,
                "",
                "the transport document " + refusal,
                "JSON として読めません。",
                null,
                "one JSON object (RFC 8259, I-JSON)",
                null,
                null);
    }

    private static BillReading refused(String ruleSet, List<Finding> findings) {
        return new BillReading(new ValidationReport(ruleSet, findings), null, null, List.of());
    }

    /** The findings in places of the document that came. */
    private static List<Finding> told(List<Finding> findings, Mapped<?> mapped) {
        return findings.stream()
                .map(finding -> at(mapped.origin().apply(finding.location()), finding))
                .toList();
    }

    private static Finding at(String location, Finding finding) {
        return new Finding(
                finding.ruleId(),
                finding.severity(),
                location,
                finding.message(),
                finding.messageJa(),
                finding.actual(),
                finding.expected(),
                finding.fixHint(),
                finding.fixHintJa());
    }

    private static boolean isError(Finding finding) {
        return finding.severity() == Severity.ERROR;
    }
}
