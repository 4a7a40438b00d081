package org.tegata.invoice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Hybrid PDF invoices as writers make them, and PDFs made by hand to do harm. */
public final class PdfFixture {

    private PdfFixture() {}

    /** An attachment of a PDF. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Attachment(String name, String relationship, byte[] bytes) {}

    /** Factur-X: the invoice is an alternative to the pages. */
    public static byte[] facturX(byte[] xml) {
        return pdf(new Attachment("factur-x.xml", "Alternative", xml));
    }

    public static byte[] pdf(Attachment... attachments) {
        try (var document = document(attachments)) {
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static byte[] encrypted(String password, byte[] xml) {
        try (var document = document(new Attachment("factur-x.xml", "Data", xml))) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return bytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static PDDocument document(Attachment... attachments) throws IOException {
        var document = new PDDocument();
        document.addPage(new PDPage());
        var files = new TreeMap<String, PDComplexFileSpecification>();
        var associated = new COSArray();
        for (int i = 0; i < attachments.length; i++) {
            var attachment = attachments[i];
            var specification = new PDComplexFileSpecification();
            specification.setFile(attachment.name());
            specification.setFileUnicode(attachment.name());
            var file = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
            file.setSubtype("text/xml");
            specification.setEmbeddedFile(file);
            if (attachment.relationship() != null) {
                specification.getCOSObject().setName("AFRelationship", attachment.relationship());
            }
            files.put(attachment.name() + i, specification);
            associated.add(specification.getCOSObject());
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** A file of these objects, numbered from 1; the first is the catalogue. */
    public static byte[] byHand(List<byte[]> objects) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.7\n"));
        var offsets = new StringBuilder();
        for (int i = 0; i < objects.size(); i++) {
            offsets.append("%010d 00000 n \n".formatted(file.size()));
            file.writeBytes(ascii((i + 1) + " 0 obj\n"));
            file.writeBytes(objects.get(i));
            file.writeBytes(ascii("\nendobj\n"));
        }
        int xref = file.size();
        file.writeBytes(
                ascii("xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(objects.size() + 1, offsets, objects.size() + 1, xref)));
        return file.toByteArray();
    }

    /** A catalogue with one attachment, which is object 3; its specification is made here. */
    public static byte[] withAttachment(byte[] stream, byte[]... more) {
        var objects = new java.util.ArrayList<byte[]>();
        objects.add(
                ascii("<</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>/Names<</EmbeddedFiles<</Names[(factur-x.xml)"
                        + " 2 0 R]>>>>>>"));
        objects.add(ascii("<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Data/EF<</F 3 0 R>>>>"));
        objects.add(stream);
        objects.addAll(List.of(more));
        return byHand(objects);
    }

    /** An attachment whose specification is in a packed object stream of this type, after another object. */
    public static byte[] inObjectStream(String type, String other, byte[] xml) {
        var specification = "<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Data/EF<</F 3 0 R>>>>";
        var head = "9 0 2 %d ".formatted(other.length() + 1);
        var packed = packed(ascii(head + other + " " + specification), 1);
        var objects = List.of(
                ascii("<</Type/Catalog/Pages<</Type/Pages/Kids[]/Count 0>>/Names<</EmbeddedFiles<</Names[(factur-x.xml)"
                        + " 2 0 R]>>>>>>"),
                stream("/Type/%s/N 2/First %d/Filter/FlateDecode".formatted(type, head.length()), packed),
                stream("", xml));
        var file = new ByteArrayOutputStream();
        var rows = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.7\n"));
        // The first is object 1, the object stream is 4, the attachment 3; 2 is within 4, as its second.
        int[] offsets = new int[5];
        int[] ids = {1, 4, 3};
        for (int i = 0; i < ids.length; i++) {
            offsets[ids[i]] = file.size();
            file.writeBytes(ascii(ids[i] + " 0 obj\n"));
            file.writeBytes(objects.get(i));
            file.writeBytes(ascii("\nendobj\n"));
        }
        for (int id = 0; id < offsets.length; id++) {
            int at = id == 2 ? 4 : offsets[id];
            rows.writeBytes(new byte[] {
                (byte) (id == 0 ? 0 : id == 2 ? 2 : 1),
                (byte) (at >> 16),
                (byte) (at >> 8),
                (byte) at,
                (byte) (id == 2 ? 1 : 0)
            });
        }
        int xref = file.size();
        file.writeBytes(ascii("5 0 obj\n"));
        file.writeBytes(stream("/Type/XRef/W[1 3 1]/Size 5/Root 1 0 R", rows.toByteArray()));
        file.writeBytes(ascii("\nendobj\nstartxref\n%d\n%%%%EOF\n".formatted(xref)));
        return file.toByteArray();
    }

    public static byte[] stream(String dictionary, byte[] bytes) {
        var stream = new ByteArrayOutputStream();
        stream.writeBytes(ascii("<<%s/Length %d>>\nstream\n".formatted(dictionary, bytes.length)));
        stream.writeBytes(bytes);
        stream.writeBytes(ascii("\nendstream"));
        return stream.toByteArray();
    }

    /** So many zeros, a thousandth of that in size. */
    public static byte[] packedZeros(int megabytes) {
        return packed(new byte[1 << 20], megabytes);
    }

    public static byte[] packed(byte[] bytes, int times) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < times; i++) {
                deflater.write(bytes);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
