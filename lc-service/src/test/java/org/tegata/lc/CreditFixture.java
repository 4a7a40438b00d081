package org.tegata.lc;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.BillFacts;
import org.tegata.lc.domain.BillTitle;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.CreditRoles;
import org.tegata.lc.domain.InvoiceFacts;
import org.tegata.lc.domain.LetterOfCredit;
import org.tegata.lc.domain.Measure;
import org.tegata.lc.domain.Money;
import org.tegata.lc.domain.PartyCode;
import org.tegata.lc.domain.Place;
import org.tegata.lc.domain.Presentation.DocumentReference;
import org.tegata.lc.domain.TradeTerm;
import org.tegata.lc.swift.Mt700Codec;

/** The sample trade: parties, the credit of examples/trade, and documents that comply with it. */
public final class CreditFixture {

    public static final PartyId SHIPPER = PartyId.parse("GLEIF:TGTASHIPPER000000139");
    public static final PartyId CARRIER = PartyId.parse("GLEIF:TGTACARRIER000000165");
    public static final PartyId ADVISING_BANK = PartyId.parse("GLEIF:TGTAADVBANK000000127");
    public static final PartyId CONFIRMING_BANK = PartyId.parse("GLEIF:TGTACONFBANK00000187");
    public static final PartyId ISSUING_BANK = PartyId.parse("GLEIF:TGTAISSUBANK00000116");
    public static final PartyId IMPORTER = PartyId.parse("GLEIF:TGTBIMPORTER00000164");
    public static final PartyId STRANGER = PartyId.parse("GLEIF:TGTASTRANGER00000157");

    public static final CreditRoles ROLES =
            new CreditRoles(ISSUING_BANK, IMPORTER, SHIPPER, ADVISING_BANK, CONFIRMING_BANK);

    /** A day between shipment and the end of the presentation period. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    public static final UUID CREDIT = UUID.fromString("01981b50-0000-7000-8000-000000000001");
    public static final UUID PRESENTATION = UUID.fromString("01981b50-0000-7000-8000-000000000002");
    public static final UUID INVOICE = UUID.fromString("01981b4e-5f00-7a31-8c42-6d0f5e3a7b19");
    public static final UUID BILL = UUID.fromString("01981b4f-0000-7000-8000-000000000001");
    public static final String DIGEST = "5b0f4c1f2a6d3e7788c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5";

    private CreditFixture() {}

    public static LetterOfCredit terms() {
        return Mt700Codec.read(TestFiles.sampleCredit());
    }

    /** The sample credit with one text replaced. */
    public static LetterOfCredit terms(String field, String replacement) {
        String text = new String(TestFiles.sampleCredit(), StandardCharsets.US_ASCII);
        if (!text.contains(field)) {
            throw new IllegalArgumentException("the sample credit does not say " + field);
        }
        return Mt700Codec.read(text.replace(field, replacement).getBytes(StandardCharsets.US_ASCII));
    }

    public static Credit anIssuedCredit() {
        return anIssuedCredit(terms());
    }

    public static Credit anIssuedCredit(LetterOfCredit terms) {
        var roles = terms.conditions().confirmationInstruction().equals("WITHOUT")
                ? new CreditRoles(ISSUING_BANK, IMPORTER, SHIPPER, ADVISING_BANK, null)
                : ROLES;
        return Credit.issue(CREDIT, roles, terms, DIGEST, CLOCK.instant()).credit();
    }

    public static Credit aConfirmedCredit() {
        var advised = anIssuedCredit().advise(ADVISING_BANK, 1).credit();
        return advised.confirm(CONFIRMING_BANK, 2).credit();
    }

    public static Credit withPresentation(Credit credit, UUID id, UUID invoice, UUID bill, Money drawing) {
        return credit.present(
                        SHIPPER,
                        credit.version(),
                        id,
                        new DocumentReference(invoice, DIGEST, 0),
                        new DocumentReference(bill, DIGEST, 0),
                        drawing,
                        CLOCK)
                .credit();
    }

    public static Credit aCreditWithPresentation() {
        return withPresentation(aConfirmedCredit(), PRESENTATION, INVOICE, BILL, euro("250000.00"));
    }

    public static Money euro(String amount) {
        return new Money("EUR", new BigDecimal(amount));
    }

    public static InvoiceFacts invoice() {
        return new InvoiceFacts(
                INVOICE,
                DIGEST,
                "INV-2026-0815",
                "380",
                LocalDate.parse("2026-11-02"),
                new InvoiceFacts.NamedParty("Hanshin Seiki K.K.", SHIPPER, "JP"),
                new InvoiceFacts.NamedParty("Elbe Werkzeughandel GmbH", IMPORTER, "DE"),
                "EUR",
                new BigDecimal("250000.00"),
                "ALSBLC-2026-0042",
                new TradeTerm("CIF", "Hamburg"),
                List.of("CNC MACHINING CENTRES MODEL HS-V560"),
                new Measure(new BigDecimal("18400"), "KGM"),
                new BigDecimal("8"),
                new Place("JPUKB", "Kobe"),
                new Place("DEHAM", "Hamburg"),
                Set.of(SHIPPER, IMPORTER),
                false);
    }

    public static BillFacts bill() {
        return new BillFacts(
                BILL,
                DIGEST,
                "SOLU2026KOB00817",
                "705",
                LocalDate.parse("2026-11-10"),
                LocalDate.parse("2026-11-10"),
                new BillFacts.NamedParty("Hanshin Seiki K.K.", PartyCode.of(SHIPPER)),
                "TO ORDER OF SHIPPER",
                PartyCode.of(SHIPPER),
                true,
                List.of("Elbe Werkzeughandel GmbH"),
                new BillFacts.NamedParty("Setouchi Ocean Line Co., Ltd.", PartyCode.of(CARRIER)),
                new Place("JPUKB", "Kobe, Japan"),
                new Place("DEHAM", "Hamburg, Germany"),
                "SETOUCHI HARMONY",
                new Measure(new BigDecimal("18.4"), "TNE"),
                new BigDecimal("8"),
                List.of("CNC machining centres"),
                "PRE",
                List.of("SHIPPER'S LOAD, STOW, COUNT AND SEAL"));
    }

    /** The confirming bank holds the bill, and it is endorsed to it. */
    public static BillTitle title() {
        var bank = PartyCode.of(CONFIRMING_BANK);
        return new BillTitle(4, "ISSUED", bank, bank, Set.of(SHIPPER, CONFIRMING_BANK));
    }
}
