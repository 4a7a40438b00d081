package org.tegata.bill.rules;

import static org.tegata.bill.rules.Rule.error;

import java.util.List;
import java.util.Set;
import org.tegata.access.PartyId;
import org.tegata.bill.xml.OrderWords;
import org.tegata.xml.XmlElement;

/** Rules on identifiers, codes and indicators: what two readers could take for two things is refused. */
final class IdentifierRules {

    static final Rule LEI = error(
            "TGT-BL-27",
            "ISO 17442; ISO/IEC 7064 MOD 97-10",
            "An identifier is not a Legal Entity Identifier: its form or its check digits are wrong.",
            "識別子が取引主体識別子（LEI）ではありません（形式又は検査数字の誤り）。",
            "Look the party's LEI up: 18 letters or digits and two check digits.",
            "当事者の LEI（英数字18桁と検査数字2桁）を確認してください。");
    static final Rule GLEIF = error(
            "TGT-BL-93",
            "ISO 17442; ISO/IEC 6523; DCSA EBL 3.0.4 identifyingCodes",
            "An identifier is said to be of GLEIF but not to be an LEI, or to be an LEI but not of GLEIF.",
            "識別子が、GLEIF のものとされながら LEI とされていないか、LEI とされながら GLEIF のものとされていません。",
            "GLEIF gives LEIs alone: write schemeID 0199 without schemeAgencyID.",
            "GLEIF の識別子は LEI だけです。schemeAgencyID を付けず schemeID=\"0199\" としてください。");
    static final Rule ONE_LEI = error(
            "TGT-BL-94",
            "ISO 17442",
            "A party has two Legal Entity Identifiers: one entity has one.",
            "一当事者に二つの LEI があります（一つの主体の LEI は一つです）。",
            "Keep the party's own LEI.",
            "その当事者自身の LEI だけを残してください。");
    static final Rule INVISIBLE = error(
            "TGT-BL-95",
            "XML 1.0 2.10; RFC 8259",
            "An identifier, a code or a date holds a character that nobody sees: it is another one than it looks.",
            "識別子、コード又は日付に、見えない文字（全角空白、制御文字など）が含まれています。",
            "Write it without blanks other than the plain one, and without format and control characters.",
            "半角空白以外の空白、書式文字及び制御文字を取り除いてください。");
    static final Rule INDICATOR = error(
            "TGT-BL-97",
            "W3C XML Schema boolean",
            "An indicator is neither true nor false.",
            "真偽を示す値が true でも false でもありません。",
            "Write true or false.",
            "true 又は false と記載してください。");

    static final List<Rule> RULES = List.of(LEI, GLEIF, ONE_LEI, INVISIBLE, INDICATOR);

    private static final Set<String> TRUTHS = Set.of("true", "false", "1", "0");

    private final Findings findings;

    IdentifierRules(Findings findings) {
        this.findings = findings;
    }

    /** Whether the identifier is given as an LEI; wrong check digits are another question. */
    static boolean isLei(XmlElement id) {
        String scheme = id.attribute("schemeID");
        return Values.LEI_SCHEME.equals(scheme) || "LEI".equals(scheme) && isOfGleif(id);
    }

    private static boolean isOfGleif(XmlElement id) {
        return PartyId.GLEIF.equals(id.attribute("schemeAgencyID"));
    }

    /** What holds of the identifiers of every party. */
    void party(XmlElement party) {
        String first = null;
        for (XmlElement id : party.all("ID")) {
            boolean lei = isLei(id);
            String agency = id.attribute("schemeAgencyID");
            if (lei ? agency != null && !isOfGleif(id) : isOfGleif(id)) {
                findings.tell(GLEIF, id, "schemeID 0199");
            }
            if (!lei) {
                continue;
            }
            String code = id.text().strip();
            if (!PartyId.isLei(code)) {
                findings.tell(LEI, id, "18 letters or digits and two check digits");
            }
            if (first != null && !first.equals(code)) {
                findings.tell(ONE_LEI, id, first);
            }
            first = first == null ? code : first;
        }
    }

    /** What holds of every identifier, code and date, wherever it stands. */
    void token(XmlElement token) {
        String text = token.text();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!(c > ' ' && c < 0x7F) && !isXmlSpace(c) && OrderWords.isInvisible(c)) {
                findings.tell(INVISIBLE, token, shown(text), "plain blanks at most");
                return;
            }
            i += Character.charCount(c);
        }
    }

    /** XML's own white space, which every reader of XML knows. */
    private static boolean isXmlSpace(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    /** The text with what is invisible in it written out. */
    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(100).forEach(c -> {
            if (OrderWords.isInvisible(c) && !isXmlSpace(c)) {
                shown.append("U+%04X".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** What holds of every indicator that is written as a text, wherever it stands. */
    void indicator(XmlElement written) {
        if (!TRUTHS.contains(written.text().strip())) {
            findings.tell(INDICATOR, written, "true or false");
        }
    }
}
