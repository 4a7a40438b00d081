package org.tegata.rules.export;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Doc;

/** What kind of paper the document is (UNTDID 1001): not everything is asked of everything. */
final class Paper {

    static final String PROFORMA = "325";

    /**
     * Invoices that travel with goods: pro-forma, partial, commercial, corrected, consolidated, tax, self-billed,
     * delcredere, factored and consignment invoice, consular and customs invoice. A credit note, a debit note or a bill
     * for a prepayment need not say how goods are packed or what they weigh.
     */
    private static final Set<String> WITH_GOODS =
            Set.of(PROFORMA, "326", "380", "384", "385", "388", "389", "390", "393", "395", "870", "935");

    private static final Path TYPE = Path.of("rsm:ExchangedDocument/ram:TypeCode");

    private Paper() {}

    static @Nullable String type(Doc<?> doc) {
        return Read.text(doc.root(), TYPE);
    }

    static boolean withGoods(Doc<?> doc) {
        String type = type(doc);
        return type != null && WITH_GOODS.contains(type);
    }

    /** For rules that are asked of invoices of goods only: true of all others. */
    static boolean withoutGoods(Doc<?> doc) {
        return !withGoods(doc);
    }
}
