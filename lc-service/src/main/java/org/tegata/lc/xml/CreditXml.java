package org.tegata.lc.xml;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tegata.lc.domain.CreditRoles;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.xml.generated.LetterOfCreditType;
import org.tegata.lc.xml.generated.ObjectFactory;
import org.tegata.problem.ValidationReport;
import org.tegata.xml.Jaxb;
import org.tegata.xml.SchemaCheck;

/** The codec of our LetterOfCredit XML (schema LetterOfCredit_1p0.xsd): bytes to the domain and back. Thread-safe. */
@Singleton
public class CreditXml {

    /** The schema's name as a rule set. */
    public static final String RULE_SET = "tegata-letter-of-credit-1.0";

    private final SchemaCheck schema = SchemaCheck.load(RULE_SET, CreditXml.class, "/xsd/lc/LetterOfCredit_1p0.xsd");
    private final Jaxb<LetterOfCreditType> binding = new Jaxb<>(LetterOfCreditType.class);

    /** The findings of the schema on these bytes. */
    public ValidationReport check(byte[] xml) {
        return schema.check(xml);
    }

    /**
     * The credit as XML, valid against the schema.
     *
     * @param roles adds the identifiers of the parties, which an MT700 does not carry
     */
    public byte[] write(LetterOfCredit credit, @Nullable CreditRoles roles) {
        byte[] xml =
                binding.write(new ObjectFactory().createLetterOfCredit(new CreditWriter(credit, roles).document()));
        var report = schema.check(xml);
        if (!report.valid()) {
            throw new IllegalStateException("our own XML breaks our own schema: " + report.findings());
        }
        return xml;
    }

    /** The credit in XML that passed the check. */
    public LetterOfCredit read(byte[] xml) {
        return new CreditReader(binding.read(xml)).credit();
    }
}
