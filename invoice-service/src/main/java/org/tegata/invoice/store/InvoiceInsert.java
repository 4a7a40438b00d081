package org.tegata.invoice.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceFacts;
import org.tegata.invoice.domain.OriginalDocument;
import org.tegata.invoice.domain.Place;
import org.tegata.invoice.domain.TradeParty;
import org.tegata.outbox.OneTrip;

/** A new invoice, its document and its first readers, as parts of one statement. One instance a statement. */
final class InvoiceInsert implements OneTrip.Inserts {

    private static final String SQL = """
            kept AS (
                INSERT INTO invoice (
                    id, version, status, submitter, submitted_at, digest, number, type_code, issue_date,
                    seller_name, seller_party, seller_country, buyer_name, buyer_party, buyer_country,
                    currency, grand_total, credit_reference, incoterms_code, incoterms_place, goods,
                    gross_weight, gross_weight_unit, package_quantity,
                    loading_unlocode, loading_name, discharge_unlocode, discharge_name,
                    parties, rule_set, rule_set_version, schema_release)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM claimed
            ), original AS (
                INSERT INTO invoice_document (invoice_id, bytes, media_type) SELECT ?, ?, ? FROM claimed
            ), readers AS (
                INSERT INTO invoice_reader (party, invoice_id) SELECT unnest(?::text[]), ? FROM claimed
            )""";

    private final Invoice invoice;
    private final OriginalDocument document;

    InvoiceInsert(Invoice invoice, OriginalDocument document) {
        this.invoice = invoice;
        this.document = document;
    }

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(PreparedStatement statement, int from) throws SQLException {
        var values = new Values(statement, from);
        values.standing(invoice);
        values.facts(invoice.facts());
        var parties = statement
                .getConnection()
                .createArrayOf(
                        "text",
                        invoice.facts().parties().stream()
                                .map(PartyId::toString)
                                .toArray());
        values.put(parties);
        var judgedBy = invoice.judgedBy();
        values.put(judgedBy == null ? null : judgedBy.ruleSet());
        values.put(judgedBy == null ? null : judgedBy.ruleSetVersion());
        values.put(judgedBy == null ? null : judgedBy.release());
        values.put(invoice.id());
        values.put(document.bytes());
        values.put(document.mediaType());
        values.put(parties);
        values.put(invoice.id());
    }

    /** The next parameter of the statement, and the next. */
    private static final class Values {

        private final PreparedStatement statement;
        private int next;

        Values(PreparedStatement statement, int from) {
            this.statement = statement;
            this.next = from;
        }

        private void standing(Invoice invoice) throws SQLException {
            put(invoice.id());
            put(invoice.version());
            put(invoice.status().name());
            put(invoice.submitter().toString());
            put(Timestamp.from(invoice.submittedAt()));
        }

        private void facts(InvoiceFacts facts) throws SQLException {
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
            put(statement
                    .getConnection()
                    .createArrayOf("text", facts.goodsDescriptions().toArray()));
            var weight = facts.grossWeight();
            put(weight == null ? null : weight.value());
            put(weight == null ? null : weight.unit());
            put(facts.packageQuantity());
            place(facts.portOfLoading());
            place(facts.portOfDischarge());
        }

        private void party(TradeParty party) throws SQLException {
            put(party.name());
            var id = party.party();
            put(id == null ? null : id.toString());
            put(party.country());
        }

        private void place(@Nullable Place place) throws SQLException {
            put(place == null ? null : place.unlocode());
            put(place == null ? null : place.name());
        }

        private void put(@Nullable Object value) throws SQLException {
            statement.setObject(next++, value);
        }
    }
}
