package org.tegata.rules.export;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tegata.problem.Severity;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.RuleBook;

/** Delivery terms (ICC Incoterms) and the places where risk, costs and goods change hands. */
final class TermsRules {

    /** Incoterms 2020, of the four rules for sea and inland waterway. */
    private static final Set<String> BY_WATER = Set.of("FAS", "FOB", "CFR", "CIF");

    /** Rules of older editions that Incoterms 2020 no longer has. */
    private static final Set<String> OLD = Set.of("DAF", "DES", "DEQ", "DDU", "DAT");

    /** UNTDID 4053: delivery arranged by the supplier, or by a logistic service provider. */
    private static final Set<String> NOT_INCOTERMS = Set.of("1", "2");

    /** UN/ECE Recommendation 19: maritime, inland waterway. */
    private static final Set<String> WATER = Set.of("1", "8");

    /** Rail, road, air, mail, fixed installation. Multimodal transport may have a leg by sea, so it is not here. */
    private static final Set<String> NOT_WATER = Set.of("2", "3", "4", "5", "7");

    /** UNTDID 8051: main carriage. */
    private static final String MAIN_CARRIAGE = "20";

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");

    private static final String TERMS = Where.AGREEMENT + "/ram:ApplicableTradeDeliveryTerms";
    private static final Path TERMS_IN_HEADER = Path.of("ram:ApplicableTradeDeliveryTerms");
    private static final Name CODE = Name.of("ram:DeliveryTypeCode");
    private static final Path DESCRIPTION = Path.of("ram:Description");
    private static final Path PLACE = Path.of("ram:RelevantTradeLocation");
    private static final Name PLACE_ID = Name.of("ram:ID");
    private static final Name PLACE_NAME = Name.of("ram:Name");
    private static final Name COUNTRY = Name.of("ram:CountryID");
    private static final Name AGREEMENT = Name.of("ram:ApplicableHeaderTradeAgreement");
    private static final Name DELIVERY = Name.of("ram:ApplicableHeaderTradeDelivery");
    private static final Path MOVEMENTS =
            Path.of("ram:RelatedSupplyChainConsignment/ram:SpecifiedLogisticsTransportMovement");
    private static final Name STAGE = Name.of("ram:StageCode");
    private static final Name MODE = Name.of("ram:ModeCode");
    private static final Path TRANSIT = Path.of("ram:RelatedSupplyChainConsignment/ram:TransitLogisticsLocation");
    private static final Name EVENT_LOCATION = Name.of("ram:OccurrenceLogisticsLocation");

    private final RuleBook<ExportNotes> book;

    private TermsRules(RuleBook<ExportNotes> book) {
        this.book = book;
    }

    static void addTo(RuleBook<ExportNotes> book) {
        var rules = new TermsRules(book);
        rules.terms();
        rules.namedPlace();
        rules.edition();
        rules.byWater();
        rules.codesOfPlaces();
        rules.ports();
    }

    /** What the price contains (freight, insurance, duty) decides the value for customs. */
    private void terms() {
        book.pattern()
                .on(Where.AGREEMENT)
                .error("TGT-EXP-13")
                .says("The delivery terms are missing.", "引渡条件が記載されていません。")
                .hint(
                        "Add ApplicableTradeDeliveryTerms with an Incoterms rule and its place, such as CIF Hamburg.",
                        "ApplicableTradeDeliveryTerms にインコタームズの規則と場所（例：CIF Hamburg）を追加してください。")
                .holdsAtEnd((agreement, doc) -> Paper.withoutGoods(doc)
                        || doc.tally().termsOnEveryLine()
                        || code(TERMS_IN_HEADER.firstIn(agreement)) != null
                        || Read.any(TERMS_IN_HEADER.firstIn(agreement), DESCRIPTION));
        book.pattern()
                .on(TERMS)
                .when(terms -> Read.any(terms, DESCRIPTION))
                .warning("TGT-EXP-14")
                .says(
                        "The delivery terms are described in words, but the code of the rule is missing.",
                        "引渡条件が文章だけで示され、規則のコードが記載されていません。")
                .hint("Add DeliveryTypeCode with the three letters of the rule.", "DeliveryTypeCode に規則の三文字を書いてください。")
                .actual(terms -> Read.shown(Read.text(terms, DESCRIPTION)))
                .holds(terms -> code(terms) != null);
    }

