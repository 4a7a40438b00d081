package org.tegata.bl.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What makes a PDF an archival one that carries its data: PDF/A-3u (ISO 19005-3), the same bytes of the same bill. */
final class ArchivalFile {

    private static final String PRODUCER = "Tegata bl-registry";
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");

    private ArchivalFile() {}

    static void describe(PDDocument file, Paper paper) throws IOException {
        file.setVersion(1.7f);
        file.setDocumentId(identity(paper));
        var title = paper.marking().english() + ": " + paper.kind().heading().english() + " " + paper.number();
        var information = file.getDocumentInformation();
        information.setTitle(printable(title));
        information.setProducer(PRODUCER);
        information.setCreationDate(date(paper.renderedAt()));
        information.setModificationDate(date(paper.renderedAt()));
        var catalog = file.getDocumentCatalog();
        catalog.setLanguage("en");
        var metadata = new PDMetadata(
                file,
                new ByteArrayInputStream(
                        metadata(printable(title), paper.renderedAt()).getBytes(StandardCharsets.UTF_8)));
        catalog.setMetadata(metadata);
        var intent = new PDOutputIntent(file, new ByteArrayInputStream(SrgbProfile.bytes()));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
        attach(file, paper);
    }

    private static void attach(PDDocument file, Paper paper) throws IOException {
        var byName = new LinkedHashMap<String, PDComplexFileSpecification>();
        var associated = new COSArray();
        for (var attachment : paper.attachments()) {
            var embedded =
                    new PDEmbeddedFile(file, new ByteArrayInputStream(attachment.content()), COSName.FLATE_DECODE);
            embedded.setSubtype(attachment.mediaType());
            embedded.setSize(attachment.content().length);
            embedded.setCreationDate(date(paper.renderedAt()));
            embedded.setModDate(date(paper.renderedAt()));
            var specification = new PDComplexFileSpecification();
            specification.setFile(attachment.name());
            specification.setFileUnicode(attachment.name());
            specification.setFileDescription(attachment.what());
            specification.setEmbeddedFile(embedded);
            specification.setEmbeddedFileUnicode(embedded);
            specification
                    .getCOSObject()
                    .setName(RELATIONSHIP, attachment.relationship().pdfName());
            byName.put(attachment.name(), specification);
            associated.add(specification);
        }
        if (byName.isEmpty()) {
            return;
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(byName);
        var names = new PDDocumentNameDictionary(file.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        file.getDocumentCatalog().setNames(names);
        file.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
    }

    private static Calendar date(Instant at) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(at.toEpochMilli());
        return calendar;
    }

    /** PDF wants an identity of the file: what is shown to whom, and when. */
    private static long identity(Paper paper) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var what = paper.id() + paper.head() + paper.marking().english() + paper.renderedAt();
            return ByteBuffer.wrap(digest.digest(what.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A title is one line of characters that XML 1.0 knows. */
    private static String printable(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                                || (c & 0xFFFE) == 0xFFFE
                        ? Letters.REPLACEMENT
                        : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static String metadata(String title, Instant at) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/">
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <pdfaid:part>3</pdfaid:part>
                <pdfaid:conformance>U</pdfaid:conformance>
                <dc:format>application/pdf</dc:format>
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <xmp:CreateDate>%s</xmp:CreateDate>
                <xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>%s</pdf:Producer>
                </rdf:Description>
                </rdf:RDF>
                </x:xmpmeta>
                <?xpacket end="r"?>""".formatted(escaped(title), at, at, PRODUCER);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
