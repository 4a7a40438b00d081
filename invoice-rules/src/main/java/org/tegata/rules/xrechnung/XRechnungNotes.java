package org.tegata.rules.xrechnung;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Doc;
import org.tegata.rules.rule.RuleBook;

/** What the rules of XRechnung need to know of the document as a whole. */
public final class XRechnungNotes {

    private static final Set<String> TAXED = Set.of("S", "Z", "E", "AE", "K", "G", "L", "M");
    private static final Name CURRENCY = Name.of("ram:InvoiceCurrencyCode");
    private static final Name PERIOD = Name.of("ram:BillingSpecifiedPeriod");
    private static final Name START = Name.of("ram:StartDateTime");
    private static final Name END = Name.of("ram:EndDateTime");
    private static final Path MANDATE = Path.of("ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID");
    private static final Name CREDITOR = Name.of("ram:CreditorReferenceID");
    private static final Path FIRST_DAY = Path.of("ram:StartDateTime/udt:DateTimeString");
    private static final Path LAST_DAY = Path.of("ram:EndDateTime/udt:DateTimeString");
    private static final Name SETTLEMENT = Name.of("ram:SpecifiedLineTradeSettlement");
    private static final Name TAX = Name.of("ram:ApplicableTradeTax");
    private static final Name TYPE = Name.of("ram:TypeCode");
    private static final Name CATEGORY = Name.of("ram:CategoryCode");
    private static final Name PRODUCT = Name.of("ram:SpecifiedTradeProduct");
    private static final Path CONTEXT_ID = Path.of("ram:GuidelineSpecifiedDocumentContextParameter/ram:ID");

    private boolean extension;
    private boolean cleanVehicles;
    private boolean forint;
    private boolean mandate;
    private boolean creditor;
    private boolean periodStarts;
    private boolean periodEnds;
    private @Nullable String firstDay;
    private @Nullable String lastDay;
    private boolean lineOfVat;
    private boolean lineTaxed;
    private boolean lineWithoutPeriod;
    private boolean vehicle;

    static void gather(RuleBook<XRechnungNotes> book) {
        book.gather(XRechnungBook.ROOT + "/rsm:ExchangedDocumentContext", XRechnungNotes::context);
        book.gather(XRechnungBook.SETTLEMENT, XRechnungNotes::settlement);
        book.gather(XRechnungBook.LINE, XRechnungNotes::line);
    }

    private void context(Element context) {
        extension = CONTEXT_ID.anyIn(context, id -> id.text().equals(XRechnungBook.EXTENSION));
        cleanVehicles = CONTEXT_ID.anyIn(context, id -> id.text().equals(XRechnungBook.CLEAN_VEHICLES));
    }

    private void settlement(Element settlement) {
        forint = "HUF".equals(settlement.text(CURRENCY));
        mandate = MANDATE.existsIn(settlement);
        creditor = settlement.has(CREDITOR);
        var period = settlement.child(PERIOD);
        if (period != null) {
            periodStarts = period.has(START);
            periodEnds = period.has(END);
            firstDay = FIRST_DAY.textIn(period);
            lastDay = LAST_DAY.textIn(period);
        }
    }

    private void line(Element line) {
        boolean period = false;
        var settlement = line.child(SETTLEMENT);
        for (var part = settlement == null ? null : settlement.firstChild(); part != null; part = part.next()) {
            if (part.name() == TAX) {
                lineOfVat |= "VAT".equals(part.text(TYPE));
                lineTaxed |= taxed(part.text(CATEGORY));
            } else if (part.name() == PERIOD) {
                period = true;
            }
        }
        lineWithoutPeriod |= !period;
        if (!vehicle) {
            var product = line.child(PRODUCT);
            vehicle = product != null && VehicleRules.isVehicle(product) && VehicleRules.hasCleanliness(product);
        }
    }

    private static boolean taxed(@Nullable String category) {
        return category != null && TAXED.contains(category);
    }

    /** Whether BT-24 does not say that the German extension is used. */
    static boolean noExtension(Doc<XRechnungNotes> doc) {
        return !doc.tally().extension;
    }

    /** Whether BT-24 does not speak of clean vehicles. */
    static boolean noCleanVehicles(Doc<XRechnungNotes> doc) {
        return !doc.tally().cleanVehicles;
    }

    /** Forint have no small coins in practice: the official rules allow them more than other currencies. */
    boolean forint() {
        return forint;
    }

    /** Whether a mandate for direct debit (BT-89) is named. */
    boolean mandate() {
        return mandate;
    }

    /** Whether the creditor of a direct debit (BT-90) is named. */
    boolean creditor() {
        return creditor;
    }

    /** Whether the invoice names a first day of its period (BT-73). */
    boolean periodStarts() {
        return periodStarts;
    }

    /** The first day of the invoice's period as written; null where it is not. */
    @Nullable
    String firstDay() {
        return firstDay;
    }

    boolean periodEnds() {
        return periodEnds;
    }

    @Nullable
    String lastDay() {
        return lastDay;
    }

    /** Whether some line is of VAT and some line has a category that needs a registered seller. */
    boolean linesNeedRegistration() {
        return lineOfVat && lineTaxed;
    }

    boolean everyLineHasPeriod() {
        return !lineWithoutPeriod;
    }

    /** Whether a line sells a vehicle with its class and its cleanliness. */
    boolean vehicle() {
        return vehicle;
    }
}
