package org.tegata.invoice.domain.rules;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.DeliveryTerms;
import org.tegata.invoice.domain.Field;
import org.tegata.invoice.domain.InvoiceDocument;
import org.tegata.invoice.domain.InvoiceDocument.Party;
import org.tegata.invoice.domain.Located;
import org.tegata.invoice.domain.Place;
import org.tegata.problem.Finding;

/** What tells one invoice from another, and who its parties are. */
final class Identification {

    /** The number and the seller's name are one key of the database together, so neither may be boundless. */
    private static final int MAX_NUMBER = 100;

    private static final int MAX_TEXT = 300;

    /** The values of UNTDID 1001 that EN 16931 admits for invoices and credit notes (BT-3). */
    private static final Set<String> INVOICES_AND_CREDIT_NOTES = Set.of(
            ("80 82 84 130 202 203 204 211 261 262 295 296 308 325 326 380 381 383 384 385 386 387 388 389 390 393 394"
                            + " 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 751 780"
                            + " 817 870 875 876 877 935")
                    .split(" "));

    private Identification() {}

    static Stream<Finding> complete(InvoiceDocument document) {
        var fields = Stream.of(
                        document.number(),
                        document.typeCode(),
                        document.issueDate(),
                        document.currency(),
                        document.seller().name(),
                        document.buyer().name())
                .filter(field -> field.value() == null)
                .map(field -> InvoiceRule.COMPLETE.finding(field.at(), "This element is needed and is not there"));
        var grandTotals = document.inInvoiceCurrency(document.totals().grandTotal());
        var total = grandTotals.size() == 1
                ? Stream.<Finding>empty()
                : Stream.of(InvoiceRule.COMPLETE.finding(
                        document.totals().at(),
                        "There are %d GrandTotalAmount in the invoice currency; one is needed",
                        grandTotals.size()));
        return Stream.concat(fields, total);
    }

    static Stream<Finding> typeCode(InvoiceDocument document) {
        var code = document.typeCode();
        return code.value() == null || INVOICES_AND_CREDIT_NOTES.contains(code.value())
                ? Stream.empty()
                : Stream.of(InvoiceRule.TYPE_CODE.finding(
                        code.at(), "%s is the code of another kind of document", code.value()));
    }

    static Stream<Finding> issueDate(InvoiceDocument document) {
        var date = document.issueDate();
        var written = date.value();
        return written == null || written.day().isPresent()
                ? Stream.empty()
                : Stream.of(InvoiceRule.ISSUE_DATE.finding(
                        date.at(), "'%s' is not a day in format %s", shortened(written.text()), written.format()));
    }

    static Stream<Finding> partyIds(InvoiceDocument document) {
        return Stream.of(document.seller(), document.buyer()).flatMap(Identification::leis);
    }

    private static Stream<Finding> leis(Party party) {
        var faulty = party.leis().stream()
                .filter(lei -> !PartyId.isLei(lei.value()))
                .map(lei -> InvoiceRule.LEI.finding(
                        lei.at(),
                        "'%s' is not a Legal Entity Identifier: 18 letters or digits and two right check digits",
                        shortened(lei.value())));
        var others = party.leis().stream()
                .filter(lei -> !lei.value().equals(party.leis().get(0).value()))
                .map(lei -> InvoiceRule.LEI.finding(lei.at(), "The party has another Legal Entity Identifier before"));
        return Stream.concat(faulty, others);
    }

    static Stream<Finding> readable(InvoiceDocument document) {
        var digits = document.unreadable().stream()
                .map(number -> InvoiceRule.READABLE.finding(number.at(), "The number has too many digits"));
        var credit = document.letterOfCreditReference();
        var texts = Stream.of(
                        tooLong(document.number(), MAX_NUMBER),
                        tooLong(document.seller().name(), MAX_TEXT),
                        tooLong(document.buyer().name(), MAX_TEXT),
                        credit == null ? Stream.<Finding>empty() : tooLong(credit.at(), credit.value()),
                        place(document.portOfLoading()),
                        place(document.portOfDischarge()),
                        delivery(document.incoterms()))
                .flatMap(found -> found);
        return Stream.concat(digits, texts);
    }

    private static Stream<Finding> tooLong(Field<String> field, int limit) {
        return field.value() != null && field.value().length() > limit
                ? Stream.of(InvoiceRule.READABLE.finding(field.at(), "The text is longer than %d characters", limit))
                : Stream.empty();
    }

    private static Stream<Finding> tooLong(String at, String text) {
        return tooLong(new Field<>(at, text), MAX_TEXT);
    }

    private static Stream<Finding> place(@Nullable Located<Place> place) {
        return place == null || place.value().name() == null
                ? Stream.empty()
                : tooLong(place.at(), place.value().name());
    }

    private static Stream<Finding> delivery(@Nullable Located<DeliveryTerms> terms) {
        return terms == null || terms.value().place() == null
                ? Stream.empty()
                : tooLong(terms.at(), terms.value().place());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
