package org.tegata.bl.pdf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader of the file sees. */
public final class ReadBack {

    private ReadBack() {}

    public static List<String> pages(byte[] pdf) {
        return with(pdf, file -> {
            var pages = new ArrayList<String>();
            for (int i = 1; i <= file.getNumberOfPages(); i++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(i);
                stripper.setEndPage(i);
                pages.add(stripper.getText(file));
            }
            return pages;
        });
    }

    public static int count(byte[] pdf) {
        return with(pdf, PDDocument::getNumberOfPages);
    }

    /** All text without white space, as lines may be broken anywhere. */
    public static String dense(byte[] pdf) {
        return dense(String.join("", pages(pdf)));
    }

    public static String dense(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    /** The attached files by name. */
    public static Map<String, byte[]> attached(byte[] pdf) {
        return with(pdf, file -> {
            var found = new TreeMap<String, byte[]>();
            var names = file.getDocumentCatalog().getNames();
            if (names != null) {
                for (var one : names.getEmbeddedFiles().getNames().entrySet()) {
                    found.put(one.getKey(), one.getValue().getEmbeddedFile().toByteArray());
                }
            }
            return found;
        });
    }

    /** What the QR code at the lower right of the first page says to a telephone, which looks more than once. */
    public static String qrCode(byte[] pdf) {
        return with(pdf, file -> {
            for (int dpi : new int[] {200, 150, 300, 400}) {
                var read = decode(new PDFRenderer(file).renderImageWithDPI(0, dpi));
                if (!read.isEmpty()) {
                    return read;
                }
            }
            return "";
        });
    }

    private static String decode(BufferedImage page) {
        int width = page.getWidth() / 2;
        int height = page.getHeight() / 4;
        var pixels = page.getRGB(width, page.getHeight() - height, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return new QRCodeReader()
                    .decode(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (ReaderException none) {
            return "";
        }
    }

    /** Something read from an open file. */
    public interface Reading<T> {
        T of(PDDocument file) throws IOException;
    }

    public static <T> T with(byte[] pdf, Reading<T> reading) {
        try (var file = Loader.loadPDF(pdf)) {
            return reading.of(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
