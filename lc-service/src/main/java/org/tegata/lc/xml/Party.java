package org.tegata.lc.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tegata.access.PartyId;
import org.tegata.lc.domain.BankParty;
import org.tegata.lc.domain.Trader;
import org.tegata.lc.xml.generated.ram.TradeAddressType;
import org.tegata.lc.xml.generated.ram.TradePartyType;
import org.tegata.lc.xml.generated.udt.IDType;

/** Traders and banks as {@code TradeParty}: the name is the first line, the address the others. */
final class Party {

    /** ISO 6523 code of the Legal Entity Identifier. */
    private static final String LEI = "0199";

    private static final String BIC = "BIC";
    private static final String ACCOUNT = "ACCOUNT";
    private static final String ACCOUNT_LINE = "MT-PARTY-IDENTIFIER";

    private Party() {}

    static TradePartyType of(Trader trader, String role, @Nullable PartyId party) {
        var xml = named(trader.lines(), role);
        identify(xml, party);
        if (trader.account() != null) {
            xml.getID().add(Values.id(trader.account(), ACCOUNT));
        }
        return xml;
    }

    static TradePartyType of(BankParty bank, @Nullable String role) {
        var xml = named(bank.lines(), role);
        if (bank.bic() != null) {
            xml.getID().add(Values.id(bank.bic(), BIC));
        }
        if (bank.partyIdentifier() != null) {
            xml.getID().add(Values.id(bank.partyIdentifier(), ACCOUNT_LINE));
        }
        if (bank.location() != null) {
            xml.getDescription().add(Values.text(bank.location()));
        }
        return xml;
    }

    static TradePartyType ofBic(String bic, String role, @Nullable PartyId party) {
        var xml = named(List.of(), role);
        identify(xml, party);
        xml.getID().add(Values.id(bic, BIC));
        return xml;
    }

    static Trader trader(TradePartyType xml) {
        return new Trader(id(xml, ACCOUNT), lines(xml));
    }

    static BankParty bank(TradePartyType xml) {
        String location = xml.getDescription().isEmpty()
                ? null
                : xml.getDescription().get(0).getValue();
        return new BankParty(id(xml, ACCOUNT_LINE), id(xml, BIC), location, lines(xml));
    }

    static String bic(TradePartyType xml) {
        String bic = id(xml, BIC);
        if (bic == null) {
            throw new IllegalArgumentException("a bank without BIC");
        }
        return bic;
    }

    private static void identify(TradePartyType xml, @Nullable PartyId party) {
        if (party != null) {
            boolean lei = party.codeListProvider().equals(PartyId.GLEIF);
            xml.getID().add(Values.id(party.partyCode(), lei ? LEI : party.codeListProvider()));
        }
    }

    private static TradePartyType named(List<String> lines, @Nullable String role) {
        var xml = new TradePartyType();
        if (role != null) {
            xml.setRoleCode(Values.role(role));
        }
        if (!lines.isEmpty()) {
            xml.setName(Values.text(lines.get(0)));
        }
        if (lines.size() > 1) {
            var address = new TradeAddressType();
            address.setLineOne(Values.text(lines.get(1)));
            address.setLineTwo(lines.size() > 2 ? Values.text(lines.get(2)) : null);
            address.setLineThree(lines.size() > 3 ? Values.text(lines.get(3)) : null);
            xml.setPostalTradeAddress(address);
        }
        return xml;
    }

    private static List<String> lines(TradePartyType xml) {
        var lines = new ArrayList<String>();
        add(lines, Values.string(xml.getName()));
        var address = xml.getPostalTradeAddress();
        if (address != null) {
            add(lines, Values.string(address.getLineOne()));
            add(lines, Values.string(address.getLineTwo()));
            add(lines, Values.string(address.getLineThree()));
        }
        return lines;
    }

    private static void add(List<String> lines, @Nullable String line) {
        if (line != null) {
            lines.add(line);
        }
    }

    private static @Nullable String id(TradePartyType xml, String scheme) {
        return xml.getID().stream()
                .filter(id -> scheme.equals(id.getSchemeID()))
                .map(IDType::getValue)
                .findFirst()
                .orElse(null);
    }
}
