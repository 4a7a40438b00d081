package org.tegata.invoice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tegata.access.PartyId;

/** The sample parties and the sample invoice of the whole project. */
public final class InvoiceFixture {

    public static final PartyId SHIPPER = PartyId.parse("GLEIF:TGTASHIPPER000000139");
    public static final PartyId IMPORTER = PartyId.parse("GLEIF:TGTBIMPORTER00000164");
    public static final PartyId ISSUING_BANK = PartyId.parse("GLEIF:TGTAISSUBANK00000116");
    public static final PartyId CONFIRMING_BANK = PartyId.parse("GLEIF:TGTACONFBANK00000187");
    public static final PartyId STRANGER = PartyId.parse("GLEIF:TGTASTRANGER00000157");

    private static final Path EXAMPLE = Path.of("../examples/trade/export-invoice.xml");

    private InvoiceFixture() {}

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
