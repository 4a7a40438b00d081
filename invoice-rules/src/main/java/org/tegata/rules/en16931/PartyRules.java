package org.tegata.rules.en16931;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** The parties besides BR-06 to BR-11: BR-17 to BR-20, BR-56, BR-CO-09 and BR-CO-26. */
final class PartyRules {

    /** ISO 3166-1, and with it 1A (Kosovo), EL (Greece), XI (Northern Ireland) and some that were withdrawn. */
    private static final Set<String> VAT_COUNTRIES = Set.of(countryCodes().split(" "));

    private static final Name ID = Name.of("ram:ID");
    private static final Name NAME = Name.of("ram:Name");
    private static final Path IDS = Path.of("ram:ID");
    private static final Path REGISTER_ID = Path.of("ram:SpecifiedLegalOrganization/ram:ID");
    private static final Path TAX_ID = Path.of("ram:SpecifiedTaxRegistration/ram:ID");
    private static final Path SELLER = Path.of("ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty");
    private static final Name GLOBAL_ID = Name.of("ram:GlobalID");

    private PartyRules() {}

    private static String countryCodes() {
        return "1A AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BL BJ BM BN BO BQ "
                + "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
                + "EC EE EG EH EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
                + "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ "
                + "LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX "
                + "MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO "
                + "RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
                + "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW";
    }

    static void addTo(Pattern<Totals> pattern, En16931Version version) {
        payee(pattern);
        seller(pattern);
        taxRepresentative(pattern.on("//ram:SellerTaxRepresentativeTradeParty"), version);
        vatIdentifier(pattern);
    }

    private static void payee(Pattern<Totals> pattern) {
        pattern.on("//ram:PayeeTradeParty")
                .error("BR-17")
                .says(
                        "The payee (BG-10) has no name (BT-59), or is the seller (BG-4) by name or identifier.",
                        "支払先（BG-10）に名称（BT-59）がないか、名称や識別子が売手（BG-4）と同じです。")
                .hint(
                        "Name the payee; leave ram:PayeeTradeParty out if the seller is paid.",
                        "支払先の名称を書き、売手に支払うなら ram:PayeeTradeParty を省いてください。")
                .holds(payee -> payee.has(NAME) && !isSeller(payee, seller(payee)))
                .actual(payee -> payee.text(NAME));
    }

    /** The seller beside a payee of the invoice; null for a payee of payment terms, who may be the seller. */
    private static @Nullable Element seller(Element payee) {
        return SELLER.firstIn(Cii.above(payee).parent());
    }

    private static boolean isSeller(Element payee, @Nullable Element seller) {
        if (seller == null) {
            return false;
        }
        if (Cii.same(payee.text(NAME), seller.text(NAME))
                || Cii.same(REGISTER_ID.textIn(payee), REGISTER_ID.textIn(seller))) {
            return true;
        }
        Set<String> ids = new HashSet<>();
        IDS.forEachIn(seller, id -> ids.add(id.text()));
        return IDS.anyIn(payee, id -> ids.contains(id.text()));
    }

    private static void seller(Pattern<Totals> pattern) {
        pattern.on("//ram:SellerTradeParty")
                .error("BR-CO-26")
                .says(
                        "The seller has no identifier (BT-29), no registration (BT-30) and no VAT identifier (BT-31).",
                        "売手に識別子（BT-29）も登記番号（BT-30）もVAT登録番号（BT-31）もありません。")
                .hint(
                        "Add ram:ID, ram:GlobalID, ram:SpecifiedLegalOrganization/ram:ID, or "
                                + "ram:SpecifiedTaxRegistration/ram:ID with schemeID VA.",
                        "ram:ID、ram:GlobalID、ram:SpecifiedLegalOrganization/ram:ID、または schemeID が VA の "
                                + "ram:SpecifiedTaxRegistration/ram:ID を追加してください。")
                .holds(seller -> seller.has(ID)
                        || seller.has(GLOBAL_ID)
                        || REGISTER_ID.existsIn(seller)
                        || TAX_ID.anyIn(seller, Registrations::vat));
    }

    private static void taxRepresentative(Context<Totals> representative, En16931Version version) {
        String name = "The name of the seller's tax representative (BT-62)";
        String nameJa = "売手の税務代理人の名称（BT-62）";
        String country = "The country of the tax representative's address (BT-69)";
        String countryJa = "売手の税務代理人の国コード（BT-69）";
        String countryPath = "ram:PostalTradeAddress/ram:CountryID";
        boolean filled = version.since(En16931Version.V1_3_16);
        if (filled) {
            Required.filled(representative, "BR-18", "ram:Name", name, nameJa);
        } else {
            Required.present(representative, "BR-18", "ram:Name", name, nameJa);
        }
        Required.present(
                representative,
                "BR-19",
                "ram:PostalTradeAddress",
                "The address of the seller's tax representative (BG-12)",
                "売手の税務代理人の住所（BG-12）");
        if (filled) {
            Required.filled(representative, "BR-20", countryPath, country, countryJa);
        } else {
            Required.present(representative, "BR-20", countryPath, country, countryJa);
        }
        representative
                .error("BR-56")
                .says(
                        "The VAT identifier of the seller's tax representative (BT-63) is missing.",
                        "売手の税務代理人のVAT登録番号（BT-63）がありません。")
                .hint(
                        "Add ram:SpecifiedTaxRegistration/ram:ID with schemeID VA.",
                        "schemeID が VA の ram:SpecifiedTaxRegistration/ram:ID を追加してください。")
                .holds(party -> {
                    Element id = TAX_ID.firstIn(party, Registrations::vat);
                    return id != null && !id.blank();
                });
    }

    private static void vatIdentifier(Pattern<Totals> pattern) {
        pattern.on("//ram:SpecifiedTaxRegistration/ram:ID")
                .when(Registrations::vat)
                .error("BR-CO-09")
                .says(
                        "A VAT identifier (BT-31, BT-48, BT-63) does not start with the code of a country.",
                        "VAT登録番号（BT-31、BT-48、BT-63）が国コードで始まっていません。")
                .hint(
                        "Start with the two letters of ISO 3166-1; Greece is EL. Other tax numbers have schemeID FC.",
                        "ISO 3166-1 の2文字（ギリシャは EL）で始めてください。その他の税番号の schemeID は FC です。")
                .holds(id -> {
                    String text = id.text();
                    return text.length() >= 2 && VAT_COUNTRIES.contains(text.substring(0, 2));
                });
    }
}
