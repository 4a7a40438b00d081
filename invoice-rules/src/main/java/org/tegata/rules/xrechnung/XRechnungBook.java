package org.tegata.rules.xrechnung;

import java.util.List;
import java.util.Map;
import org.tegata.problem.Severity;
import org.tegata.rules.rule.RuleBook;

/**
 * The rules that XRechnung adds to EN 16931, with their official ids and in their official order of precedence.
 *
 * <p>Only 3.0.2: its forerunners 3.0.0 and 3.0.1 have other severities, formats and lists, and nobody may send them
 * any more.
 */
public final class XRechnungBook {

    /** BT-24 of an invoice that follows the standard's German usage. */
    public static final String CIUS = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

    /** BT-24 of an invoice that also uses the German extension. */
    public static final String EXTENSION = CIUS + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0";

    /** BT-24 of an invoice for clean vehicles (Clean Vehicles Directive). */
    public static final String CLEAN_VEHICLES = CIUS + "#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9";

    /** The guideline ids that these rules know. */
    public static final List<String> GUIDELINES = List.of(CIUS, EXTENSION, CLEAN_VEHICLES);

    // KoSIT's configuration of the rules of EN 16931: what its own rules forbid or judge is weighed anew.
    private static final Map<String, Severity> WEIGHTS = Map.of(
            "BR-CL-21", Severity.WARNING,
            "BR-CL-23", Severity.WARNING,
            "CII-SR-452", Severity.ERROR,
            "CII-SR-453", Severity.ERROR,
            "CII-SR-454", Severity.ERROR);

    // With the extension further code lists are wider, so the standard's own are only told.
    private static final Map<String, Severity> EXTENSION_WEIGHTS = Map.of(
            "BR-CL-10", Severity.INFORMATION,
            "BR-CL-11", Severity.INFORMATION,
            "BR-CL-21", Severity.INFORMATION,
            "BR-CL-23", Severity.WARNING,
            "BR-CL-24", Severity.INFORMATION,
            "BR-CL-25", Severity.INFORMATION,
            "BR-CL-26", Severity.INFORMATION,
            "CII-SR-452", Severity.ERROR,
            "CII-SR-453", Severity.ERROR,
            "CII-SR-454", Severity.ERROR);

    static final String ROOT = "/rsm:CrossIndustryInvoice";
    static final String TRANSACTION = ROOT + "/rsm:SupplyChainTradeTransaction";
    static final String LINE = TRANSACTION + "/ram:IncludedSupplyChainTradeLineItem";
    static final String AGREEMENT = TRANSACTION + "/ram:ApplicableHeaderTradeAgreement";
    static final String DELIVERY = TRANSACTION + "/ram:ApplicableHeaderTradeDelivery";
    static final String SETTLEMENT = TRANSACTION + "/ram:ApplicableHeaderTradeSettlement";

    private XRechnungBook() {}

    /** Severities that rules of EN 16931 have within XRechnung. */
    public static Map<String, Severity> weights() {
        return WEIGHTS;
    }

    /** Severities that rules of EN 16931 have where the German extension is used. */
    public static Map<String, Severity> extensionWeights() {
        return EXTENSION_WEIGHTS;
    }

    /** XRechnung 3.0.2 (Schematron 2.5.0). */
    public static RuleBook<XRechnungNotes> v3_0_2() {
        var book = new RuleBook<XRechnungNotes>("xrechnung", "3.0.2", XRechnungNotes::new);
        XRechnungNotes.gather(book);
        var peppol = book.pattern();
        PeppolHeaderRules.addTo(peppol);
        PeppolAmountRules.addTo(peppol);
        PeppolLineRules.addTo(peppol);
        PeppolLineRules.addEmptyElements(book.pattern());
        PeppolLineRules.addGrossPrice(book.pattern());
        var german = book.pattern();
        InvoiceRules.addTo(german);
        PartyRules.addTo(german);
        PaymentRules.addTo(german);
        GermanLineRules.addTo(german);
        GermanLineRules.addFileNames(book.pattern());
        ExtensionRules.addTo(book.pattern());
        VehicleRules.addTo(book.pattern());
        return book;
    }
}
