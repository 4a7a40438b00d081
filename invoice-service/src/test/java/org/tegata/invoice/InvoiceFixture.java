package org.tegata.invoice;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.xml.InvoiceXml;

/** The sample parties and the sample invoice of the whole project. */
public final class InvoiceFixture {

    public static final PartyId SHIPPER = PartyId.parse("GLEIF:TGTASHIPPER000000139");
    public static final PartyId IMPORTER = PartyId.parse("GLEIF:TGTBIMPORTER00000164");
    public static final PartyId ISSUING_BANK = PartyId.parse("GLEIF:TGTAISSUBANK00000116");
    public static final PartyId CONFIRMING_BANK = PartyId.parse("GLEIF:TGTACONFBANK00000187");
    public static final PartyId STRANGER = PartyId.parse("GLEIF:TGTASTRANGER00000157");

    private static final Path EXAMPLE = Path.of("../examples/trade/export-invoice.xml");

    private InvoiceFixture() {}

    /** The codec as it runs, with its default limits. */
    public static InvoiceXml codec() {
        return new InvoiceXml(settings(), Clock.systemUTC());
    }

    private static InvoiceConfig settings() {
        return new InvoiceConfig() {
            @Override
            public MemorySize maxDocumentSize() {
                return new MemorySize(BigInteger.valueOf(10L << 20));
            }

            @Override
            public int maxFindings() {
                return 10_000;
            }
        };
    }

    public static OriginalDocument xml(byte[] bytes) {
        return new OriginalDocument(bytes, OriginalDocument.XML);
    }

    public static OriginalDocument xml(String text) {
        return xml(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The least that this service keeps, without a guideline. */
    public static String aSmallInvoice() {
        return text(Path.of("src/test/resources/xml/small.xml"));
    }

    /** One of the sample invoices of others ({@code ph-cii-testfiles}), such as {@code d16b/CII_example1.xml}. */
    public static byte[] sample(String name) {
        try (var stream = InvoiceFixture.class.getResourceAsStream("/external/test-cii/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("no such sample: " + name);
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The example that the demo submits. */
    public static byte[] anExportInvoice() {
        try {
            return Files.readAllBytes(EXAMPLE);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The same invoice under another number. */
    public static byte[] anExportInvoiceNumbered(String number) {
        var text = new String(anExportInvoice(), StandardCharsets.UTF_8);
        return text.replace("INV-2026-0815", number).getBytes(StandardCharsets.UTF_8);
    }
}
