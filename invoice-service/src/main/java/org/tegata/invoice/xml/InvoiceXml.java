package org.tegata.invoice.xml;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.xml.generated.rsm.CrossIndustryInvoiceType;
import org.tegata.problem.ValidationReport;
import org.tegata.xml.Jaxb;
import org.tegata.xml.SchemaCheck;

/** The codec of this service: UN/CEFACT Cross Industry Invoice D22B, coupled with its code lists. */
@Singleton
@Startup
public class InvoiceXml {

    /** The rule set that judges: the official schema, and our own rules on top. */
    public static final String RULE_SET = "uncefact-cii-d22b";

    private static final String SCHEMA = "/xsd/d22b/CrossIndustryInvoice_100pD22B.xsd";

    private final SchemaCheck schema = SchemaCheck.load(RULE_SET, InvoiceXml.class, SCHEMA);
    private final Jaxb<CrossIndustryInvoiceType> binding = new Jaxb<>(CrossIndustryInvoiceType.class);

    /** What the official schema finds; refuses bytes that are not safe, well-formed XML. */
    public ValidationReport check(byte[] xml) {
        return schema.check(xml);
    }

    /** What the document says; only for bytes on which {@link #check} found no error. */
    public InvoiceDocument read(byte[] xml) {
        return new CiiReader().read(binding.read(xml));
    }
}
