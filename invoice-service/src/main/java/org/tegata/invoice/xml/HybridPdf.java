package org.tegata.invoice.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.tegata.invoice.domain.InvoiceProblem;
import org.tegata.problem.Rejected;

/**
 * Takes the invoice out of a hybrid PDF/A-3 (Factur-X, ZUGFeRD, XRechnung in PDF): the one attachment of a known name.
 * Nothing in the file is shown, run or fetched.
 */
final class HybridPdf {

    /** Names of the attachment in any case of letters, as the standards have named it over the years. */
    private static final Set<String> NAMES = Set.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");

    /** How the attachment stands to the pages; one that says nothing is taken too, for old files do not. */
    private static final Set<String> RELATIONSHIPS = Set.of("Alternative", "Data", "Source", "Unspecified");

    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    private static final int MAX_NODES = 10_000;

    private final Set<COSStream> invoices = Collections.newSetFromMap(new IdentityHashMap<>());

    private HybridPdf() {}

    /** The XML inside, at most so many bytes of it; refuses a PDF that is unreadable or has no invoice, or several. */
    static byte[] invoice(byte[] pdf, int maxBytes) {
        try (var file = new BoundedPdf(pdf)) {
            var attachments = new HybridPdf();
            attachments.collect(file.catalogue());
            if (attachments.invoices.size() != 1) {
                throw new Rejected(
                        InvoiceProblem.PDF_WITHOUT_INVOICE,
                        "There are %d attachments named factur-x.xml, zugferd-invoice.xml or xrechnung.xml",
                        attachments.invoices.size());
            }
            return file.unpacked(attachments.invoices.iterator().next(), maxBytes);
        } catch (Rejected refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            // Whatever a damaged file does to the parser, the answer is one and the same.
            throw new Rejected(InvoiceProblem.PDF_UNREADABLE, InvoiceProblem.PDF_UNREADABLE.title());
        }
    }

    private void collect(COSDictionary catalogue) {
        var names = catalogue.getCOSDictionary(COSName.NAMES);
        var files = names == null ? null : names.getCOSDictionary(COSName.EMBEDDED_FILES);
        for (var specification : inNameTree(files)) {
            take(specification);
        }
        var associated = catalogue.getCOSArray(ASSOCIATED_FILES);
        for (int i = 0; associated != null && i < Math.min(associated.size(), MAX_NODES); i++) {
            take(associated.getObject(i));
        }
    }

    /** The values of a name tree (ISO 32000-1, 7.9.6), which may be wrongly knotted. */
    private static List<COSBase> inNameTree(@Nullable COSDictionary root) {
        var values = new ArrayList<COSBase>();
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSDictionary, Boolean>());
        var open = new ArrayDeque<COSDictionary>();
        for (var node = root; node != null; node = open.poll()) {
            if (!seen.add(node)) {
                continue;
            }
            var named = node.getCOSArray(COSName.NAMES);
            for (int i = 1; named != null && i < named.size(); i += 2) {
                values.add(named.getObject(i));
            }
            var kids = node.getCOSArray(COSName.KIDS);
            for (int i = 0; kids != null && i < kids.size(); i++) {
                if (kids.getObject(i) instanceof COSDictionary kid) {
                    open.add(kid);
                }
            }
            if (values.size() + open.size() > MAX_NODES) {
                throw new IllegalStateException("too many attachments");
            }
        }
        return values;
    }

    private void take(@Nullable COSBase written) {
        if (written instanceof COSDictionary specification && isInvoice(specification)) {
            var embedded = specification.getCOSDictionary(COSName.EF);
            var stream = embedded == null ? null : embedded.getDictionaryObject(COSName.UF, COSName.F);
            if (stream instanceof COSStream bytes) {
                invoices.add(bytes);
            }
        }
    }

    private static boolean isInvoice(COSDictionary specification) {
        String unicode = specification.getString(COSName.UF);
        String name = unicode == null ? specification.getString(COSName.F) : unicode;
        String relationship = specification.getNameAsString(RELATIONSHIP, "Unspecified");
        return name != null && NAMES.contains(name.toLowerCase(Locale.ROOT)) && RELATIONSHIPS.contains(relationship);
    }
}
