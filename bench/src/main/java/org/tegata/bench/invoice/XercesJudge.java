package org.tegata.bench.invoice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** For comparison: the JDK's schema validator alone, streaming; no rule of EN 16931 is asked. */
final class XercesJudge implements Judge {
    private static final String SCHEMA_FILE = "/external/schemas/d16b/data/standard/CrossIndustryInvoice_100pD16B.xsd";

    private final Schema schema;

    XercesJudge() throws SAXException {
        URL file = XercesJudge.class.getResource(SCHEMA_FILE);
        schema = SchemaFactory.newDefaultInstance().newSchema(file);
    }

    @Override
    public String name() {
        return "XSD only";
    }

    @Override
    public int judge(byte[] invoice) {
        int[] errors = {0};
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setErrorHandler(new Counter(errors));
            validator.validate(new StreamSource(new ByteArrayInputStream(invoice)));
        } catch (SAXException | IOException e) {
            errors[0]++;
        }
        return errors[0];
    }

    @Override
    public Set<String> verdict(byte[] invoice) {
        return judge(invoice) == 0 ? new HashSet<>() : Set.of(SCHEMA);
    }

    private record Counter(int[] errors) implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) {
            errors[0]++;
        }

        @Override
        public void fatalError(SAXParseException error) {
            errors[0]++;
        }
    }
}
