package org.tegata.lc.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Confirmation;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditRoles;
import org.tegata.lc.domain.CreditStatus;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.Presentation;

/** One row of {@code credit}. */
@Entity
@Table(name = "credit")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by of()
class CreditEntity {

    @Id
    UUID id;

    /** Counted by the aggregate and compared by the UPDATE, so that event and row agree on it. */
    long version;

    String number;

    @Column(name = "issuing_bank")
    String issuingBank;

    String applicant;
    String beneficiary;

    @Column(name = "advising_bank")
    String advisingBank;

    @Column(name = "confirming_bank")
    @Nullable
    String confirmingBank;

    @Enumerated(EnumType.STRING)
    CreditStatus status;

    @Enumerated(EnumType.STRING)
    Confirmation confirmation;

    String currency;
    BigDecimal maximum;
    BigDecimal committed;
    String digest;
    String terms;

    @Column(name = "issued_at")
    Instant issuedAt;

    static CreditEntity of(Credit credit) {
        var roles = credit.roles();
        var row = new CreditEntity();
        row.id = credit.id();
        row.version = credit.version();
        row.number = credit.terms().heading().number();
        row.issuingBank = roles.issuingBank().toString();
        row.applicant = roles.applicant().toString();
        row.beneficiary = roles.beneficiary().toString();
        row.advisingBank = roles.advisingBank().toString();
        var confirming = roles.confirmingBank();
        row.confirmingBank = confirming == null ? null : confirming.toString();
        row.status = credit.status();
        row.confirmation = credit.confirmation();
        row.currency = credit.maximum().currency();
        row.maximum = credit.maximum().amount();
        row.committed = committed(credit);
        row.digest = credit.digest();
        row.terms = StoredJson.write(credit.terms());
        row.issuedAt = credit.issuedAt();
        return row;
    }

    static BigDecimal committed(Credit credit) {
        return credit.maximum().minus(credit.available()).amount();
    }

    Credit toDomain(List<Presentation> presentations) {
        var roles = new CreditRoles(
                PartyId.parse(issuingBank),
                PartyId.parse(applicant),
                PartyId.parse(beneficiary),
                PartyId.parse(advisingBank),
                confirmingBank == null ? null : PartyId.parse(confirmingBank));
        return new Credit(
                id,
                version,
                roles,
                StoredJson.read(terms, LetterOfCredit.class),
                digest,
                status,
                confirmation,
                presentations,
                issuedAt);
    }
}