    private static @Nullable String code(@Nullable Element terms) {
        return Read.text(terms, CODE);
    }

    /** Incoterms 2020, introduction: a rule without its place leaves open where risk and costs pass. */
    private void namedPlace() {
        book.pattern()
                .on(TERMS)
                .when(terms -> terms.has(CODE))
                .warning("TGT-INV-15")
                .says("The named place of the Incoterms rule is missing.", "インコタームズの規則に続く指定地が記載されていません。")
                .hint(
                        "Add RelevantTradeLocation with the name of the place or port.",
                        "RelevantTradeLocation に指定地または港の名称を追加してください。")
                .actual(TermsRules::code)
                .holds(terms -> {
                    var place = PLACE.firstIn(terms);
                    return Read.text(place, PLACE_NAME) != null || Read.text(place, PLACE_ID) != null;
                });
    }

    /** ICC advises to write the edition; ISBP 821 wants it on the invoice where the credit states it. */
    private void edition() {
        book.pattern()
                .on(TERMS)
                .when(terms -> isIncoterms(code(terms)) && !OLD.contains(code(terms)))
                .rule("TGT-EXP-15", Severity.INFORMATION)
                .says("The edition of Incoterms is missing.", "インコタームズの版（年）が記載されていません。")
                .hint(
                        "Write it in Description, such as \"CIF HAMBURG INCOTERMS 2020\".",
                        "Description に「CIF HAMBURG INCOTERMS 2020」のように書いてください。")
                .actual(TermsRules::code)
                .holds(TermsRules::namesYear);
        book.pattern()
                .on(TERMS)
                .when(terms -> code(terms) != null && OLD.contains(code(terms)))
                .warning("TGT-EXP-16")
                .says(
                        "The rule is not in Incoterms 2020, but its edition is missing.",
                        "インコタームズ2020にない規則ですが、その版（年）が記載されていません。")
                .hint(
                        "Agree on DAP, DPU or DDP of 2020, or write the year of the edition in Description.",
                        "2020年版の DAP、DPU、DDP に改めるか、Description に版の年を書いてください。")
                .actual(TermsRules::code)
                .holds(TermsRules::namesYear);
    }

    private static boolean isIncoterms(@Nullable String code) {
        return code != null && !NOT_INCOTERMS.contains(code);
    }

    private static boolean namesYear(Element terms) {
        return DESCRIPTION.anyIn(terms, text -> YEAR.matcher(text.text()).find());
    }

    /** Incoterms 2020: FAS, FOB, CFR and CIF are for sea and inland waterway; aeroplanes are not loaded "on board". */
    private void byWater() {
        book.pattern()
                .on(TERMS)
                .when(terms -> code(terms) != null && BY_WATER.contains(code(terms)))
                .warning("TGT-EXP-17")
                .says(
                        "FAS, FOB, CFR or CIF is named, but the goods go neither by sea nor by inland waterway.",
                        "FAS、FOB、CFR、CIF のいずれかが使われていますが、輸送手段が海上でも内陸水路でもありません。")
                .hint(
                        "By air, road or rail agree on FCA instead of FAS or FOB, CPT for CFR, CIP for CIF.",
                        "航空・道路・鉄道では、FAS・FOB の代わりに FCA、CFR の代わりに CPT、CIF の代わりに CIP を使ってください。")
                .actual(TermsRules::code)
                .holds(terms -> !withoutWater(delivery(terms)));
    }

    private static @Nullable Element delivery(Element terms) {
        Element agreement = terms.parent();
        Element trade = agreement == null ? null : agreement.parent();
        return trade == null ? null : trade.child(DELIVERY);
    }

