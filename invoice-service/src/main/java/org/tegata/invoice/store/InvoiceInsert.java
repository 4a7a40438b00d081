package org.tegata.invoice.store;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceFacts;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.Place;
import org.tegata.invoice.domain.TradeParty;
import org.tegata.outbox.OneTrip;

/** A new invoice, its document and its first readers, as parts of one statement. */
final class InvoiceInsert {

    private static final String INVOICE = """
            kept AS (
                INSERT INTO invoice (
                    id, version, status, submitter, submitted_at, digest, number, type_code, issue_date,
                    seller_name, seller_party, seller_country, buyer_name, buyer_party, buyer_country,
                    currency, grand_total, credit_reference, incoterms_code, incoterms_place, goods,
                    gross_weight, gross_weight_unit, package_quantity,
                    loading_unlocode, loading_name, discharge_unlocode, discharge_name,
                    parties, rule_set, rule_set_version, schema_release)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM gate
            )""";

    private static final String ORIGINAL =
            "original AS (INSERT INTO invoice_document (invoice_id, bytes, media_type) SELECT ?, ?, ? FROM gate)";

    private static final String READERS =
            "readers AS (INSERT INTO invoice_reader (party, invoice_id) SELECT unnest(?::text[]), ? FROM gate)";

    private final List<@Nullable Object> values = new ArrayList<>();

    private InvoiceInsert() {}

    static List<OneTrip.Part> parts(Invoice invoice, OriginalDocument document) {
        var parties = invoice.facts().parties().stream().map(PartyId::toString).toArray(String[]::new);
        return List.of(
                new OneTrip.Part(INVOICE, new InvoiceInsert().row(invoice, parties)),
                OneTrip.Part.of(ORIGINAL, invoice.id(), document.bytes(), document.mediaType()),
                OneTrip.Part.of(READERS, parties, invoice.id()));
    }

    private List<@Nullable Object> row(Invoice invoice, String[] parties) {
        standing(invoice);
        facts(invoice.facts());
        put(parties);
        var judgedBy = invoice.judgedBy();
        put(judgedBy == null ? null : judgedBy.ruleSet());
        put(judgedBy == null ? null : judgedBy.ruleSetVersion());
        put(judgedBy == null ? null : judgedBy.release());
        return values;
    }

    private void standing(Invoice invoice) {
        put(invoice.id());
        put(invoice.version());
        put(invoice.status().name());
        put(invoice.submitter().toString());
        put(Timestamp.from(invoice.submittedAt()));
    }

    private void facts(InvoiceFacts facts) {
        put(facts.digest());
        put(facts.number());
        put(facts.typeCode());
        put(facts.issueDate());
        party(facts.seller());
        party(facts.buyer());
        put(facts.currency());
        put(facts.grandTotalAmount());
        put(facts.letterOfCreditReference());
        var terms = facts.incoterms();
        put(terms == null ? null : terms.code());
        put(terms == null ? null : terms.place());
        put(facts.goodsDescriptions().toArray(String[]::new));
        var weight = facts.grossWeight();
        put(weight == null ? null : weight.value());
        put(weight == null ? null : weight.unit());
        put(facts.packageQuantity());
        place(facts.portOfLoading());
        place(facts.portOfDischarge());
    }

    private void party(TradeParty party) {
        put(party.name());
        var id = party.party();
        put(id == null ? null : id.toString());
        put(party.country());
    }

    private void place(@Nullable Place place) {
        put(place == null ? null : place.unlocode());
        put(place == null ? null : place.name());
    }

    private void put(@Nullable Object value) {
        values.add(value);
    }
}
