package org.tegata.rules.export;

import java.util.List;
import org.tegata.rules.rule.RuleBook;

/**
 * What a customs broker and a bank ask of the commercial invoice of an export: {@code TGT-INV-10} to {@code -17} and
 * {@code TGT-EXP-…}. It goes together with {@link RecordBook}, which asks for number, date, currency, names and totals.
 *
 * <p>Each rule is a pattern of its own, because several of them speak of the same element. Of credit notes and other
 * papers that do not travel with goods less is asked ({@link Paper}).
 */
public final class ExportBook {

    /** BT-24 of invoices that want to be judged by these rules. */
    public static final List<String> GUIDELINES =
            List.of("urn:tegata:guideline:export-invoice:1", "urn:tegata.org:export-invoice:1.0");

    private ExportBook() {}

    /** The rules of an export invoice. */
    public static RuleBook<ExportNotes> create() {
        var book = new RuleBook<ExportNotes>("export-invoice", "1.0", ExportNotes::new);
        Totals.gather(book, ExportNotes::totals);
        book.gather(Where.LINE, ExportNotes::line);
        ReferenceRules.addTo(book);
        GoodsRules.addTo(book);
        PartyRules.addTo(book);
        TermsRules.addTo(book);
        ShipmentRules.addTo(book);
        MoneyRules.addTo(book);
        return book;
    }
}
