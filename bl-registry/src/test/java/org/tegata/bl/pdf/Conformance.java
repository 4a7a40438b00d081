package org.tegata.bl.pdf;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF finds wrong with a file that says it is PDF/A-3u. */
public final class Conformance {

    private Conformance() {}

    public static List<String> violations(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_U);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_U, false)) {
            var result = validator.validate(parser);
            var found = result.getTestAssertions().stream()
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
            return found.isEmpty() && !result.isCompliant() ? List.of("not compliant") : found;
        }
    }
}
