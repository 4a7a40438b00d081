package org.tegata.bench.bill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.tegata.bill.xml.BillSchema;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** The JDK's schema validator alone, streaming: whoever promises "valid by the schema" spends at least this. */
final class SchemaAnchor {
    private static final String SCHEMA_FILE = "/xsd/bill/MaritimeBillOfLading_1p0.xsd";

    private final Schema schema;

    SchemaAnchor() throws SAXException {
        URL file = BillSchema.class.getResource(SCHEMA_FILE);
        schema = SchemaFactory.newDefaultInstance().newSchema(file);
    }

    /** How many errors it finds. */
    int validate(byte[] bill) {
        var errors = new Errors();
        try {
            Validator validator = schema.newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setErrorHandler(errors);
            validator.validate(new StreamSource(new ByteArrayInputStream(bill)));
        } catch (SAXException | IOException fatal) {
            errors.count++;
        }
        return errors.count;
    }

    private static final class Errors extends DefaultHandler {
        private int count;

        @Override
        public void error(SAXParseException error) {
            count++;
        }
    }
}
