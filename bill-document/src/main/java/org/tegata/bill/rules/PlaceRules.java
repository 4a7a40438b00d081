package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;
import static org.tegata.bill.rules.Rule.warning;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tegata.xml.XmlElement;

/** Rules on ports and places: UN/LOCODEs, base ports against the ship's, intended ports and ships. */
final class PlaceRules {

    static final Rule PLACE = error(
            "TGT-BL-11",
            "UN/LOCODE (Recommendation 16); ISO 3166-1; DCSA EBL 3.0.4",
            "A place has no UN/LOCODE where it needs one, two of them, an ID that is none, or neither code nor name.",
            "場所に必要な UN/LOCODE がないか、二つあるか、形式が誤っているか、コードも名称もありません。",
            "Write two letters of the country and three letters or digits 2 to 9, such as JPUKB.",
            "国コード2文字と3文字（英字又は 2～9 の数字）で、JPUKB のように記載してください。");
    static final Rule BASE_PORT = error(
            "TGT-BL-44",
            "UCP 600 art. 20(a)(iii), 14(d)",
            "The port of loading or discharge of the consignment is not that of its carriage by sea.",
            "貨物の船積港又は陸揚港が、海上運送区間の港と一致していません。",
            "LoadingBaseport is where the first ship loads, UnloadingBaseport where the last one unloads.",
            "LoadingBaseport は最初の船の船積港、UnloadingBaseport は最後の船の陸揚港と一致させてください。");
    static final Rule SAME_PORT = warning(
            "TGT-BL-45",
            "UCP 600 art. 20(a)(iii)",
            "The goods are loaded and discharged at the same port.",
            "船積港と陸揚港が同じです。",
            "Check the port of loading and the port of discharge.",
            "船積港と陸揚港を確認してください。");
    static final Rule INTENDED = warning(
            "TGT-BL-46",
            "UCP 600 art. 20(a)(ii), (iii); ISBP 821 E6",
            "A ship or a port is only intended: a bank asks for an on-board notation with the actual one.",
            "船名又は港が「予定（intended）」とされています。銀行は実際の船名・港を示す船積付記を求めます。",
            "State the actual ship and ports once the goods are on board.",
            "船積み後、実際の船名と港を記載してください。");

    static final Rule COUNTRY = error(
            "TGT-BL-88",
            "ISO 3166-1",
            "A country is no code of two letters of ISO 3166-1.",
            "国が、ISO 3166-1 の二文字コードではありません。",
            "Write the two capital letters, such as JP or GB.",
            "JP、GB など大文字2文字で記載してください。");

    static final List<Rule> RULES = List.of(PLACE, BASE_PORT, SAME_PORT, INTENDED, COUNTRY);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Lists of facilities: an identifier of these is no UN/LOCODE (DCSA facilityCodeListProvider). */
    private static final Set<String> FACILITIES = Set.of("BIC", "SMDG");

    private final Findings findings;

    PlaceRules(Findings findings) {
        this.findings = findings;
    }

    /** What holds of every place, wherever it stands. */
    void place(XmlElement place) {
        if (place.children().isEmpty() || place.children().stream().allMatch(PlaceRules::isEmpty)) {
            findings.tell(PLACE, place, null, "a UN/LOCODE, a name or both");
            return;
        }
        int codes = 0;
        for (XmlElement id : place.all("ID")) {
            if (!isLocodeId(id)) {
                continue;
            }
            if (!isLocode(id.text().strip())) {
                findings.tell(PLACE, id, "a country of ISO 3166-1 and three of A to Z and 2 to 9");
            } else if (++codes > 1) {
                findings.tell(PLACE, id, "one UN/LOCODE of a place");
            }
        }
    }

    /** What holds of every country, wherever it stands. */
    void country(XmlElement country) {
        if (!COUNTRIES.contains(country.text().strip())) {
            findings.tell(COUNTRY, country, "two capital letters of ISO 3166-1");
        }
    }

