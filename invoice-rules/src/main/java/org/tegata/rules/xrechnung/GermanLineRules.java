package org.tegata.rules.xrechnung;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Pattern;

/** What Germany demands of lines, and of the names of attached files. */
final class GermanLineRules {

    private static final Path NET_BASE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity");
    private static final Path GROSS_BASE =
            Path.of("ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice/ram:BasisQuantity");
    private static final Name DOCUMENT = Name.of("ram:AdditionalReferencedDocument");
    private static final Name ATTACHMENT = Name.of("ram:AttachmentBinaryObject");

    private GermanLineRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on(XRechnungBook.LINE)
                .error("BR-TMP-3")
                .says(
                        "Net price and gross price of a line are for different quantities or units (BT-149, BT-150).",
                        "明細行の単価（値引後）と単価（値引前）で、基準数量または単位（BT-149、BT-150）が異なります。")
                .hint(
                        "Write the same BasisQuantity, digit by digit, and the same unitCode at both prices.",
                        "両方の単価に、表記も含めて同じ BasisQuantity と同じ unitCode を記載してください。")
                .actual(e -> shown(NET_BASE.firstIn(e)))
                .expected(e -> shown(GROSS_BASE.firstIn(e)))
                .holds(e -> alike(NET_BASE.firstIn(e), GROSS_BASE.firstIn(e)));
    }

    private static boolean alike(@Nullable Element net, @Nullable Element gross) {
        if (net == null || gross == null) {
            return true;
        }
        String netUnit = net.attribute("unitCode");
        String grossUnit = gross.attribute("unitCode");
        return net.text().equals(gross.text()) && (netUnit == null || grossUnit == null || netUnit.equals(grossUnit));
    }

    private static @Nullable String shown(@Nullable Element quantity) {
        if (quantity == null) {
            return null;
        }
        String unit = quantity.attribute("unitCode");
        return unit == null ? quantity.text().strip() : quantity.text().strip() + " " + unit;
    }

    /** Told at the first of the documents that stand together, not at the invoice as the official rule does. */
    static void addFileNames(Pattern<XRechnungNotes> pattern) {
        pattern.on("//ram:AdditionalReferencedDocument")
                .when(e -> e.position() == 1)
                .error("BR-DE-22")
                .says("Two attached documents have the same file name (BT-125).", "同じファイル名（BT-125）の添付書類が複数あります。")
                .hint("Give each attachment a file name of its own.", "添付ごとに異なるファイル名を付けてください。")
                .actual(GermanLineRules::repeatedFileName)
                .holds(e -> repeatedFileName(e) == null);
    }

    /** The first file name that a later document shares with an earlier one. */
    private static @Nullable String repeatedFileName(Element first) {
        var earlier = new HashSet<String>();
        for (Element document = first; document != null; document = document.next()) {
            if (document.name() == DOCUMENT) {
                var own = new HashSet<String>();
                for (var part = document.firstChild(); part != null; part = part.next()) {
                    String name = part.name() == ATTACHMENT ? part.attribute("filename") : null;
                    if (name != null && earlier.contains(name)) {
                        return name;
                    }
                    if (name != null) {
                        own.add(name);
                    }
                }
                earlier.addAll(own);
            }
        }
        return null;
    }
}