    /** Whether the movements that count (those of the main carriage, if any says so) go by land or air alone. */
    private static boolean withoutWater(@Nullable Element delivery) {
        boolean staged = MOVEMENTS.anyIn(delivery, movement -> MAIN_CARRIAGE.equals(Read.text(movement, STAGE)));
        boolean other = false;
        for (Element movement : MOVEMENTS.allIn(delivery)) {
            String mode = Read.text(movement, MODE);
            if (mode != null && (!staged || MAIN_CARRIAGE.equals(Read.text(movement, STAGE)))) {
                if (!NOT_WATER.contains(mode)) {
                    return false;
                }
                other = true;
            }
        }
        return other;
    }

    static boolean byWater(@Nullable Element delivery) {
        return MOVEMENTS.anyIn(delivery, movement -> {
            String mode = Read.text(movement, MODE);
            return mode != null && WATER.contains(mode);
        });
    }

    /** UN/ECE Recommendation 16. */
    private void codesOfPlaces() {
        book.pattern()
                .on(Where.below(Where.LOCATIONS, "/ram:ID") + "|" + TERMS + "/ram:RelevantTradeLocation/ram:ID")
                .when(id -> Ports.UNLOCODE_SCHEME.equals(id.attribute("schemeID")) && Read.text(id) != null)
                .warning("TGT-INV-16")
                .says(
                        "A UN/LOCODE is not a country code and three letters or digits 2 to 9.",
                        "UN/LOCODE が、国コードに英字または 2～9 の数字三文字を続けたものではありません。")
                .hint("Look the place up in UN/LOCODE, such as JPUKB for Kobe.", "UN/LOCODE 表で確認してください（例：神戸は JPUKB）。")
                .holds(id -> Ports.isUnlocode(id.text().strip()));
        book.pattern()
                .on(Where.LOCATIONS + "|" + TERMS + "/ram:RelevantTradeLocation")
                .warning("TGT-EXP-18")
                .says(
                        "A place's UN/LOCODE does not begin with the country that is stated beside it.",
                        "場所の UN/LOCODE が、併記された国のコードで始まっていません。")
                .hint("Correct the code or the country.", "コードか国を訂正してください。")
                .actual(Ports::unlocode)
                .expected(location -> Read.text(location, COUNTRY))
                .holds(location -> {
                    String code = Ports.unlocode(location);
                    String country = Read.text(location, COUNTRY);
                    return code == null || country == null || code.startsWith(country);
                });
    }

    /** Banks compare the ports with the credit and the bill of lading (UCP 600 art. 20(a)(iii)). */
    private void ports() {
        book.pattern()
                .on(Where.DELIVERY)
                .warning("TGT-EXP-19")
                .says(
                        "The goods go by sea, but the port of loading or the port of discharge is missing.",
                        "海上輸送する貨物の請求書ですが、積出港または陸揚港が記載されていません。")
                .hint(
                        "Write them as locations of the despatch and the delivery event with function 9 and 11"
                                + " (UNTDID 3227).",
                        "発送・引渡イベントの場所として、機能コード 9（積出）と 11（陸揚）（UNTDID 3227）で記載してください。")
                .holdsAtEnd((delivery, doc) -> Paper.withoutGoods(doc)
                        || !bySea(delivery)
                        || hasPort(delivery, Ports.LOADING) && hasPort(delivery, Ports.DISCHARGE));
    }

    private static boolean bySea(Element delivery) {
        Element trade = delivery.parent();
        Element agreement = trade == null ? null : trade.child(AGREEMENT);
        String rule = code(TERMS_IN_HEADER.firstIn(agreement));
        return byWater(delivery) || rule != null && BY_WATER.contains(rule) && !withoutWater(delivery);
    }

    private static boolean hasPort(Element delivery, Set<String> functions) {
        if (TRANSIT.anyIn(delivery, location -> Ports.isFor(location, functions))) {
            return true;
        }
        for (Element event = delivery.firstChild(); event != null; event = event.next()) {
            Element location = event.child(EVENT_LOCATION);
            if (location != null && Ports.isFor(location, functions)) {
                return true;
            }
        }
        return false;
    }
}