    /** What holds of a city that is given by its code, wherever it stands. */
    void city(XmlElement city) {
        if (!isLocode(city.text().strip())) {
            findings.tell(PLACE, city, "a country of ISO 3166-1 and three of A to Z and 2 to 9");
        }
    }

    private static boolean isEmpty(XmlElement child) {
        return child.children().isEmpty() && Values.text(child) == null;
    }

    private static boolean isLocodeId(XmlElement id) {
        String scheme = id.attribute("schemeID");
        return scheme == null || !FACILITIES.contains(scheme);
    }

    /** UN/LOCODE: a country of ISO 3166-1, three letters or digits but 0 and 1. */
    static boolean isLocode(String code) {
        if (code.length() != 5 || !COUNTRIES.contains(code.substring(0, 2))) {
            return false;
        }
        for (int i = 2; i < 5; i++) {
            char c = code.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '2' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    void check(XmlElement document, XmlElement consignment) {
        var issued = document.first("IssueLogisticsLocation");
        if (issued != null && locode(issued) == null && countryOf(issued) == null) {
            findings.tell(PLACE, issued, Values.text(issued, "Name"), "the UN/LOCODE of the place of issue");
        }
        var movements = consignment.all("MainCarriageLogisticsTransportMovement");
        if (movements.isEmpty()) {
            return;
        }
        var loading = place(movements.get(0), "LoadingTransportEvent");
        var unloading = place(movements.get(movements.size() - 1), "UnloadingTransportEvent");
        basePort(consignment.first("LoadingBaseportLogisticsLocation"), loading);
        basePort(consignment.first("UnloadingBaseportLogisticsLocation"), unloading);
        if (loading != null && unloading != null && isSame(loading, unloading) && isNamed(loading)) {
            findings.tell(SAME_PORT, unloading, said(unloading), "another port than that of loading");
        }
        for (XmlElement movement : movements) {
            intended(movement.at("UsedLogisticsTransportMeans", "Name"));
            intended(movement.at("LoadingTransportEvent", "OccurrenceLogisticsLocation", "Name"));
            intended(movement.at("UnloadingTransportEvent", "OccurrenceLogisticsLocation", "Name"));
        }
    }

    private void intended(@Nullable XmlElement name) {
        String text = Values.text(name);
        if (name != null && text != null && Phrases.find(Phrases.normal(text), "INTENDED", 0) >= 0) {
            findings.tell(INTENDED, name, text, "the actual name");
        }
    }

    private void basePort(@Nullable XmlElement stated, @Nullable XmlElement actual) {
        if (stated != null && actual != null && !isSame(stated, actual)) {
            findings.tell(BASE_PORT, stated, said(stated), said(actual));
        }
    }

    static @Nullable XmlElement place(XmlElement movement, String event) {
        return movement.at(event, "OccurrenceLogisticsLocation");
    }

    private static @Nullable String countryOf(XmlElement place) {
        String country = Values.text(place, "CountryID");
        return country == null ? Values.text(place.first("PostalTradeAddress"), "CountryID") : country;
    }

    private static @Nullable String locode(XmlElement place) {
        for (XmlElement id : place.all("ID")) {
            if (isLocodeId(id) && Values.text(id) != null) {
                return Values.text(id);
            }
        }
        return null;
    }

    private static boolean isNamed(XmlElement place) {
        return locode(place) != null || Values.text(place, "Name") != null;
    }

    /** By their codes if both have one; else by their names, if both have one; else nothing speaks against it. */
    static boolean isSame(XmlElement one, XmlElement other) {
        String code = locode(one);
        String otherCode = locode(other);
        if (code != null && otherCode != null) {
            return code.equals(otherCode);
        }
        String name = Values.text(one, "Name");
        String otherName = Values.text(other, "Name");
        return name == null || otherName == null || name.equalsIgnoreCase(otherName);
    }

    static @Nullable String said(XmlElement place) {
        String code = locode(place);
        return code == null ? Values.text(place, "Name") : code;
    }
}
