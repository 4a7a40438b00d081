package org.tegata.rules.export;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;

/** Seller, buyer and where the goods go. That they have names is asked by {@link RecordBook} (TGT-INV-05). */
final class PartyRules {

    private static final Path COUNTRY = Path.of("ram:PostalTradeAddress/ram:CountryID");
    private static final Path CITY = Path.of("ram:PostalTradeAddress/ram:CityName");
    private static final Path NAME = Path.of("ram:Name");
    private static final Path[] STREET = {
        Path.of("ram:PostalTradeAddress/ram:LineOne"),
        Path.of("ram:PostalTradeAddress/ram:StreetName"),
        Path.of("ram:PostalTradeAddress/ram:PostOfficeBox"),
        Path.of("ram:PostalTradeAddress/ram:BuildingName")
    };
    private static final Path[] IDENTIFIERS = {
        Path.of("ram:ID"),
        Path.of("ram:GlobalID"),
        Path.of("ram:SpecifiedTaxRegistration/ram:ID"),
        Path.of("ram:SpecifiedLegalOrganization/ram:ID")
    };

    private final RuleBook<ExportNotes> book;

    private PartyRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new PartyRules(book);
        rules.countries();
        rules.addresses();
        rules.identifier();
        rules.shipTo();
    }

    /** UCP 600 art. 14(j): an address may differ from that in the credit, its country may not. */
    private void countries() {
        book.pattern()
                .on(Where.PARTIES)
                .error("TGT-EXP-30")
                .says(
                        "The country in the address of the seller or buyer (BT-40, BT-55) is missing.",
                        "売手または買手の住所に、国（BT-40、BT-55）が記載されていません。")
                .hint("Add PostalTradeAddress/CountryID, such as JP.", "PostalTradeAddress/CountryID（例：JP）を追加してください。")
                .actual(party -> Read.shown(Read.text(party, NAME)))
                .holds(party -> Read.any(party, COUNTRY));
    }

    /** Who exports, and who is liable for the duty, must be found. */
    private void addresses() {
        book.pattern()
                .on(Where.PARTIES)
                .when(party -> Read.any(party, COUNTRY))
                .warning("TGT-EXP-31")
                .says(
                        "The address of the seller or buyer has no city, or neither a street nor a post-office box.",
                        "売手または買手の住所に、都市名がないか、番地も私書箱も記載されていません。")
                .hint(
                        "Add LineOne and CityName to PostalTradeAddress.",
                        "PostalTradeAddress に LineOne と CityName を追加してください。")
                .actual(party -> Read.shown(Read.text(party, NAME)))
                .holds(party -> Read.any(party, CITY) && any(party, STREET));
    }

    /** Exporters are known to customs by a number: EORI, corporate or tax number, importer and exporter code. */
    private void identifier() {
        book.pattern()
                .on(Where.AGREEMENT + "/ram:SellerTradeParty")
                .warning("TGT-EXP-32")
                .says(
                        "The seller's identifier from an authority or a register (BT-29, BT-30, BT-31) is missing.",
                        "官公庁または登録機関が付与した売手の番号（BT-29、BT-30、BT-31）が記載されていません。")
                .hint(
                        "Add SpecifiedTaxRegistration/ID, or GlobalID with its scheme (0199 LEI, 0088 GLN).",
                        "SpecifiedTaxRegistration/ID、またはスキームを示した GlobalID（0199 LEI、0088 GLN）を追加してください。")
                .actual(party -> Read.shown(Read.text(party, NAME)))
                .holds(party -> any(party, IDENTIFIERS));
    }

    /** Where the goods end decides which customs office asks, and whether they may go there at all. */
    private void shipTo() {
        book.pattern()
                .on(Where.DELIVERY + "/ram:ShipToTradeParty")
                .warning("TGT-EXP-33")
                .says(
                        "The name or country of the party to which the goods go (BT-70, BT-80) is missing.",
                        "納品先の名称または国（BT-70、BT-80）が記載されていません。")
                .hint(
                        "Complete ShipToTradeParty, or leave it out if it is the buyer.",
                        "ShipToTradeParty を補うか、買手と同じなら省いてください。")
                .holds(party -> Read.any(party, NAME) && Read.any(party, COUNTRY));
    }

    private static boolean any(@Nullable Element party, Path[] paths) {
        for (Path path : paths) {
            if (Read.any(party, path)) {
                return true;
            }
        }
        return false;
    }
}
