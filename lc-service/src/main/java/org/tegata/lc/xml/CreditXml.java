package org.tegata.lc.xml;

import jakarta.inject.Singleton;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.glassfish.jaxb.runtime.marshaller.NamespacePrefixMapper;
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
    private final Jaxb<LetterOfCreditType> reader = new Jaxb<>(LetterOfCreditType.class);
    private final JAXBContext writer;

    /** Compiles the schema and the binding. */
    public CreditXml() {
        try {
            this.writer = JAXBContext.newInstance(LetterOfCreditType.class);
        } catch (JAXBException broken) {
            throw new IllegalStateException("no binding for the letter of credit", broken);
        }
    }

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
        byte[] xml = write(new CreditWriter(credit, roles).document());
        var report = schema.check(xml);
        if (!report.valid()) {
            throw new IllegalStateException("our own XML breaks our own schema: " + report.findings());
        }
        return xml;
    }

    /** The credit in XML that passed the check. */
    public LetterOfCredit read(byte[] xml) {
        return new CreditReader(reader.read(xml)).credit();
    }

    private byte[] write(LetterOfCreditType document) {
        try {
            var marshaller = writer.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.setProperty(Marshaller.JAXB_ENCODING, "UTF-8");
            marshaller.setProperty("org.glassfish.jaxb.namespacePrefixMapper", new UnCefactPrefixes());
            var out = new ByteArrayOutputStream();
            marshaller.marshal(new ObjectFactory().createLetterOfCredit(document), out);
            return out.toByteArray();
        } catch (JAXBException broken) {
            throw new IllegalStateException("cannot write the letter of credit", broken);
        }
    }

    /** The prefixes that readers of UN/CEFACT messages know: rsm for the message, ram for aggregates, udt for types. */
    private static final class UnCefactPrefixes extends NamespacePrefixMapper {

        private static final Map<String, String> PREFIXES = Map.of(
                "urn:tegata:data:standard:LetterOfCredit:1", "rsm",
                "urn:tegata:data:standard:LetterOfCreditReusableAggregateBusinessInformationEntity:1", "ram",
                "urn:tegata:data:standard:DocumentaryCreditTerms:1", "dct",
                "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", "udt",
                "urn:un:unece:uncefact:data:standard:QualifiedDataType:100", "qdt");

        @Override
        public @Nullable String getPreferredPrefix(String uri, @Nullable String suggestion, boolean required) {
            return PREFIXES.getOrDefault(uri, suggestion);
        }
    }
}
