package org.tegata.lc.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.Credit;
import org.tegata.lc.domain.Credits;
import org.tegata.lc.swift.Mt700Codec;
import org.tegata.lc.xml.CreditXml;

/** The credit as a document: the bytes as they came to its banks, and without field 49H to everyone else. */
@ApplicationScoped
public class ReadCreditDocument {

    private final Credits credits;
    private final CreditXml xml;

    ReadCreditDocument(Credits credits, CreditXml xml) {
        this.credits = credits;
        this.xml = xml;
    }

    /** A rendering of the credit. */
    public record Rendering(Credit credit, byte[] bytes, boolean withheld) {}

    @Transactional
    public Rendering mt700(UUID id, PartyId reader) {
        var credit = credits.require(id, reader);
        return withholds(credit, reader)
                ? new Rendering(credit, Mt700Codec.write(credit.terms().withoutBankOnlyConditions()), true)
                : new Rendering(credit, credits.document(id).mt700(), false);
    }

    @Transactional
    public Rendering xml(UUID id, PartyId reader) {
        var credit = credits.require(id, reader);
        return withholds(credit, reader)
                ? new Rendering(credit, xml.write(credit.terms().withoutBankOnlyConditions(), credit.roles()), true)
                : new Rendering(credit, credits.document(id).xml(), false);
    }

    private static boolean withholds(Credit credit, PartyId reader) {
        return credit.terms().conditions().forBanksOnly() != null
                && !credit.roles().isBank(reader);
    }
}
