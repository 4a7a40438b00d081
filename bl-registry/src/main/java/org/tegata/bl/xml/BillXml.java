package org.tegata.bl.xml;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.tegata.bl.domain.BillFacts;
import org.tegata.bl.domain.TransportDocument;
import org.tegata.bl.json.BillMapping;
import org.tegata.bl.json.TransportDocumentJson;
import org.tegata.bl.xml.generated.MaritimeBillOfLadingType;
import org.tegata.problem.Finding;
import org.tegata.problem.ValidationReport;
import org.tegata.xml.Digest;
import org.tegata.xml.Jaxb;
import org.tegata.xml.SchemaCheck;

/**
 * The codec of our Maritime Bill of Lading XML (UN/CEFACT CCL D23B names): bytes to a verdict, bytes to facts. A pure
 * function of the bytes, thread-safe.
 */
@Singleton
public class BillXml {

    /** The rules that judge: the schema (its own rule names) and after it the rules TGT-BL-nn. */
    public static final String RULE_SET = "tegata-bill-of-lading-1";

    private static final String DCSA_FIT = "TGT-BL-30";

    private final SchemaCheck schema =
            SchemaCheck.load(RULE_SET, BillXml.class, "/xsd/bl/MaritimeBillOfLading_1p0.xsd");
    private final Jaxb<MaritimeBillOfLadingType> binding = new Jaxb<>(MaritimeBillOfLadingType.class);
    private final TransportDocumentJson dcsa = new TransportDocumentJson();

    /**
     * Every finding: first the schema's alone, since the rules take its promises for granted; then the rules'; then,
     * when no rule is broken, what does not fit DCSA's transport document.
     *
     * @throws org.tegata.problem.Rejected when the bytes are not well-formed XML or carry a DTD
     */
    public ValidationReport check(byte[] xml) {
        var report = schema.check(xml);
        if (!report.valid()) {
            return report;
        }
        var bill = binding.read(xml);
        var findings = new Findings();
        var consignment = bill.getSpecifiedSupplyChainConsignment();
        var document = new DocumentRules(findings);
        document.check(bill.getExchangedDocument(), consignment);
        new PartyRules(findings).check(consignment);
        new CarriageRules(findings, document).check(consignment);
        new CargoRules(findings).check(consignment);
        report = report.and(findings.all());
        return report.valid() ? report.and(doesNotFit(BillReader.read(bill))) : report;
    }

    /** The bill as data. Only for bytes whose {@link #check} was valid. */
    public TransportDocument read(byte[] xml) {
        return BillReader.read(binding.read(xml));
    }

    /** The facts of the bill, under the digest of these bytes. Only for bytes whose {@link #check} was valid. */
    public BillFacts facts(UUID billId, byte[] xml) {
        return read(xml).facts(billId, Digest.sha256Hex(xml));
    }

    /** A bill that another platform could not receive is not issued: DCSA's lengths and patterns, said in XPath. */
    private List<Finding> doesNotFit(TransportDocument document) {
        return dcsa.check(dcsa.write(document)).findings().stream()
                .map(finding -> new Finding(
                        DCSA_FIT, finding.severity(), BillMapping.xpath(finding.location()), finding.message()))
                .toList();
    }
}
