package org.tegata.rules.xrechnung;

import org.jspecify.annotations.Nullable;
import org.tegata.rules.document.Element;
import org.tegata.rules.document.Name;
import org.tegata.rules.document.Path;
import org.tegata.rules.rule.Context;
import org.tegata.rules.rule.Pattern;

/** What Germany demands of addresses and of the seller's contact. */
final class PartyRules {

    private static final String SELLER = XRechnungBook.AGREEMENT + "/ram:SellerTradeParty";
    private static final Name CONTACT = Name.of("ram:DefinedTradeContact");
    private static final Name CITY = Name.of("ram:CityName");
    private static final Name POST_CODE = Name.of("ram:PostcodeCode");
    private static final Name PERSON = Name.of("ram:PersonName");
    private static final Name DEPARTMENT = Name.of("ram:DepartmentName");
    private static final Path TELEPHONE = Path.of("ram:TelephoneUniversalCommunication/ram:CompleteNumber");
    private static final Path EMAIL = Path.of("ram:EmailURIUniversalCommunication/ram:URIID");
    private static final Name URI = Name.of("ram:URIID");
    private static final Name TYPE = Name.of("ram:TypeCode");

    private PartyRules() {}

    static void addTo(Pattern<XRechnungNotes> pattern) {
        pattern.on(SELLER)
                .error("BR-DE-2")
                .says("The seller names no contact (BG-6).", "売手の連絡先（BG-6）がありません。")
                .hint(
                        "Add DefinedTradeContact with a name, a telephone number and an e-mail address.",
                        "DefinedTradeContact に担当者名、電話番号、電子メールアドレスを記載してください。")
                .holds(e -> e.has(CONTACT));
        var seller = new Address("seller's", "売手の住所", "BT-37", "BT-38");
        seller.addTo(pattern.on(SELLER + "/ram:PostalTradeAddress"), "BR-DE-3", "BR-DE-4");
        contact(pattern.on(SELLER + "/ram:DefinedTradeContact"));
        var buyer = new Address("buyer's", "買手の住所", "BT-52", "BT-53");
        String buyerAddress = XRechnungBook.AGREEMENT + "/ram:BuyerTradeParty/ram:PostalTradeAddress";
        buyer.addTo(pattern.on(buyerAddress), "BR-DE-8", "BR-DE-9");
        externalDocument(pattern.on(XRechnungBook.AGREEMENT + "/ram:AdditionalReferencedDocument"));
        var shipTo = new Address("deliver-to", "納品先の住所", "BT-77", "BT-78");
        String shipToAddress = XRechnungBook.DELIVERY + "/ram:ShipToTradeParty/ram:PostalTradeAddress";
        shipTo.addTo(pattern.on(shipToAddress), "BR-DE-10", "BR-DE-11");
    }

    /** City and post code, demanded of three addresses alike. */
    private record Address(String whose, String whoseJa, String cityTerm, String postCodeTerm) {

        void addTo(Context<XRechnungNotes> address, String cityRule, String postCodeRule) {
            address.error(cityRule)
                    .says(
                            "The " + whose + " address has no city (" + cityTerm + ").",
                            whoseJa + "に市区町村（" + cityTerm + "）がありません。")
                    .hint("Fill in CityName.", "CityName を記載してください。")
                    .actual(e -> e.text(CITY))
                    .holds(e -> Texts.filled(e, CITY));
            address.error(postCodeRule)
                    .says(
                            "The " + whose + " address has no post code (" + postCodeTerm + ").",
                            whoseJa + "に郵便番号（" + postCodeTerm + "）がありません。")
                    .hint("Fill in PostcodeCode.", "PostcodeCode を記載してください。")
                    .actual(e -> e.text(POST_CODE))
                    .holds(e -> Texts.filled(e, POST_CODE));
        }
    }

    private static void contact(Context<XRechnungNotes> contact) {
        contact.error("BR-DE-5")
                .says(
                        "The seller's contact has no name of a person or department (BT-41).",
                        "売手の連絡先に、担当者または部署の名称（BT-41）がありません。")
                .hint("Fill in PersonName or DepartmentName.", "PersonName または DepartmentName を記載してください。")
                .actual(e -> null)
                .holds(e -> Texts.filled(e, PERSON) || Texts.filled(e, DEPARTMENT));
        contact.error("BR-DE-6")
                .says("The seller's contact has no telephone number (BT-42).", "売手の連絡先に電話番号（BT-42）がありません。")
                .hint(
                        "Fill in TelephoneUniversalCommunication/CompleteNumber.",
                        "TelephoneUniversalCommunication/CompleteNumber を記載してください。")
                .actual(TELEPHONE::textIn)
                .holds(e -> Texts.filled(TELEPHONE.firstIn(e)));
        contact.error("BR-DE-7")
                .says("The seller's contact has no e-mail address (BT-43).", "売手の連絡先に電子メールアドレス（BT-43）がありません。")
                .hint(
                        "Fill in EmailURIUniversalCommunication/URIID.",
                        "EmailURIUniversalCommunication/URIID を記載してください。")
                .actual(EMAIL::textIn)
                .holds(e -> Texts.filled(EMAIL.firstIn(e)));
        contact.warning("BR-DE-27")
                .says(
                        "The telephone number of the seller's contact (BT-42) has fewer than three digits.",
                        "売手の連絡先の電話番号（BT-42）に数字が 3 桁以上ありません。")
                .hint("Give a number that one can dial.", "実際に通話できる電話番号を記載してください。")
                .actual(TELEPHONE::textIn)
                .holds(e -> ContactData.telephone(normal(TELEPHONE, e)));
        contact.warning("BR-DE-28")
                .says(
                        "The e-mail address of the seller's contact (BT-43) is not of the form name@domain.tld.",
                        "売手の連絡先の電子メールアドレス（BT-43）が name@domain.tld の書式ではありません。")
                .hint(
                        "One @, no blanks, a domain with a dot, and no dot at its beginning or end.",
                        "@ は一つだけとし、空白を入れず、ドメインには点を含め、先頭と末尾に点を置かないでください。")
                .actual(EMAIL::textIn)
                .expected("name@example.com")
                .holds(e -> ContactData.email(normal(EMAIL, e)));
    }

    private static String normal(Path path, Element from) {
        return Texts.normal(path.textIn(from));
    }

    private static void externalDocument(Context<XRechnungNotes> document) {
        document.when(e -> "916".equals(e.text(TYPE)))
                .warning("BR-TMP-2")
                .says(
                        "The location of a supporting document (BT-124) is not an absolute URL.",
                        "添付書類の所在（BT-124）が絶対 URL ではありません。")
                .hint("Begin it with its scheme, such as https: or ftp:.", "https: や ftp: などのスキームから記載してください。")
                .actual(e -> e.text(URI))
                .expected("https://…")
                .holds(e -> isAbsentOrUrl(e.text(URI)));
    }

    private static boolean isAbsentOrUrl(@Nullable String uri) {
        return uri == null || ContactData.url(uri);
    }
}
