package org.tegata.invoice.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.invoice.domain.DeliveryTerms;
import org.tegata.invoice.domain.Invoice;
import org.tegata.invoice.domain.InvoiceFacts;
import org.tegata.invoice.domain.InvoiceStatus;
import org.tegata.invoice.domain.JudgedBy;
import org.tegata.invoice.domain.Place;
import org.tegata.invoice.domain.TradeParty;
import org.tegata.invoice.domain.Weight;

/** One row of {@code invoice}; written by {@link InvoiceInsert}. */
@Entity
@Table(name = "invoice")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class InvoiceEntity {

    @Id
    UUID id;

    /** Counted by the aggregate and compared by the UPDATE, so that event and row agree on it. */
    long version;

    @Enumerated(EnumType.STRING)
    InvoiceStatus status;

    String submitter;

    @Column(name = "submitted_at")
    Instant submittedAt;

    String digest;
    String number;

    @Column(name = "type_code")
    String typeCode;

    @Column(name = "issue_date")
    LocalDate issueDate;

    @Column(name = "seller_name")
    String sellerName;

    @Column(name = "seller_party")
    @Nullable
    String sellerParty;

    @Column(name = "seller_country")
    @Nullable
    String sellerCountry;

    @Column(name = "buyer_name")
    String buyerName;

    @Column(name = "buyer_party")
    @Nullable
    String buyerParty;

    @Column(name = "buyer_country")
    @Nullable
    String buyerCountry;

    String currency;

    @Column(name = "grand_total")
    BigDecimal grandTotal;

    @Column(name = "credit_reference")
    @Nullable
    String creditReference;

    @Column(name = "incoterms_code")
    @Nullable
    String incotermsCode;

    @Column(name = "incoterms_place")
    @Nullable
    String incotermsPlace;

    String[] goods;

    @Column(name = "gross_weight")
    @Nullable
    BigDecimal grossWeight;

    @Column(name = "gross_weight_unit")
    @Nullable
    String grossWeightUnit;

    @Column(name = "package_quantity")
    @Nullable
    BigDecimal packageQuantity;

    @Column(name = "loading_unlocode")
    @Nullable
    String loadingUnlocode;

    @Column(name = "loading_name")
    @Nullable
    String loadingName;

    @Column(name = "discharge_unlocode")
    @Nullable
    String dischargeUnlocode;

    @Column(name = "discharge_name")
    @Nullable
    String dischargeName;

    String[] parties;

    @Column(name = "rule_set")
    @Nullable
    String ruleSet;

    @Column(name = "rule_set_version")
    @Nullable
    String ruleSetVersion;

    @Column(name = "schema_release")
    @Nullable
    String schemaRelease;

    Invoice toDomain() {
        var facts = new InvoiceFacts(
                id,
                digest,
                number,
                typeCode,
                issueDate,
                new TradeParty(sellerName, party(sellerParty), sellerCountry),
                new TradeParty(buyerName, party(buyerParty), buyerCountry),
                currency,
                grandTotal,
                creditReference,
                incotermsCode == null ? null : new DeliveryTerms(incotermsCode, incotermsPlace),
                List.of(goods),
                grossWeight == null || grossWeightUnit == null ? null : new Weight(grossWeight, grossWeightUnit),
                packageQuantity,
                place(loadingUnlocode, loadingName),
                place(dischargeUnlocode, dischargeName),
                Arrays.stream(parties).map(PartyId::parse).toList());
        return new Invoice(id, version, status, PartyId.parse(submitter), submittedAt, facts, judgedBy());
    }

    private @Nullable JudgedBy judgedBy() {
        return ruleSet == null || ruleSetVersion == null || schemaRelease == null
                ? null
                : new JudgedBy(ruleSet, ruleSetVersion, schemaRelease);
    }

    private static @Nullable PartyId party(@Nullable String text) {
        return text == null ? null : PartyId.parse(text);
    }

    private static @Nullable Place place(@Nullable String unlocode, @Nullable String name) {
        return unlocode == null && name == null ? null : new Place(unlocode, name);
    }
}
